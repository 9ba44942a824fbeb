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

        /// <summary>Two-point calibration at one temperature.</summary>
        /// <param name="nearMilliVolts">Potential in the buffer near pH 7, mV.</param>
        /// <param name="nearPh">pH of that buffer at the temperature.</param>
        /// <param name="farMilliVolts">Potential in the other buffer, mV.</param>
        /// <param name="farPh">pH of the other buffer at the temperature.</param>
        /// <returns>False when both buffers are the same: there is no slope.</returns>
        public static bool TryCalibrate(double nearMilliVolts, double nearPh, double farMilliVolts, double farPh, double temperatureCelsius, out double efficiency, out double offsetMilliVolts)
        {
            efficiency = 0;
            offsetMilliVolts = 0;
            double ideal = Nernst.SlopeMilliVolts(temperatureCelsius) * (nearPh - farPh);
            if (ideal == 0)
            {
                return false;
            }

            efficiency = (farMilliVolts - nearMilliVolts) / ideal;
            offsetMilliVolts = nearMilliVolts + (efficiency * Nernst.SlopeMilliVolts(temperatureCelsius) * (nearPh - IsopotentialPh));
            return true;
        }

        /// <summary>First-order standard uncertainty of a pH that <see cref="TryPh"/> gave, with its arguments.</summary>
        /// <param name="potentialUncertainty">u(E), mV, drift of the offset included.</param>
        /// <param name="efficiencyUncertainty">u(eta).</param>
        /// <param name="temperatureUncertainty">u(t), degrees C.</param>
        /// <param name="bufferUncertainty">Uncertainty of the buffers, pH.</param>
        public static double Uncertainty(double ph, double efficiency, double temperatureCelsius, double potentialUncertainty, double efficiencyUncertainty, double temperatureUncertainty, double bufferUncertainty)
        {
            double distance = ph - IsopotentialPh;
            double byPotential = potentialUncertainty / (efficiency * Nernst.SlopeMilliVolts(temperatureCelsius));
            double byEfficiency = distance * efficiencyUncertainty / efficiency;
            double byTemperature = distance * temperatureUncertainty / (temperatureCelsius + Nernst.ZeroCelsiusKelvin);
            return RootSumSquare.Of(byPotential, byEfficiency, byTemperature, bufferUncertainty);
        }
    }
}
