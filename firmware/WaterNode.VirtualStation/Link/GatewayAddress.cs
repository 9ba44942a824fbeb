namespace WaterNode.Simulation.Link;

/// <summary>Where the gateway is and how to log in: <c>mqtt://[user:password@]host[:port]</c>.</summary>
/// <param name="UserName">Null when the address names none: the station's id is used.</param>
/// <param name="Password">Null when the address has none.</param>
public sealed record GatewayAddress(string Host, int Port, string? UserName, string? Password)
{
    public const int PortDefault = 1883;

    /// <param name="address">Null when false is returned.</param>
    /// <returns>False unless the scheme is mqtt and a host is named. TLS (mqtts) is not spoken.</returns>
    public static bool TryFrom(Uri uri, out GatewayAddress? address)
    {
        address = null;
        if (!uri.IsAbsoluteUri || uri.Scheme != "mqtt" || uri.Host.Length == 0) return false;
        var login = uri.UserInfo.Split(':', 2);
        address = new GatewayAddress(
            uri.DnsSafeHost,
            uri.Port > 0 ? uri.Port : PortDefault,
            login[0].Length > 0 ? Uri.UnescapeDataString(login[0]) : null,
            login.Length == 2 ? Uri.UnescapeDataString(login[1]) : null);
        return true;
    }
}
