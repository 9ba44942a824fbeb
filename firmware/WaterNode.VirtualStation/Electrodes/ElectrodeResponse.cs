namespace WaterNode.Simulation.Electrodes;

/// <summary>First-order settling: a sensor follows its solution with a time constant, so that it matters when the station reads it.</summary>
/// <param name="random">Decides where it begins after the analogue rail was off.</param>
/// <param name="awakeDeviation">How far from the truth an input stands when its front end has just been switched on: standard deviation, in the unit followed.</param>
public sealed class ElectrodeResponse(Random random, double awakeDeviation)
{
    /// <summary>After so long without a conversion the station slept, and its analogue rail was off.</summary>
    private static readonly TimeSpan AsleepAfter = TimeSpan.FromMinutes(2);

    private double _from;
    private DateTimeOffset _since = DateTimeOffset.MinValue;
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    /// <summary>The solution changed: from now on the sensor moves away from what it shows.</summary>
    public void Restart(double from, DateTimeOffset at)
    {
        _from = from;
        _since = _readAt = at;
    }

    /// <param name="target">What it would show in the end.</param>
    /// <param name="timeConstantSeconds">Above 0.</param>
    /// <returns>What it shows at <paramref name="now"/>.</returns>
    public double Follow(double target, double timeConstantSeconds, DateTimeOffset now)
    {
        if (now - _readAt > AsleepAfter) Restart(target + random.NextNormal(awakeDeviation), now);
        var shown = target + (_from - target) * Math.Exp(-(now - _since).TotalSeconds / timeConstantSeconds);
        Restart(shown, now);
        return shown;
    }
}
