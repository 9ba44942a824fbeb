using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WaterNode.Station.Wire;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Api;

/// <summary><c>GET /api/v1/events?station=&amp;type=&amp;limit=&amp;before=</c>: what the stations told besides readings, newest arrival first.</summary>
public static class EventsApi
{
    private const int TypeLengthMax = 48;

    /// <param name="Event">As the station wrote it; its members are listed in firmware/README.md.</param>
    public sealed record Entry(long Number, string Station, string Gen, long Seq, DateTimeOffset? Time, string? Type, JsonElement Event, DateTimeOffset Received);

    /// <param name="Next">Give it as <c>before</c> to go on; null at the end.</param>
    public sealed record Page(IReadOnlyList<Entry> Events, long? Next);

    public static void Map(IEndpointRouteBuilder routes, IStoreQueries queries) =>
        routes.MapGet("/api/v1/events", async (HttpContext context) =>
        {
            var query = new Query(context.Request.Query);
            var filter = new EventFilter(query.Station("station"), query.Text("type"), query.Limit("limit"), query.Number("before"));
            if (filter.Type?.Length > TypeLengthMax) query.Refuse("type", $"type must be a word of up to {TypeLengthMax} letters, for example calibration.");
            if (query.Problem() is { } problem) return problem;

            var events = await queries.Events(filter, context.RequestAborted);
            return Results.Ok(new Page(events.Select(View).ToList(), events.Count == filter.Limit ? events[^1].Number : null));
        });

    private static Entry View(StoredEvent stored)
    {
        var content = JsonElement.Parse(stored.Json);
        return new(stored.Number, stored.Id.Station, stored.Id.GenerationText, stored.Id.Sequence, UnixTime.FromSeconds(stored.Time),
            content.TryGetProperty("type", out var type) ? type.GetString() : null, content, UnixTime.FromMilliseconds(stored.Received));
    }
}
