using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>Counts of records since the database was made, and what the buffer weighs.</summary>
/// <remarks><c>Received = Committed + Duplicates + Quarantined</c>.</remarks>
/// <param name="OldestPending">Unix seconds when the oldest pending record was received; null when nothing is pending.</param>
/// <param name="BufferBytes">Size of the database on disk, bytes.</param>
/// <param name="CapacityDays">Days until the disk is full at the pace of the last days; null while that is unknown.</param>
public sealed record StoreStatus(long Received, long Committed, long Duplicates, long Quarantined, long Pending, long Synced, long Refused,
    long? OldestPending, long BytesSent, long BufferBytes, double? CapacityDays)
{
    /// <summary>Why the last transaction could not be stored, for the operator; null when it was.</summary>
    public string? WriteFault { get; init; }
}

/// <summary>A reading as it is stored, with what it inherits from its record.</summary>
/// <param name="Received">Unix milliseconds at which this tier received the record.</param>
/// <param name="Child">The child tier that sent it; null on a gateway.</param>
public sealed record StoredReading(RecordId Id, long? Time, bool ClockDerived, string SamplePoint, string? LimitSet, Reading Reading, long Received, string? Child);

/// <summary>One page of readings, newest first.</summary>
/// <param name="Next">Give it as <c>after</c> to go on; null at the end.</param>
public sealed record ReadingPage(IReadOnlyList<StoredReading> Readings, string? Next);

/// <param name="From">Unix seconds, inclusive.</param>
/// <param name="To">Unix seconds, exclusive.</param>
/// <param name="Limit">1 to 10,000.</param>
/// <param name="After">The <see cref="ReadingPage.Next"/> of the page before.</param>
public sealed record ReadingFilter(string? Station = null, string? Channel = null, long? From = null, long? To = null, int Limit = 100, string? After = null);

/// <summary>A station as this tier knows it.</summary>
/// <param name="LastReceived">Unix milliseconds.</param>
/// <param name="StatusJson">Its last <c>status</c> message; null for none (always on a platform).</param>
/// <param name="SamplePoint">The one that the station is judged by: <c>treated</c> when it ever sent that, else that of its newest reading; null without readings.</param>
/// <param name="Latest">The latest reading of each channel at each sample point: by sequence in the newest generation, sample point <c>maintenance</c> left out.</param>
/// <param name="Previous">By sample point and channel, the time (Unix seconds) of the reading before the latest: their distance is the channel's interval there. Without one, or without its time, there is no entry.</param>
/// <param name="Gaps">Sequences of the newest generation that are below the highest and not held; at most 100 ranges.</param>
public sealed record StationSummary(string Station, uint Generation, long HighestSequence, long Records, long LastReceived, string? StatusJson, string? Child, string? SamplePoint,
    IReadOnlyList<StoredReading> Latest, IReadOnlyDictionary<(string SamplePoint, string Channel), long> Previous, IReadOnlyList<SequenceRange> Gaps);

/// <summary>One entry of the quarantine.</summary>
/// <param name="Received">Unix milliseconds of the first arrival.</param>
/// <param name="Times">How often the identical bytes arrived.</param>
public sealed record QuarantineEntry(long Number, RecordId? Id, string? Station, string Source, string Reason, string Detail, byte[] Payload, long Received, long Times);

/// <summary>An event as it is stored.</summary>
/// <param name="Number">Order of arrival on this tier.</param>
/// <param name="Time">Unix seconds; null while nobody could date it.</param>
/// <param name="Json">As the station wrote it.</param>
/// <param name="Received">Unix milliseconds at which this tier received it.</param>
public sealed record StoredEvent(long Number, RecordId Id, long? Time, string Json, long Received);

/// <param name="Type">For example <c>calibration</c>.</param>
/// <param name="Limit">1 to 10,000.</param>
/// <param name="Before">Number of the last event of the page before; null for the first page.</param>
public sealed record EventFilter(string? Station = null, string? Type = null, int Limit = 100, long? Before = null);

/// <summary>The reading side of a tier's store. Never waits for the writing side.</summary>
public interface IStoreQueries
{
    Task<StoreStatus> Status(CancellationToken cancel);

    /// <exception cref="FormatException">The filter's <c>After</c> is not one that this store gave.</exception>
    Task<ReadingPage> Readings(ReadingFilter filter, CancellationToken cancel);

    /// <summary>What else the stations told: calibrations, changes of the configuration, maintenance, reagents, faults, losses; newest arrival first.</summary>
    Task<IReadOnlyList<StoredEvent>> Events(EventFilter filter, CancellationToken cancel);

    /// <summary>All stations by id; or just one.</summary>
    Task<IReadOnlyList<StationSummary>> Stations(string? only, CancellationToken cancel);

    /// <summary>Newest first.</summary>
    /// <param name="before">Number of the last entry of the page before; null for the first page.</param>
    Task<IReadOnlyList<QuarantineEntry>> Quarantine(int limit, long? before, CancellationToken cancel);
}
