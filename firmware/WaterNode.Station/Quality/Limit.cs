using WaterNode.Station.Wire;

namespace WaterNode.Station.Quality
{
    /// <summary>What a standard says about one quantity.</summary>
    public sealed class Limit
    {
        /// <summary>Stands for "no bound on this side".</summary>
        public const double None = -1;

        /// <summary>In place of a channel: dissolved solids, mg/L, which are estimated from the conductivity.</summary>
        public const int DissolvedSolids = -1;

        /// <summary>Index in <see cref="Channel.All"/>, or <see cref="DissolvedSolids"/>.</summary>
        public readonly int ChannelIndex;

        /// <summary>Lowest value allowed, in <see cref="Unit"/>; <see cref="None"/> for none.</summary>
        public readonly double Low;

        /// <summary>Highest value allowed, in <see cref="Unit"/>; <see cref="None"/> for none.</summary>
        public readonly double High;

        /// <summary>True when the number was read in the standard or in sources that quote it. Others are shown as unverified and give no verdict.</summary>
        public readonly bool IsVerified;

        /// <summary>Where the number was read, and what must be known about it.</summary>
        public readonly string Source;

        public Limit(int channelIndex, double low, double high, bool isVerified, string source)
        {
            ChannelIndex = channelIndex;
            Low = low;
            High = high;
            IsVerified = isVerified;
            Source = source;
        }

        /// <summary>The channel's display unit; mg/L for dissolved solids.</summary>
        public string Unit
        {
            get { return ChannelIndex == DissolvedSolids ? "mg/L" : Channel.All[ChannelIndex].DisplayUnit; }
        }

        /// <summary>The channel's name on the wire; <c>tds</c> for dissolved solids.</summary>
        public string Name
        {
            get { return ChannelIndex == DissolvedSolids ? "tds" : Channel.All[ChannelIndex].Name; }
        }
    }
}
