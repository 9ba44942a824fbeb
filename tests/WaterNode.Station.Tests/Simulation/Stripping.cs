namespace WaterNode.Station.Tests.Simulation;

/// <summary>Voltammograms drawn by hand: 176 points from -300 to 400 mV, as the default configuration asks for.</summary>
internal static class Stripping
{
    public const int Points = 176;

    public static double MilliVoltsOf(int point) => -300 + 4 * point;

    /// <param name="peak">Height of a Gaussian at 20 mV, 25 mV wide, pA.</param>
    /// <param name="curvature">Of the background, pA per squared mV; above 0 it sags between the ends.</param>
    /// <param name="tilt">Of the background, pA per mV.</param>
    public static int[] Scan(double peak, double tilt = 80, double curvature = 0, double noise = 0, double copper = 0, double copperMilliVolts = 220, int seed = 1)
    {
        var random = new Random(seed);
        var scan = new int[Points];
        for (var i = 0; i < Points; i++)
        {
            var milliVolts = MilliVoltsOf(i);
            scan[i] = (int)Math.Round(60_000 + tilt * milliVolts + curvature * milliVolts * milliVolts
                + Gauss(peak, milliVolts - 20) + Gauss(copper, milliVolts - copperMilliVolts) + noise * (random.NextDouble() + random.NextDouble() - 1) * Math.Sqrt(6));
        }
        return scan;
    }

    private static double Gauss(double height, double distance) => height * Math.Exp(-distance * distance / (2 * 25 * 25));
}
