using WaterNode.Station.Chemistry;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Display
{
    /// <summary>Draws the step at which a calibration stands, and what the button does there.</summary>
    public sealed class CalibrationDialogPage : NamedPage
    {
        private const int FirstTop = 18, LineRows = 9, ValueLeft = 7 * Canvas.LetterColumns;
        private const int ParagraphLinesMax = 4;
        private const int LargeLettersMax = Canvas.Columns / (2 * Canvas.LetterColumns);
        private const int MicroVoltDecimals = 3, MilliCelsiusDecimals = 3, MilliPhDecimals = 3, FitDecimals = 3;

        private readonly CalibrationDialog _dialog;

        public CalibrationDialogPage(CalibrationDialog dialog)
            : base(PageName.Calibration, Symbol.Wrench)
        {
            _dialog = dialog;
        }

        protected override void Body(Canvas canvas, StationSnapshot station)
        {
            switch (_dialog.Step)
            {
                case CalibrationStep.Sensor:
                    Choice(canvas, station.Words(TextId.WhichSensor), SensorName(station));
                    Hint(canvas, station, TextId.ShortNextHoldTake);
                    break;
                case CalibrationStep.Solution:
                    ShowSolution(canvas, station);
                    break;
                case CalibrationStep.Busy:
                    Paragraph(canvas, FirstTop, station.Words(TextId.MaintenanceOpen));
                    Hint(canvas, station, TextId.HoldEndIt);
                    break;
                case CalibrationStep.Measuring:
                    canvas.Sign(Canvas.Columns - Symbols.Columns, 1, Symbol.Hourglass);
                    Choice(canvas, station.Words(_dialog.Sensor == Channel.F ? TextId.WaitLonger : TextId.WaitMinutes), SolutionName(station));
                    Hint(canvas, station, TextId.KeepStill);
                    break;
                case CalibrationStep.Taken:
                    ShowPoint(canvas, station);
                    break;
                case CalibrationStep.Refused:
                    Paragraph(canvas, FirstTop, station.Words(CalibrationAdvice.Of(_dialog.Problem)));
                    Hint(canvas, station, TextId.HoldAgain);
                    break;
                case CalibrationStep.Proposal:
                    ShowFit(canvas, station);
                    break;
                default:
                    ShowEnd(canvas, station);
                    break;
            }
        }

        private void ShowSolution(Canvas canvas, StationSnapshot station)
        {
            ICalibrationBench bench = _dialog.Bench;
            if (_dialog.Solution == bench.SolutionCount)
            {
                Choice(canvas, station.Words(TextId.PointsTaken, bench.PointCount), station.Words(TextId.WorkOut));
                Hint(canvas, station, TextId.ShortNextHoldDo);
                return;
            }

            Choice(canvas, station.Words(SolutionQuestion()), SolutionName(station));
            Hint(canvas, station, TextId.ShortNextHoldStart);
        }

        private void ShowPoint(Canvas canvas, StationSnapshot station)
        {
            ICalibrationBench bench = _dialog.Bench;
            canvas.Text(0, FirstTop, station.Words(TextId.PointTaken, bench.PointCount) + " " + bench.SolutionName(_dialog.Solution));
            canvas.Text(0, FirstTop + LineRows, DecimalText.Rounded(bench.PointMicroVolts, MicroVoltDecimals, 1) + " mV");
            canvas.Text(0, FirstTop + (2 * LineRows), DecimalText.Rounded(bench.PointMilliCelsius, MilliCelsiusDecimals, 1) + " \u00B0C");
            if (bench.TryCheck(out int difference, out bool isGood))
            {
                string outcome = station.Words(isGood ? TextId.CheckGood : TextId.CheckTooFar);
                canvas.Text(0, FirstTop + (3 * LineRows), DecimalText.Rounded(difference, MilliPhDecimals, 2) + " " + outcome);
            }

            Hint(canvas, station, TextId.HoldGoOn);
        }

        private void ShowFit(Canvas canvas, StationSnapshot station)
        {
            ICalibrationBench bench = _dialog.Bench;
            switch (_dialog.Sensor)
            {
                case Channel.Ec:
                    canvas.Text(0, FirstTop, station.Words(TextId.CellConstant));
                    canvas.Text(0, FirstTop + LineRows, DecimalText.Rounded(bench.FitThousandths, FitDecimals, 3) + " /cm");
                    break;
                case Channel.As:
                    canvas.Text(0, FirstTop, station.Words(TextId.NewBottle));
                    canvas.Text(0, FirstTop + LineRows, DecimalText.Rounded(bench.FitThousandths, FitDecimals, 0) + " \u00B5g/L");
                    break;
                default:
                    Fitted(canvas, FirstTop, station.Words(TextId.Slope), DecimalText.Rounded(bench.FitThousandths, 1, 1) + " %");
                    Fitted(canvas, FirstTop + LineRows, station.Words(TextId.Offset), DecimalText.Rounded(bench.FitOffsetMicroVolts, MicroVoltDecimals, 1) + " mV");
                    canvas.Text(0, FirstTop + (2 * LineRows), station.Words(AdviceOf(bench.FitGrade)));
                    break;
            }

            Hint(canvas, station, TextId.HoldSave);
        }

        private void ShowEnd(Canvas canvas, StationSnapshot station)
        {
            if (_dialog.Sensor == CalibrationDialog.NoSensor)
            {
                Paragraph(canvas, FirstTop, station.Words(TextId.CleanAndPutBack));
            }
            else
            {
                string outcome = station.Words(_dialog.IsSaveRefused ? TextId.NotSaved : _dialog.IsSaved ? TextId.Saved : TextId.NothingChanged);
                canvas.Text(0, FirstTop, outcome, outcome.Length <= LargeLettersMax ? 2 : 1, 1);
                Paragraph(canvas, FirstTop + LineRows + 4, station.Words(TextId.PutBack));
            }

            Hint(canvas, station, TextId.HoldTheyAreBack);
        }

        private string SensorName(StationSnapshot station)
        {
            switch (_dialog.Sensor)
            {
                case Channel.Ph: return "pH";
                case Channel.Ec: return "EC";
                case Channel.F: return "F";
                case Channel.As: return station.Words(TextId.ArsenicBottle);
                default: return station.Words(TextId.Maintenance);
            }
        }

        private TextId SolutionQuestion()
        {
            switch (_dialog.Sensor)
            {
                case Channel.F: return TextId.InletInto;
                case Channel.As: return TextId.NewBottleLabel;
                default: return TextId.DipInto;
            }
        }

        private string SolutionName(StationSnapshot station)
        {
            string name = _dialog.Bench.SolutionName(_dialog.Solution);
            switch (_dialog.Sensor)
            {
                case Channel.F: return "F " + name + " mg/L";
                case Channel.As: return name + " \u00B5g/L";
                default: return SensorName(station) + " " + name;
            }
        }

        private static TextId AdviceOf(CalibrationGrade grade)
        {
            switch (grade)
            {
                case CalibrationGrade.Good: return TextId.ElectrodeGood;
                case CalibrationGrade.Clean: return TextId.ElectrodeClean;
                default: return TextId.ElectrodeReplace;
            }
        }

        private static void Choice(Canvas canvas, string question, string choice)
        {
            canvas.Text(0, FirstTop, question);
            canvas.Text(0, FirstTop + LineRows + 5, choice, choice.Length <= LargeLettersMax ? 2 : 1, 2);
        }

        private static void Fitted(Canvas canvas, int top, string what, string value)
        {
            canvas.Text(0, top, what);
            canvas.Text(ValueLeft, top, value);
        }

        private static void Paragraph(Canvas canvas, int top, string text)
        {
            canvas.Paragraph(0, top, text, Canvas.LineLetters, ParagraphLinesMax);
        }
    }
}
