namespace WaterNode.Tier.Downlink;

/// <summary>Names and maxima of the sync protocol (wire.md, section 3) that both ends use.</summary>
internal static class SyncContract
{
    public const string BatchesPath = "sync/v1/batches";
    public const string HeldPath = "sync/v1/held";

    /// <summary>A larger body gets 413.</summary>
    public const int BodyBytesMax = 4 * 1024 * 1024;

    public const string ProblemContentType = "application/problem+json";
}

/// <summary>A record that the parent finally refused.</summary>
internal sealed record RefusedRecord(string Station, string Gen, long Seq, string Reason);

/// <summary>The answer to a batch: everything else in it is committed.</summary>
internal sealed record BatchAnswer(IReadOnlyList<RefusedRecord> Refused);

/// <summary>RFC 9457, with the station that a 403 is about.</summary>
internal sealed record SyncProblem(string Title, int Status, string Detail, string? Station = null);

/// <summary>Ranges held of one generation, each as <c>[first, last]</c>.</summary>
internal sealed record HeldRangesAnswer(string Station, string Gen, IReadOnlyList<long[]> Ranges);

/// <param name="Next">The <c>page</c> to ask for next; null at the end.</param>
internal sealed record HeldAnswer(IReadOnlyList<HeldRangesAnswer> Held, string? Next);
