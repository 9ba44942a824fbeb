using WaterNode.Station.Wire;

namespace WaterNode.Station.Quality
{
    /// <summary>The QARTOD gross range test: outside what the sensor can measure fails, outside what is expected of this water is suspect.</summary>
    public static class GrossRange
    {
        // Bounds in display units: sensor low, sensor high, user low, user high (measurement.md, section 6); one line a channel, in the order of Channel.All.
        private static readonly double[][] Bounds =
        {
            new double[] { -2, 50, 5, 40 },
            new double[] { 0, 14, 4, 10 },
            new double[] { 0, 20000, 20, 10000 },
            new double[] { 0, 100, 0.05, 20 },
            new double[] { 0, 2000, 0, 500 },
        };

        /// <summary>Flags the reading; bounds are inclusive. A missing value is not tested.</summary>
        /// <remarks>An estimate below the limit of detection may lie anywhere below it, so that the limit is held against the lower bounds; but
        /// one as far below zero as the limit lies above it is no scatter of nothing.</remarks>
        public static void Apply(Reading reading)
        {
            if (!reading.HasValue)
            {
                return;
            }

            double[] bounds = Bounds[reading.ChannelIndex];
            Channel channel = reading.Channel;
            double scale = DecimalText.Power10(channel.WireDecimals - channel.DisplayPowerOfTen);
            double high = reading.Value / scale;
            bool isScatter = reading.IsBelowDetectionLimit && reading.Value >= -reading.DetectionLimit;
            double low = isScatter ? reading.DetectionLimit / scale : high;
            if (low < bounds[0] || high > bounds[1])
            {
                reading.Flag(QualityFlag.Fail, Reasons.SensorRange);
            }
            else if (low < bounds[2] || high > bounds[3])
            {
                reading.Flag(QualityFlag.Suspect, Reasons.UserRange);
            }
        }
    }
}
