using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Api;

/// <summary><c>GET /api/v1/readings</c> and <c>/api/v1/readings.csv</c>: the same page of readings, newest first.</summary>
public static class ReadingsApi
{
    /// <summary>The whole answer.</summary>
    /// <param name="Next">Give it as <c>after</c> to go on; null at the end.</param>
    public sealed record Page(IReadOnlyList<ReadingView> Readings, string? Next);

    public static void Map(IEndpointRouteBuilder routes, IStoreQueries queries)
    {
        routes.MapGet("/api/v1/readings", (HttpContext context, CancellationToken cancel) => Answer(context, queries, Results.Ok, cancel));
        routes.MapGet("/api/v1/readings.csv", (HttpContext context, CancellationToken cancel) => Answer(context, queries, page =>
        {
            if (page.Next is not null) context.Response.Headers.Link = NextLink(context.Request, page.Next);
            return Results.Text(ReadingsCsv.Write(page.Readings), "text/csv; charset=utf-8");
        }, cancel));
    }

    private static async Task<IResult> Answer(HttpContext context, IStoreQueries queries, Func<Page, IResult> write, CancellationToken cancel)
    {
        var query = new Query(context.Request.Query);
        var filter = new ReadingFilter(query.Station("station"), query.Text("channel"), query.Time("from"), query.Time("to"), query.Limit("limit"), query.Text("after"));
        if (filter.From >= filter.To) query.Refuse("to", "to must be later than from: from is inclusive, to is exclusive.");
        if (query.Problem() is { } problem) return problem;

        try
        {
            var page = await queries.Readings(filter, cancel);
            return write(new(page.Readings.Select(ReadingView.Of).ToList(), page.Next));
        }
        catch (FormatException)
        {
            query.Refuse("after", "after must be the next of the page before, unchanged.");
            return query.Problem()!;
        }
    }

    /// <summary>RFC 8288: a table has no place for the cursor, so it stands in the header.</summary>
    private static string NextLink(HttpRequest request, string next)
    {
        var kept = request.Query.Where(pair => pair.Key != "after").Append(new("after", next));
        return $"<{request.Path}{QueryString.Create(kept)}>; rel=\"next\"";
    }
}
