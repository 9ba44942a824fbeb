using WaterNode.Tier.Store;

namespace WaterNode.Tier.Api;

/// <summary>What the API of a tier reads from and acts on.</summary>
/// <param name="DatabaseId">8 hex digits: <see cref="IRecordStore.DatabaseId"/>.</param>
/// <param name="Time">The calendar by which ages are told.</param>
/// <param name="Presence">Null where stations do not connect to this tier.</param>
/// <param name="LimitSet">Id of the limit set for readings that name none; null for no such set.</param>
/// <param name="Uplink">Null when there is no parent tier.</param>
public sealed record TierSources(IStoreQueries Queries, string DatabaseId, TierKind Kind, TimeProvider Time, IStationPresence? Presence = null, Uplink.Uplink? Uplink = null,
    string? LimitSet = null)
{
    /// <summary>True for a platform at the top of the chain: nothing waits there to be sent. A gateway keeps counting for the parent that it may get.</summary>
    public bool IsTop => Kind == TierKind.Platform && Uplink is null;
}
