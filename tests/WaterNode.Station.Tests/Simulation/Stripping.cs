using WaterNode.Station.Tests.Chemistry;

namespace WaterNode.Station.Tests.Simulation;

/// <summary>Voltammograms drawn by hand, with noise.</summary>
internal static class Stripping
{
    public const int Points = DrawnScan.Points;

    /// <param name="noise">Standard deviation of each point, pA; the rest as in <see cref="DrawnScan"/>.</param>
    public static int[] Scan(double peak, double tilt = 80, double curvature = 0, double noise = 0, double copper = 0, double copperMilliVolts = 220, int seed = 1)
    {
        var random = new Random(seed);
        var scan = new int[Points];
        for (var i = 0; i < Points; i++)
        {
            var quiet = DrawnScan.PicoAmperesAt(i, peak, tilt, curvature, copper, copperMilliVolts);
            scan[i] = (int)Math.Round(quiet + noise * (random.NextDouble() + random.NextDouble() - 1) * Math.Sqrt(6));
        }
        return scan;
    }
}
