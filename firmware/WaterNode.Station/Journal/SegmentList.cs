using System;

namespace WaterNode.Station.Journal
{
    /// <summary>What is known of the journal's files, oldest first.</summary>
    public sealed class SegmentList
    {
        private readonly int[] _numbers = new int[NumberedFiles.Max];
        private readonly int[] _lengths = new int[NumberedFiles.Max];
        private readonly long[] _firstSequences = new long[NumberedFiles.Max];

        public int Count { get; private set; }

        public bool IsFull
        {
            get { return Count == NumberedFiles.Max; }
        }

        public long TotalBytes
        {
            get
            {
                long total = 0;
                for (int i = 0; i < Count; i++)
                {
                    total += _lengths[i];
                }

                return total;
            }
        }

        /// <param name="numbers">File numbers, ascending.</param>
        public void Begin(int[] numbers, int count)
        {
            Array.Copy(numbers, 0, _numbers, 0, count);
            Count = count;
        }

        /// <summary>Adds the file after the newest one. The list must not be full.</summary>
        public void AddNext(long firstSequence)
        {
            _numbers[Count] = Count > 0 ? _numbers[Count - 1] + 1 : 1;
            _lengths[Count] = 0;
            _firstSequences[Count] = firstSequence;
            Count++;
        }

        public void RemoveOldest()
        {
            Count--;
            Array.Copy(_numbers, 1, _numbers, 0, Count);
            Array.Copy(_lengths, 1, _lengths, 0, Count);
            Array.Copy(_firstSequences, 1, _firstSequences, 0, Count);
        }

        /// <summary>Number in the file's name.</summary>
        public int Number(int index)
        {
            return _numbers[index];
        }

        /// <summary>Length of the file, bytes.</summary>
        public int Length(int index)
        {
            return _lengths[index];
        }

        public void SetLength(int index, int bytes)
        {
            _lengths[index] = bytes;
        }

        /// <summary>First sequence in the file; that of the next file when it holds none.</summary>
        public long FirstSequence(int index)
        {
            return _firstSequences[index];
        }

        public void SetFirstSequence(int index, long sequence)
        {
            _firstSequences[index] = sequence;
        }

        /// <summary>Index of the file that holds a sequence, if any does.</summary>
        public int IndexOf(long sequence)
        {
            int index = Count - 1;
            while (index > 0 && _firstSequences[index] > sequence)
            {
                index--;
            }

            return index < 0 ? 0 : index;
        }
    }
}
