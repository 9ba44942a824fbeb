namespace WaterNode.Tier.Api;

/// <summary>Which stations hold a connection right now: the gateway's MQTT side knows; a platform has none.</summary>
public interface IStationPresence
{
    bool IsOnline(string station);
}
