using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace WaterNode.Tier.Api;

/// <summary>Who may ask: the one place that decides. Until there are accounts, only somebody at this computer.</summary>
/// <remarks>Accounts come in here: a request that shows a valid login passes, whatever its address. The sync endpoints
/// check the token of a child tier themselves and are let through.</remarks>
public static class AccessRule
{
    /// <summary>Below this a child tier's token is asked for instead.</summary>
    private const string SyncPath = "/sync";

    /// <param name="requireLogin">Asks for a login even from this computer.</param>
    public static void Use(WebApplication app, bool requireLogin) => app.Use((context, next) =>
        context.Request.Path.StartsWithSegments(SyncPath) ? next(context) : Refusal(context.Request, requireLogin)?.ExecuteAsync(context) ?? next(context));

    private static IResult? Refusal(HttpRequest request, bool requireLogin)
    {
        if (requireLogin || !IsFromThisComputer(request))
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer realm=\"waternode\"";
            return Problems.Of(StatusCodes.Status401Unauthorized, "A login is needed.",
                "Without one only the computer that this program runs on is answered, and not even that with --require-login; there are no accounts yet.");
        }
        if (!IsLoopbackName(request.Host.Host))
            return Problems.Of(StatusCodes.Status403Forbidden, "This host name is not answered.",
                "A request of this computer must name localhost, 127.0.0.1 or [::1]. Any other name may be a web page that was pointed here to read your data.");
        if (!HttpMethods.IsGet(request.Method) && IsFromAnotherOrigin(request))
            return Problems.Of(StatusCodes.Status403Forbidden, "Another site may not act here.",
                "The request came from a web page of another origin and was not carried out. Use this program's own page.");
        return null;
    }

    /// <summary>A proxy on this computer passes on what comes from elsewhere, and says so.</summary>
    private static bool IsFromThisComputer(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !request.Headers.ContainsKey("X-Forwarded-For") && !request.Headers.ContainsKey("Forwarded");

    /// <summary>DNS rebinding brings a foreign name to a loopback address; a browser then sends that name.</summary>
    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "[::1]";

    /// <summary>Browsers send Origin with every POST, and programs send none.</summary>
    private static bool IsFromAnotherOrigin(HttpRequest request) =>
        request.Headers.TryGetValue("Origin", out var origin) && origin != $"{request.Scheme}://{request.Host}";
}
