namespace WaterNode.Station.Wire
{
    /// <summary>The quality tests (QARTOD), see <see cref="Reading.FlagOf"/>.</summary>
    public static class QualityTest
    {
        public const int GrossRange = 0, Spike = 1, RateOfChange = 2, FlatLine = 3;
    }
}
