using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>A record that the parent tier finally refused.</summary>
public sealed record Refusal(RecordId Id, string Reason);

/// <summary>The writing side of a tier's store. One implementation per database.</summary>
public interface IRecordStore
{
    /// <summary>Random id of this database in 8 hex digits; new when the database is made.</summary>
    string DatabaseId { get; }

    /// <summary>Stores the arrivals in one transaction. When the task has completed they are on disk; when it failed none is.</summary>
    /// <remarks>Within the transaction: insert by identity; the same identity with other content goes to quarantine as <c>identity-conflict</c>;
    /// sequences below <see cref="Record.Oldest"/> and in <see cref="Record.Lost"/> become held when the station itself says so (a child tier may still
    /// bring them); records without a time are dated from the first dated record of the same station, generation and power-on.</remarks>
    /// <exception cref="StoreUnavailableException">Nothing was stored.</exception>
    /// <exception cref="ForeignStationException">A child brought a station that is bound to another; nothing was stored.</exception>
    Task<CommitReceipt> Commit(IReadOnlyList<Arrival> arrivals, CancellationToken cancel);

    /// <summary>The acknowledgement for the newest generation of every station, for retained topics after a start.</summary>
    Task<IReadOnlyList<Acknowledgement>> Acknowledgements(CancellationToken cancel);

    /// <summary>Records not yet on the parent tier: the newest of each station first, then the backlog from the oldest.</summary>
    Task<IReadOnlyList<Record>> Pending(int limit, CancellationToken cancel);

    /// <summary>Notes durably what the parent said. Records not named stay pending.</summary>
    /// <param name="bytesSent">Bytes that this exchange cost, for the status.</param>
    Task Settle(IReadOnlyList<RecordId> synced, IReadOnlyList<Refusal> refused, long bytesSent, CancellationToken cancel);
}
