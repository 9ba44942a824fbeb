using WaterNode.Station.Wire;

namespace WaterNode.Station.Quality
{
    /// <summary>The QARTOD gross range test: outside what the sensor can measure fails, outside what is expected of this water is suspect.</summary>
    public static class GrossRange
    {
        /// <summary>Flags the reading; bounds are inclusive. A missing value is not tested.</summary>
        /// <remarks>An estimate below the limit of detection may lie anywhere below it, so that the limit is held against the lower bounds; but
        /// one as far below zero as the limit lies above it is no scatter of nothing.</remarks>
        public static void Apply(Reading reading)
        {
            int channel = reading.ChannelIndex;
            long high = reading.Value;
            bool isScatter = reading.IsBelowDetectionLimit && reading.Value >= -reading.DetectionLimit;
            long low = isScatter ? reading.DetectionLimit : high;
            if (low < Thresholds.Of(channel, Thresholds.SensorLow) || high > Thresholds.Of(channel, Thresholds.SensorHigh))
            {
                reading.Tested(QualityTest.GrossRange, QualityFlag.Fail, Reasons.SensorRange);
            }
            else if (low < Thresholds.Of(channel, Thresholds.UserLow) || high > Thresholds.Of(channel, Thresholds.UserHigh))
            {
                reading.Tested(QualityTest.GrossRange, QualityFlag.Suspect, Reasons.UserRange);
            }
            else
            {
                reading.Tested(QualityTest.GrossRange, QualityFlag.Pass, Reasons.None);
            }
        }
    }
}
