using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Display
{
    /// <summary>Calibration by one button: short for the next choice, hold to confirm, long to go back.</summary>
    /// <remarks>It stays open until somebody says that the sensor is back in the water: what is measured till then is maintenance, and no village's water.</remarks>
    public sealed class CalibrationDialog
    {
        /// <summary>The last choice of the list of sensors.</summary>
        private const int SensorCount = 2;

        private readonly ICalibrationBench _bench;

        public CalibrationDialog(ICalibrationBench bench)
        {
            _bench = bench;
        }

        public CalibrationStep Step { get; private set; }

        /// <summary>The sensor chosen, or pointed at.</summary>
        public CalibratedSensor Sensor { get; private set; }

        /// <summary>The solution pointed at; <see cref="ICalibrationBench.SolutionCount"/> stands for "work it out".</summary>
        public int Solution { get; private set; }

        /// <summary>Why the last thing was refused.</summary>
        public CalibrationProblem Problem { get; private set; }

        /// <summary>True when the calibration is in force.</summary>
        public bool IsSaved { get; private set; }

        /// <summary>True when it was worked out, but the flash refused it.</summary>
        public bool IsSaveRefused { get; private set; }

        public bool IsOpen
        {
            get { return Step != CalibrationStep.Closed; }
        }

        public ICalibrationBench Bench
        {
            get { return _bench; }
        }

        public void Open()
        {
            Step = CalibrationStep.Sensor;
            Sensor = CalibratedSensor.Ph;
            Problem = CalibrationProblem.None;
            IsSaved = false;
            IsSaveRefused = false;
        }

        /// <summary>Nobody pressed anything for long: what was not saved is given up.</summary>
        public void Close()
        {
            Step = CalibrationStep.Closed;
        }

        public void Press(ButtonPress press)
        {
            switch (press)
            {
                case ButtonPress.Short:
                    Next();
                    break;
                case ButtonPress.Hold:
                    Confirm();
                    break;
                case ButtonPress.Long:
                    Back();
                    break;
                default:
                    break;
            }
        }

        /// <summary>Does what takes time, after the page that says "wait" has been shown.</summary>
        public void Work()
        {
            if (Step == CalibrationStep.Measuring)
            {
                Problem = _bench.Take(Solution);
                Step = Problem == CalibrationProblem.None ? CalibrationStep.Taken : CalibrationStep.Refused;
            }
        }

        private void Next()
        {
            if (Step == CalibrationStep.Sensor)
            {
                Sensor = (CalibratedSensor)(((int)Sensor + 1) % SensorCount);
            }
            else if (Step == CalibrationStep.Solution)
            {
                // With a point in hand there is one choice more: to work the calibration out.
                int choices = _bench.SolutionCount + (_bench.PointCount > 0 ? 1 : 0);
                Solution = (Solution + 1) % choices;
            }
        }

        private void Confirm()
        {
            switch (Step)
            {
                case CalibrationStep.Sensor:
                    _bench.Begin(Sensor);
                    Solution = 0;
                    Step = CalibrationStep.Solution;
                    break;
                case CalibrationStep.Solution:
                    ConfirmSolution();
                    break;
                case CalibrationStep.Taken:
                    AfterPoint();
                    break;
                case CalibrationStep.Refused:
                    Step = CalibrationStep.Solution;
                    break;
                case CalibrationStep.Proposal:
                    IsSaved = _bench.TrySave();
                    IsSaveRefused = !IsSaved;
                    Step = CalibrationStep.PutBack;
                    break;
                case CalibrationStep.PutBack:
                    Close();
                    break;
                default:
                    break;
            }
        }

        private void ConfirmSolution()
        {
            if (Solution == _bench.SolutionCount)
            {
                WorkOut();
            }
            else
            {
                Step = CalibrationStep.Measuring;
            }
        }

        private void AfterPoint()
        {
            if (_bench.PointCount >= _bench.PointsMax)
            {
                WorkOut();
                return;
            }

            // The next bottle is pointed at; after the second the calibration may be worked out as well.
            Solution = _bench.PointCount > 1 ? _bench.SolutionCount : (Solution + 1) % _bench.SolutionCount;
            Step = CalibrationStep.Solution;
        }

        private void WorkOut()
        {
            Problem = _bench.Fit();
            if (Problem == CalibrationProblem.None)
            {
                Step = CalibrationStep.Proposal;
                return;
            }

            // Points that do not go together are of no more use.
            _bench.Begin(Sensor);
            Solution = 0;
            Step = CalibrationStep.Refused;
        }

        private void Back()
        {
            switch (Step)
            {
                case CalibrationStep.Sensor:
                    Close();
                    break;
                case CalibrationStep.Measuring:
                case CalibrationStep.PutBack:
                    break;
                default:
                    // The sensor may have been in a buffer already.
                    Step = CalibrationStep.PutBack;
                    break;
            }
        }
    }
}
