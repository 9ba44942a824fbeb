using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Logging;
using WaterNode.Sync.Batches;
using WaterNode.Sync.Records;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Downlink;

/// <summary>One batch of one child: read within bounds, decoded, committed, answered.</summary>
internal sealed class BatchIntake(IRecordStore store, ILogger logger, Action? committed)
{
    /// <summary>Batches in memory at the same time; more wait their turn.</summary>
    private const int AtOnceMax = 8;

    /// <summary>A village link may crawl and pause; below this it counts as dead.</summary>
    private static readonly MinDataRate SlowestLink = new(bytesPerSecond: 20, gracePeriod: TimeSpan.FromSeconds(60));

    private readonly SemaphoreSlim _places = new(AtOnceMax, AtOnceMax);

    public async Task Take(HttpContext context, string child)
    {
        if (!IsBatch(context.Request.ContentType))
        {
            await SyncEndpoints.Problem(context, StatusCodes.Status415UnsupportedMediaType, "Not a batch", $"The Content-Type must be {BatchCodec.ContentType}.");
            return;
        }
        await _places.WaitAsync(context.RequestAborted);
        try
        {
            if (await Body(context) is { } body) await Take(context, child, body);
            else await SyncEndpoints.Problem(context, StatusCodes.Status413PayloadTooLarge, "Batch too large", $"A batch has at most {SyncContract.BodyBytesMax} bytes. Send fewer records at a time.");
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task Take(HttpContext context, string child, ReadOnlyMemory<byte> body)
    {
        if (!BatchCodec.TryDecode(body.Span, out var records, out var error))
        {
            logger.LogWarning(SyncEvents.Unreadable, "A batch of {Child} cannot be read and was refused: {Error}", child, error);
            await SyncEndpoints.Problem(context, StatusCodes.Status422UnprocessableEntity, "Batch unreadable", error);
            return;
        }
        try
        {
            if (records.Count == 0)
            {
                // A child asks whether it is heard and known.
                await context.Response.WriteAsJsonAsync(new BatchAnswer([]), context.RequestAborted);
                return;
            }
            var receipt = await store.Commit([.. records.Select(record => new RecordArrival(record, child))], context.RequestAborted);
            committed?.Invoke();
            if (receipt.Conflicts.Count > 0) logger.LogWarning(SyncEvents.Conflict, "{Count} records of {Child} are in quarantine: their identities hold other content.", receipt.Conflicts.Count, child);
            await context.Response.WriteAsJsonAsync(new BatchAnswer(
                [.. receipt.Conflicts.Select(conflict => new RefusedRecord(conflict.Id.Station, conflict.Id.GenerationText, conflict.Id.Sequence, conflict.Reason))]),
                context.RequestAborted);
        }
        catch (ForeignStationException foreign)
        {
            logger.LogWarning(SyncEvents.ForeignStation, "{Message}", foreign.Message);
            await SyncEndpoints.Problem(context, StatusCodes.Status403Forbidden, "Station of another child", foreign.Message, foreign.Station);
        }
    }

    private static bool IsBatch(string? contentType) =>
        Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals(BatchCodec.ContentType, StringComparison.OrdinalIgnoreCase);

    /// <returns>Null when it is larger than allowed: no more than that is ever read.</returns>
    private static async Task<ReadOnlyMemory<byte>?> Body(HttpContext context)
    {
        if (context.Request.ContentLength > SyncContract.BodyBytesMax) return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = 2 * SyncContract.BodyBytesMax;
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate) rate.MinDataRate = SlowestLink;

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (body.Length + read > SyncContract.BodyBytesMax) return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }
}
