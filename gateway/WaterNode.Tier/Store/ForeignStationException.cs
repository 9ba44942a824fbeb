namespace WaterNode.Tier.Store;

/// <summary>A child brought a record of a station that is bound to another child. Nothing of the commit was stored.</summary>
public sealed class ForeignStationException(string station, string? child)
    : Exception($"The station {station} is bound to another child tier; '{child}' may not bring its records. Moving a station is an explicit act on this tier.")
{
    public string Station { get; } = station;
}
