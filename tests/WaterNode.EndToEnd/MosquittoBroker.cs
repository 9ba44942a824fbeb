using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using WaterNode.Tests.Support;

namespace WaterNode.EndToEnd;

/// <summary>A real mosquitto broker on a free port, and one mosquitto_sub that notes what arrives on some topics.</summary>
public sealed class MosquittoBroker : IAsyncDisposable
{
    private const string Program = "mosquitto", OutsidePath = "/usr/sbin/mosquitto";

    /// <summary>Sent until it is heard: only then is the subscriber subscribed. Some come late.</summary>
    private const string Probe = "anybody there?";

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly Process _broker;
    private readonly Process _subscriber;

    private MosquittoBroker(int port, string[] topics)
    {
        Port = port;
        File.WriteAllText(_folder.File("mosquitto.conf"), $"listener {port} 127.0.0.1\nallow_anonymous true\n");
        _broker = Process.Start(new ProcessStartInfo(PathOf(Program) ?? OutsidePath, ["-c", _folder.File("mosquitto.conf")]) { RedirectStandardError = true })!;
        _broker.BeginErrorReadLine();
        var subscribe = new ProcessStartInfo("mosquitto_sub", ["-h", "127.0.0.1", "-p", $"{port}", "-q", "1", "-F", "%t %p"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var topic in topics)
        {
            subscribe.ArgumentList.Add("-t");
            subscribe.ArgumentList.Add(topic);
        }
        _subscriber = new Process { StartInfo = subscribe };
        _subscriber.OutputDataReceived += (_, line) => { if (line.Data is { Length: > 0 } text) _heard.Enqueue(text); };
    }

    public static bool IsInstalled => (PathOf(Program) is not null || File.Exists(OutsidePath)) && PathOf("mosquitto_pub") is not null && PathOf("mosquitto_sub") is not null;

    public int Port { get; }

    /// <summary>Payloads on a topic, in order.</summary>
    public IEnumerable<string> Heard(string topic) =>
        _heard.Where(line => line.StartsWith(topic + " ", StringComparison.Ordinal)).Select(line => line[(topic.Length + 1)..]).Where(payload => payload != Probe);

    /// <param name="topics">What the subscriber notes.</param>
    public static async Task<MosquittoBroker> Serve(params string[] topics)
    {
        var broker = new MosquittoBroker(FreePort(), topics);
        try
        {
            await Eventually.Holds(broker.Answers, "mosquitto listens");
            broker._subscriber.Start();
            broker._subscriber.BeginOutputReadLine();
            await Eventually.Holds(async () => { await broker.Publish(topics[0], Probe); return !broker._heard.IsEmpty; }, "mosquitto_sub listens");
            return broker;
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    public async Task Publish(string topic, string payload)
    {
        using var client = Process.Start("mosquitto_pub", ["-h", "127.0.0.1", "-p", $"{Port}", "-q", "1", "-t", topic, "-m", payload]);
        await client.WaitForExitAsync();
        Assert.AreEqual(0, client.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in new[] { _subscriber, _broker })
        {
            try
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
            catch (InvalidOperationException) { /* It was never started, or has ended. */ }
            process.Dispose();
        }
        _folder.Dispose();
    }

    private async Task<bool> Answers()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? PathOf(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
