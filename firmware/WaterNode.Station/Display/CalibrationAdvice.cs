using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Display
{
    /// <summary>What <see cref="CalibrationProblemText"/> says, in the four lines of 21 letters that the display has for it.</summary>
    public static class CalibrationAdvice
    {
        public static string Of(CalibrationProblem problem)
        {
            switch (problem)
            {
                case CalibrationProblem.None: return "";
                case CalibrationProblem.PointCount: return "Too few solutions: take another, then work out.";
                case CalibrationProblem.SameSolutionTwice: return "The same solution twice: take two different ones.";
                case CalibrationProblem.SolutionsTooNear: return "Too much alike: take a solution that lies further off.";
                case CalibrationProblem.Exchanged: return "Solutions exchanged? Do them again as the display says.";
                case CalibrationProblem.TemperatureOutsideTable: return "Solution too cold or too warm: bring it to 15 to 30 degrees.";
                case CalibrationProblem.TemperaturesDiffer: return "Solutions differ in temperature: wait an hour, repeat.";
                case CalibrationProblem.SlopeLow: return "Slope too low: check solutions, clean or replace the electrode.";
                case CalibrationProblem.SlopeHigh: return "Slope too high: wrong solution. Take fresh ones.";
                case CalibrationProblem.OffsetLarge: return "Offset over 30 mV: check buffers, refill or replace electrode.";
                case CalibrationProblem.NotOnALine: return "One solution is wrong or spoiled: take fresh ones.";
                case CalibrationProblem.Drifted: return "Reads differently than before: wait, then repeat.";
                case CalibrationProblem.CellConstant: return "Wrong standard, dirt or air bubbles: clean the cell, repeat.";
                case CalibrationProblem.NoSolution: return "This is no standard: is the sensor in the solution?";
                case CalibrationProblem.NoAnswer: return "The converter does not answer: check its plug.";
                case CalibrationProblem.Rail: return "Open or shorted: check the cable. Is the sensor in the solution?";
                case CalibrationProblem.Unstable: return "Did not settle: stir gently, wait, clean, repeat.";
                case CalibrationProblem.PumpNoAnswer: return "A pump does not answer: check its plug and tube, repeat.";
                default: return "No temperature: put the probe into the solution, check its cable.";
            }
        }
    }
}
