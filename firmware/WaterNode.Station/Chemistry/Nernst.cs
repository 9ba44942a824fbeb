namespace WaterNode.Station.Chemistry
{
    /// <summary>The temperature dependence that all potentiometric electrodes share.</summary>
    public static class Nernst
    {
        /// <summary>0 degrees C in kelvin.</summary>
        public const double ZeroCelsiusKelvin = 273.15;

        /// <summary>R ln(10) / F in mV per kelvin and decade of a singly charged ion.</summary>
        private const double MilliVoltsPerKelvin = 0.1984214;

        /// <summary>The ideal slope k(t), mV per decade: 59.159 at 25 degrees C.</summary>
        /// <param name="temperatureCelsius">Above -273.15; water is 0 to 50.</param>
        public static double SlopeMilliVolts(double temperatureCelsius)
        {
            return MilliVoltsPerKelvin * (temperatureCelsius + ZeroCelsiusKelvin);
        }
    }
}
