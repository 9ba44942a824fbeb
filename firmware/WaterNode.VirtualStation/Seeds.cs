namespace WaterNode.Simulation;

/// <summary>What a stream of random numbers is for: each has its own, so that one more draw here changes nothing there.</summary>
public enum SeedUse
{
    Water = 1,
    Electrodes = 2,
    Calibration = 3,
    Arsenic = 4,
    Doses = 5,
    Converter = 6,
    TemperatureProbe = 7,
    Potentiostat = 8,
}

/// <summary>Random numbers that only the seed decides.</summary>
public static class Seeds
{
    /// <param name="stationIndex">1, 2, 3 ... within a run.</param>
    public static Random Stream(int seed, int stationIndex, SeedUse use) =>
        new(unchecked(((seed * 7919) + stationIndex) * 104729 + (int)use));

    /// <summary>A draw from the normal distribution (Box-Muller).</summary>
    /// <param name="deviation">Standard deviation.</param>
    public static double NextNormal(this Random random, double deviation)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return deviation * radius * Math.Cos(2 * Math.PI * random.NextDouble());
    }

    /// <summary>A draw from the even distribution over plus and minus <paramref name="limit"/>.</summary>
    public static double NextWithin(this Random random, double limit) => (2 * random.NextDouble() - 1) * limit;
}
