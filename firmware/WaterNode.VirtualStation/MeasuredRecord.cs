namespace WaterNode.Simulation;

/// <summary>A record that a virtual station has just finished.</summary>
/// <param name="Sequence">Of the record; 0 when the flash refused it, so that it is not stored.</param>
/// <param name="Time">By the station's calendar, when it was finished.</param>
/// <param name="Verdict">safe, unsafe or uncertain.</param>
public sealed record MeasuredRecord(long Sequence, DateTimeOffset Time, string Verdict);
