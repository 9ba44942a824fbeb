namespace WaterNode.Station.Chemistry
{
    /// <summary>Student's t where an uncertainty rests on few observations (JCGM 100, annex G).</summary>
    public static class StudentT
    {
        /// <summary>One-sided 95 % of the normal distribution, in thousandths.</summary>
        public const int NormalThousandths = 1645;

        /// <summary>A hundredth of a thousandth is no reason to round up.</summary>
        private const double RoundingNoise = 0.01;

        private static readonly int[] Degrees = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30, 60, 120 };

        private static readonly int[] Thousandths = { 6314, 2920, 2353, 2132, 2015, 1943, 1895, 1860, 1833, 1812, 1782, 1753, 1725, 1697, 1671, 1658 };

        /// <summary>The factor beyond which a value lies with 5 % probability on one side.</summary>
        /// <param name="degreesOfFreedom">Of any size; less than 1 counts as 1.</param>
        /// <returns>t in thousandths, rounded up: 6314 for 1 degree of freedom, 2132 for 4, 1645 for very many.</returns>
        /// <remarks>Between the lines of the table by interpolation in 1/degrees, which is never below the true value: t is convex in it.</remarks>
        public static int OneSided95Thousandths(double degreesOfFreedom)
        {
            if (degreesOfFreedom <= Degrees[0])
            {
                return Thousandths[0];
            }

            int i = 1;
            while (i < Degrees.Length && degreesOfFreedom > Degrees[i])
            {
                i++;
            }

            bool isBeyond = i == Degrees.Length;
            double inverse = 1 / degreesOfFreedom;
            double few = 1.0 / Degrees[i - 1];
            double many = isBeyond ? 0 : 1.0 / Degrees[i];
            int atMany = isBeyond ? NormalThousandths : Thousandths[i];
            double t = atMany + ((Thousandths[i - 1] - atMany) * (inverse - many) / (few - many));
            return (int)System.Math.Ceiling(t - RoundingNoise);
        }
    }
}
