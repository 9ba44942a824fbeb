using WaterNode.Tier.Store;

namespace WaterNode.Tier.Api;

/// <summary>What the API of a tier reads from and acts on.</summary>
/// <param name="DatabaseId">8 hex digits: <see cref="IRecordStore.DatabaseId"/>.</param>
/// <param name="Time">The calendar by which ages are told.</param>
/// <param name="Presence">Null where stations do not connect to this tier.</param>
/// <param name="LimitSet">Id of the limit set for readings that name none; null for no such set.</param>
/// <param name="Uplink">Null when there is no parent tier.</param>
public sealed record TierSources(IStoreQueries Queries, string DatabaseId, TimeProvider Time, IStationPresence? Presence = null, Uplink.Uplink? Uplink = null,
    string? LimitSet = null);
