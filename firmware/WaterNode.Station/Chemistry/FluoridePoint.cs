namespace WaterNode.Station.Chemistry
{
    /// <summary>The fluoride electrode in one standard.</summary>
    public sealed class FluoridePoint
    {
        /// <summary>What the standard's label says, mg/L.</summary>
        public readonly double MilligramsPerLitre;

        /// <summary>Potential against the reference, mV.</summary>
        public readonly double MilliVolts;

        /// <summary>Temperature of the standard, degrees C.</summary>
        public readonly double Celsius;

        public FluoridePoint(double milligramsPerLitre, double milliVolts, double celsius)
        {
            MilligramsPerLitre = milligramsPerLitre;
            MilliVolts = milliVolts;
            Celsius = celsius;
        }
    }
}
