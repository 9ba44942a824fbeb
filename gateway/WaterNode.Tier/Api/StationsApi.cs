using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Api;

/// <summary><c>GET /api/v1/stations</c> and <c>/api/v1/stations/{id}</c>: each station now.</summary>
public static class StationsApi
{
    /// <param name="Stations">Worst verdict first, then by id.</param>
    public sealed record Answer(IReadOnlyList<StationView> Stations);

    public static void Map(IEndpointRouteBuilder routes, TierSources sources)
    {
        routes.MapGet("/api/v1/stations", async (HttpContext context) =>
        {
            if (new Query(context.Request.Query).Problem() is { } problem) return problem;
            return Results.Ok(new Answer(await Views(sources, null, context.RequestAborted)));
        });
        routes.MapGet("/api/v1/stations/{id}", async (string id, HttpContext context) =>
        {
            if (new Query(context.Request.Query).Problem() is { } problem) return problem;
            var views = await Views(sources, id, context.RequestAborted);
            return views.Count > 0 ? Results.Ok(views[0]) : Problems.Of(StatusCodes.Status404NotFound, "This station is not known.",
                $"No station '{id}' has sent anything here. /api/v1/stations lists those that have.");
        });
    }

    private static async Task<IReadOnlyList<StationView>> Views(TierSources sources, string? only, CancellationToken cancel)
    {
        var now = sources.Time.GetUtcNow().ToUnixTimeSeconds();
        var summaries = await sources.Queries.Stations(only, cancel);
        return summaries
            .Select(summary => StationView.Of(summary, now, sources.Presence?.IsOnline(summary.Station)))
            .OrderBy(view => StationVerdict.WorstFirst.ToList().IndexOf(view.Verdict))
            .ThenBy(view => view.Id, StringComparer.Ordinal)
            .ToList();
    }
}
