using System.Net;
using System.Net.Sockets;

namespace WaterNode.Cli.Demo;

/// <summary>Finds out whether a usual port can be had.</summary>
public static class FreePort
{
    /// <returns>The port, when it is free on loopback now; otherwise 0, which takes any.</returns>
    public static int Prefer(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            probe.Start();
            return port;
        }
        catch (SocketException)
        {
            return 0;
        }
    }
}
