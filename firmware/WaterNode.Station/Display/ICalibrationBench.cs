using WaterNode.Station.Chemistry;

namespace WaterNode.Station.Display
{
    /// <summary>The measuring side of a calibration at the station: what the dialog on the display asks for, step by step.</summary>
    public interface ICalibrationBench
    {
        /// <summary>Opens the bench for the button: from now on the station is under maintenance.</summary>
        /// <returns>False when it is open already, by command.</returns>
        bool TryOpen();

        /// <summary>Ends the maintenance, whoever opened it.</summary>
        /// <param name="isConfirmed">True when somebody says that the sensors are back in the water.</param>
        void End(bool isConfirmed);

        /// <summary>Takes a sensor, and forgets the points taken so far.</summary>
        /// <param name="channel">The sensor's, see <see cref="Wire.Channel.All"/>.</param>
        void Begin(int channel);

        /// <summary>Solutions that this sensor can be calibrated with.</summary>
        int SolutionCount { get; }

        /// <summary>Points after which one usually works the calibration out.</summary>
        int PointsUsual { get; }

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

        /// <summary>Holds the point taken last against the calibration in force.</summary>
        /// <param name="difference">Measured minus true, thousandths of a pH.</param>
        /// <param name="isGood">False when it has drifted too far.</param>
        /// <returns>False when this sensor has no such check, or was never calibrated.</returns>
        bool TryCheck(out int difference, out bool isGood);

        /// <summary>Works out a calibration of the points taken; it is not in force yet. Points that do not go together are forgotten.</summary>
        CalibrationProblem Fit();

        /// <summary>pH, fluoride: slope in thousandths of the ideal one. Conductivity: cell constant, thousandths of 1/cm. Arsenic: label of the
        /// bottle, thousandths of a microgram per litre.</summary>
        int FitThousandths { get; }

        /// <summary>pH: potential at pH 7, fluoride: at 1 mg/L, microvolts.</summary>
        int FitOffsetMicroVolts { get; }

        CalibrationGrade FitGrade { get; }

        /// <summary>Puts the calibration that was worked out into force.</summary>
        /// <returns>False when the flash refused: the one before stays in force.</returns>
        bool TrySave();
    }
}
