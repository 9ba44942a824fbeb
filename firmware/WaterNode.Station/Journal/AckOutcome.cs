namespace WaterNode.Station.Journal
{
    /// <summary>What an acknowledgement changed.</summary>
    public enum AckOutcome
    {
        /// <summary>It is not for this journal, or older than what is known.</summary>
        Ignored = 0,

        /// <summary>More is held by the gateway, or the same as before.</summary>
        Marked = 1,

        /// <summary>Another database: what it did not acknowledge is sent again from the oldest frame on.</summary>
        Restarted = 2,
    }
}
