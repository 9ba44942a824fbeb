using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Sensing
{
    /// <summary>Arsenic by anodic stripping on gold: the peak of the sample, and the peak after one addition of standard.</summary>
    public sealed class ArsenicChannel
    {
        private readonly IFluidics _fluidics;
        private readonly IPotentiostat _potentiostat;
        private readonly StationConfig _config;
        private readonly StrippingPeak _peak = new StrippingPeak();
        private readonly StandardAddition _addition = new StandardAddition();
        private readonly ScanRequest _request;

        public ArsenicChannel(StationPorts ports, StationConfig config)
        {
            _fluidics = ports.Fluidics;
            _potentiostat = ports.Potentiostat;
            _config = config;
            _request = new ScanRequest
            {
                DepositionMilliVolts = config.ArsenicDepositionMilliVolts,
                DepositionMilliseconds = config.ArsenicDepositionMilliseconds,
                StartMilliVolts = config.ArsenicScanStartMilliVolts,
                EndMilliVolts = config.ArsenicScanEndMilliVolts,
                StepMilliVolts = config.ArsenicScanStepMilliVolts,
            };
        }

        /// <summary>One run: rinse, sample, scan, standard, scan, rinse. The cell is emptied whatever happened before.</summary>
        public void Measure(Reading reading)
        {
            reading.CalibratedBy(_config.ArsenicCalibration);
            MeasureInCell(reading);

            // What a rinse leaves undone the next run's rinse does.
            TryRinse();
        }

        private void MeasureInCell(Reading reading)
        {
            bool hasSample = TryRinse()
                && _fluidics.TryMove(FluidLine.Sample, _config.ArsenicSampleMicroLitres)
                && _fluidics.TryMove(FluidLine.Electrolyte, _config.ElectrolyteMicroLitres);
            if (!hasSample)
            {
                reading.Missing(QualityFlag.Missing, Reasons.PumpNoAnswer);
                return;
            }

            if (!TryScan(out int[] sample))
            {
                reading.Missing(QualityFlag.Missing, Reasons.PotentiostatNoAnswer);
                return;
            }

            if (!_fluidics.TryMove(FluidLine.ArsenicStandard, _config.ArsenicStandardMicroLitres))
            {
                reading.Missing(QualityFlag.Missing, Reasons.PumpNoAnswer);
                return;
            }

            if (!TryScan(out int[] spiked) || spiked.Length != sample.Length)
            {
                reading.Missing(QualityFlag.Missing, Reasons.PotentiostatNoAnswer);
                return;
            }

            Convert(sample, spiked, reading);
        }

        private void Convert(int[] sample, int[] spiked, Reading reading)
        {
            int step = _request.StepMilliVolts > 0 ? _request.StepMilliVolts : 1;
            int first = (_config.ArsenicWindowStartMilliVolts - _request.StartMilliVolts) / step;
            int last = (_config.ArsenicWindowEndMilliVolts - _request.StartMilliVolts) / step;
            _addition.SampleMicroLitres = _config.ArsenicSampleMicroLitres;
            _addition.CellMicroLitres = _config.ArsenicSampleMicroLitres + _config.ElectrolyteMicroLitres;
            _addition.AddedMicroLitres = _config.ArsenicStandardMicroLitres;
            _addition.StandardMicrogramsPerLitre = _config.ArsenicStandardMicrogramsPerLitre;
            _addition.BlankPicoAmperes = _config.ArsenicBlankPicoAmperes;
            _addition.HeightUncertainty = RootSumSquare.Of(StrippingPeak.Noise(spiked), _config.ArsenicBlankUncertaintyPicoAmperes);
            _addition.Repeatability = _config.ArsenicRepeatability;
            _addition.RelativeUncertainty = _config.ArsenicRelativeUncertainty;
            if (!_peak.TryLocate(spiked, first, last) || !_addition.TrySolve(_peak.Height(sample), _peak.Height(spiked)))
            {
                reading.Missing(QualityFlag.Fail, Reasons.NoStandardResponse);
                return;
            }

            reading.Measured(_addition.Concentration, _addition.Uncertainty);
            if (reading.HasValue)
            {
                reading.DetectedFrom(_addition.DetectionLimit);
            }
        }

        private bool TryScan(out int[] picoAmperes)
        {
            // A scan of other potentials would put the window beside the peak.
            bool good = _potentiostat.TryScan(_request, out Voltammogram voltammogram)
                && voltammogram.PicoAmperes != null
                && voltammogram.StartMilliVolts == _request.StartMilliVolts
                && voltammogram.StepMilliVolts == _request.StepMilliVolts;
            picoAmperes = good ? voltammogram.PicoAmperes : null;
            return good;
        }

        private bool TryRinse()
        {
            return _fluidics.TryMove(FluidLine.Drain, 0)
                && _fluidics.TryMove(FluidLine.Rinse, _config.ArsenicRinseMicroLitres)
                && _fluidics.TryMove(FluidLine.Drain, 0);
        }
    }
}
