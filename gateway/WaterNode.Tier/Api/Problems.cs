using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Api;

/// <summary>Every error of the API is an RFC 9457 problem that says what happened and what to do.</summary>
public static class Problems
{
    public static IResult BadParameters(IDictionary<string, string[]> errors) =>
        Results.ValidationProblem(errors, title: "A parameter cannot be used.", detail: string.Join(" ", errors.Values.SelectMany(messages => messages)));

    public static IResult Of(int status, string title, string detail) => Results.Problem(detail, statusCode: status, title: title);

    /// <summary>Answers whatever ended without a body: an unknown path, a wrong method, an exception.</summary>
    public static void Use(WebApplication app)
    {
        app.UseExceptionHandler(handler => handler.Run(context => AfterException(context).ExecuteAsync(context)));
        app.UseStatusCodePages(pages => AfterStatus(pages.HttpContext).ExecuteAsync(pages.HttpContext));
    }

    private static IResult AfterException(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            BadHttpRequestException bad => Of(bad.StatusCode, "The request cannot be read.", bad.Message),
            StoreUnavailableException store => Of(StatusCodes.Status503ServiceUnavailable, "The store cannot be read.", store.Message),
            _ => Of(StatusCodes.Status500InternalServerError, "This is a fault of the program.",
                "The request was not the cause. The log of this program says more; please report it."),
        };

    private static IResult AfterStatus(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var asked = $"{context.Request.Method} {context.Request.Path}";
        return status switch
        {
            StatusCodes.Status404NotFound => Of(status, "There is nothing here.", $"{asked} is not known. The API is /api/v1/status, /stations, /readings, /events, /limits and /quarantine, the page is at /."),
            StatusCodes.Status405MethodNotAllowed => Of(status, "This path does not take that method.", $"{asked} is not possible; allowed: {context.Response.Headers.Allow}."),
            _ => Of(status, ReasonPhrases.GetReasonPhrase(status), $"{asked} was answered with {status}."),
        };
    }
}
