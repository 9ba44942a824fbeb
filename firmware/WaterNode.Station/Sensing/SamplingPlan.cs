namespace WaterNode.Station.Sensing
{
    /// <summary>How long a channel is watched, and when it counts as settled.</summary>
    /// <remarks>Values are in the unit of the source: microvolts of an analogue input, thousandths of a degree of the temperature probe.</remarks>
    public sealed class SamplingPlan
    {
        /// <summary>Most samples of a window.</summary>
        public const int CountMax = 30;

        /// <summary>The criterion speaks of the drift in this time, ms.</summary>
        public const int CriterionMilliseconds = 30000;

        /// <summary>A window is compared in thirds.</summary>
        public const int Thirds = 3;

        /// <summary>The probe answers in steps of 62.5 thousandths of a degree; a flow cell settles in seconds.</summary>
        public static readonly SamplingPlan Temperature = new SamplingPlan(0, 6, 2000, 300, 0, 60000);

        /// <summary>Stable below 0.1 mV in 30 s (measurement.md, section 2).</summary>
        public static readonly SamplingPlan Ph = new SamplingPlan(5000, 30, 1000, 100, 0, 180000);

        /// <summary>Stable below 0.5 % in 30 s; in water that hardly conducts the front end's noise counts instead.</summary>
        public static readonly SamplingPlan Conductivity = new SamplingPlan(2000, 15, 1000, 1000, 5, 60000);

        /// <summary>Stable below 0.1 mV in 30 s, which is 0.4 %; the crystal needs minutes in dilute water.</summary>
        public static readonly SamplingPlan Fluoride = new SamplingPlan(30000, 30, 1000, 100, 0, 300000);

        /// <summary>Before the first sample, ms.</summary>
        public readonly int SettleMilliseconds;

        /// <summary>Samples of a window: a multiple of three, up to <see cref="CountMax"/>.</summary>
        public readonly int Count;

        /// <summary>Between samples, ms.</summary>
        public readonly int SpacingMilliseconds;

        /// <summary>A stable window drifts by no more than this in 30 s.</summary>
        public readonly int DriftMax;

        /// <summary>Or by no more than this share of its median, thousandths, if that is more; 0 for none.</summary>
        public readonly int DriftThousandthsMax;

        /// <summary>A channel that is not stable by then, counted from the first sample, is unstable; ms.</summary>
        public readonly int TimeOutMilliseconds;

        public SamplingPlan(int settleMilliseconds, int count, int spacingMilliseconds, int driftMax, int driftThousandthsMax, int timeOutMilliseconds)
        {
            if (count < Thirds || count > CountMax || count % Thirds != 0 || spacingMilliseconds < 1 || timeOutMilliseconds < count * spacingMilliseconds)
            {
                throw new System.ArgumentException("A window has 3 to 30 samples in thirds, and the time-out is longer than a window.");
            }

            SettleMilliseconds = settleMilliseconds;
            Count = count;
            SpacingMilliseconds = spacingMilliseconds;
            DriftMax = driftMax;
            DriftThousandthsMax = driftThousandthsMax;
            TimeOutMilliseconds = timeOutMilliseconds;
        }
    }
}
