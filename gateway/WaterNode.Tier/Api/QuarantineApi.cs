using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Api;

/// <summary><c>GET /api/v1/quarantine?limit=&amp;before=</c>: what could not be taken as a reading, whole, newest first.</summary>
public static class QuarantineApi
{
    /// <summary>Entries hold whole payloads of up to 64 KiB, so a page is cut here whatever the limit asked for; <c>next</c> says that there is more.</summary>
    private const int PageEntriesMax = 1_000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="Payload">The bytes as text; null when they are not UTF-8 text.</param>
    /// <param name="PayloadBase64">The bytes where <paramref name="Payload"/> is null.</param>
    /// <param name="Times">How often the identical bytes arrived.</param>
    public sealed record Entry(long Number, string? Station, string? Gen, long? Seq, string Source, string Reason, string Detail,
        string? Payload, string? PayloadBase64, DateTimeOffset Received, long Times);

    /// <param name="Next">Give it as <c>before</c> to go on; null at the end.</param>
    public sealed record Page(IReadOnlyList<Entry> Quarantine, long? Next);

    public static void Map(IEndpointRouteBuilder routes, IStoreQueries queries) =>
        routes.MapGet("/api/v1/quarantine", async (HttpContext context) =>
        {
            var query = new Query(context.Request.Query);
            var limit = Math.Min(query.Limit("limit"), PageEntriesMax);
            var before = query.Number("before");
            if (query.Problem() is { } problem) return problem;

            var entries = await queries.Quarantine(limit, before, context.RequestAborted);
            return Results.Ok(new Page(entries.Select(View).ToList(), entries.Count == limit ? entries[^1].Number : null));
        });

    private static Entry View(QuarantineEntry entry)
    {
        var text = AsText(entry.Payload);
        return new(entry.Number, entry.Station, entry.Id?.GenerationText, entry.Id?.Sequence, entry.Source, entry.Reason, entry.Detail,
            text, text is null ? Convert.ToBase64String(entry.Payload) : null, UnixTime.FromMilliseconds(entry.Received), entry.Times);
    }

    private static string? AsText(byte[] payload)
    {
        try { return StrictUtf8.GetString(payload); }
        catch (DecoderFallbackException) { return null; }
    }
}
