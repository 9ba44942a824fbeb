using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Display
{
    /// <summary>Calibration by one button: short for the next choice, hold to confirm, long to go back.</summary>
    /// <remarks>It stays open until somebody says that the sensor is back in the water: what is measured till then is maintenance, and no village's water.</remarks>
    public sealed class CalibrationDialog
    {
        /// <summary>Nothing calibrates a temperature, so that its channel stands for maintenance without a calibration.</summary>
        public const int NoSensor = Channel.Temp;

        private static readonly int[] Sensors = { Channel.Ph, Channel.Ec, Channel.F, Channel.As };

        private readonly ICalibrationBench _bench;

        private int _choice;

        public CalibrationDialog(ICalibrationBench bench)
        {
            _bench = bench;
        }

        public CalibrationStep Step { get; private set; }

        /// <summary>Channel of the sensor chosen, or pointed at; <see cref="NoSensor"/> after the last.</summary>
        public int Sensor
        {
            get { return _choice < Sensors.Length ? Sensors[_choice] : NoSensor; }
        }

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
            Step = _bench.TryOpen() ? CalibrationStep.Sensor : CalibrationStep.Busy;
            _choice = 0;
            Problem = CalibrationProblem.None;
            IsSaved = false;
            IsSaveRefused = false;
        }

        /// <summary>Nobody pressed anything for long: what was not saved is given up.</summary>
        public void Close()
        {
            Close(false);
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

                // Of a bottle nothing was measured that somebody would want to see.
                if (Step == CalibrationStep.Taken && Sensor == Channel.As)
                {
                    WorkOut();
                }
            }
        }

        private void Close(bool isConfirmed)
        {
            // What was opened by command is not ended by somebody who only looked.
            if (Step != CalibrationStep.Closed && Step != CalibrationStep.Busy)
            {
                _bench.End(isConfirmed);
            }

            Step = CalibrationStep.Closed;
        }

        private void Next()
        {
            if (Step == CalibrationStep.Sensor)
            {
                _choice = (_choice + 1) % (Sensors.Length + 1);
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
                    ConfirmSensor();
                    break;
                case CalibrationStep.Busy:
                    _bench.End(false);
                    Open();
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
                    Close(true);
                    break;
                default:
                    break;
            }
        }

        private void ConfirmSensor()
        {
            if (Sensor == NoSensor)
            {
                Step = CalibrationStep.PutBack;
                return;
            }

            _bench.Begin(Sensor);
            Solution = 0;
            Step = CalibrationStep.Solution;
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

            // The next bottle is pointed at, or that the calibration may be worked out as well.
            Solution = _bench.PointCount >= _bench.PointsUsual ? _bench.SolutionCount : (Solution + 1) % _bench.SolutionCount;
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

            Solution = 0;
            Step = CalibrationStep.Refused;
        }

        private void Back()
        {
            switch (Step)
            {
                case CalibrationStep.Sensor:
                case CalibrationStep.Busy:
                    // No sensor was touched yet.
                    Close(true);
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
