namespace WaterNode.Simulation;

/// <summary>What one measuring cycle of a virtual station came to.</summary>
/// <param name="Sequence">Of the record; 0 when the flash refused it, so that it is not stored.</param>
/// <param name="Time">By the station's calendar, when the cycle was over.</param>
/// <param name="Verdict">safe, unsafe or uncertain.</param>
public sealed record MeasuredCycle(long Sequence, DateTimeOffset Time, string Verdict);
