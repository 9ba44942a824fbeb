using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WaterNode.Station.Quality;

namespace WaterNode.Tier.Api;

/// <summary><c>GET /api/v1/limits</c>: the limit sets that verdicts name, with where each number was read.</summary>
public static class LimitsApi
{
    /// <param name="Channel">A channel, or <c>tds</c> for dissolved solids, which are estimated from the conductivity.</param>
    /// <param name="Low">In <paramref name="Unit"/>, inclusive; null for no bound on this side.</param>
    /// <param name="High">In <paramref name="Unit"/>, inclusive; null for no bound on this side.</param>
    /// <param name="Verified">False when the number was not read in the standard: it gives no verdict and must not be shown as law.</param>
    public sealed record LimitView(string Channel, string Unit, double? Low, double? High, bool Verified, string Source);

    /// <param name="Date">Of the edition: a year, or the day from which it applies; null when it is not known.</param>
    /// <param name="Verified">True when every limit of the set is.</param>
    public sealed record LimitSetView(string Id, string Title, string? Date, bool Verified, IReadOnlyList<LimitView> Limits);

    /// <param name="Standard">Id of the set that the page shows beside readings that name none; null for no such set.</param>
    public sealed record Answer(string? Standard, IReadOnlyList<LimitSetView> LimitSets);

    public static void Map(IEndpointRouteBuilder routes, string? standard) =>
        routes.MapGet("/api/v1/limits", (HttpContext context, CancellationToken _) =>
            new Query(context.Request.Query).Problem() ?? Results.Ok(new Answer(standard, LimitSets.Ids().Select(id => View(LimitSets.Find(id))).ToList())));

    private static LimitSetView View(LimitSet set) =>
        new(set.Id, set.Title, set.Date is "" ? null : set.Date, set.Limits.All(limit => limit.IsVerified), set.Limits.Select(View).ToList());

    private static LimitView View(Limit limit) =>
        new(limit.Name, limit.Unit, Bound(limit.Low), Bound(limit.High), limit.IsVerified, limit.Source);

    private static double? Bound(double bound) => bound == Limit.None ? null : bound;
}
