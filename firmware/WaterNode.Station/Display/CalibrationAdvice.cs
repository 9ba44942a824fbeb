using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Display
{
    /// <summary>What <see cref="CalibrationProblemText"/> says, in the four lines of 21 letters that the display has for it.</summary>
    public static class CalibrationAdvice
    {
        /// <param name="problem">Any but None, with which there is nothing to advise.</param>
        public static TextId Of(CalibrationProblem problem)
        {
            switch (problem)
            {
                case CalibrationProblem.PointCount: return TextId.AdvisePointCount;
                case CalibrationProblem.SameSolutionTwice: return TextId.AdviseSameSolutionTwice;
                case CalibrationProblem.SolutionsTooNear: return TextId.AdviseSolutionsTooNear;
                case CalibrationProblem.Exchanged: return TextId.AdviseExchanged;
                case CalibrationProblem.TemperatureOutsideTable: return TextId.AdviseTemperatureOutsideTable;
                case CalibrationProblem.TemperaturesDiffer: return TextId.AdviseTemperaturesDiffer;
                case CalibrationProblem.SlopeLow: return TextId.AdviseSlopeLow;
                case CalibrationProblem.SlopeHigh: return TextId.AdviseSlopeHigh;
                case CalibrationProblem.OffsetLarge: return TextId.AdviseOffsetLarge;
                case CalibrationProblem.NotOnALine: return TextId.AdviseNotOnALine;
                case CalibrationProblem.Drifted: return TextId.AdviseDrifted;
                case CalibrationProblem.CellConstant: return TextId.AdviseCellConstant;
                case CalibrationProblem.NoSolution: return TextId.AdviseNoSolution;
                case CalibrationProblem.NoAnswer: return TextId.AdviseNoAnswer;
                case CalibrationProblem.Rail: return TextId.AdviseRail;
                case CalibrationProblem.Unstable: return TextId.AdviseUnstable;
                case CalibrationProblem.PumpNoAnswer: return TextId.AdvisePumpNoAnswer;
                case CalibrationProblem.WrongSolution: return TextId.AdviseWrongSolution;
                default: return TextId.AdviseNoTemperature;
            }
        }
    }
}
