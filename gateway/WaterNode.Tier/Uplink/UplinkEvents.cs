using Microsoft.Extensions.Logging;

namespace WaterNode.Tier.Uplink;

/// <summary>Log events of the uplink, 2000 to 2099.</summary>
internal static class UplinkEvents
{
    public static readonly EventId Up = new(2000, nameof(Up));
    public static readonly EventId Down = new(2001, nameof(Down));
    public static readonly EventId Refused = new(2002, nameof(Refused));
    public static readonly EventId StoreFailed = new(2003, nameof(StoreFailed));
}
