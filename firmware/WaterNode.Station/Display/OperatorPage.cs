using System;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Display
{
    /// <summary>The page for whoever stands before the station: the verdict first, then the numbers, then what happens to them.</summary>
    public sealed class OperatorPage
    {
        private const int SymbolColumns = 18;
        private const int WordScale = 2;
        private const int SecondsPerHour = 3600;

        private readonly IScreen _screen;
        private readonly Canvas _canvas = new Canvas();

        public OperatorPage(IScreen screen)
        {
            _screen = screen;
        }

        /// <param name="record">The last measuring cycle.</param>
        /// <param name="wet">The last cycle that measured fluoride and arsenic, of the same power-on; it may be the same one.</param>
        /// <param name="verdict">The station's verdict now.</param>
        /// <param name="isStored">False puts NOT STORED on the page: the reading would not survive a power cut.</param>
        /// <param name="unsentCount">Records and events that the gateway does not hold yet.</param>
        public void Show(Record record, Record wet, Verdict verdict, bool isStored, int unsentCount, IClock clock)
        {
            _canvas.Clear();
            _canvas.Symbol(0, 0, verdict);
            _canvas.Text(SymbolColumns, 0, WordOf(verdict), WordScale);

            // Microbes are not measured, so the page never says that the water is safe.
            _canvas.Line(2, "chemicals measured");
            _canvas.Line(3, ValueOf(record, Channel.Temp) + " EC " + ValueOf(record, Channel.Ec));
            _canvas.Line(4, "pH " + NumberOf(record, Channel.Ph) + " F " + ValueOf(wet, Channel.F));
            _canvas.Line(5, "As " + ValueOf(wet, Channel.As) + AgeOf(wet.Stamp, clock));
            _canvas.Line(6, (isStored ? "stored" : "NOT STORED") + " unsent " + unsentCount.ToString());
            _canvas.Line(7, clock.IsSet ? TimeOf(clock.UtcSeconds) : "clock not set");

            // A display that does not answer must not stop the station; the status topic tells the gateway's people more.
            _screen.Show(_canvas.Page);
        }

        private static string WordOf(Verdict verdict)
        {
            switch (verdict)
            {
                case Verdict.Safe: return "SAFE";
                case Verdict.Unsafe: return "UNSAFE";
                default: return "UNCERTAIN";
            }
        }

        private static string ValueOf(Record record, int channel)
        {
            return NumberOf(record, channel) + Channel.All[channel].DisplayUnit;
        }

        /// <summary>The number as people read it; "--" when missing, "&lt;" and the limit when below detection, with "?" when suspect and "!" when failed.</summary>
        private static string NumberOf(Record record, int channelIndex)
        {
            Reading reading = record.Readings[channelIndex];
            if (!reading.HasValue)
            {
                return "--";
            }

            Channel channel = reading.Channel;
            long shown = reading.IsBelowDetectionLimit ? reading.DetectionLimit : reading.Value;
            string number = DecimalText.Rounded(shown, channel.WireDecimals - channel.DisplayPowerOfTen, channel.DisplayDecimals);
            string text = reading.IsBelowDetectionLimit ? "<" + number : number;
            if (reading.Quality == QualityFlag.Fail)
            {
                return text + "!";
            }

            return reading.Quality == QualityFlag.Suspect ? text + "?" : text;
        }

        /// <summary>Fluoride and arsenic are measured a few times a day: whoever reads them is told when it is long ago.</summary>
        private static string AgeOf(Stamp stamp, IClock clock)
        {
            long hours = (clock.UpSeconds - stamp.UpSeconds) / SecondsPerHour;
            return hours > 0 ? " " + hours.ToString() + "h ago" : "";
        }

        private static string TimeOf(long utcSeconds)
        {
            return new DateTime(1970, 1, 1).AddSeconds(utcSeconds).ToString("yyyy-MM-dd HH:mm") + " UTC";
        }
    }
}
