using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Calibrating
{
    /// <summary>The station calibrates its fluoride electrode by itself, once a day, with the two standards that it may carry.</summary>
    public sealed class OnBoardStandards
    {
        private const long SecondsPerDay = 86400;

        private readonly StationPorts _ports;
        private readonly StationConfig _config;
        private readonly CalibrationLedger _ledger;

        public OnBoardStandards(StationPorts ports, StationConfig config, CalibrationLedger ledger)
        {
            _ports = ports;
            _config = config;
            _ledger = ledger;
        }

        /// <summary>Does it when the calibration in force is a day old, or will be before the next measurement of fluoride: ten minutes or so.</summary>
        /// <remarks>Without a clock nobody knows; then only an electrode that was never calibrated is due. One that was refused is tried again
        /// at the next measurement of fluoride, which bounds what it takes of the standards.</remarks>
        public void RunWhenDue()
        {
            FluorideCalibration inForce = _config.FluorideCalibration;
            long now = _ledger.NowUtcSeconds;
            bool isAged = now > 0 && now - inForce.TakenUtcSeconds + (_config.WetIntervalSeconds / 2) >= SecondsPerDay;
            if (isAged || !inForce.IsMade)
            {
                Run();
            }
        }

        /// <summary>What is refused is told by an event, and the calibration before stays in force and ages.</summary>
        private void Run()
        {
            var electrode = new FluorideOnBench(_ports, _config);
            CalibrationProblem problem = electrode.TakeOnBoard();
            if (problem == CalibrationProblem.None)
            {
                problem = electrode.Fit();
            }

            if (problem == CalibrationProblem.None)
            {
                _ledger.TryKeep(electrode, _ledger.NowUtcSeconds, CalibrationSource.Station);
            }
            else
            {
                _ledger.Refuse(Channel.All[Channel.F].Name, CalibrationProblemText.Of(problem), CalibrationSource.Station);
            }
        }
    }
}
