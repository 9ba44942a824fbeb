using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WaterNode.Tests.Support;
using WaterNode.Tier.Api;

namespace WaterNode.Gateway.Tests;

[TestClass]
public sealed class GatewayHostTests
{
    [TestMethod]
    [DataRow(false, 1)]
    [DataRow(true, 0)]
    public async Task A_gateway_that_refuses_every_client_says_so_at_its_start_and_what_to_do(bool allowAnonymous, int expected)
    {
        using var folder = new TemporaryFolder();
        using var lines = new LogLines();
        await using var gateway = await GatewayHost.Start(Options(folder) with { AllowAnonymous = allowAnonymous }, lines, CancellationToken.None);

        Assert.AreEqual(expected, lines.Warnings.Count(line => line.Contains("refused") && line.Contains("--allow-anonymous")), string.Join('\n', lines.Warnings));
    }

    [TestMethod]
    public async Task A_station_port_in_use_is_called_mqtt()
    {
        using var folder = new TemporaryFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;

        var error = await Assert.ThrowsExactlyAsync<ListenException>(() => GatewayHost.Start(Options(folder) with { MqttPort = taken }, NullLoggerFactory.Instance, CancellationToken.None));

        StringAssert.Contains(error.Message, $"mqtt://127.0.0.1:{taken}");
    }

    private static GatewayOptions Options(TemporaryFolder folder) => new() { DataFolder = folder.Path, MqttPort = 0, HttpPort = 0 };

    /// <summary>Keeps what is logged as a warning.</summary>
    private sealed class LogLines : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<string> Warnings { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Warnings.Enqueue(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
