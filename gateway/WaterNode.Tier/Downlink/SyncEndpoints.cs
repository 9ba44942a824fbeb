using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using WaterNode.Sync.Records;
using WaterNode.Tier.Access;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Downlink;

/// <summary>The sync server: takes the batches of the child tiers (wire.md, section 3). It answers 200 when the commit is on disk.</summary>
public static class SyncEndpoints
{
    private const int RetryAfterSeconds = 30;

    private static readonly JsonSerializerOptions ProblemJson = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <param name="committed">Called after each commit, for example to wake the uplink of this tier.</param>
    public static void MapSync(this IEndpointRouteBuilder routes, IRecordStore store, IHeldQueries held, Children children, ILogger logger, Action? committed = null)
    {
        var intake = new BatchIntake(store, logger, committed);
        routes.MapPost("/" + SyncContract.BatchesPath, context => WithChild(context, children, logger, child => intake.Take(context, child)));
        routes.MapGet("/" + SyncContract.HeldPath, context => WithChild(context, children, logger, child => Held(context, held, child)));
    }

    private static async Task WithChild(HttpContext context, Children children, ILogger logger, Func<string, Task> handle)
    {
        try
        {
            if (!context.Request.IsHttps && context.Connection.RemoteIpAddress is { } peer && !IPAddress.IsLoopback(peer))
            {
                await Problem(context, StatusCodes.Status403Forbidden, "HTTPS is needed", "A token must not travel in plain text: use the https address of this tier.");
                return;
            }
            if (await Child(context, children) is { } child)
            {
                await handle(child);
                return;
            }
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await Problem(context, StatusCodes.Status401Unauthorized, "Unknown token",
                "The platform knows no gateway or platform with this token. On the platform, run 'waternode platform child add NAME' with its --data folder, and start the sending program with the token that it prints (--token).");
        }
        catch (StoreUnavailableException error)
        {
            logger.LogError(SyncEvents.StoreFailed, error, "A child was asked to try again later: {Reason}", error.Message);
            context.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
            await Problem(context, StatusCodes.Status503ServiceUnavailable, "The store is not available", "Nothing of this request was stored. Send it again later.");
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The child has gone in the middle of its batch (a bad request is an IOException too); it sends again what it heard no answer to.
            context.Abort();
        }
    }

    private static async Task<string?> Child(HttpContext context, Children children)
    {
        const string scheme = "Bearer ";
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return null;
        return await children.Find(header[scheme.Length..].Trim(), context.RequestAborted);
    }

    private static async Task Held(HttpContext context, IHeldQueries held, string child)
    {
        try
        {
            var page = context.Request.Query["page"].ToString();
            var found = await held.Held(child, page.Length == 0 ? null : page, context.RequestAborted);
            await context.Response.WriteAsJsonAsync(new HeldAnswer(
                [.. found.Journals.Select(journal => new HeldRangesAnswer(journal.Station, RecordId.GenerationToText(journal.Generation),
                    [.. journal.Ranges.Select(range => new[] { range.First, range.Last })]))], found.Next), context.RequestAborted);
        }
        catch (FormatException error)
        {
            await Problem(context, StatusCodes.Status400BadRequest, "Unknown page", $"{error.Message} Begin without 'page'.");
        }
    }

    internal static Task Problem(HttpContext context, int status, string title, string detail, string? station = null)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new SyncProblem(title, status, detail, station), ProblemJson, SyncContract.ProblemContentType, context.RequestAborted);
    }
}
