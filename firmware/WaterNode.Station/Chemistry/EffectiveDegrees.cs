namespace WaterNode.Station.Chemistry
{
    /// <summary>Degrees of freedom of a combined uncertainty by Welch and Satterthwaite (JCGM 100, G.4.1).</summary>
    public static class EffectiveDegrees
    {
        /// <summary>More than this is as good as the normal distribution.</summary>
        public const double Many = 1e6;

        /// <param name="combined">The combined standard uncertainty, above 0.</param>
        /// <param name="first">A component that rests on observations.</param>
        /// <param name="firstDegrees">Its degrees of freedom, above 0.</param>
        /// <param name="second">Another one; all other components count as exactly known.</param>
        /// <param name="secondDegrees">Its degrees of freedom, above 0.</param>
        /// <returns>From about the smaller of the two up to <see cref="Many"/>.</returns>
        public static double Of(double combined, double first, double firstDegrees, double second, double secondDegrees)
        {
            if (combined <= 0)
            {
                return Many;
            }

            double sum = (Fourth(first / combined) / firstDegrees) + (Fourth(second / combined) / secondDegrees);
            return sum * Many > 1 ? 1 / sum : Many;
        }

        private static double Fourth(double value)
        {
            return value * value * value * value;
        }
    }
}
