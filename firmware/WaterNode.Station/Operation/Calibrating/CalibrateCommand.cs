using WaterNode.Station.Chemistry;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Calibrating
{
    /// <summary>Carries out <c>"do":"calibrate"</c>: step by step with the station's own sensors, or from points that were measured elsewhere.</summary>
    /// <remarks>Steps: <c>begin</c> (before the sensors leave the water), <c>take</c> and <c>check</c> (a sensor stands in a solution), <c>save</c>, <c>end</c>
    /// (they are back). The first of them opens the maintenance.</remarks>
    public sealed class CalibrateCommand
    {
        private const int Decimals = 3;

        private readonly CalibrationBench _bench;
        private readonly CalibrationLedger _ledger;
        private readonly GivenCalibration _given;

        public CalibrateCommand(CalibrationBench bench, CalibrationLedger ledger, GivenCalibration given)
        {
            _bench = bench;
            _ledger = ledger;
            _given = given;
        }

        /// <summary>Minutes at most: it waits for the sensor.</summary>
        /// <param name="answer">Gets what there is to tell besides that it was done.</param>
        /// <returns>"" when it was done; otherwise why not and what to do.</returns>
        public string Run(JsonFields command, JsonWriter answer)
        {
            // Also for points from elsewhere: whoever stands before the station would not know what became of his own.
            if (_bench.Source == CalibrationSource.Button)
            {
                return "Somebody calibrates at the station with its button: wait until that is over, half an hour at most.";
            }

            command.TryGetText("step", out string step);
            switch (step)
            {
                case "begin":
                    _bench.TryUse(CalibrationSource.Command);
                    return "";
                case "end":
                    return End();
                case "take":
                case "check":
                case "save":
                    return RunOn(command, step, answer);
                default:
                    return command.Has("step")
                        ? "step must be begin, take, check, save or end; leave it out to give points that were measured elsewhere."
                        : RunOn(command, "", answer);
            }
        }

        private string RunOn(JsonFields command, string step, JsonWriter answer)
        {
            command.TryGetText("channel", out string name);
            int channel = BenchSensors.Find(name);
            if (channel < 0)
            {
                return "channel must be " + BenchSensors.Names + ".";
            }

            switch (step)
            {
                case "take":
                    return Take(channel, command, answer);
                case "check":
                    return Check(channel, command, answer);
                case "save":
                    return Save(channel, answer);
                default:
                    return _given.TakeCommand(channel, command, answer);
            }
        }

        private string End()
        {
            if (_bench.Source.Length == 0)
            {
                return "No calibration is open, so there is nothing to end.";
            }

            _bench.End(CalibrationSource.Command, true);
            return "";
        }

        private string Take(int channel, JsonFields command, JsonWriter answer)
        {
            if (!IsOnBench(channel))
            {
                _bench.Begin(channel);
            }

            string fault = TakePoint(command);
            if (fault.Length == 0)
            {
                _bench.Sensor.WritePoint(answer.Number("point", _bench.PointCount));
                if (_bench.TryCheck(out int difference, out _))
                {
                    answer.Decimal("difference", difference, Decimals);
                }
            }

            return fault;
        }

        /// <summary>The drift check: the point that it takes is no point of a calibration.</summary>
        private string Check(int channel, JsonFields command, JsonWriter answer)
        {
            _bench.Begin(channel);
            string fault = TakePoint(command);
            bool isChecked = _bench.TryCheck(out int difference, out bool isGood);
            _bench.Begin(channel);
            if (fault.Length > 0 || !isChecked)
            {
                return fault.Length > 0 ? fault : "Only a pH electrode that was calibrated before can be checked.";
            }

            answer.Decimal("difference", difference, Decimals).Text("advice", isGood ? "good" : "calibrate again");
            _ledger.TellCheck(channel, difference, isGood, CalibrationSource.Command);
            return "";
        }

        private string Save(int channel, JsonWriter answer)
        {
            if (!IsOnBench(channel) || _bench.PointCount == 0)
            {
                return "No point of this channel was taken, so there is nothing to save: take the points first.";
            }

            _bench.TryUse(CalibrationSource.Command);
            CalibrationProblem problem = _bench.Fit();
            if (problem != CalibrationProblem.None)
            {
                return CalibrationProblemText.Of(problem);
            }

            SensorOnBench sensor = _bench.Sensor;
            if (!_bench.TrySave())
            {
                return "The flash refused to keep it, so the calibration before stays in force: look at the station's storage, then save again.";
            }

            answer.Number("cal", sensor.Made.Id);
            sensor.WriteFit(answer);
            return "";
        }

        private string TakePoint(JsonFields command)
        {
            _bench.TryUse(CalibrationSource.Command);
            command.TryGetText("solution", out string name);
            int solution = _bench.Sensor.FindSolution(name);
            return solution < 0
                ? "solution must be one of " + _bench.Sensor.SolutionNames() + ", in quotes."
                : _bench.Sensor.Explain(_bench.Take(solution));
        }

        private bool IsOnBench(int channel)
        {
            return _bench.Sensor != null && _bench.Sensor.ChannelIndex == channel;
        }
    }
}
