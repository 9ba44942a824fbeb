using System;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Sensing
{
    /// <summary>What the last arsenic runs showed: heights of blanks, which tell the limit of detection, and sensitivities, which tell an electrode that changes.</summary>
    public sealed class ArsenicHistory
    {
        /// <summary>Blanks from which a standard deviation is believed (measurement.md, section 5).</summary>
        public const int BlanksMin = 7;

        /// <summary>Runs from which a median of sensitivities is believed.</summary>
        public const int SlopesMin = 3;

        private const int BlanksMax = 16;
        private const int SlopesMax = 9;

        private readonly int[] _blanks = new int[BlanksMax];
        private readonly int[] _slopes = new int[SlopesMax];
        private readonly int[] _sorted = new int[SlopesMax];

        private int _blankCount;
        private int _slopeCount;

        /// <summary>Blank heights known.</summary>
        public int BlankCount
        {
            get { return _blankCount; }
        }

        /// <summary>Runs whose sensitivity is known.</summary>
        public int SlopeCount
        {
            get { return _slopeCount; }
        }

        /// <summary>Takes the blanks and the sensitivity of a run whose line was good.</summary>
        /// <param name="firstBlank">pA.</param>
        /// <param name="secondBlank">pA.</param>
        /// <param name="slope">pA per microgram per litre in the cell.</param>
        public void Note(double firstBlank, double secondBlank, double slope)
        {
            _blankCount = Push(_blanks, _blankCount, firstBlank);
            _blankCount = Push(_blanks, _blankCount, secondBlank);
            _slopeCount = Push(_slopes, _slopeCount, slope);
        }

        /// <summary>Standard deviation of one blank height.</summary>
        /// <returns>False below <see cref="BlanksMin"/>.</returns>
        public bool TryBlankDeviation(out double picoAmperes)
        {
            picoAmperes = 0;
            if (_blankCount < BlanksMin)
            {
                return false;
            }

            double sum = 0;
            for (int i = 0; i < _blankCount; i++)
            {
                sum += _blanks[i];
            }

            double mean = sum / _blankCount;
            double squares = 0;
            for (int i = 0; i < _blankCount; i++)
            {
                squares += (_blanks[i] - mean) * (_blanks[i] - mean);
            }

            picoAmperes = Math.Sqrt(squares / (_blankCount - 1));
            return true;
        }

        /// <summary>Median sensitivity of the recent runs.</summary>
        /// <param name="slope">pA per microgram per litre in the cell; 0 when there was no run yet.</param>
        /// <returns>False below <see cref="SlopesMin"/>: good for sizing an addition, not for judging.</returns>
        public bool TryMedianSlope(out double slope)
        {
            for (int i = 0; i < _slopeCount; i++)
            {
                int place = i;
                while (place > 0 && _sorted[place - 1] > _slopes[i])
                {
                    _sorted[place] = _sorted[place - 1];
                    place--;
                }

                _sorted[place] = _slopes[i];
            }

            slope = _slopeCount > 0 ? _sorted[_slopeCount / 2] : 0;
            return _slopeCount >= SlopesMin;
        }

        /// <summary>Up to 102 bytes.</summary>
        public void Write(ByteWriter writer)
        {
            Write(_blanks, _blankCount, writer);
            Write(_slopes, _slopeCount, writer);
        }

        public void Read(ByteReader reader)
        {
            _blankCount = Read(reader, _blanks);
            _slopeCount = Read(reader, _slopes);
        }

        /// <summary>Appends a number; when there is no room the oldest goes.</summary>
        private static int Push(int[] numbers, int count, double number)
        {
            if (count == numbers.Length)
            {
                Array.Copy(numbers, 1, numbers, 0, count - 1);
                count--;
            }

            double bound = int.MaxValue;
            numbers[count] = (int)(number > bound ? bound : number < -bound ? -bound : number);
            return count + 1;
        }

        private static void Write(int[] numbers, int count, ByteWriter writer)
        {
            writer.Byte((byte)count);
            for (int i = 0; i < count; i++)
            {
                writer.UInt32(numbers[i]);
            }
        }

        private static int Read(ByteReader reader, int[] numbers)
        {
            int count = reader.Byte();
            int kept = 0;
            for (int i = 0; i < count && !reader.Failed; i++)
            {
                int number = reader.Int32();
                if (kept < numbers.Length)
                {
                    numbers[kept] = number;
                    kept++;
                }
            }

            return reader.Failed ? 0 : kept;
        }
    }
}
