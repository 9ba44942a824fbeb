using WaterNode.Station.Wire;

namespace WaterNode.Station.Quality
{
    /// <summary>The spike test in real time: the distance of a reading from the median of the three before it.</summary>
    public static class Spike
    {
        /// <summary>What two readings may differ by without meaning anything, in standard uncertainties of one.</summary>
        public const int UncertaintiesApart = 3;

        /// <param name="history">What came before the reading.</param>
        public static int FlagOf(Reading reading, ChannelHistory history)
        {
            if (history.Count < ChannelHistory.Depth)
            {
                return QualityFlag.NotEvaluated;
            }

            long distance = DistanceBeyondUncertainty(reading, history.Median);
            long fail = Thresholds.Of(reading.ChannelIndex, Thresholds.SpikeFail);
            if (fail != Thresholds.Never && distance > fail)
            {
                return QualityFlag.Fail;
            }

            return distance > Thresholds.Of(reading.ChannelIndex, Thresholds.SpikeSuspect) ? QualityFlag.Suspect : QualityFlag.Pass;
        }

        /// <summary>How far the reading is from a value, beyond what its own uncertainty explains.</summary>
        public static long DistanceBeyondUncertainty(Reading reading, long value)
        {
            long distance = reading.Value > value ? reading.Value - value : value - reading.Value;
            return distance - (UncertaintiesApart * reading.Uncertainty);
        }
    }
}
