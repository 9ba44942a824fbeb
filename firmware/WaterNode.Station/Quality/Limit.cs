namespace WaterNode.Station.Quality
{
    /// <summary>What a standard says about one channel.</summary>
    public sealed class Limit
    {
        /// <summary>Stands for "no bound on this side".</summary>
        public const double None = -1;

        public readonly int ChannelIndex;

        /// <summary>Lowest value allowed, in the display unit of the channel; <see cref="None"/> for none.</summary>
        public readonly double Low;

        /// <summary>Highest value allowed, in the display unit of the channel; <see cref="None"/> for none.</summary>
        public readonly double High;

        /// <summary>True when the number was read in the standard or in two agreeing sources. Others give no verdict.</summary>
        public readonly bool IsVerified;

        /// <summary>Where the number was read.</summary>
        public readonly string Source;

        public Limit(int channelIndex, double low, double high, bool isVerified, string source)
        {
            ChannelIndex = channelIndex;
            Low = low;
            High = high;
            IsVerified = isVerified;
            Source = source;
        }
    }
}
