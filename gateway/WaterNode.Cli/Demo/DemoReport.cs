using System.Text.Json;
using System.Text.Json.Serialization;

namespace WaterNode.Cli.Demo;

/// <summary>What a demonstration did, in counts of records and events.</summary>
/// <param name="Measured">Measuring cycles that the stations began.</param>
/// <param name="Journaled">Records and events in the stations' flash journals.</param>
/// <param name="Acknowledged">Of these, marked by the gateway's <c>ack</c>.</param>
/// <param name="Committed">On the gateway's disk.</param>
/// <param name="Synced">Confirmed by the platform.</param>
/// <param name="Duplicates">Arrived at the gateway again; sending again is safe.</param>
/// <param name="Lost">Journaled and not on the top platform exactly once.</param>
/// <param name="DurationSeconds">Wall time including the drain, s.</param>
public sealed record DemoReport(int Stations, long Measured, long Journaled, long Acknowledged, long Committed, long Synced, long Duplicates,
    long Quarantined, long Lost, double DurationSeconds, Uri GatewayUrl, Uri PlatformUrl)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    public string ToJson() => JsonSerializer.Serialize(this, Indented);
}
