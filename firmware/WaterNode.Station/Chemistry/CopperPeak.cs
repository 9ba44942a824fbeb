namespace WaterNode.Station.Chemistry
{
    /// <summary>A second peak beside the arsenic peak, at higher potentials: copper strips from gold there and is what disturbs arsenic (Chadima 2000).</summary>
    public sealed class CopperPeak
    {
        /// <summary>Tops of two peaks of one width are resolved from four standard deviations on (resolution 1); half the height lies at 1.18 of them.</summary>
        private const double ResolvedHalfWidths = 3.4;

        /// <summary>Index of the top.</summary>
        public int Top { get; private set; }

        /// <summary>Height over the straight line between its own flanking minima, pA.</summary>
        public double Height { get; private set; }

        /// <summary>Looks for the highest rise that falls again, from the arsenic peak on.</summary>
        /// <param name="picoAmperes">A scan of the sample.</param>
        /// <param name="arsenic">Where the arsenic peak stands. Its line, continued, takes away the slope of the background; the rise to the oxidation of gold does not fall again and is no peak.</param>
        /// <param name="last">Last index looked at.</param>
        /// <returns>False when nothing rises and falls.</returns>
        public bool TryLocate(int[] picoAmperes, StrippingPeak arsenic, int last)
        {
            int end = picoAmperes.Length - 1 - (StrippingPeak.AveragedPoints / 2);
            end = last < end ? last : end;
            double tilt = (StrippingPeak.Mean(picoAmperes, arsenic.Right) - StrippingPeak.Mean(picoAmperes, arsenic.Left)) / (arsenic.Right - arsenic.Left);
            int low = arsenic.Top;
            double lowValue = StrippingPeak.Mean(picoAmperes, low);
            int top = low;
            double topValue = lowValue;
            double best = 0;
            Height = 0;
            Top = arsenic.Top;
            for (int i = arsenic.Top + 1; i <= end; i++)
            {
                double value = StrippingPeak.Mean(picoAmperes, i) - (tilt * (i - arsenic.Top));
                if (value < lowValue)
                {
                    low = i;
                    lowValue = value;
                    top = i;
                    topValue = value;
                }
                else if (value > topValue)
                {
                    top = i;
                    topValue = value;
                }

                // The lower of the two flanks says how far the rise stands out.
                double rise = topValue - lowValue;
                double fall = topValue - value;
                double prominence = rise < fall ? rise : fall;
                if (prominence > best && low < top)
                {
                    best = prominence;
                    Top = top;
                    Height = StrippingPeak.AboveLine(picoAmperes, top, low, i);
                }
            }

            return Height > 0;
        }

        /// <summary>True when the foot of this peak reaches under the arsenic peak.</summary>
        /// <param name="halfWidth">Of the arsenic peak, in points, see <see cref="StrippingPeak.HalfWidth"/>.</param>
        public bool Overlaps(StrippingPeak arsenic, int halfWidth)
        {
            return Top - arsenic.Top < ResolvedHalfWidths * halfWidth;
        }
    }
}
