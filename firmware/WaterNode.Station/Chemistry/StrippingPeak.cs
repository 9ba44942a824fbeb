using System;

namespace WaterNode.Station.Chemistry
{
    /// <summary>One peak of a voltammogram over the straight line between its flanking minima.</summary>
    /// <remarks>The three places are found on the scan with the larger peak and then used for all scans of a run, so that the height of a
    /// peak near zero is an unbiased sum of currents and may be negative.</remarks>
    public sealed class StrippingPeak
    {
        /// <summary>Points that are averaged at each of the three places.</summary>
        public const int AveragedPoints = 5;

        private const int Half = AveragedPoints / 2;

        /// <summary>Index of the flanking minimum at the lower potential.</summary>
        public int Left { get; private set; }

        /// <summary>Index of the top.</summary>
        public int Top { get; private set; }

        /// <summary>Index of the flanking minimum at the higher potential.</summary>
        public int Right { get; private set; }

        /// <summary>Finds the peak between two indices of a scan.</summary>
        /// <param name="picoAmperes">Net current of each point.</param>
        /// <param name="first">First index of the window.</param>
        /// <param name="last">Last index of the window.</param>
        /// <returns>False when the window is too narrow or outside the scan, or nothing in it rises above its ends.</returns>
        public bool TryLocate(int[] picoAmperes, int first, int last)
        {
            first += Half;
            last -= Half;
            if (first < Half || last > picoAmperes.Length - 1 - Half || last - first < 2 * AveragedPoints)
            {
                return false;
            }

            // The chord between the ends of the window takes away a sloping background, whose lowest point would otherwise be an end.
            Left = first;
            Right = last;
            Top = Extreme(picoAmperes, first, last, first, last, 1);
            if (Top - first < AveragedPoints || last - Top < AveragedPoints)
            {
                return false;
            }

            int left = Extreme(picoAmperes, first, last, first, Top, -1);
            int right = Extreme(picoAmperes, first, last, Top, last, -1);
            Left = left;
            Right = right;
            return Top - left >= AveragedPoints && right - Top >= AveragedPoints;
        }

        /// <summary>Height of the peak in a scan with the same potentials, pA.</summary>
        public double Height(int[] picoAmperes)
        {
            return HeightAt(picoAmperes, Top);
        }

        /// <summary>Height of another place of the peak over the same line, pA.</summary>
        public double HeightAt(int[] picoAmperes, int index)
        {
            return AboveLine(picoAmperes, index, Left, Right);
        }

        /// <summary>Distance from the top to where the peak has fallen to half of its height, towards higher potentials.</summary>
        /// <returns>Points, from 1 to the flank's own length.</returns>
        public int HalfWidth(int[] picoAmperes)
        {
            double half = Height(picoAmperes) / 2;
            int at = Top + 1;
            while (at < Right && AboveLine(picoAmperes, at, Left, Right) > half)
            {
                at++;
            }

            return at - Top;
        }

        /// <summary>Standard uncertainty of a height by the noise of the scan, pA.</summary>
        /// <remarks>The second difference of a smooth curve is small, that of white noise has six times its variance. The height adds a mean
        /// of five points and, over the line, about half the variance of such a mean.</remarks>
        public static double Noise(int[] picoAmperes)
        {
            int count = picoAmperes.Length - 2;
            if (count < 1)
            {
                return 0;
            }

            double sum = 0;
            for (int i = 1; i <= count; i++)
            {
                double second = (double)picoAmperes[i - 1] - (2.0 * picoAmperes[i]) + picoAmperes[i + 1];
                sum += second * second;
            }

            return Math.Sqrt(sum / (6.0 * count) * 1.5 / AveragedPoints);
        }

        /// <summary>Index of the highest (sign 1) or lowest (sign -1) point above the line from <paramref name="lineFirst"/> to <paramref name="lineLast"/>.</summary>
        private static int Extreme(int[] picoAmperes, int lineFirst, int lineLast, int first, int last, int sign)
        {
            int best = first;
            double bestHeight = sign * AboveLine(picoAmperes, first, lineFirst, lineLast);
            for (int i = first + 1; i <= last; i++)
            {
                double height = sign * AboveLine(picoAmperes, i, lineFirst, lineLast);
                if (height > bestHeight)
                {
                    best = i;
                    bestHeight = height;
                }
            }

            return best;
        }

        /// <summary>Height of a place above the straight line between two others, each as a mean of <see cref="AveragedPoints"/>, pA.</summary>
        internal static double AboveLine(int[] picoAmperes, int index, int lineFirst, int lineLast)
        {
            double start = Mean(picoAmperes, lineFirst);
            double end = Mean(picoAmperes, lineLast);
            double line = start + ((end - start) * (index - lineFirst) / (lineLast - lineFirst));
            return Mean(picoAmperes, index) - line;
        }

        internal static double Mean(int[] picoAmperes, int index)
        {
            double sum = 0;
            for (int i = index - Half; i <= index + Half; i++)
            {
                sum += picoAmperes[i];
            }

            return sum / AveragedPoints;
        }
    }
}
