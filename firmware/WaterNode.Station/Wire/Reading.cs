namespace WaterNode.Station.Wire
{
    /// <summary>One channel's value at one time. Numbers are scaled by the channel's <see cref="Channel.WireDecimals"/>.</summary>
    public sealed class Reading
    {
        /// <summary>Scaled values lie within plus and minus this: they take four bytes in the journal.</summary>
        public const int ScaledMax = int.MaxValue;

        /// <summary>One-sided 95 % of the normal distribution, in thousandths.</summary>
        public const int NormalGuardThousandths = 1645;

        /// <summary>A share of the last digit: 0.07 times 10,000 is a little above 700 in binary, and is no 701.</summary>
        private const double RoundingNoise = 1e-6;

        public readonly int ChannelIndex;

        public Reading(int channelIndex)
        {
            ChannelIndex = channelIndex;
            Clear();
        }

        public Channel Channel
        {
            get { return Channel.All[ChannelIndex]; }
        }

        /// <summary>False: this cycle was not to measure the channel; the record then says nothing about it, which is neither missing nor failed.</summary>
        public bool WasMeasured { get; set; }

        /// <summary>False: missing, and <see cref="Value"/> means nothing.</summary>
        public bool HasValue { get; set; }

        public long Value { get; set; }

        /// <summary>The value in the channel's display unit, for computing with it.</summary>
        public double InDisplayUnit
        {
            get { return Value / (double)DecimalText.Power10(Channel.WireDecimals - Channel.DisplayPowerOfTen); }
        }

        /// <summary>Standard uncertainty, rounded up to two significant digits; 0 when not stated.</summary>
        public long Uncertainty { get; set; }

        /// <summary>One-sided 95 % coverage factor for the guard band, in thousandths; more than the normal 1645 where the uncertainty has few degrees of freedom.</summary>
        /// <remarks>Neither journaled nor sent: the verdict that follows from it is.</remarks>
        public int GuardThousandths { get; set; }

        /// <summary>Limit of detection, rounded up to two significant digits; 0 when not stated.</summary>
        public long DetectionLimit { get; set; }

        /// <summary>QARTOD flag, see <see cref="QualityFlag"/>.</summary>
        public int Quality { get; set; }

        /// <summary>Bits of <see cref="Wire.Reasons"/>.</summary>
        public int Reasons { get; set; }

        /// <summary>Calibration id; 0 when the channel has none.</summary>
        public int Calibration { get; set; }

        public Verdict Verdict { get; set; }

        /// <summary>Flags of the single quality tests, four bits each; see <see cref="FlagOf"/>.</summary>
        private int _testFlags;

        /// <summary>The estimate lies below the limit of detection; the value stays the estimate.</summary>
        public bool IsBelowDetectionLimit
        {
            get { return HasValue && DetectionLimit > 0 && Value < DetectionLimit; }
        }

        public void Clear()
        {
            WasMeasured = false;
            HasValue = false;
            Value = 0;
            Uncertainty = 0;
            GuardThousandths = NormalGuardThousandths;
            DetectionLimit = 0;
            Quality = QualityFlag.Missing;
            Reasons = Wire.Reasons.None;
            Calibration = 0;
            Verdict = Verdict.None;
            _testFlags = 0;
        }

        /// <summary>Takes a measured value; the quality becomes "pass" until a test says otherwise.</summary>
        /// <param name="value">In the channel's display unit.</param>
        /// <param name="uncertainty">Standard uncertainty in the same unit, above 0.</param>
        /// <remarks>A number too large for the journal becomes a failed, missing one with reason sensor-range: it can be no water.</remarks>
        public void Measured(double value, double uncertainty)
        {
            double scale = DecimalText.Power10(Channel.WireDecimals - Channel.DisplayPowerOfTen);
            double scaled = value * scale;
            double scaledUncertainty = uncertainty * scale;
            if (scaled > ScaledMax || scaled < -ScaledMax || scaledUncertainty > ScaledMax)
            {
                Missing(QualityFlag.Fail, Wire.Reasons.SensorRange);
                return;
            }

            WasMeasured = true;
            HasValue = true;
            Value = (long)System.Math.Floor(scaled + 0.5);
            Uncertainty = TwoDigits.RoundUp((long)System.Math.Ceiling(scaledUncertainty - RoundingNoise));
            Quality = QualityFlag.RollUp(QualityFlag.Pass, Quality);
        }

        /// <param name="limit">Limit of detection in the display unit; ignored unless above 0 and representable.</param>
        public void DetectedFrom(double limit)
        {
            double scaled = limit * DecimalText.Power10(Channel.WireDecimals - Channel.DisplayPowerOfTen);
            if (scaled > 0 && scaled <= ScaledMax)
            {
                DetectionLimit = TwoDigits.RoundUp((long)System.Math.Ceiling(scaled - RoundingNoise));
            }
        }

        /// <summary>Names the calibration that the value rests on. Without one the constants are a data sheet's, a fluoride electrode's off by half its value: the reading fails, and is neither safe nor unsafe.</summary>
        /// <param name="calibration">Its id; 0 when the sensor was never calibrated.</param>
        public void CalibratedBy(int calibration)
        {
            Calibration = calibration;
            if (calibration == 0)
            {
                Flag(QualityFlag.Fail, Wire.Reasons.Uncalibrated);
            }
        }

        /// <summary>There is no value, and why.</summary>
        /// <param name="quality">9 when nothing answered, 4 when something answered wrongly.</param>
        public void Missing(int quality, int reason)
        {
            WasMeasured = true;
            HasValue = false;
            Value = 0;
            Uncertainty = 0;
            DetectionLimit = 0;
            Quality = quality;
            Reasons |= reason;
        }

        /// <summary>The flag of one quality test by itself: a "pass" of the whole hides tests that could not be evaluated.</summary>
        /// <param name="test">See <see cref="QualityTest"/>.</param>
        /// <remarks>Not journaled: what a test objected to is in the reasons, and what it had to go on is in the records before.</remarks>
        public int FlagOf(int test)
        {
            if (!HasValue)
            {
                return QualityFlag.Missing;
            }

            int flag = (_testFlags >> (test * 4)) & 0x0F;
            return flag == 0 ? QualityFlag.NotEvaluated : flag;
        }

        /// <summary>Takes the flag of one quality test and rolls it up; a missing value stays missing.</summary>
        /// <param name="test">See <see cref="QualityTest"/>.</param>
        /// <param name="reason">The reason when the test objects.</param>
        /// <remarks>By the precedence 9, 2, 1, 3, 4 a test that could not be evaluated takes nothing from a "pass": it says nothing about this value.</remarks>
        public void Tested(int test, int flag, int reason)
        {
            if (!HasValue)
            {
                return;
            }

            int shift = test * 4;
            _testFlags = (_testFlags & ~(0x0F << shift)) | (flag << shift);
            Flag(flag, flag == QualityFlag.Suspect || flag == QualityFlag.Fail ? reason : Wire.Reasons.None);
        }

        /// <summary>Adds an objection.</summary>
        public void Flag(int quality, int reason)
        {
            Quality = QualityFlag.RollUp(Quality, quality);
            Reasons |= reason;
        }
    }
}
