using System.Net;

namespace WaterNode.Platform;

/// <summary>What a platform is started with.</summary>
public sealed record PlatformOptions
{
    /// <summary>Holds the database; made when it does not exist.</summary>
    public required string DataFolder { get; init; }

    /// <summary>0 for any free port.</summary>
    public int HttpPort { get; init; } = 8090;

    /// <summary>A loopback address, until there are TLS and accounts.</summary>
    public IPAddress Bind { get; init; } = IPAddress.Loopback;

    /// <summary>Address of the parent platform; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>The token that the parent gave to this platform.</summary>
    public string? Token { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
