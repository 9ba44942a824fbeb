using WaterNode.Station.Wire;

namespace WaterNode.Station.Quality
{
    /// <summary>Verdicts by guard band (JCGM 106:2012): safe only when the whole 95 % interval lies within the limit, unsafe only when it lies beyond.</summary>
    public static class Verdicts
    {
        private const long Thousand = 1000;

        /// <summary>Standard uncertainty to expect at the limit, thousandths of it, in the order of Channel.All: fluoride 0.1 at 1.5 mg/L, arsenic 1.5 at 10
        /// micrograms per litre (measurement.md, sections 5 and 6).</summary>
        private static readonly int[] AtLimitThousandths = { 0, 0, 0, 67, 150 };

        /// <summary>The verdict on one reading.</summary>
        /// <param name="limit">Null when the standard has none: then nothing is said.</param>
        /// <remarks>In whole numbers, so that device and PC agree to the last digit. A suspect value can be unsafe but never safe; a failed or missing one is uncertain.</remarks>
        public static Verdict Of(Reading reading, Limit limit)
        {
            if (limit == null)
            {
                return Verdict.None;
            }

            if (!reading.HasValue || reading.Quality == QualityFlag.Fail || reading.Quality == QualityFlag.Missing || reading.Uncertainty <= 0)
            {
                return Verdict.Uncertain;
            }

            long value = reading.Value * Thousand;
            long guard = reading.Uncertainty * reading.GuardThousandths;
            long detection = reading.DetectionLimit * Thousand;
            bool safe = reading.Quality == QualityFlag.Pass;
            if (limit.High != Limit.None)
            {
                long high = Scaled(limit.High, reading.Channel) * Thousand;
                if (value >= high + guard)
                {
                    return Verdict.Unsafe;
                }

                // When the limit of detection reaches into the guard band at the limit, "safe" cannot be told at all.
                safe &= value <= high - guard && detection <= high - GuardAtLimit(reading, high);
            }

            if (limit.Low != Limit.None)
            {
                long low = Scaled(limit.Low, reading.Channel) * Thousand;
                if (value <= low - guard)
                {
                    return Verdict.Unsafe;
                }

                safe &= value >= low + guard;
            }

            return safe ? Verdict.Safe : Verdict.Uncertain;
        }

        /// <summary>Gives every reading of a record its verdict.</summary>
        public static void Apply(Record record, LimitSet limits)
        {
            for (int i = 0; i < record.Readings.Length; i++)
            {
                Reading reading = record.Readings[i];
                reading.Verdict = reading.WasMeasured ? Of(reading, limits.Of(i)) : Verdict.None;
            }
        }

        /// <summary>The verdict on the station: safe only when every health channel is safe, unsafe when one is unsafe.</summary>
        public static Verdict OfStation(Record record)
        {
            bool safe = true;
            for (int i = 0; i < record.Readings.Length; i++)
            {
                Reading reading = record.Readings[i];
                if (!reading.Channel.IsHealth)
                {
                    continue;
                }

                if (reading.Verdict == Verdict.Unsafe)
                {
                    return Verdict.Unsafe;
                }

                safe &= reading.Verdict == Verdict.Safe;
            }

            return safe ? Verdict.Safe : Verdict.Uncertain;
        }

        /// <summary>An estimate far below the limit is more certain than one at the limit would be.</summary>
        private static long GuardAtLimit(Reading reading, long high)
        {
            long guard = reading.Uncertainty * reading.GuardThousandths;
            long atLimit = high * AtLimitThousandths[reading.ChannelIndex] / Thousand * reading.GuardThousandths / Thousand;
            return atLimit > guard ? atLimit : guard;
        }

        private static long Scaled(double value, Channel channel)
        {
            return (long)System.Math.Floor((value * DecimalText.Power10(channel.WireDecimals - channel.DisplayPowerOfTen)) + 0.5);
        }
    }
}
