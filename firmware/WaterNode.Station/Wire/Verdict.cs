namespace WaterNode.Station.Wire
{
    /// <summary>What is said about drinking the water, as far as its chemicals were measured.</summary>
    public enum Verdict
    {
        /// <summary>Nothing is said: the limit set has no limit for the channel, or the station is under maintenance.</summary>
        None = 0,

        Safe = 1,

        Unsafe = 2,

        Uncertain = 3,
    }

    /// <summary>The words of <see cref="Verdict"/>: the device prints enums as numbers.</summary>
    public static class VerdictText
    {
        /// <returns><c>safe</c>, <c>unsafe</c>, <c>uncertain</c>, or "" for none.</returns>
        public static string Of(Verdict verdict)
        {
            switch (verdict)
            {
                case Verdict.Safe: return "safe";
                case Verdict.Unsafe: return "unsafe";
                case Verdict.Uncertain: return "uncertain";
                default: return "";
            }
        }
    }
}
