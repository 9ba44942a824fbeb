using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Display
{
    /// <summary>The measuring side of a calibration at the station: what the dialog on the display asks for, step by step.</summary>
    public interface ICalibrationBench
    {
        /// <summary>Forgets the points taken so far.</summary>
        void Begin(CalibratedSensor sensor);

        /// <summary>Solutions that this sensor can be calibrated with.</summary>
        int SolutionCount { get; }

        /// <summary>Most points of one calibration.</summary>
        int PointsMax { get; }

        /// <summary>Points taken since <see cref="Begin"/>.</summary>
        int PointCount { get; }

        /// <returns>What stands on the bottle.</returns>
        string SolutionName(int solution);

        /// <summary>Waits until the sensor is stable in the solution, minutes at most, and takes the point.</summary>
        /// <returns>None when the point was taken.</returns>
        CalibrationProblem Take(int solution);

        /// <summary>The electrode's potential at the point taken last, microvolts.</summary>
        int PointMicroVolts { get; }

        /// <summary>Temperature of the solution at the point taken last, thousandths of a degree C.</summary>
        int PointMilliCelsius { get; }

        /// <summary>Works out a calibration of the points taken; it is not in force yet.</summary>
        CalibrationProblem Fit();

        /// <summary>pH: slope in thousandths of the ideal one. Conductivity: cell constant, thousandths of 1/cm.</summary>
        int FitThousandths { get; }

        /// <summary>pH: potential at pH 7, microvolts.</summary>
        int FitOffsetMicroVolts { get; }

        CalibrationGrade FitGrade { get; }

        /// <summary>Puts the calibration that was worked out into force.</summary>
        /// <returns>False when the flash refused: the one before stays in force.</returns>
        bool TrySave();
    }
}
