using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaterNode.Gateway.Mqtt;

namespace WaterNode.Gateway.Tests.Mqtt;

/// <summary>The endpoint in Kestrel on a free port of loopback, as the gateway runs it.</summary>
internal sealed class RunningEndpoint : IAsyncDisposable, ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _log = [];
    private readonly WebApplication _host;

    private RunningEndpoint(MqttOptions options, TimeProvider time, IMqttAccounts? accounts)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(this);
        builder.Services.AddSingleton<MqttEndpoint>().AddSingleton<IMqttSite>(Site).AddSingleton(options).AddSingleton(time);
        if (accounts is not null) builder.Services.AddSingleton(accounts);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseConnectionHandler<MqttEndpoint>()));
        _host = builder.Build();
    }

    public SimulatedSite Site { get; } = new();

    public MqttEndpoint Endpoint => _host.Services.GetRequiredService<MqttEndpoint>();

    public int Port => new Uri(_host.Urls.Single()).Port;

    /// <summary>Messages of the endpoint, warnings and errors.</summary>
    public IReadOnlyCollection<string> Log => _log;

    /// <param name="options">Anonymous clients are let in unless they are given.</param>
    public static async Task<RunningEndpoint> Start(MqttOptions? options = null, TimeProvider? time = null, IMqttAccounts? accounts = null)
    {
        var running = new RunningEndpoint(options ?? new MqttOptions { AllowAnonymous = true }, time ?? TimeProvider.System, accounts);
        await running._host.StartAsync();
        return running;
    }

    public Task Stop() => _host.StopAsync();

    public Task<RawMqttClient> Admitted(string clientId, ushort keepAliveSeconds = 0) => RawMqttClient.Admitted(Port, clientId, keepAliveSeconds);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    ILogger ILoggerProvider.CreateLogger(string category) => this;

    void IDisposable.Dispose()
    {
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel level) => level >= LogLevel.Warning;

    void ILogger.Log<TState>(LogLevel level, EventId id, TState state, Exception? fault, Func<TState, Exception?, string> format) =>
        _log.Enqueue(format(state, fault));
}
