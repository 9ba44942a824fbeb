using WaterNode.Tier.Downlink;

namespace WaterNode.Tier.Uplink;

/// <summary>What became of one batch that was sent.</summary>
internal abstract record Answer
{
    /// <summary>The parent has it on disk, except what it refused.</summary>
    public sealed record Committed(IReadOnlyList<RefusedRecord> Refused) : Answer;

    /// <summary>The parent will not take this very batch however often it is sent.</summary>
    public abstract record Rejected(string Error) : Answer;

    /// <summary>The parent takes no batch as large as this.</summary>
    public sealed record TooLarge(string Error) : Rejected(Error);

    /// <summary>The link carried no answer in time: the batch may be more than it can carry.</summary>
    public sealed record TooSlow(string Error) : Answer;

    /// <summary>The parent cannot read the batch: a smaller one finds the record that it is about.</summary>
    public sealed record Unreadable(string Error) : Rejected(Error);

    /// <summary>The parent takes nothing of this station from this tier.</summary>
    public sealed record Foreign(string Station, string Error) : Rejected(Error);

    /// <summary>The parent does not know the token.</summary>
    public sealed record Unauthorized(string Error) : Answer;

    /// <summary>Nothing is known about the batch; it is sent again later.</summary>
    /// <param name="After">When the parent asked for patience.</param>
    public sealed record Later(string Error, TimeSpan? After = null) : Answer;
}
