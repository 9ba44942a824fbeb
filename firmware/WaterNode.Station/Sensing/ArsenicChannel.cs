using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Sensing
{
    /// <summary>Arsenic by anodic stripping on gold with two standard additions: one run of measurement.md, section 5.</summary>
    /// <remarks>A pump or a scan that fails ends the run with a missing value and its reason; the cell is rinsed whatever happened.</remarks>
    public sealed class ArsenicChannel
    {
        /// <summary>The first scan of a wire that stood idle is unlike those after it; it is thrown away, and its deposition is short.</summary>
        private const int ConditioningMilliseconds = 10000;

        /// <summary>The additions give at least +5 and +10 micrograms per litre in the cell, however little the sample seems to hold.</summary>
        private const double FirstAdditionMin = 5;

        /// <summary>A stronger sample than this, micrograms per litre in the cell, is deposited for a shorter time, so that no wire ever carries more than
        /// that of a weak sample with its additions: gold bends from some 30 nA on (60 s give a range of 10 micrograms per litre; Metrohm AN-V-210).</summary>
        private const double FullTimeMax = 5;

        /// <summary>Shorter depositions would be mostly the stirrer's and the potential's beginning, ms.</summary>
        private const int DepositionMillisecondsMin = 2000;

        private readonly IPotentiostat _potentiostat;
        private readonly StationConfig _config;
        private readonly ArsenicCell _cell;
        private readonly ArsenicRun _run = new ArsenicRun();
        private readonly ArsenicResult _result;
        private readonly StrippingPeak _firstLook = new StrippingPeak();
        private readonly ScanRequest _request = new ScanRequest();

        public ArsenicChannel(StationPorts ports, StationConfig config, ArsenicHistory history)
        {
            _potentiostat = ports.Potentiostat;
            _config = config;
            _cell = new ArsenicCell(ports.Fluidics, config);
            History = history;
            _result = new ArsenicResult(config, history);
        }

        /// <summary>What the runs before showed.</summary>
        public ArsenicHistory History { get; }

        /// <summary>One run, about <see cref="ArsenicRun.DurationSeconds"/>: rinse, blank, sample, two additions, half deposition time, rinse.</summary>
        public void Measure(Reading reading)
        {
            reading.CalibratedBy(_config.ArsenicCalibration);
            if (!_config.IsArsenicUsable)
            {
                reading.Missing(QualityFlag.Fail, Reasons.BadCalibration);
                return;
            }

            try
            {
                int fault = TakeScans();
                if (fault == Reasons.None)
                {
                    _result.Evaluate(_run, reading);
                }
                else
                {
                    reading.Missing(QualityFlag.Missing, fault);
                }
            }
            finally
            {
                _run.Clear();

                // Also after a fault of the program: no sample stays on the wire. What a rinse leaves undone the next run's rinse does.
                _cell.TryRinse();
            }
        }

        /// <returns>The reason why the run ended early; none when all scans are there.</returns>
        private int TakeScans()
        {
            _run.DepositionMilliseconds = _config.ArsenicDepositionMilliseconds;
            if (!_cell.TryRinse() || !_cell.TryFillBlank())
            {
                return Reasons.PumpNoAnswer;
            }

            if (!TryScan(ConditioningMilliseconds, out _) || !TryScanTwice(ArsenicRun.Blank))
            {
                return Reasons.PotentiostatNoAnswer;
            }

            if (!_cell.TryFillSample())
            {
                return Reasons.PumpNoAnswer;
            }

            return TryScanSample() ? TakeAdditions() : Reasons.PotentiostatNoAnswer;
        }

        /// <summary>The first scan tells how strong the sample is; a strong one is scanned again, for a shorter time.</summary>
        private bool TryScanSample()
        {
            if (!TryScan(_run.DepositionMilliseconds, out _run.PicoAmperes[ArsenicRun.Sample]))
            {
                return false;
            }

            double expected = ExpectedInCell();
            SizeAdditions(expected);
            if (expected <= FullTimeMax)
            {
                return TryScan(_run.DepositionMilliseconds, out _run.PicoAmperes[ArsenicRun.Sample + 1]);
            }

            int milliseconds = (int)(_run.DepositionMilliseconds * FullTimeMax / expected);
            _run.DepositionMilliseconds = milliseconds > DepositionMillisecondsMin ? milliseconds : DepositionMillisecondsMin;
            return TryScanTwice(ArsenicRun.Sample);
        }

        private int TakeAdditions()
        {
            if (!_cell.TryAdd(FluidLine.ArsenicStandard, _run.FirstMicroLitres))
            {
                return Reasons.PumpNoAnswer;
            }

            if (!TryScanTwice(ArsenicRun.FirstAddition))
            {
                return Reasons.PotentiostatNoAnswer;
            }

            if (!_cell.TryAdd(FluidLine.ArsenicStandard, _run.BothMicroLitres - _run.FirstMicroLitres))
            {
                return Reasons.PumpNoAnswer;
            }

            // In the strongest solution, where a full wire shows first.
            bool good = TryScanTwice(ArsenicRun.SecondAddition)
                && TryScan(_run.DepositionMilliseconds / 2, out _run.PicoAmperes[ArsenicRun.HalfTime]);
            return good ? Reasons.None : Reasons.PotentiostatNoAnswer;
        }

        /// <summary>About as much again as the sample seems to hold, and twice that, as far as the cell has room.</summary>
        private void SizeAdditions(double expected)
        {
            double first = expected > FirstAdditionMin ? expected : FirstAdditionMin;
            double wanted = 2 * first * CellMicroLitres / _config.ArsenicStandardMicrogramsPerLitre;
            int room = _cell.RoomMicroLitres;
            int most = room < _config.ArsenicAddedMicroLitresMax ? room : _config.ArsenicAddedMicroLitresMax;
            _run.BothMicroLitres = wanted > most ? most : (int)(wanted + 0.5);
            _run.FirstMicroLitres = _run.BothMicroLitres / 2;
        }

        private double ExpectedInCell()
        {
            int[] sample = _run.PicoAmperes[ArsenicRun.Sample];
            _config.ArsenicWindow(out int first, out int last);
            if (!_firstLook.TryLocate(sample, first, last))
            {
                return 0;
            }

            History.TryMedianSlope(out double slope);
            slope = slope > 0 ? slope : _config.ArsenicPicoAmperesPerMicrogram;
            return (_firstLook.Height(sample) - _firstLook.Height(_run.PicoAmperes[ArsenicRun.Blank])) / slope;
        }

        private double CellMicroLitres
        {
            get { return _config.ArsenicSampleMicroLitres + _config.ElectrolyteMicroLitres; }
        }

        private bool TryScanTwice(int place)
        {
            return TryScan(_run.DepositionMilliseconds, out _run.PicoAmperes[place])
                && TryScan(_run.DepositionMilliseconds, out _run.PicoAmperes[place + 1]);
        }

        /// <summary>A scan of other potentials or with points missing would put the window beside the peak: it is none.</summary>
        private bool TryScan(int depositionMilliseconds, out int[] picoAmperes)
        {
            _request.DepositionMilliVolts = _config.ArsenicDepositionMilliVolts;
            _request.DepositionMilliseconds = depositionMilliseconds;
            _request.StartMilliVolts = _config.ArsenicScanStartMilliVolts;
            _request.EndMilliVolts = _config.ArsenicScanEndMilliVolts;
            _request.StepMilliVolts = _config.ArsenicScanStepMilliVolts;
            int points = ((_request.EndMilliVolts - _request.StartMilliVolts) / _request.StepMilliVolts) + 1;
            bool good = _potentiostat.TryScan(_request, out Voltammogram voltammogram)
                && voltammogram != null
                && voltammogram.PicoAmperes != null
                && voltammogram.PicoAmperes.Length == points
                && voltammogram.StartMilliVolts == _request.StartMilliVolts
                && voltammogram.StepMilliVolts == _request.StepMilliVolts;
            picoAmperes = good ? voltammogram.PicoAmperes : null;
            return good;
        }
    }
}
