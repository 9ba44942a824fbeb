using WaterNode.Station.Wire;

namespace WaterNode.Station.Journal
{
    /// <summary>The bytes of a frame: magic "WN", kind (1 byte), body length (2), generation (4), sequence (4), body, CRC-32 of all before it (4); little-endian.</summary>
    /// <remarks>Every frame carries its generation, so that no file needs a header that could be torn by itself.</remarks>
    public static class FrameCodec
    {
        public const int HeaderBytes = 13;
        public const int OverheadBytes = HeaderBytes + 4;

        /// <summary>Bounds what a damaged length can make a reader read.</summary>
        public const int BodyBytesMax = 512;

        public const int FrameBytesMax = OverheadBytes + BodyBytesMax;

        public const byte FirstMagic = (byte)'W';
        private const byte SecondMagic = (byte)'N';

        public static void WriteHeader(ByteWriter writer, FrameKind kind, int bodyLength, uint generation, long sequence)
        {
            writer.Byte(FirstMagic);
            writer.Byte(SecondMagic);
            writer.Byte((byte)kind);
            writer.UInt16(bodyLength);
            writer.UInt32(generation);
            writer.UInt32(sequence);
        }

        /// <summary>Ends the frame that is the whole content of the writer.</summary>
        public static void WriteCrc(ByteWriter writer)
        {
            writer.UInt32(Crc32.Of(writer.Buffer, 0, writer.Length));
        }

        /// <summary>Reads a header without checking the CRC.</summary>
        /// <returns>Length of the whole frame in bytes; 0 when there is no header at this place.</returns>
        public static int ReadHeader(byte[] buffer, int offset, int count, Frame frame)
        {
            if (count < HeaderBytes || !IsMagic(buffer, offset, offset + count))
            {
                return 0;
            }

            var reader = new ByteReader(buffer, offset + 2, HeaderBytes - 2);
            int kind = reader.Byte();
            int bodyLength = reader.UInt16();
            if (kind > (int)FrameKind.Event || bodyLength > BodyBytesMax)
            {
                return 0;
            }

            frame.Kind = (FrameKind)kind;
            frame.Generation = (uint)reader.UInt32();
            frame.Sequence = reader.UInt32();
            frame.Buffer = buffer;
            frame.BodyOffset = offset + HeaderBytes;
            frame.BodyLength = bodyLength;
            return OverheadBytes + bodyLength;
        }

        /// <summary>True when a frame may begin at this place.</summary>
        /// <param name="end">End of the bytes in the buffer.</param>
        public static bool IsMagic(byte[] buffer, int offset, int end)
        {
            return offset + 1 < end && buffer[offset] == FirstMagic && buffer[offset + 1] == SecondMagic;
        }

        /// <param name="frameLength">What <see cref="ReadHeader"/> gave for this place.</param>
        public static bool HasGoodCrc(byte[] buffer, int offset, int frameLength)
        {
            var reader = new ByteReader(buffer, offset + frameLength - 4, 4);
            return (uint)reader.UInt32() == Crc32.Of(buffer, offset, frameLength - 4);
        }
    }
}
