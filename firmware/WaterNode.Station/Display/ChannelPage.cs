using WaterNode.Station.Wire;

namespace WaterNode.Station.Display
{
    /// <summary>One channel as it was measured.</summary>
    public sealed class ChannelPage : QuantityPage
    {
        private readonly int _channel;

        /// <param name="channel">Index in <see cref="Channel.All"/>.</param>
        public ChannelPage(int channel, PageName name, Symbol sign)
            : base(name, sign)
        {
            _channel = channel;
        }

        protected override void Body(Canvas canvas, StationSnapshot station)
        {
            Reading reading = station.ReadingOf(_channel);
            ShowNumber(canvas, NumberOf(reading), reading.Channel.DisplayUnit, SpreadOf(reading), reading.Verdict);
            ShowLimit(canvas, station, station.LimitOf(_channel));
            ShowQuality(canvas, station, reading, WordOf(reading.Quality));
        }

        /// <summary>The number as people read it: "--" when missing, "&lt;" and the limit when below detection.</summary>
        private static string NumberOf(Reading reading)
        {
            if (!reading.HasValue)
            {
                return "--";
            }

            return reading.IsBelowDetectionLimit ? "<" + Shown(reading.Channel, reading.DetectionLimit) : Shown(reading.Channel, reading.Value);
        }

        /// <summary>The expanded uncertainty, k = 2, rounded up, as on the gateway's pages.</summary>
        private static string SpreadOf(Reading reading)
        {
            if (!reading.HasValue || reading.Uncertainty == 0 || reading.IsBelowDetectionLimit)
            {
                return "";
            }

            Channel channel = reading.Channel;
            long step = DecimalText.Power10(channel.WireDecimals - channel.DisplayPowerOfTen - channel.DisplayDecimals);
            long expanded = ((2 * reading.Uncertainty) + step - 1) / step * step;
            return "\u00B1" + Shown(channel, expanded);
        }

        private static string Shown(Channel channel, long scaled)
        {
            return DecimalText.Rounded(scaled, channel.WireDecimals - channel.DisplayPowerOfTen, channel.DisplayDecimals);
        }
    }
}
