namespace WaterNode.Station.Wire
{
    /// <summary>Why a reading is flagged: a set of bits in the journal, words on the wire.</summary>
    /// <remarks>Never renumber: the bits stand in journals for years.</remarks>
    public static class Reasons
    {
        public const int None = 0;

        /// <summary>The sensor or its converter did not answer.</summary>
        public const int NoAnswer = 1 << 0;

        /// <summary>The converter stood at an end of its range: an open, shorted or dead electrode.</summary>
        public const int Rail = 1 << 1;

        /// <summary>A pump did not answer.</summary>
        public const int PumpNoAnswer = 1 << 2;

        /// <summary>The value needs the water temperature, and there is none.</summary>
        public const int NoTemperature = 1 << 3;

        /// <summary>Fluoride measured without the buffer that frees it: bound fluoride is not seen.</summary>
        public const int Untreated = 1 << 4;

        /// <summary>Outside what the sensor can measure.</summary>
        public const int SensorRange = 1 << 5;

        /// <summary>Outside what is expected of this water.</summary>
        public const int UserRange = 1 << 6;

        /// <summary>The potentiostat did not answer.</summary>
        public const int PotentiostatNoAnswer = 1 << 7;

        /// <summary>The peak did not grow when arsenic standard was added.</summary>
        public const int NoStandardResponse = 1 << 8;

        /// <summary>The calibration constants cannot be used.</summary>
        public const int BadCalibration = 1 << 9;

        /// <summary>The water temperature is outside the range of the compensation, or suspect itself.</summary>
        public const int TemperatureRange = 1 << 10;

        /// <summary>The sensor was never calibrated: the constants are those of a data sheet.</summary>
        public const int Uncalibrated = 1 << 11;

        /// <summary>The sensor did not settle in the time that its plan gives it.</summary>
        public const int Unstable = 1 << 12;

        /// <summary>The calibration is older than it should be.</summary>
        public const int CalibrationOld = 1 << 13;

        /// <summary>The calibration is too old to be believed.</summary>
        public const int CalibrationExpired = 1 << 14;

        /// <summary>A single value stands out from its neighbours.</summary>
        public const int Spike = 1 << 15;

        /// <summary>The value changes faster than water does.</summary>
        public const int RateOfChange = 1 << 16;

        /// <summary>The value has not changed for longer than a living sensor's would.</summary>
        public const int FlatLine = 1 << 17;

        /// <summary>The blank was too high: the cell, the electrolyte or the rinse water is contaminated.</summary>
        public const int Blank = 1 << 18;

        /// <summary>Half the deposition time did not give half the peak: the electrode is saturated.</summary>
        public const int Saturation = 1 << 19;

        /// <summary>A copper peak covers or exceeds the arsenic peak.</summary>
        public const int Copper = 1 << 20;

        /// <summary>The additions of standard were not found again in full.</summary>
        public const int Recovery = 1 << 21;

        /// <summary>Two runs of the same solution differ too much.</summary>
        public const int Duplicates = 1 << 22;

        /// <summary>The additions of standard do not lie on a straight line.</summary>
        public const int Linearity = 1 << 23;

        /// <summary>The sensitivity is far from that of the runs before.</summary>
        public const int SlopeHistory = 1 << 24;

        /// <summary>The station's own program failed in this channel: its fault, not the water's.</summary>
        public const int SoftwareFault = 1 << 25;

        private static readonly string[] Words =
        {
            "no-answer", "fault", "pump-no-answer", "no-temperature", "untreated", "sensor-range", "user-range",
            "potentiostat-no-answer", "no-standard-response", "bad-calibration", "temperature-range",
            "uncalibrated", "unstable", "calibration-old", "calibration-expired", "spike", "rate-of-change", "flat-line",
            "blank", "saturation", "copper", "recovery", "duplicates", "linearity", "slope-history", "software-fault",
        };

        /// <summary>Writes the words of all bits that are set, separated by single spaces.</summary>
        public static void Write(int reasons, ByteWriter writer)
        {
            bool first = true;
            for (int bit = 0; bit < Words.Length; bit++)
            {
                if ((reasons & (1 << bit)) == 0)
                {
                    continue;
                }

                if (!first)
                {
                    writer.Byte((byte)' ');
                }

                writer.Text(Words[bit]);
                first = false;
            }
        }
    }
}
