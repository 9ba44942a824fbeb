using WaterNode.Station.Wire;

namespace WaterNode.Station.Journal
{
    /// <summary>The body of a record frame: about 110 bytes for five channels, 75 for the three of a fast cycle.</summary>
    public static class RecordCodec
    {
        private const int Version = 1;
        private const int HasTimeBit = 0x80;
        private const int HasValueBit = 0x40;
        private const int VerdictShift = 4;

        /// <summary>Stamp: version and flag (1), time (4), power-on (4), up (4).</summary>
        private const int StampBytes = 13;

        /// <summary>Channel (1), quality, verdict and flag (1), value (4), uncertainty (2), detection limit (2), calibration (2), reasons (4).</summary>
        private const int ReadingBytes = 16;

        public static int LengthOf(Record record)
        {
            return StampBytes + 3 + record.SamplePoint.Length + record.LimitSetId.Length + (record.MeasuredCount * ReadingBytes);
        }

        public static void Write(Record record, ByteWriter writer)
        {
            WriteStamp(record.Stamp, writer);
            WriteName(record.SamplePoint, writer);
            WriteName(record.LimitSetId, writer);
            writer.Byte((byte)record.MeasuredCount);
            for (int i = 0; i < record.Readings.Length; i++)
            {
                if (record.Readings[i].WasMeasured)
                {
                    WriteReading(record.Readings[i], writer);
                }
            }
        }

        /// <returns>False when the body was written by a version that this one does not know.</returns>
        public static bool TryRead(Frame frame, Record record)
        {
            var reader = new ByteReader(frame.Buffer, frame.BodyOffset, frame.BodyLength);
            bool good = TryRead(reader, record) && reader.Remaining == 0;
            record.Sequence = frame.Sequence;
            return good;
        }

        /// <summary>Reads what <see cref="Write"/> wrote; the sequence is not part of it.</summary>
        public static bool TryRead(ByteReader reader, Record record)
        {
            record.Clear();
            if (!TryReadStamp(reader, record.Stamp))
            {
                return false;
            }

            record.SamplePoint = reader.Text(reader.Byte());
            record.LimitSetId = reader.Text(reader.Byte());
            int count = reader.Byte();
            for (int i = 0; i < count && !reader.Failed; i++)
            {
                int channel = reader.Byte();
                if (channel >= record.Readings.Length)
                {
                    return false;
                }

                ReadReading(reader, record.Readings[channel]);
            }

            return !reader.Failed;
        }

        /// <summary>Copies a record as the flash would: what is not journaled is not in the copy.</summary>
        /// <returns>False when it cannot be read back.</returns>
        public static bool TryCopy(Record from, Record to)
        {
            var bytes = new ByteWriter(LengthOf(from));
            Write(from, bytes);
            return TryRead(new ByteReader(bytes.Buffer, 0, bytes.Length), to);
        }

        /// <summary>The body of an event frame: the stamp, then the event's own JSON members.</summary>
        /// <param name="members">For example <c>"type":"loss","lost":[[3,3]]</c>.</param>
        public static void WriteEvent(Stamp stamp, string members, ByteWriter writer)
        {
            WriteStamp(stamp, writer);
            writer.Text(members);
        }

        public static int LengthOfEvent(string members)
        {
            return StampBytes + members.Length;
        }

        public static bool TryReadEvent(Frame frame, Stamp stamp, out string members)
        {
            var reader = new ByteReader(frame.Buffer, frame.BodyOffset, frame.BodyLength);
            bool good = TryReadStamp(reader, stamp);
            members = reader.Text(reader.Remaining);
            return good;
        }

        /// <summary>Reads what records and events have in common.</summary>
        public static bool TryReadStamp(Frame frame, Stamp stamp)
        {
            return TryReadStamp(new ByteReader(frame.Buffer, frame.BodyOffset, frame.BodyLength), stamp);
        }

        private static void WriteStamp(Stamp stamp, ByteWriter writer)
        {
            writer.Byte((byte)(Version | (stamp.HasTime ? HasTimeBit : 0)));
            writer.UInt32(stamp.HasTime ? stamp.UtcSeconds : 0);
            writer.UInt32(stamp.PowerOn);
            writer.UInt32(stamp.UpSeconds);
        }

        private static bool TryReadStamp(ByteReader reader, Stamp stamp)
        {
            int head = reader.Byte();
            stamp.HasTime = (head & HasTimeBit) != 0;
            stamp.UtcSeconds = reader.UInt32();
            stamp.PowerOn = reader.UInt32();
            stamp.UpSeconds = reader.UInt32();
            return (head & ~HasTimeBit) == Version && !reader.Failed;
        }

        private static void WriteName(string name, ByteWriter writer)
        {
            writer.Byte((byte)name.Length);
            writer.Text(name);
        }

        private static void WriteReading(Reading reading, ByteWriter writer)
        {
            writer.Byte((byte)reading.ChannelIndex);
            writer.Byte((byte)(reading.Quality | ((int)reading.Verdict << VerdictShift) | (reading.HasValue ? HasValueBit : 0)));
            writer.UInt32(reading.Value);
            TwoDigits.Write(reading.Uncertainty, writer);
            TwoDigits.Write(reading.DetectionLimit, writer);
            writer.UInt16(reading.Calibration);
            writer.UInt32(reading.Reasons);
        }

        private static void ReadReading(ByteReader reader, Reading reading)
        {
            reading.WasMeasured = true;
            int head = reader.Byte();
            reading.Quality = head & 0x0F;
            reading.Verdict = (Verdict)((head >> VerdictShift) & 0x03);
            reading.HasValue = (head & HasValueBit) != 0;
            reading.Value = reader.Int32();
            reading.Uncertainty = TwoDigits.Read(reader);
            reading.DetectionLimit = TwoDigits.Read(reader);
            reading.Calibration = reader.UInt16();
            reading.Reasons = reader.Int32();
        }
    }
}
