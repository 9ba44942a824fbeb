using WaterNode.Station.Chemistry;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Display
{
    /// <summary>Draws the step at which a calibration stands, and what the button does there.</summary>
    public sealed class CalibrationDialogPage : NamedPage
    {
        private const int FirstTop = 18, LineRows = 9, HintTop = 56;
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
                    Choice(canvas, "Which sensor?", SensorName());
                    Hint(canvas, "short:next hold:take");
                    break;
                case CalibrationStep.Solution:
                    ShowSolution(canvas);
                    break;
                case CalibrationStep.Busy:
                    Paragraph(canvas, FirstTop, "Maintenance is open: by command, or since before a restart.");
                    Hint(canvas, "hold:end it long:back");
                    break;
                case CalibrationStep.Measuring:
                    canvas.Sign(Canvas.Columns - Symbols.Columns, 1, Symbol.Hourglass);
                    Choice(canvas, _dialog.Sensor == Channel.F ? "Wait 2 to 8 minutes:" : "Wait some minutes:", SolutionName());
                    Hint(canvas, "leave it, keep still");
                    break;
                case CalibrationStep.Taken:
                    ShowPoint(canvas);
                    break;
                case CalibrationStep.Refused:
                    Paragraph(canvas, FirstTop, CalibrationAdvice.Of(_dialog.Problem));
                    Hint(canvas, "hold:again long:leave");
                    break;
                case CalibrationStep.Proposal:
                    ShowFit(canvas);
                    break;
                default:
                    ShowEnd(canvas);
                    break;
            }
        }

        private void ShowSolution(Canvas canvas)
        {
            ICalibrationBench bench = _dialog.Bench;
            if (_dialog.Solution == bench.SolutionCount)
            {
                Choice(canvas, "Points: " + bench.PointCount.ToString(), "work out");
                Hint(canvas, "short:next hold:do it");
                return;
            }

            Choice(canvas, SolutionQuestion(), SolutionName());
            Hint(canvas, "short:next hold:start");
        }

        private void ShowPoint(Canvas canvas)
        {
            ICalibrationBench bench = _dialog.Bench;
            canvas.Text(0, FirstTop, "Point " + bench.PointCount.ToString() + " taken: " + bench.SolutionName(_dialog.Solution));
            canvas.Text(0, FirstTop + LineRows, DecimalText.Rounded(bench.PointMicroVolts, MicroVoltDecimals, 1) + " mV");
            canvas.Text(0, FirstTop + (2 * LineRows), DecimalText.Rounded(bench.PointMilliCelsius, MilliCelsiusDecimals, 1) + " \u00B0C");
            if (bench.TryCheck(out int difference, out bool isGood))
            {
                canvas.Text(0, FirstTop + (3 * LineRows), DecimalText.Rounded(difference, MilliPhDecimals, 2) + (isGood ? " pH off: good" : " pH off: too far"));
            }

            Hint(canvas, "hold:go on long:leave");
        }

        private void ShowFit(Canvas canvas)
        {
            ICalibrationBench bench = _dialog.Bench;
            switch (_dialog.Sensor)
            {
                case Channel.Ec:
                    canvas.Text(0, FirstTop, "cell constant");
                    canvas.Text(0, FirstTop + LineRows, DecimalText.Rounded(bench.FitThousandths, FitDecimals, 3) + " /cm");
                    break;
                case Channel.As:
                    canvas.Text(0, FirstTop, "new bottle");
                    canvas.Text(0, FirstTop + LineRows, DecimalText.Rounded(bench.FitThousandths, FitDecimals, 0) + " \u00B5g/L");
                    break;
                default:
                    canvas.Text(0, FirstTop, "slope  " + DecimalText.Rounded(bench.FitThousandths, 1, 1) + " %");
                    canvas.Text(0, FirstTop + LineRows, "offset " + DecimalText.Rounded(bench.FitOffsetMicroVolts, MicroVoltDecimals, 1) + " mV");
                    canvas.Text(0, FirstTop + (2 * LineRows), AdviceOf(bench.FitGrade));
                    break;
            }

            Hint(canvas, "hold:SAVE long:drop");
        }

        private void ShowEnd(Canvas canvas)
        {
            if (_dialog.Sensor == CalibrationDialog.NoSensor)
            {
                Paragraph(canvas, FirstTop, "Clean, rinse, refill. Then put all sensors back into the water.");
            }
            else
            {
                string outcome = _dialog.IsSaveRefused ? "NOT SAVED" : _dialog.IsSaved ? "SAVED" : "nothing changed";
                canvas.Text(0, FirstTop, outcome, outcome.Length <= LargeLettersMax ? 2 : 1, 1);
                Paragraph(canvas, FirstTop + LineRows + 4, "Put all sensors back into the water.");
            }

            Hint(canvas, "hold: they are back");
        }

        private string SensorName()
        {
            switch (_dialog.Sensor)
            {
                case Channel.Ph: return "pH";
                case Channel.Ec: return "EC";
                case Channel.F: return "F";
                case Channel.As: return "As bottle";
                default: return "maintenance";
            }
        }

        private string SolutionQuestion()
        {
            switch (_dialog.Sensor)
            {
                case Channel.F: return "Inlet and probe into:";
                case Channel.As: return "New bottle, label:";
                default: return "Rinse, dip into:";
            }
        }

        private string SolutionName()
        {
            string name = _dialog.Bench.SolutionName(_dialog.Solution);
            switch (_dialog.Sensor)
            {
                case Channel.F: return "F " + name + " mg/L";
                case Channel.As: return name + " \u00B5g/L";
                default: return SensorName() + " " + name;
            }
        }

        private static string AdviceOf(CalibrationGrade grade)
        {
            switch (grade)
            {
                case CalibrationGrade.Good: return "electrode good";
                case CalibrationGrade.Clean: return "clean it soon";
                default: return "replace it soon";
            }
        }

        private static void Choice(Canvas canvas, string question, string choice)
        {
            canvas.Text(0, FirstTop, question);
            canvas.Text(0, FirstTop + LineRows + 5, choice, choice.Length <= LargeLettersMax ? 2 : 1, 2);
        }

        /// <summary>What the button does here, on the last line.</summary>
        private static void Hint(Canvas canvas, string hint)
        {
            canvas.Text(0, HintTop, hint);
            canvas.Invert(0, HintTop - 1, Canvas.Columns, 9);
        }

        /// <summary>Breaks a text at its spaces into lines of 21 letters.</summary>
        private static void Paragraph(Canvas canvas, int top, string text)
        {
            const int lettersMax = Canvas.Columns / Canvas.LetterColumns;
            int start = 0;
            for (int line = 0; line < ParagraphLinesMax && start < text.Length; line++)
            {
                int length = text.Length - start;
                if (length > lettersMax)
                {
                    int blank = text.LastIndexOf(' ', start + lettersMax, lettersMax + 1);
                    length = blank > start ? blank - start : lettersMax;
                }

                canvas.Text(0, top + (line * LineRows), text.Substring(start, length));
                start += length + 1;
            }
        }
    }
}
