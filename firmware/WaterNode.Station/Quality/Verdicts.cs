using WaterNode.Station.Wire;

namespace WaterNode.Station.Quality
{
    /// <summary>Verdicts by guard band (JCGM 106:2012): safe only when the whole 95 % interval lies within the limit, unsafe only when it lies beyond.</summary>
    public static class Verdicts
    {
        private const long Thousand = 1000;

        /// <summary>Further than any scaled value, and far from what would overflow.</summary>
        private const long NoBound = long.MaxValue / 4;

        /// <summary>Standard uncertainty to expect at the limit, thousandths of it, in the order of Channel.All: fluoride 0.1 at 1.5 mg/L, arsenic 1.5 at 10
        /// micrograms per litre (measurement.md, sections 5 and 6).</summary>
        private static readonly int[] AtLimitThousandths = { 0, 0, 0, 67, 150 };

        /// <summary>The verdict on one reading.</summary>
        /// <param name="limit">Null when the standard has none, or none that is verified: then nothing is said.</param>
        /// <remarks>In whole numbers, so that device and PC agree to the last digit. A suspect value can be unsafe but never safe; a failed or missing one is uncertain.</remarks>
        public static Verdict Of(Reading reading, Limit limit)
        {
            if (limit == null || !limit.IsVerified)
            {
                return Verdict.None;
            }

            if (!IsUsable(reading))
            {
                return Verdict.Uncertain;
            }

            // The least fluoride that a standard wants is for teeth: less of it is no danger, and nobody is told not to drink.
            Channel channel = reading.Channel;
            bool hasLow = limit.Low != Limit.None && !channel.IsHealth;
            long low = hasLow ? channel.Scaled(limit.Low) * Thousand : -NoBound;
            long high = limit.High != Limit.None ? channel.Scaled(limit.High) * Thousand : NoBound;
            long guard = reading.Uncertainty * reading.GuardThousandths;
            Verdict verdict = Between(reading.Value * Thousand, guard, low, high);

            // When the limit of detection reaches into the guard band at the limit, "safe" cannot be told at all.
            bool canBeSafe = reading.Quality == QualityFlag.Pass && reading.DetectionLimit * Thousand <= high - GuardAtLimit(reading, high);
            return verdict == Verdict.Safe && !canBeSafe ? Verdict.Uncertain : verdict;
        }

        /// <summary>The verdict on dissolved solids, estimated from the conductivity: acceptability, not health.</summary>
        /// <param name="milligramsPerLitre">The estimate.</param>
        /// <param name="uncertainty">Its standard uncertainty, mg/L, above 0.</param>
        /// <param name="quality">Quality flag of the conductivity.</param>
        /// <param name="limit">In mg/L; null or unverified says nothing.</param>
        /// <remarks>With 10 % of uncertainty nothing is said within a sixth of the limit to either side, until the site's own factor is known.</remarks>
        public static Verdict OfDissolvedSolids(double milligramsPerLitre, double uncertainty, int quality, Limit limit)
        {
            if (limit == null || !limit.IsVerified)
            {
                return Verdict.None;
            }

            bool isUsable = quality != QualityFlag.Fail && quality != QualityFlag.Missing && uncertainty > 0;
            if (!isUsable)
            {
                return Verdict.Uncertain;
            }

            // Micrograms per litre, the uncertainty rounded up; then as above in thousandths.
            long value = (long)System.Math.Floor((milligramsPerLitre * Thousand) + 0.5) * Thousand;
            long guard = (long)System.Math.Ceiling(uncertainty * Thousand) * Reading.NormalGuardThousandths;
            long high = (long)System.Math.Floor((limit.High * Thousand) + 0.5) * Thousand;
            Verdict verdict = Between(value, guard, -NoBound, high);
            return verdict == Verdict.Safe && quality != QualityFlag.Pass ? Verdict.Uncertain : verdict;
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

        /// <summary>What two health channels say together: safe only when both are safe, unsafe when one is unsafe.</summary>
        public static Verdict Both(Verdict first, Verdict second)
        {
            if (first == Verdict.Unsafe || second == Verdict.Unsafe)
            {
                return Verdict.Unsafe;
            }

            return first == Verdict.Safe && second == Verdict.Safe ? Verdict.Safe : Verdict.Uncertain;
        }

        private static Verdict Between(long value, long guard, long low, long high)
        {
            if (value >= high + guard || value <= low - guard)
            {
                return Verdict.Unsafe;
            }

            return value <= high - guard && value >= low + guard ? Verdict.Safe : Verdict.Uncertain;
        }

        private static bool IsUsable(Reading reading)
        {
            return reading.HasValue && reading.Quality != QualityFlag.Fail && reading.Quality != QualityFlag.Missing && reading.Uncertainty > 0;
        }

        /// <summary>An estimate far below the limit is more certain than one at the limit would be.</summary>
        private static long GuardAtLimit(Reading reading, long high)
        {
            long guard = reading.Uncertainty * reading.GuardThousandths;
            if (high == NoBound)
            {
                return guard;
            }

            long atLimit = high * AtLimitThousandths[reading.ChannelIndex] / Thousand * reading.GuardThousandths / Thousand;
            return atLimit > guard ? atLimit : guard;
        }
    }
}
