using WaterNode.Station.Wire;

namespace WaterNode.Station.Quality
{
    /// <summary>The flat line test: a sensor that moves less than the tolerance for the whole of a time is stuck.</summary>
    /// <remarks>
    /// QARTOD takes the range of a sliding window. To keep no window in flash, a run is followed instead: it begins anew with the first value that
    /// widens it to the tolerance. What this flags the window flags too, and a sensor that sticks is flagged when the time is over, at the latest.
    /// </remarks>
    public static class FlatLine
    {
        /// <summary>Fewer values that agree may be chance.</summary>
        public const int ValuesMin = 5;

        /// <param name="history">With the reading followed, see <see cref="ChannelHistory.Follow"/>.</param>
        /// <param name="seconds">Time of the reading on the history's time line, s.</param>
        public static int FlagOf(Reading reading, ChannelHistory history, long seconds)
        {
            bool isLong = seconds - history.RunSinceSeconds >= Thresholds.FlatSecondsOf(reading.ChannelIndex);
            if (isLong && history.RunCount >= ValuesMin)
            {
                return QualityFlag.Suspect;
            }

            return history.HasMoved ? QualityFlag.Pass : QualityFlag.NotEvaluated;
        }
    }
}
