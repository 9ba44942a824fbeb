using WaterNode.Station.Ports;

namespace WaterNode.Station.Journal
{
    /// <summary>Finds the frames of one file, one after the other, and steps over damage to the next whole frame.</summary>
    public sealed class FrameScanner
    {
        /// <summary>Takes frames of every sequence, the origin's 0 too.</summary>
        public const long FromStart = -1;

        private readonly byte[] _buffer = new byte[FrameCodec.FrameBytesMax];
        private IAppendFile _file;
        private int _length;
        private int _position;

        /// <summary>Where the frame that was found last begins, bytes from the start of the file.</summary>
        public int FrameStart { get; private set; }

        /// <summary>End of the last whole frame: a file that is longer has a torn tail.</summary>
        public int GoodEnd { get; private set; }

        /// <param name="position">End of a whole frame, or 0.</param>
        public void Start(IAppendFile file, int position)
        {
            _file = file;
            _length = file.Length;
            _position = position;
            FrameStart = position;
            GoodEnd = position;
        }

        /// <summary>Reads the next whole frame with a sequence above <paramref name="after"/>.</summary>
        /// <remarks>Frames up to <paramref name="after"/> are stepped over without computing their CRC, but only when another frame or the end of
        /// the file follows: a damaged length would otherwise step over good frames. What is returned always has a good CRC. Bounded by the file's length.</remarks>
        public bool TryNext(long after, Frame frame)
        {
            while (_position < _length)
            {
                int count = _file.Read(_position, _buffer, 0, _buffer.Length);
                int frameLength = FrameCodec.ReadHeader(_buffer, 0, count, frame);
                bool isWhole = frameLength > 0 && frameLength <= count;
                bool isWanted = isWhole && frame.Sequence > after;
                bool isGood = isWhole && ((!isWanted && IsFollowedByFrame(frameLength, count)) || FrameCodec.HasGoodCrc(_buffer, 0, frameLength));
                if (!isGood)
                {
                    _position += StepToMagic(count);
                    continue;
                }

                FrameStart = _position;
                _position += frameLength;
                GoodEnd = _position;
                if (isWanted)
                {
                    return true;
                }
            }

            return false;
        }

        private bool IsFollowedByFrame(int frameLength, int count)
        {
            bool isLast = _position + frameLength == _length;
            return isLast || FrameCodec.IsMagic(_buffer, frameLength, count);
        }

        private int StepToMagic(int count)
        {
            for (int i = 1; i < count; i++)
            {
                if (_buffer[i] == FrameCodec.FirstMagic)
                {
                    return i;
                }
            }

            return count > 0 ? count : _length;
        }
    }
}
