using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WaterNode.Tier.Pages;

namespace WaterNode.Tier.Api;

/// <summary>Where and with what a tier's web side is served.</summary>
/// <param name="Bind">Address to listen on.</param>
/// <param name="HttpPort">0 for any free port.</param>
/// <param name="Page">The tier's page.</param>
public sealed record TierWebOptions(IPAddress Bind, int HttpPort, PageAssets Page)
{
    /// <summary>Asks for a login even from this computer.</summary>
    public bool RequireLogin { get; init; }

    /// <summary>Further services, for what <see cref="Further"/> and <see cref="Map"/> need.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>A further listener on the same server and address: the gateway's MQTT endpoint.</summary>
    public FurtherListener? Further { get; init; }

    /// <summary>Further endpoints: the platform's sync intake.</summary>
    public Action<IEndpointRouteBuilder>? Map { get; init; }
}

/// <param name="Scheme">As people see it in addresses, for example <c>mqtt</c>.</param>
/// <param name="Port">0 for any free port.</param>
public sealed record FurtherListener(string Scheme, int Port, Action<ListenOptions> Configure);

/// <summary>The web server of a tier: API, page, and what the tier adds. Gateway and platform start the same one.</summary>
public sealed class TierWebHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TierWebHost(WebApplication app, Uri url) => (_app, Url) = (app, url);

    /// <summary>Where it is served, with the real port.</summary>
    public Uri Url { get; }

    /// <summary>Listens and answers when the task has completed.</summary>
    /// <exception cref="ListenException">The address or port cannot be had; the message is for the operator.</exception>
    public static async Task<TierWebHost> Start(TierWebOptions options, TierSources sources, ILoggerFactory loggers, CancellationToken cancel)
    {
        ListenOptions? http = null;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRouting();
        builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        builder.Services.AddSingleton(loggers);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Bind, options.HttpPort, listen => http = listen);
            if (options.Further is { } further) kestrel.Listen(options.Bind, further.Port, further.Configure);
        });
        options.Services?.Invoke(builder.Services);

        var app = builder.Build();
        SecurityHeaders.Use(app);
        Problems.Use(app);
        AccessRule.Use(app, options.RequireLogin);
        AnswerHead(app);
        MapAll(app, options, sources);
        await Listen(app, options, cancel);
        return new(app, UrlOf("http", http!.IPEndPoint!));
    }

    /// <summary>RFC 9110, section 9.3.2: HEAD is GET without the body, which Kestrel leaves out by itself.</summary>
    private static void AnswerHead(WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
            return next(context);
        });
        // Otherwise it would come first of all and have found no endpoint for HEAD already.
        app.UseRouting();
    }

    private static void MapAll(WebApplication app, TierWebOptions options, TierSources sources)
    {
        StatusApi.Map(app, sources);
        StationsApi.Map(app, sources);
        ReadingsApi.Map(app, sources.Queries);
        EventsApi.Map(app, sources.Queries);
        QuarantineApi.Map(app, sources.Queries);
        LimitsApi.Map(app, sources.LimitSet);
        options.Page.Map(app);
        options.Map?.Invoke(app);
    }

    private static async Task Listen(WebApplication app, TierWebOptions options, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (Exception error)
        {
            await app.DisposeAsync();
            throw error switch
            {
                IOException { InnerException: AddressInUseException } => new ListenException(
                    $"Cannot listen on {Wanted(options, error)}: another program listens there already, perhaps this one started twice. Stop it, or choose another port (0 for any free one).", error),
                SocketException => new ListenException(
                    $"Cannot listen on {options.Bind}: {error.Message}. The address must be one of this computer, and ports below 1024 need a right of their own.", error),
                _ => error,
            };
        }
    }

    /// <summary>The address that could not be had. Kestrel says which, and calls every one of them http.</summary>
    private static string Wanted(TierWebOptions options, Exception error)
    {
        var http = new IPEndPoint(options.Bind, options.HttpPort);
        return options.Further is { } further && !error.Message.Contains($"//{http}:", StringComparison.Ordinal)
            ? $"{further.Scheme}://{new IPEndPoint(options.Bind, further.Port)}"
            : $"http://{http}";
    }

    /// <summary>The address of a listener as a client on this computer uses it.</summary>
    public static Uri UrlOf(string scheme, IPEndPoint bound)
    {
        // Any-address is not a place that a browser can go to.
        var address = bound.Address.Equals(IPAddress.Any) ? IPAddress.Loopback : bound.Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : bound.Address;
        return new($"{scheme}://{new IPEndPoint(address, bound.Port)}");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Signals are the command line's affair; the default lifetime would also catch them.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
