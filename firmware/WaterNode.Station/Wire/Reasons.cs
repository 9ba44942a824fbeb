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

        /// <summary>The constants are those of a data sheet: nobody has calibrated this electrode.</summary>
        public const int NotCalibrated = 1 << 11;

        private static readonly string[] Words =
        {
            "no-answer", "rail", "pump-no-answer", "no-temperature", "untreated", "sensor-range", "user-range",
            "potentiostat-no-answer", "no-standard-response", "bad-calibration", "temperature-range", "not-calibrated",
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
