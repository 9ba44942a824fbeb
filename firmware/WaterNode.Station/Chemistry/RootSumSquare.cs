using System;

namespace WaterNode.Station.Chemistry
{
    /// <summary>Combines independent standard uncertainties (JCGM 100, 5.1.2).</summary>
    public static class RootSumSquare
    {
        public static double Of(double a, double b)
        {
            return Math.Sqrt((a * a) + (b * b));
        }

        public static double Of(double a, double b, double c)
        {
            return Math.Sqrt((a * a) + (b * b) + (c * c));
        }

        public static double Of(double a, double b, double c, double d)
        {
            return Math.Sqrt((a * a) + (b * b) + (c * c) + (d * d));
        }
    }
}
