namespace WaterNode.Station.Chemistry
{
    /// <summary>pH from the potential of a glass electrode whose isopotential point is pH 7: E = E_os - eta k(t) (pH - 7).</summary>
    public static class GlassElectrode
    {
        public const double IsopotentialPh = 7.0;

        /// <summary>Converts an electrode potential to pH.</summary>
        /// <param name="potentialMilliVolts">Potential against the reference, mV.</param>
        /// <param name="offsetMilliVolts">E_os, the potential at pH 7, mV.</param>
        /// <param name="efficiency">eta, the slope as a share of the ideal one: 0.85 to 1.05 for an electrode worth keeping.</param>
        /// <param name="temperatureCelsius">Water temperature, degrees C.</param>
        /// <returns>False when the slope is zero or negative: no calibration. pH is not clamped: a value outside 0 to 14 says that the electrode or the calibration is wrong.</returns>
        public static bool TryPh(double potentialMilliVolts, double offsetMilliVolts, double efficiency, double temperatureCelsius, out double ph)
        {
            double slope = efficiency * Nernst.SlopeMilliVolts(temperatureCelsius);
            ph = 0;
            if (slope <= 0)
            {
                return false;
            }

            ph = IsopotentialPh - ((potentialMilliVolts - offsetMilliVolts) / slope);
            return true;
        }
    }
}
