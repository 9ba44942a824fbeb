namespace WaterNode.Station.Wire
{
    /// <summary>At most eight inclusive ranges of sequences, as they stand in <c>also</c> and <c>lost</c>.</summary>
    public sealed class SequenceRanges
    {
        /// <summary>The contract's limit of ranges in one message.</summary>
        public const int Max = 8;

        private readonly long[] _first = new long[Max];
        private readonly long[] _last = new long[Max];

        public int Count { get; private set; }

        public bool IsFull
        {
            get { return Count == Max; }
        }

        /// <summary>The highest sequence in any range; 0 when there is none.</summary>
        public long Highest
        {
            get
            {
                long highest = 0;
                for (int i = 0; i < Count; i++)
                {
                    highest = _last[i] > highest ? _last[i] : highest;
                }

                return highest;
            }
        }

        public long First(int index)
        {
            return _first[index];
        }

        public long Last(int index)
        {
            return _last[index];
        }

        public void Clear()
        {
            Count = 0;
        }

        /// <returns>False when there is no room, or the range is none.</returns>
        public bool TryAdd(long first, long last)
        {
            if (first < 1 || last < first)
            {
                return false;
            }

            if (Count > 0 && first == _last[Count - 1] + 1)
            {
                _last[Count - 1] = last;
                return true;
            }

            if (IsFull)
            {
                return false;
            }

            _first[Count] = first;
            _last[Count] = last;
            Count++;
            return true;
        }

        /// <summary>The first sequence from <paramref name="sequence"/> on that lies in no range.</summary>
        public long FirstOutside(long sequence)
        {
            // A turn for every range, because they may stand in any order.
            for (int turn = 0; turn < Count; turn++)
            {
                for (int i = 0; i < Count; i++)
                {
                    if (sequence >= _first[i] && sequence <= _last[i])
                    {
                        sequence = _last[i] + 1;
                    }
                }
            }

            return sequence;
        }

        public void CopyFrom(SequenceRanges other)
        {
            Count = other.Count;
            for (int i = 0; i < Count; i++)
            {
                _first[i] = other._first[i];
                _last[i] = other._last[i];
            }
        }

        public bool Contains(long sequence)
        {
            for (int i = 0; i < Count; i++)
            {
                if (sequence >= _first[i] && sequence <= _last[i])
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>How many sequences from <paramref name="first"/> to <paramref name="last"/> lie in a range. Ranges must not overlap.</summary>
        public long CountWithin(long first, long last)
        {
            long count = 0;
            for (int i = 0; i < Count; i++)
            {
                long from = _first[i] > first ? _first[i] : first;
                long to = _last[i] < last ? _last[i] : last;
                if (to >= from)
                {
                    count += to - from + 1;
                }
            }

            return count;
        }

        /// <summary>Forgets what lies at or below <paramref name="sequence"/>.</summary>
        public void DropThrough(long sequence)
        {
            int kept = 0;
            for (int i = 0; i < Count; i++)
            {
                if (_last[i] > sequence)
                {
                    _first[kept] = _first[i] > sequence ? _first[i] : sequence + 1;
                    _last[kept] = _last[i];
                    kept++;
                }
            }

            Count = kept;
        }

        /// <summary>Writes <c>[[3,3],[7,9]]</c>.</summary>
        public void Write(ByteWriter writer)
        {
            writer.Byte((byte)'[');
            for (int i = 0; i < Count; i++)
            {
                writer.Text(i == 0 ? "[" : ",[");
                writer.Number(_first[i]);
                writer.Byte((byte)',');
                writer.Number(_last[i]);
                writer.Byte((byte)']');
            }

            writer.Byte((byte)']');
        }
    }
}
