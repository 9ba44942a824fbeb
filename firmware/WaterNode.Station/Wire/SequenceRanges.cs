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

        /// <summary>Adds a range; what it overlaps or touches becomes one range with it.</summary>
        /// <returns>False when there is no room, or the range is none.</returns>
        public bool TryAdd(long first, long last)
        {
            if (first < 1 || last < first)
            {
                return false;
            }

            for (int i = Count - 1; i >= 0; i--)
            {
                if (first <= _last[i] + 1 && last >= _first[i] - 1)
                {
                    first = _first[i] < first ? _first[i] : first;
                    last = _last[i] > last ? _last[i] : last;
                    RemoveAt(i);

                    // The range has grown and may now touch one that was passed already.
                    i = Count;
                }
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

        /// <summary>The lowest beginning of a range above a sequence, or <paramref name="end"/> when that is lower.</summary>
        public long NextFirst(long sequence, long end)
        {
            long next = end;
            for (int i = 0; i < Count; i++)
            {
                if (_first[i] > sequence && _first[i] < next)
                {
                    next = _first[i];
                }
            }

            return next;
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

        private void RemoveAt(int index)
        {
            Count--;
            for (int i = index; i < Count; i++)
            {
                _first[i] = _first[i + 1];
                _last[i] = _last[i + 1];
            }
        }
    }
}
