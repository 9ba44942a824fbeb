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
    Matrix = 9,
    Bottles = 10,
}

/// <summary>Random numbers that only the seed decides.</summary>
public static class Seeds
{
    /// <param name="stationIndex">1, 2, 3 ... within a run.</param>
    /// <remarks>Stirred by SplitMix64: the first draws of <see cref="Random"/> with neighbouring seeds lie on a line, and the specimens of one
    /// station would belong together in every station.</remarks>
    public static Random Stream(int seed, int stationIndex, SeedUse use)
    {
        var mixed = Stir(Stir(Stir((uint)seed) ^ (uint)stationIndex) ^ (uint)use);
        return new Random((int)(mixed >> 33));
    }

    private static ulong Stir(ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
            return state ^ (state >> 31);
        }
    }

    /// <summary>A draw from the normal distribution (Box-Muller).</summary>
    /// <param name="deviation">Standard deviation.</param>
    public static double NextNormal(this Random random, double deviation)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return deviation * radius * Math.Cos(2 * Math.PI * random.NextDouble());
    }

    /// <summary>A draw from the even distribution over plus and minus <paramref name="limit"/>.</summary>
    public static double NextWithin(this Random random, double limit) => (2 * random.NextDouble() - 1) * limit;

    /// <summary>A draw from the even distribution.</summary>
    public static double NextBetween(this Random random, double low, double high) => low + random.NextDouble() * (high - low);

    /// <summary>A draw whose logarithm is evenly distributed.</summary>
    /// <param name="low">Above 0.</param>
    public static double NextLogBetween(this Random random, double low, double high) => low * Math.Pow(high / low, random.NextDouble());
}
