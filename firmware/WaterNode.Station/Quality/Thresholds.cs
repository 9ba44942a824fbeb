using WaterNode.Station.Wire;

namespace WaterNode.Station.Quality
{
    /// <summary>What the quality tests hold a reading against, one line a channel in the order of <see cref="Channel.All"/>.</summary>
    /// <remarks>
    /// [P] All are this project's starting values for well water, to be replaced by the site's own experience (measurement.md, section 6). Spike and
    /// rate lie above what 140,000 accepted readings of two lakes and a bay did, which are livelier than a well: at most 1.4 degrees C and 0.9 pH
    /// against their neighbours, 6.9 degrees C and 4 pH an hour. The flat lines are below the scatter of a living sensor.
    /// Fluoride has no lower user bound, where measurement.md starts from 0.05 mg/L: plants with reverse osmosis, which are common where wells have too
    /// much of it, deliver less, and their water would never be called safe.
    /// Fluoride and arsenic never fail for being unlike the readings before: a sudden rise is what the station is there to report.
    /// </remarks>
    public static class Thresholds
    {
        /// <summary>Stands for "this test never fails a reading, it only makes it suspect".</summary>
        public const long Never = 0;

        public const int SensorLow = 0, SensorHigh = 1, UserLow = 2, UserHigh = 3, SpikeSuspect = 4, SpikeFail = 5, RatePerHour = 6, FlatTolerance = 7;

        // Display units: degrees C, pH, microsiemens per cm, mg/L, micrograms per litre; the rate per hour.
        private static readonly double[][] Values =
        {
            new double[] { -2, 50, 5, 40, 2, 10, 10, 0.01 },
            new double[] { 0, 14, 4, 10, 1, 3, 5, 0.001 },
            new double[] { 0, 20000, 20, 10000, 200, 2000, 500, 0.05 },
            new double[] { 0, 100, 0, 20, 0.5, Never, 0.5, 0.0005 },
            new double[] { 0, 2000, 0, 500, 10, Never, 10, 0.01 },
        };

        // Seconds. A well keeps its temperature within one step of the probe (0.06 degrees C) for days; fluoride and arsenic are measured a few times a day.
        private static readonly int[] FlatSeconds = { 7 * 86400, 86400 / 2, 86400 / 2, 2 * 86400, 5 * 86400 };
        private static readonly int[] GapSeconds = { 2 * 3600, 2 * 3600, 2 * 3600, 2 * 86400, 2 * 86400 };

        /// <param name="which">One of the constants above.</param>
        /// <returns>The threshold, scaled as the values of the channel are.</returns>
        public static long Of(int channelIndex, int which)
        {
            return Channel.All[channelIndex].Scaled(Values[channelIndex][which]);
        }

        /// <summary>A living sensor changes by the tolerance within this time, s.</summary>
        public static int FlatSecondsOf(int channelIndex)
        {
            return FlatSeconds[channelIndex];
        }

        /// <summary>Longer without a value is a gap: what was before says nothing any more, s.</summary>
        public static int GapSecondsOf(int channelIndex)
        {
            return GapSeconds[channelIndex];
        }
    }
}
