namespace WaterNode.Tier.Store;

/// <summary>What a data folder belongs to. It stands in the database: a folder that served a gateway is never taken for a platform's.</summary>
public enum TierKind
{
    Gateway,
    Platform,
}
