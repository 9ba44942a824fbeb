namespace WaterNode.Station.Chemistry
{
    /// <summary>Conductivity of the standards by temperature (Mettler S230 manual, page 47; Hanna HI8733 manual, page 13).</summary>
    /// <remarks>Only where the manufacturers' tables agree, 15 to 30 degrees C: outside they contradict each other.</remarks>
    public static class ConductivityStandards
    {
        private const double FirstCelsius = 15, StepCelsius = 5;

        // By ConductivityStandard, at 15, 20, 25 and 30 degrees C, microsiemens per cm.
        private static readonly double[][] Table =
        {
            new double[] { 67.6, 75.8, 84.0, 92.2 },
            new double[] { 1147, 1278, 1413, 1552 },
            new double[] { 10480, 11670, 12880, 14120 },
        };

        /// <returns>False outside 15 to 30 degrees C.</returns>
        public static bool TryAt(ConductivityStandard standard, double celsius, out double microSiemensPerCm)
        {
            return EvenTable.TryInterpolate(Table[(int)standard], FirstCelsius, StepCelsius, celsius, out microSiemensPerCm);
        }
    }
}
