using System;

namespace WaterNode.Station.Tests.Chemistry
{
    /// <summary>Voltammograms drawn by hand: 176 points from -300 to 400 mV, as the default configuration asks for.</summary>
    internal static class DrawnScan
    {
        public const int Points = 176;

        /// <param name="peak">Height of a Gaussian at 20 mV, 25 mV wide, pA.</param>
        /// <param name="tilt">Of the background, pA per mV.</param>
        /// <param name="curvature">Of the background, pA per squared mV; above 0 it sags between the ends.</param>
        /// <param name="copper">Height of a second Gaussian, pA, at <paramref name="copperMilliVolts"/>.</param>
        public static int[] Of(double peak, double tilt, double curvature, double copper, double copperMilliVolts)
        {
            int[] scan = new int[Points];
            for (int i = 0; i < Points; i++)
            {
                scan[i] = (int)PicoAmperesAt(i, peak, tilt, curvature, copper, copperMilliVolts);
            }

            return scan;
        }

        public static double PicoAmperesAt(int point, double peak, double tilt, double curvature, double copper, double copperMilliVolts)
        {
            double milliVolts = -300 + (4 * point);
            return 60000 + (tilt * milliVolts) + (curvature * milliVolts * milliVolts)
                + Gauss(peak, milliVolts - 20) + Gauss(copper, milliVolts - copperMilliVolts);
        }

        private static double Gauss(double height, double distance)
        {
            return height * Math.Exp(-distance * distance / (2 * 25 * 25));
        }
    }
}
