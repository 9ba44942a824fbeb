namespace WaterNode.Simulation;

/// <summary>Where a virtual station stood at one moment.</summary>
/// <param name="Measured">Records measured since the start of the process: one a cycle, and one more with fluoride and arsenic.</param>
/// <param name="Journaled">Those of them that are in the flash journal.</param>
/// <param name="Acknowledged">Records and events of the journal's generation that the gateway said it holds.</param>
/// <param name="Pending">Records and events in the journal that are not acknowledged.</param>
/// <param name="Lost">Records and events that will never come, as the station itself counts them.</param>
/// <param name="Generation">Of the journal, 8 hex digits.</param>
/// <param name="LastSequence">0 while the journal is empty.</param>
/// <param name="OldestSequence">The oldest that the journal still holds.</param>
/// <param name="UnreadableBytes">Bytes of a former journal in which nothing could be read; they stay until their space is needed.</param>
/// <param name="Verdict">The station's verdict: safe, unsafe or uncertain; uncertain before the first cycle and when the last is too old.</param>
public sealed record StationProgress(
    long Measured = 0,
    long Journaled = 0,
    long Acknowledged = 0,
    int Pending = 0,
    long Lost = 0,
    string Generation = "",
    long LastSequence = 0,
    long OldestSequence = 0,
    long UnreadableBytes = 0,
    string Verdict = "uncertain");
