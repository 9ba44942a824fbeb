namespace WaterNode.Station.Chemistry
{
    /// <summary>The glass electrode in one buffer.</summary>
    public sealed class PhPoint
    {
        public readonly PhBuffer Buffer;

        /// <summary>Potential against the reference, mV.</summary>
        public readonly double MilliVolts;

        /// <summary>Temperature of the buffer, degrees C.</summary>
        public readonly double Celsius;

        public PhPoint(PhBuffer buffer, double milliVolts, double celsius)
        {
            Buffer = buffer;
            MilliVolts = milliVolts;
            Celsius = celsius;
        }
    }
}
