namespace WaterNode.Station.Chemistry
{
    /// <summary>pH of the buffers by temperature (JIS Z 8802; technical buffer 7.00: Waring PC50 manual, page 29).</summary>
    public static class PhBuffers
    {
        private const double StepCelsius = 5;

        // By PhBuffer, from 0 degrees C in steps of 5. The table of the carbonate buffer ends at 35.
        private static readonly double[][] Table =
        {
            new double[] { 4.01, 4.01, 4.00, 4.00, 4.00, 4.01, 4.01, 4.02, 4.03 },
            new double[] { 6.98, 6.95, 6.92, 6.90, 6.88, 6.86, 6.85, 6.84, 6.84 },
            new double[] { 9.46, 9.39, 9.33, 9.27, 9.22, 9.18, 9.14, 9.10, 9.07 },
            new double[] { 10.32, 10.25, 10.18, 10.12, 10.07, 10.02, 9.97, 9.93 },
            new double[] { 7.12, 7.09, 7.06, 7.04, 7.02, 7.00, 6.99, 6.99, 6.98 },
        };

        /// <summary>Interpolates the table linearly.</summary>
        /// <returns>False outside the table: nobody knows the buffer's pH there.</returns>
        public static bool TryPh(PhBuffer buffer, double celsius, out double ph)
        {
            return EvenTable.TryInterpolate(Table[(int)buffer], 0, StepCelsius, celsius, out ph);
        }
    }
}
