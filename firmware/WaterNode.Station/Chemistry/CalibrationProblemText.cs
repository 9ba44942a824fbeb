namespace WaterNode.Station.Chemistry
{
    /// <summary>What to tell the technician about a refused calibration: what happened, what it means, what to do.</summary>
    public static class CalibrationProblemText
    {
        /// <returns>"" when there is no problem.</returns>
        public static string Of(CalibrationProblem problem)
        {
            switch (problem)
            {
                case CalibrationProblem.None: return "";
                case CalibrationProblem.PointCount: return "This number of solutions cannot be used: take 1 to 3 buffers for pH, 2 to 6 standards for fluoride.";
                case CalibrationProblem.SameSolutionTwice: return "One buffer was measured twice, so there is no slope: take two different buffers.";
                case CalibrationProblem.SolutionsTooNear: return "The solutions are too much alike to tell the slope: take one that lies further off (6.86 and 7.00 do not go together).";
                case CalibrationProblem.Exchanged: return "The potential runs the wrong way, so solutions were exchanged: measure them again in the order shown.";
                case CalibrationProblem.TemperatureOutsideTable: return "The solution's value is not known at this temperature: bring it to between 15 and 30 degrees and repeat.";
                case CalibrationProblem.TemperaturesDiffer: return "The standards were not of one temperature: let them stand together for an hour and repeat.";
                case CalibrationProblem.SlopeLow: return "The slope is too low, so the sensor is worn out or a solution is the wrong one: check the solutions, clean or replace the sensor.";
                case CalibrationProblem.SlopeHigh: return "The slope is higher than physics allows, so a solution is the wrong one: take fresh solutions and repeat.";
                case CalibrationProblem.OffsetLarge: return "The offset is over 30 mV, so the reference is poisoned or a buffer is the wrong one: check the buffers, refill or replace the electrode.";
                case CalibrationProblem.NotOnALine: return "The points do not lie on a line, so one solution is wrong or spoiled: take fresh solutions and repeat.";
                case CalibrationProblem.Drifted: return "The same solution reads differently than before: wait until the sensor is stable, then calibrate again.";
                case CalibrationProblem.CellConstant: return "No cell of this kind has such a cell constant: check the standard, clean the cell, look for air bubbles.";
                case CalibrationProblem.NoSolution: return "Nothing that could be a standard was measured: check that the sensor stands in the solution, and the value on its label.";
                case CalibrationProblem.NoAnswer: return "The converter does not answer: check its plug.";
                case CalibrationProblem.Rail: return "The sensor's input is open or shorted: check its cable, and that it stands in the solution.";
                case CalibrationProblem.Unstable: return "The sensor did not settle: wait, stir gently, clean the sensor, and repeat.";
                case CalibrationProblem.PumpNoAnswer: return "A pump does not answer, or this board has none for standards: check the pump, or calibrate by hand.";
                case CalibrationProblem.WrongSolution: return "The sensor reads something else than this solution: put it into the solution, or name the right one.";
                default: return "The water temperature is not known: check the temperature probe.";
            }
        }
    }
}
