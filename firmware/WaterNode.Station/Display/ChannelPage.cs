using WaterNode.Station.Quality;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Display
{
    /// <summary>One channel: its value, how sure that is, the limit, and what is wrong with it.</summary>
    public sealed class ChannelPage : NamedPage
    {
        private const int NumberTop = 18, UnitTop = 30, SpreadTop = 39, QualityTop = 48, ReasonTop = 57;
        private const int SymbolRows = 22;
        private const int LettersMax = Canvas.Columns / Canvas.LetterColumns;

        private readonly int _channel;
        private readonly ByteWriter _reasons = new ByteWriter(LettersMax);

        /// <param name="channel">Index in <see cref="Channel.All"/>.</param>
        public ChannelPage(int channel, PageName name, Symbol sign)
            : base(name, sign)
        {
            _channel = channel;
        }

        protected override void Body(Canvas canvas, StationSnapshot station)
        {
            Reading reading = station.ReadingOf(_channel);
            int end = canvas.Large(0, NumberTop, NumberOf(reading));
            canvas.Text(end + 2, UnitTop, reading.Channel.DisplayUnit);
            if (reading.Verdict != Verdict.None)
            {
                VerdictSymbol.Draw(canvas, Canvas.Columns - VerdictSymbol.ColumnsOf(SymbolRows), HeaderRows, SymbolRows, reading.Verdict);
            }

            canvas.Text(0, SpreadTop, SpreadOf(reading));
            ShowLimit(canvas, station.LimitOf(_channel));
            canvas.Text(0, QualityTop, WordOf(reading.Quality));
            canvas.Text(0, ReasonTop, reading.Reasons != Reasons.None ? ReasonsOf(reading.Reasons) : station.AgeOf(_channel));
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
            if (!reading.HasValue || reading.Uncertainty == 0)
            {
                return "";
            }

            Channel channel = reading.Channel;
            long step = DecimalText.Power10(channel.WireDecimals - channel.DisplayPowerOfTen - channel.DisplayDecimals);
            long expanded = ((2 * reading.Uncertainty) + step - 1) / step * step;
            return "\u00B1" + Shown(channel, expanded);
        }

        private void ShowLimit(Canvas canvas, Limit limit)
        {
            if (limit == null)
            {
                return;
            }

            canvas.TextRight(Canvas.Columns, SpreadTop, LimitText(limit));
            if (!limit.IsVerified)
            {
                const string mark = "unverified";
                canvas.TextRight(Canvas.Columns, QualityTop, mark);
                canvas.Invert(Canvas.Columns - (mark.Length * Canvas.LetterColumns), QualityTop - 1, Canvas.Columns, 9);
            }
        }

        private string LimitText(Limit limit)
        {
            if (limit.Low == Limit.None)
            {
                return "max " + Bound(limit.High);
            }

            return limit.High == Limit.None ? "min " + Bound(limit.Low) : Bound(limit.Low) + " to " + Bound(limit.High);
        }

        private string Bound(double value)
        {
            Channel channel = Channel.All[_channel];
            byte[] buffer = new byte[DecimalText.MaxLength];
            int length = DecimalText.Write(channel.Scaled(value), channel.WireDecimals - channel.DisplayPowerOfTen, buffer, 0);
            return new ByteReader(buffer, 0, length).Text(length);
        }

        private string ReasonsOf(int reasons)
        {
            _reasons.Clear(0);
            Reasons.Write(reasons, _reasons);
            return new ByteReader(_reasons.Buffer, 0, _reasons.Length).Text(_reasons.Length);
        }

        private static string Shown(Channel channel, long scaled)
        {
            return DecimalText.Rounded(scaled, channel.WireDecimals - channel.DisplayPowerOfTen, channel.DisplayDecimals);
        }

        private static string WordOf(int quality)
        {
            switch (quality)
            {
                case QualityFlag.Pass: return "good";
                case QualityFlag.NotEvaluated: return "unchecked";
                case QualityFlag.Suspect: return "doubtful";
                case QualityFlag.Fail: return "FAILED";
                default: return "MISSING";
            }
        }
    }
}
