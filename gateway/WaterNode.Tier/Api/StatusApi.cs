using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WaterNode.Tier.Store;
using WaterNode.Tier.Uplink;

namespace WaterNode.Tier.Api;

/// <summary><c>GET /healthz</c>, <c>GET /api/v1/status</c> and <c>POST /api/v1/sync</c>.</summary>
public static class StatusApi
{
    /// <param name="State">none, up, down, unauthorized.</param>
    /// <param name="BytesSent">Since the database was made.</param>
    /// <param name="LastError">A sentence for the operator; null when the last exchange went well.</param>
    public sealed record Link(string State, DateTimeOffset? LastSuccess, long BytesSent, string? LastError);

    /// <param name="Bytes">Size of the database on disk.</param>
    /// <param name="CapacityDays">Days until the disk is full at the present pace; null while that is unknown.</param>
    public sealed record Buffer(long Bytes, double? CapacityDays);

    /// <summary>Counts of records since the database was made.</summary>
    /// <param name="Pending">Records that the parent does not have yet; 0 at the top of the chain.</param>
    /// <param name="OldestPending">When the oldest record that the parent does not have yet was received; null when nothing is pending.</param>
    /// <param name="Time">This tier's calendar, by which the ages in the API are told.</param>
    public sealed record Answer(long Received, long Committed, long Duplicates, long Quarantined, long Pending, long Synced, long Refused,
        Link Link, DateTimeOffset? OldestPending, Buffer Buffer, string Db, DateTimeOffset Time);

    public static void Map(IEndpointRouteBuilder routes, TierSources sources)
    {
        routes.MapGet("/healthz", async (HttpContext context) =>
        {
            var status = await sources.Queries.Status(context.RequestAborted);
            return status.WriteFault is { } fault
                ? Problems.Of(StatusCodes.Status503ServiceUnavailable, "Readings cannot be stored.", fault)
                : Results.Ok(new { status = "ok" });
        });
        routes.MapGet("/api/v1/status", async (HttpContext context) =>
        {
            if (new Query(context.Request.Query).Problem() is { } problem) return problem;
            return Results.Ok(View(await sources.Queries.Status(context.RequestAborted), sources));
        });
        routes.MapPost("/api/v1/sync", () =>
        {
            if (sources.Uplink is not { } uplink)
                return Problems.Of(StatusCodes.Status409Conflict, "There is nowhere to send to.",
                    "This program was started without a parent tier, so its readings stay here. Start it with the parent's URL and token to send them on.");
            uplink.SyncNow();
            return Results.Accepted();
        });
    }

    private static Answer View(StoreStatus status, TierSources sources)
    {
        var link = sources.Uplink?.Status ?? LinkStatus.None;
        double? days = status.CapacityDays is { } capacity ? Math.Round(capacity, 1) : null;
        return new(status.Received, status.Committed, status.Duplicates, status.Quarantined, sources.IsTop ? 0 : status.Pending, status.Synced, status.Refused,
            new(link.State, link.LastSuccess, status.BytesSent, link.LastError), UnixTime.FromSeconds(sources.IsTop ? null : status.OldestPending),
            new(status.BufferBytes, days), sources.DatabaseId, sources.Time.GetUtcNow());
    }
}
