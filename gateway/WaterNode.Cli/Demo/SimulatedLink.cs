using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace WaterNode.Cli.Demo;

/// <summary>A stretch of network that can fail: relays TCP connections to a target, and cuts all of them, at whatever byte, when it goes down.</summary>
public sealed class SimulatedLink : IAsyncDisposable
{
    private readonly IPEndPoint _target;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _open = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _accepting = Task.CompletedTask;
    private volatile bool _isUp = true;

    private SimulatedLink(IPEndPoint target) => _target = target;

    /// <summary>The address that stands for the target's.</summary>
    public Uri Url { get; private set; } = null!;

    public bool IsUp => _isUp;

    /// <param name="target">An http address on loopback.</param>
    public static SimulatedLink Start(Uri target)
    {
        var link = new SimulatedLink(new IPEndPoint(IPAddress.Loopback, target.Port));
        link._listener.Start();
        link.Url = new Uri($"http://127.0.0.1:{((IPEndPoint)link._listener.LocalEndpoint).Port}");
        link._accepting = link.Accept();
        return link;
    }

    public void Set(bool up)
    {
        if (_isUp == up) return;
        _isUp = up;
        if (up) return;
        foreach (var connection in _open.Keys) connection.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                if (_isUp) _ = Relay(client);
                else client.Dispose();
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or InvalidOperationException) { /* Stopped, perhaps before it could listen again. */ }
    }

    private async Task Relay(TcpClient client)
    {
        using var server = new TcpClient();
        using var both = client;
        _open[client] = 1;
        _open[server] = 1;
        try
        {
            await server.ConnectAsync(_target, _stop.Token);
            if (!_isUp) return;
            await Task.WhenAny(
                client.GetStream().CopyToAsync(server.GetStream(), _stop.Token),
                server.GetStream().CopyToAsync(client.GetStream(), _stop.Token));
        }
        catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // A cut connection is what this class is for.
        }
        finally
        {
            _open.TryRemove(client, out _);
            _open.TryRemove(server, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        Set(up: false);
        await _accepting;
        _stop.Dispose();
    }
}
