namespace WaterNode.Cli.Demo;

/// <summary>When the uplink of a demonstration is down: a few outages, spread over the run, that add up to the share asked for.</summary>
/// <param name="run">Length of the run.</param>
/// <param name="share">Share of the run without uplink, 0 to 1.</param>
public sealed class OutagePlan(TimeSpan run, double share)
{
    /// <summary>An outage begins about this often, so that a short run has one and a long run several.</summary>
    private static readonly TimeSpan PeriodMax = TimeSpan.FromSeconds(20);

    private readonly TimeSpan _period = run / Math.Max(1, Math.Ceiling(run / PeriodMax));

    /// <summary>In every period the link works first, so that one sees it both ways.</summary>
    public bool IsDown(TimeSpan elapsed)
    {
        if (share <= 0 || elapsed >= run) return false;
        var within = TimeSpan.FromTicks(elapsed.Ticks % _period.Ticks);
        return within >= _period * (1 - share);
    }
}
