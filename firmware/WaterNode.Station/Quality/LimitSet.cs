namespace WaterNode.Station.Quality
{
    /// <summary>One edition of a standard. Its id ends in a version, which grows when a number is corrected, so that old verdicts stay explainable.</summary>
    public sealed class LimitSet
    {
        /// <summary>For example <c>sls-614-2013/1</c>.</summary>
        public readonly string Id;

        /// <summary>Name for people.</summary>
        public readonly string Title;

        /// <summary>Date of the edition, as far as it is known: a year, or the day from which it applies; "" when it is not.</summary>
        public readonly string Date;

        public readonly Limit[] Limits;

        public LimitSet(string id, string title, string date, Limit[] limits)
        {
            Id = id;
            Title = title;
            Date = date;
            Limits = limits;
        }

        /// <param name="channelIndex">A channel, or <see cref="Limit.DissolvedSolids"/>.</param>
        /// <returns>The verified limit of a channel, or null.</returns>
        public Limit Of(int channelIndex)
        {
            for (int i = 0; i < Limits.Length; i++)
            {
                if (Limits[i].ChannelIndex == channelIndex && Limits[i].IsVerified)
                {
                    return Limits[i];
                }
            }

            return null;
        }
    }
}
