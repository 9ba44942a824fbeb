using System;
using WaterNode.Station.Quality;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Display
{
    /// <summary>A page of one quantity: its value, how sure that is, the limit, and what is wrong with it.</summary>
    public abstract class QuantityPage : NamedPage
    {
        private const int NumberTop = 18, UnitTop = 30, SpreadTop = 38, QualityTop = 47, ReasonTop = 56;
        private const int SymbolRows = 22;

        /// <summary>Limits are written in thousandths at most.</summary>
        private const int BoundDecimals = 3;

        protected QuantityPage(PageName name, Symbol sign)
            : base(name, sign)
        {
        }

        /// <param name="number">Digits and signs of <see cref="LargeDigits"/>; "--" when there is none.</param>
        protected static void ShowNumber(Canvas canvas, string number, string unit, string spread, Verdict verdict)
        {
            int end = canvas.Large(0, NumberTop, number);
            canvas.Text(end + 2, UnitTop, unit);
            canvas.Text(0, SpreadTop, spread);
            if (verdict != Verdict.None)
            {
                VerdictSymbol.Draw(canvas, Canvas.Columns - VerdictSymbol.ColumnsOf(SymbolRows), HeaderRows, SymbolRows, verdict);
            }
        }

        /// <param name="limit">Null for none.</param>
        protected static void ShowLimit(Canvas canvas, StationSnapshot station, Limit limit)
        {
            if (limit == null)
            {
                return;
            }

            canvas.TextRight(Canvas.Columns, SpreadTop, LimitText(station, limit));
            if (!limit.IsVerified)
            {
                string mark = station.Words(TextId.Unverified);
                canvas.TextRight(Canvas.Columns, QualityTop, mark);
                canvas.Invert(Canvas.Columns - (mark.Length * Canvas.LetterColumns), QualityTop - 1, Canvas.Columns, 9);
            }
        }

        /// <summary>What is to be thought of the value, and why; without a reason, how old it is.</summary>
        protected static void ShowQuality(Canvas canvas, StationSnapshot station, Reading reading, TextId word)
        {
            canvas.Text(0, QualityTop, station.Words(word));
            canvas.Text(0, ReasonTop, reading.Reasons != Reasons.None ? ReasonsOf(reading.Reasons) : station.AgeOf(reading.ChannelIndex));
        }

        protected static TextId WordOf(int quality)
        {
            switch (quality)
            {
                case QualityFlag.Pass: return TextId.Good;
                case QualityFlag.NotEvaluated: return TextId.Unchecked;
                case QualityFlag.Suspect: return TextId.Doubtful;
                case QualityFlag.Fail: return TextId.Failed;
                default: return TextId.Missing;
            }
        }

        private static string LimitText(StationSnapshot station, Limit limit)
        {
            if (limit.Low == Limit.None)
            {
                return station.Words(TextId.AtMost) + " " + Bound(limit.High);
            }

            return limit.High == Limit.None
                ? station.Words(TextId.AtLeast) + " " + Bound(limit.Low)
                : Bound(limit.Low) + " " + station.Words(TextId.To) + " " + Bound(limit.High);
        }

        private static string Bound(double value)
        {
            byte[] buffer = new byte[DecimalText.MaxLength];
            long scaled = (long)Math.Floor((value * DecimalText.Power10(BoundDecimals)) + 0.5);
            int length = DecimalText.Write(scaled, BoundDecimals, buffer, 0);
            return new ByteReader(buffer, 0, length).Text(length);
        }

        private static string ReasonsOf(int reasons)
        {
            var words = new ByteWriter(Canvas.LineLetters);
            Reasons.Write(reasons, words);
            return new ByteReader(words.Buffer, 0, words.Length).Text(words.Length);
        }
    }
}
