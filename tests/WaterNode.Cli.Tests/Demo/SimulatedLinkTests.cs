using System.Net;
using System.Net.Sockets;
using WaterNode.Cli.Demo;

namespace WaterNode.Cli.Tests.Demo;

[TestClass]
public sealed class SimulatedLinkTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [TestMethod]
    public async Task What_goes_in_at_one_end_comes_out_at_the_other_both_ways()
    {
        using var target = Target();
        await using var link = SimulatedLink.Start(UrlOf(target));
        var (client, server) = await Connect(link, target);

        Assert.AreEqual(7, await Pass(client, server, 7));
        Assert.AreEqual(9, await Pass(server, client, 9));
    }

    [TestMethod]
    public async Task An_outage_cuts_open_connections_at_both_ends()
    {
        using var target = Target();
        await using var link = SimulatedLink.Start(UrlOf(target));
        var (client, server) = await Connect(link, target);
        await Pass(client, server, 1);

        link.Set(up: false);

        Assert.IsTrue(await IsCut(client));
        Assert.IsTrue(await IsCut(server));
    }

    [TestMethod]
    public async Task During_an_outage_no_connection_reaches_the_target_and_after_it_they_do_again()
    {
        using var target = Target();
        await using var link = SimulatedLink.Start(UrlOf(target));
        link.Set(up: false);
        using var tooEarly = new TcpClient();
        await tooEarly.ConnectAsync(IPAddress.Loopback, link.Url.Port).WaitAsync(Patience);
        Assert.IsTrue(await IsCut(tooEarly.Client));
        Assert.IsFalse(target.Pending(), "nothing got through");

        link.Set(up: true);

        var (client, server) = await Connect(link, target);
        Assert.AreEqual(5, await Pass(client, server, 5));
    }

    [TestMethod]
    public async Task A_target_that_is_gone_ends_the_connection_and_nothing_else()
    {
        using var target = Target();
        await using var link = SimulatedLink.Start(UrlOf(target));
        target.Stop();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, link.Url.Port).WaitAsync(Patience);

        Assert.IsTrue(await IsCut(client.Client));
        Assert.IsTrue(link.IsUp);
    }

    private static TcpListener Target()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static Uri UrlOf(TcpListener target) => new($"http://127.0.0.1:{((IPEndPoint)target.LocalEndpoint).Port}");

    private static async Task<(Socket Client, Socket Server)> Connect(SimulatedLink link, TcpListener target)
    {
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(IPAddress.Loopback, link.Url.Port).WaitAsync(Patience);
        return (client, await target.AcceptSocketAsync().WaitAsync(Patience));
    }

    private static async Task<byte> Pass(Socket from, Socket to, byte value)
    {
        await from.SendAsync(new[] { value }).WaitAsync(Patience);
        var buffer = new byte[1];
        await to.ReceiveAsync(buffer).WaitAsync(Patience);
        return buffer[0];
    }

    /// <summary>A cut connection ends, in an orderly way or by a reset.</summary>
    private static async Task<bool> IsCut(Socket socket)
    {
        try
        {
            return await socket.ReceiveAsync(new byte[1]).WaitAsync(Patience) == 0;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
