using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>Ranges held of one generation of one station; a long list goes on with the same generation on the next page.</summary>
public sealed record HeldJournal(string Station, uint Generation, IReadOnlyList<SequenceRange> Ranges);

/// <param name="Next">Give it as <c>after</c> to go on; null at the end.</param>
public sealed record HeldPage(IReadOnlyList<HeldJournal> Journals, string? Next);

/// <summary>What a tier holds of a child's stations: for reconciliation after a restore on either side.</summary>
public interface IHeldQueries
{
    /// <exception cref="FormatException"><paramref name="after"/> is not one that this store gave.</exception>
    Task<HeldPage> Held(string child, string? after, CancellationToken cancel);
}
