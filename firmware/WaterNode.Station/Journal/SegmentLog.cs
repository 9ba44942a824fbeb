using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Journal
{
    /// <summary>The frames of one generation in append-only files of limited size; the oldest file gives way when space is needed.</summary>
    /// <remarks>A file whose end was torn by a power cut gets no more appends: the next frame starts a new file.</remarks>
    public sealed class SegmentLog
    {
        private const char Letter = 'j';
        private const int SegmentBytesMax = 16 * 1024;
        private const int SegmentsWanted = 16;

        /// <summary>Kept free for the bookmark and the file system's own blocks.</summary>
        private const int ReserveBytes = 12 * 1024;

        private readonly IFlash _flash;
        private readonly int _capacityBytes;
        private readonly int _segmentBytes;
        private readonly FrameScanner _scanner = new FrameScanner();
        private readonly Frame _scanned = new Frame();

        private readonly SegmentList _segments = new SegmentList();
        private bool _isLastSealed;

        // Reading goes on at this place: all frames before it have sequences up to _cursorAfter.
        private int _cursorSegment = -1;
        private int _cursorPosition;
        private long _cursorAfter;

        /// <param name="capacityBytes">Space for all segments, bytes; at least two of the largest frames are kept.</param>
        public SegmentLog(IFlash flash, int capacityBytes)
        {
            _flash = flash;
            int smallest = 4 * FrameCodec.FrameBytesMax;
            _capacityBytes = capacityBytes > smallest ? capacityBytes : smallest;
            int segment = _capacityBytes / SegmentsWanted;
            int segmentMin = 2 * FrameCodec.FrameBytesMax;
            _segmentBytes = segment > SegmentBytesMax ? SegmentBytesMax : (segment < segmentMin ? segmentMin : segment);
        }

        public uint Generation { get; private set; }

        /// <summary>The oldest sequence held; one above <see cref="LastSequence"/> when none is.</summary>
        public long OldestSequence
        {
            get { return _segments.Count > 0 && _segments.FirstSequence(0) <= LastSequence ? _segments.FirstSequence(0) : LastSequence + 1; }
        }

        /// <summary>The newest sequence that was ever used; 0 before the first.</summary>
        public long LastSequence { get; private set; }

        /// <summary>After <see cref="TryOpen"/> found no frame: bytes of all files but those too short for one, which a formatting that lost power leaves.</summary>
        public long UnreadableBytes
        {
            get
            {
                long bytes = 0;
                for (int i = 0; i < _segments.Count; i++)
                {
                    bytes += _segments.Length(i) >= FrameCodec.OverheadBytes ? _segments.Length(i) : 0;
                }

                return bytes;
            }
        }

        /// <summary>Looks at the files, cuts nothing: what is torn is stepped over.</summary>
        /// <returns>False when no whole frame is there: a new or ruined flash that wants <see cref="TryFormat"/>.</returns>
        public bool TryOpen()
        {
            int[] numbers = new int[NumberedFiles.Max];
            _segments.Begin(numbers, NumberedFiles.List(_flash, Letter, numbers));
            _cursorSegment = -1;
            _isLastSealed = true;
            int newest = FindNewestFrame();
            if (newest < 0)
            {
                return false;
            }

            long first = LastSequence + 1;
            for (int i = _segments.Count - 1; i >= 0; i--)
            {
                first = i > newest ? first : FirstSequenceOf(i, first);
                _segments.SetFirstSequence(i, first);
            }

            return true;
        }

        /// <summary>Begins a generation. What is there already is left behind: nobody can read it, or the gateway holds it.</summary>
        /// <returns>False when the flash refused.</returns>
        public bool TryFormat(uint generation)
        {
            var origin = new ByteWriter(FrameCodec.OverheadBytes);
            FrameCodec.WriteHeader(origin, FrameKind.Origin, 0, generation, 0);
            FrameCodec.WriteCrc(origin);
            _isLastSealed = true;
            _cursorSegment = -1;
            LastSequence = 0;
            while (_segments.Count > 0 && NeedsRoom(origin.Length))
            {
                // The space is needed for readings to come.
                if (!DeleteOldest())
                {
                    return false;
                }
            }

            if (!TryAppend(origin, 0))
            {
                return false;
            }

            Generation = generation;
            for (int i = 0; i < _segments.Count; i++)
            {
                _segments.SetFirstSequence(i, 1);
            }

            return true;
        }

        /// <summary>The station knows of a later sequence than the frames show: it must not be used again.</summary>
        public void NeverReuseThrough(long sequence)
        {
            if (sequence > LastSequence)
            {
                LastSequence = sequence;
            }
        }

        /// <param name="frame">A whole frame, its CRC too.</param>
        /// <param name="sequence">The sequence in it: one above <see cref="LastSequence"/>.</param>
        /// <returns>False when it is not certain to be on the flash. If its bytes are found there all the same, its sequence is used up.</returns>
        public bool TryAppend(ByteWriter frame, long sequence)
        {
            MakeRoom(frame.Length);
            bool isFull = _isLastSealed || _segments.Length(_segments.Count - 1) + frame.Length > _segmentBytes;
            if (isFull && !TryStartSegment(sequence))
            {
                return false;
            }

            int last = _segments.Count - 1;
            int position = _segments.Length(last);
            IAppendFile file = FileOf(last);
            bool stored = file.Append(frame.Buffer, 0, frame.Length);
            if (stored)
            {
                _segments.SetLength(last, position + frame.Length);
                LastSequence = sequence;
                return true;
            }

            _segments.SetLength(last, file.Length);
            _isLastSealed = _segments.Length(last) != position;
            _scanner.Start(file, position);
            if (_scanner.TryNext(sequence - 1, _scanned) && _scanned.Sequence == sequence)
            {
                LastSequence = sequence;
            }

            return false;
        }

        /// <summary>The next whole frame above a sequence. Sequences that are stepped over are not on the flash.</summary>
        public bool TryReadNext(long after, Frame frame)
        {
            if (_cursorSegment < 0 || after < _cursorAfter)
            {
                _cursorSegment = _segments.IndexOf(after + 1);
                _cursorPosition = 0;
            }

            _cursorAfter = after;
            while (_cursorSegment < _segments.Count)
            {
                _scanner.Start(FileOf(_cursorSegment), _cursorPosition);
                while (_scanner.TryNext(after, frame))
                {
                    if (frame.Generation == Generation)
                    {
                        _cursorPosition = _scanner.FrameStart;
                        return true;
                    }
                }

                if (_cursorSegment == _segments.Count - 1)
                {
                    return false;
                }

                _cursorSegment++;
                _cursorPosition = 0;
            }

            _cursorSegment = -1;
            return false;
        }

        private int FindNewestFrame()
        {
            LastSequence = 0;
            int newest = -1;
            for (int i = _segments.Count - 1; i >= 0; i--)
            {
                IAppendFile file = FileOf(i);
                _segments.SetLength(i, file.Length);
                if (newest >= 0)
                {
                    continue;
                }

                _scanner.Start(file, 0);
                while (_scanner.TryNext(FrameScanner.FromStart, _scanned))
                {
                    newest = i;
                    Generation = _scanned.Generation;
                    LastSequence = _scanned.Sequence;
                }

                if (newest == i && i == _segments.Count - 1)
                {
                    _isLastSealed = _scanner.GoodEnd != _segments.Length(i);
                }
            }

            return newest;
        }

        /// <summary>The first sequence of a segment, or that of its right neighbour when nothing of this generation can be read in it.</summary>
        private long FirstSequenceOf(int segment, long neighbour)
        {
            _scanner.Start(FileOf(segment), 0);
            while (_scanner.TryNext(0, _scanned))
            {
                if (_scanned.Generation == Generation)
                {
                    return _scanned.Sequence;
                }
            }

            return neighbour;
        }

        private bool TryStartSegment(long firstSequence)
        {
            if (_segments.IsFull && !DeleteOldest())
            {
                return false;
            }

            _segments.AddNext(firstSequence);
            _isLastSealed = false;
            return true;
        }

        /// <summary>Deletes whole segments, oldest first, but never the one that holds the newest frame.</summary>
        private void MakeRoom(int bytes)
        {
            while (_segments.Count > 1 && NeedsRoom(bytes) && OldestIsNotNewest())
            {
                if (!DeleteOldest())
                {
                    return;
                }
            }
        }

        private bool NeedsRoom(int bytes)
        {
            return _segments.TotalBytes + bytes > _capacityBytes || _flash.FreeBytes < bytes + ReserveBytes;
        }

        /// <summary>The newest frame is in the oldest segment only when every later one is empty or torn.</summary>
        private bool OldestIsNotNewest()
        {
            return _segments.FirstSequence(1) <= LastSequence;
        }

        private bool DeleteOldest()
        {
            if (!_flash.Delete(NumberedFiles.Name(Letter, _segments.Number(0))))
            {
                return false;
            }

            _segments.RemoveOldest();
            _cursorSegment = -1;
            return true;
        }

        private IAppendFile FileOf(int segment)
        {
            return _flash.Open(NumberedFiles.Name(Letter, _segments.Number(segment)));
        }
    }
}
