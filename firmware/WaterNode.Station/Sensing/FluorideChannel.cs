using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Sensing
{
    /// <summary>Fluoride by the ion-selective electrode, in a cell with sample and buffer (TISAB).</summary>
    public sealed class FluorideChannel
    {
        private const int SettleMilliseconds = 30000;

        /// <summary>The crystal dissolves a little and the answer bends below 0.4 mg/L; in the cell, mg/L.</summary>
        private const double FloorUncertainty = 0.01;

        /// <summary>Aluminium and iron can hide this share of the fluoride while no buffer frees it.</summary>
        private const double UntreatedUncertainty = 0.2;

        private readonly IFluidics _fluidics;
        private readonly IClock _clock;
        private readonly MedianSampler _sampler;
        private readonly StationConfig _config;

        public FluorideChannel(StationPorts ports, MedianSampler sampler, StationConfig config)
        {
            _fluidics = ports.Fluidics;
            _clock = ports.Clock;
            _sampler = sampler;
            _config = config;
        }

        public void Measure(Reading reading, Reading temperature)
        {
            reading.CalibratedBy(_config.FluorideCalibration);
            bool hasSample = _fluidics.TryMove(FluidLine.FluorideDrain, 0)
                && _fluidics.TryMove(FluidLine.FluorideSample, _config.FluorideSampleMicroLitres);
            if (!hasSample)
            {
                reading.Missing(QualityFlag.Missing, Reasons.PumpNoAnswer);
                return;
            }

            bool isTreated = _fluidics.TryMove(FluidLine.Tisab, _config.TisabMicroLitres);
            _clock.Wait(SettleMilliseconds);
            if (_sampler.TryMedian(AdcInput.Fluoride, out int microVolts, reading)
                && TemperatureChannel.TryCelsius(temperature, out double celsius, reading))
            {
                Convert(microVolts / 1000.0, celsius, isTreated, reading);
            }
        }

        private void Convert(double milliVolts, double celsius, bool isTreated, Reading reading)
        {
            if (!FluorideElectrode.TryConcentration(milliVolts, _config.FluorideE0MilliVolts, _config.FluorideEfficiency, celsius, out double inCell))
            {
                reading.Missing(QualityFlag.Fail, Reasons.BadCalibration);
                return;
            }

            // The calibration speaks of the cell, or of the sample when its standards were diluted too.
            double dilution = FluorideElectrode.Dilution(_config.FluorideSampleMicroLitres, _config.TisabMicroLitres);
            double calibratedFor = _config.FluorideStandardsWereDiluted ? dilution : 1;
            double inSample = isTreated ? dilution : 1;
            double concentration = inCell * inSample / calibratedFor;
            double relative = FluorideElectrode.RelativeUncertainty(
                _config.FluoridePotentialUncertaintyMilliVolts,
                _config.FluorideEfficiency,
                celsius,
                celsius - _config.FluorideCalibrationCelsius,
                isTreated ? _config.FluorideRelativeUncertainty : UntreatedUncertainty);
            reading.Measured(concentration, RootSumSquare.Of(concentration * relative, FloorUncertainty * inSample));
            if (!reading.HasValue)
            {
                return;
            }

            // The electrode's floor is one of the cell: what the buffer dilutes is seen later.
            reading.DetectedFrom(FluorideElectrode.FloorMilligramsPerLitre * inSample);
            if (!isTreated)
            {
                reading.Flag(QualityFlag.Suspect, Reasons.Untreated | Reasons.PumpNoAnswer);
            }
        }
    }
}
