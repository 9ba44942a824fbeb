using WaterNode.Station.Wire;

namespace WaterNode.Station.Quality
{
    /// <summary>The rate of change test: the change since the reading before, by the time between them.</summary>
    public static class RateOfChange
    {
        private const int SecondsPerHour = 3600;

        /// <param name="history">What came before the reading.</param>
        /// <param name="seconds">Time of the reading on the history's time line, s.</param>
        /// <remarks>A reading that stood out is no measure of change, so that the return from it is not evaluated.</remarks>
        public static int FlagOf(Reading reading, ChannelHistory history, long seconds)
        {
            if (history.Count == 0 || history.IsNewestSpike)
            {
                return QualityFlag.NotEvaluated;
            }

            long change = Spike.DistanceBeyondUncertainty(reading, history.Newest);
            long perHour = Thresholds.Of(reading.ChannelIndex, Thresholds.RatePerHour);
            return change * SecondsPerHour > perHour * (seconds - history.NewestSeconds) ? QualityFlag.Suspect : QualityFlag.Pass;
        }
    }
}
