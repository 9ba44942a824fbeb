using System;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Sensing
{
    /// <summary>Watches a source through a sliding window until it is stable, and tells the window's median, which disturbed samples cannot move.</summary>
    /// <remarks>Its buffers are allocated once; channels that are measured one after the other share one sampler.</remarks>
    public sealed class StableSampler
    {
        /// <summary>Standard deviation of a normal distribution over its median absolute deviation, and of a median over that of a mean.</summary>
        private const double DeviationPerMad = 1.4826, MedianPerMean = 1.2533;

        /// <summary>A straight course between plus and minus one has this standard deviation: 1 / sqrt(3).</summary>
        private const double Even = 0.5774;

        private readonly IClock _clock;
        private readonly int[] _window = new int[SamplingPlan.CountMax];
        private readonly int[] _sorted = new int[SamplingPlan.CountMax];

        private int _taken;
        private int _rails;
        private int _silences;

        public StableSampler(IClock clock)
        {
            _clock = clock;
        }

        /// <summary>Median of the last window, in the source's unit; 0 without a value.</summary>
        public double Value { get; private set; }

        /// <summary>Standard uncertainty of the median by scatter and by what the window drifted, in the source's unit.</summary>
        public double Uncertainty { get; private set; }

        /// <summary>Samples until the window is stable or the time is over.</summary>
        public SamplingOutcome Take(ISampleSource source, SamplingPlan plan)
        {
            _taken = 0;
            _rails = 0;
            _silences = 0;
            Value = 0;
            Uncertainty = 0;
            _clock.Wait(plan.SettleMilliseconds);
            int samplesMax = plan.TimeOutMilliseconds / plan.SpacingMilliseconds;
            for (int i = 0; i < samplesMax; i++)
            {
                bool isNew = TryKeep(source, plan.Count);
                if (_rails + _silences > plan.Count / 2)
                {
                    return Fault();
                }

                if (isNew && IsDue(plan.Count) && Evaluate(plan))
                {
                    return SamplingOutcome.Stable;
                }

                _clock.Wait(plan.SpacingMilliseconds);
            }

            return _taken >= plan.Count ? SamplingOutcome.Unstable : Fault();
        }

        /// <summary>The same for a channel: the reading gets the flag and the reason of what was not stable.</summary>
        /// <returns>False when there is no value; the reading is then missing.</returns>
        public bool TryTake(ISampleSource source, SamplingPlan plan, Reading into)
        {
            switch (Take(source, plan))
            {
                case SamplingOutcome.Stable:
                    return true;
                case SamplingOutcome.Unstable:
                    into.Flag(QualityFlag.Suspect, Reasons.Unstable);
                    return true;
                case SamplingOutcome.Rail:
                    into.Missing(QualityFlag.Fail, Reasons.Rail);
                    return false;
                default:
                    into.Missing(QualityFlag.Missing, Reasons.NoAnswer);
                    return false;
            }
        }

        private bool TryKeep(ISampleSource source, int count)
        {
            AdcStatus status = source.Read(out int value);
            if (status == AdcStatus.Ok)
            {
                _window[_taken % count] = value;
                _taken++;
                return true;
            }

            if (status == AdcStatus.Rail)
            {
                _rails++;
            }
            else
            {
                _silences++;
            }

            return false;
        }

        private SamplingOutcome Fault()
        {
            return _rails >= _silences ? SamplingOutcome.Rail : SamplingOutcome.NoAnswer;
        }

        /// <summary>The window is looked at when it is full, and again whenever a third of it is new.</summary>
        private bool IsDue(int count)
        {
            return _taken >= count && (_taken - count) % (count / SamplingPlan.Thirds) == 0;
        }

        /// <summary>Tells value and uncertainty of the window.</summary>
        /// <returns>True when it is stable.</returns>
        private bool Evaluate(SamplingPlan plan)
        {
            int third = plan.Count / SamplingPlan.Thirds;
            int oldest = _taken - plan.Count;
            double drift = Median(oldest + (2 * third), third, plan.Count) - Median(oldest, third, plan.Count);
            Value = Median(oldest, plan.Count, plan.Count);

            // Between the middles of the first and the last third lie two thirds of the window; from its middle to either end, half of it.
            double spanMilliseconds = 2.0 * third * plan.SpacingMilliseconds;
            double driftToEnd = drift * 3 / 4;
            double scatter = DeviationPerMad * MedianDeviation(plan.Count) * MedianPerMean / Math.Sqrt(plan.Count);
            Uncertainty = Math.Sqrt((scatter * scatter) + (driftToEnd * driftToEnd * Even * Even));

            double share = Math.Abs(Value) * plan.DriftThousandthsMax / 1000;
            double driftMax = share > plan.DriftMax ? share : plan.DriftMax;
            return Math.Abs(drift) * SamplingPlan.CriterionMilliseconds <= driftMax * spanMilliseconds;
        }

        private double Median(int first, int length, int count)
        {
            for (int i = 0; i < length; i++)
            {
                Insert(_window[(first + i) % count], i);
            }

            return Middle(length);
        }

        /// <summary>What an outcome means for a calibration point.</summary>
        public static CalibrationProblem ProblemOf(SamplingOutcome outcome)
        {
            switch (outcome)
            {
                case SamplingOutcome.Stable: return CalibrationProblem.None;
                case SamplingOutcome.Unstable: return CalibrationProblem.Unstable;
                case SamplingOutcome.Rail: return CalibrationProblem.Rail;
                default: return CalibrationProblem.NoAnswer;
            }
        }

        /// <summary>Median of the distances to <see cref="Value"/>.</summary>
        private double MedianDeviation(int count)
        {
            for (int i = 0; i < count; i++)
            {
                Insert((int)Math.Abs(_window[i] - Value), i);
            }

            return Middle(count);
        }

        private double Middle(int length)
        {
            int half = length / 2;
            return length % 2 == 1 ? _sorted[half] : (_sorted[half - 1] + (double)_sorted[half]) / 2;
        }

        private void Insert(int value, int length)
        {
            int place = length;
            while (place > 0 && _sorted[place - 1] > value)
            {
                _sorted[place] = _sorted[place - 1];
                place--;
            }

            _sorted[place] = value;
        }
    }
}
