using Microsoft.Extensions.Logging;

namespace WaterNode.Gateway;

/// <summary>Log events of the gateway as a whole, 1200 to 1299.</summary>
internal static class GatewayEvents
{
    public static readonly EventId ClosedDoor = new(1200, nameof(ClosedDoor));
}
