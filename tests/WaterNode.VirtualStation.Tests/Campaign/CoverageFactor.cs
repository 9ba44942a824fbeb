namespace WaterNode.Simulation.Tests.Campaign;

/// <summary>The two-sided 95 % factor that belongs to a one-sided one: the station states the latter, for its guard band.</summary>
internal static class CoverageFactor
{
    // Student's t for 1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 60 and infinitely many degrees of freedom (JCGM 100, table G.2, and its one-sided companion).
    private static readonly (double OneSided, double TwoSided)[] Table =
    [
        (1.645, 1.960), (1.671, 2.000), (1.697, 2.042), (1.725, 2.086), (1.753, 2.131), (1.812, 2.228), (1.860, 2.306),
        (1.943, 2.447), (2.015, 2.571), (2.132, 2.776), (2.353, 3.182), (2.920, 4.303), (6.314, 12.706),
    ];

    public static double TwoSided(double oneSided)
    {
        for (var i = 1; i < Table.Length; i++)
        {
            var (low, high) = (Table[i - 1], Table[i]);
            if (oneSided > high.OneSided) continue;
            var share = Math.Max(0, (oneSided - low.OneSided) / (high.OneSided - low.OneSided));
            return low.TwoSided + share * (high.TwoSided - low.TwoSided);
        }
        return Table[^1].TwoSided;
    }
}
