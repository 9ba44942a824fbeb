using System.Net;
using WaterNode.Station.Quality;

namespace WaterNode.Gateway;

/// <summary>What a gateway is started with.</summary>
public sealed record GatewayOptions
{
    /// <summary>Holds the database; made when it does not exist.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Port of the stations; 0 for any free port.</summary>
    public int MqttPort { get; init; } = 1883;

    /// <summary>Port of the page and the API; 0 for any free port.</summary>
    public int HttpPort { get; init; } = 8080;

    /// <summary>Address of both listeners.</summary>
    public IPAddress Bind { get; init; } = IPAddress.Loopback;

    /// <summary>Takes clients without password; on loopback only.</summary>
    public bool AllowAnonymous { get; init; }

    /// <summary>Asks for a login on the HTTP side even from this computer.</summary>
    public bool RequireLogin { get; init; }

    /// <summary>Id of the limit set that the page shows beside the values, for example <c>sls-614-2013/1</c>.</summary>
    public string LimitSet { get; init; } = LimitSets.DefaultId;

    /// <summary>Address of the platform; null for none.</summary>
    public string? Uplink { get; init; }

    /// <summary>The token that the platform gave to this gateway.</summary>
    public string? Token { get; init; }

    /// <summary>Calendar time; a demonstration runs it faster. Durations are real.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
