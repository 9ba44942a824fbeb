using Microsoft.Extensions.Logging;

namespace WaterNode.Tier.Downlink;

/// <summary>Log events of the sync server, 2100 to 2199.</summary>
internal static class SyncEvents
{
    public static readonly EventId StoreFailed = new(2100, nameof(StoreFailed));
    public static readonly EventId ForeignStation = new(2101, nameof(ForeignStation));
    public static readonly EventId Unreadable = new(2102, nameof(Unreadable));
    public static readonly EventId Conflict = new(2103, nameof(Conflict));
}
