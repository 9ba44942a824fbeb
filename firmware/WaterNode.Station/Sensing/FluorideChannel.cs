using System;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Sensing
{
    /// <summary>Fluoride by the ion-selective electrode, in a cell with sample and buffer (TISAB).</summary>
    public sealed class FluorideChannel
    {
        /// <summary>The crystal dissolves a little and the answer bends below 0.4 mg/L; in the cell, mg/L.</summary>
        private const double FloorUncertainty = 0.01;

        /// <summary>A sound electrode never shows less than this, in the cell, mg/L: its own crystal dissolves more. It tells water without fluoride from an electrode without life.</summary>
        private const double SoundMilligramsPerLitre = FluorideElectrode.FloorMilligramsPerLitre / 10;

        /// <summary>Aluminium and iron can hide this share of the fluoride while no buffer frees it.</summary>
        private const double UntreatedUncertainty = 0.2;

        /// <summary>A village well where nobody measured the conductivity: its activity coefficient is within 8 % of any drinking water's.</summary>
        private const double UsualConductivity25 = 800;

        /// <summary>Drinking water is never so acid: a pH below this says something of its electrode and nothing of the free fluoride, which is then taken for all.</summary>
        private const double AcidPhMin = 4, NeutralPh = 7;

        private readonly StableSampler _sampler;
        private readonly ISampleSource _source;
        private readonly FluorideCell _cell;
        private readonly IClock _clock;
        private readonly StationConfig _config;

        public FluorideChannel(StationPorts ports, StableSampler sampler, StationConfig config)
        {
            _sampler = sampler;
            _source = new AnalogueSource(ports.Adc, AdcInput.Fluoride);
            _cell = new FluorideCell(ports.Fluidics, config);
            _clock = ports.Clock;
            _config = config;
        }

        /// <param name="fast">Of this cycle: temperature, pH and conductivity are measured already.</param>
        public void Measure(Reading reading, Reading[] fast)
        {
            reading.CalibratedBy(_config.FluorideCalibration.Id);
            if (!_cell.TryFill(FluidLine.FluorideSample))
            {
                reading.Missing(QualityFlag.Missing, Reasons.PumpNoAnswer);
                return;
            }

            bool isTreated = _cell.TryBuffer();
            if (_sampler.TryTake(_source, _config.FluorideSampling, reading)
                && TemperatureChannel.TryCelsius(fast[Channel.Temp], out double celsius, reading))
            {
                Convert(celsius, isTreated, reading, fast);
            }
        }

        private void Convert(double celsius, bool isTreated, Reading reading, Reading[] fast)
        {
            FluorideCalibration calibration = _config.FluorideCalibration;
            if (!FluorideElectrode.TrySeen(_sampler.Value / 1000, calibration.E0MilliVolts, calibration.Efficiency, calibration.Celsius, celsius, out double seen))
            {
                reading.Missing(QualityFlag.Fail, Reasons.BadCalibration);
                return;
            }

            double ageDays = CalibrationAge.Apply(reading, calibration, _clock, FluorideCalibration.OldDays, 0);
            double relative = FluorideElectrode.RelativeUncertainty(
                _sampler.Uncertainty / 1000,
                calibration.Efficiency,
                celsius,
                celsius - calibration.Celsius,
                calibration.RelativeUncertainty(ageDays));

            // The calibration speaks of the cell, or of the sample when its standards were diluted too.
            double dilution = FluorideElectrode.Dilution(_config.FluorideSampleMicroLitres, _config.TisabMicroLitres);
            double calibratedFor = calibration.StandardsWereDiluted ? dilution : 1;
            double inSample = isTreated ? dilution : 1;
            if (seen / calibratedFor < SoundMilligramsPerLitre)
            {
                reading.Flag(QualityFlag.Fail, Reasons.SensorRange);
            }

            double concentration = (seen - calibration.BackgroundMilligramsPerLitre) * inSample / calibratedFor;
            double uncertainty = seen * inSample / calibratedFor * relative;
            if (!isTreated)
            {
                double free = FluorideElectrode.Unbuffered(1, ActivityCoefficient(fast[Channel.Ec]), AcidPh(fast[Channel.Ph]));
                concentration *= free;
                uncertainty = RootSumSquare.Of(uncertainty * free, concentration * UntreatedUncertainty);
                reading.Flag(QualityFlag.Suspect, Reasons.Untreated | Reasons.PumpNoAnswer);
            }

            reading.Measured(concentration, RootSumSquare.Of(uncertainty, FloorUncertainty * inSample));
            if (reading.HasValue)
            {
                // The electrode's floor is one of the cell: what the buffer dilutes is seen later.
                reading.DetectedFrom(FluorideElectrode.FloorMilligramsPerLitre * inSample);
                if (Math.Abs(celsius - calibration.Celsius) > FluorideCalibration.CelsiusFromSampleMax)
                {
                    reading.Flag(QualityFlag.Suspect, Reasons.TemperatureRange);
                }
            }
        }

        private static double ActivityCoefficient(Reading conductivity)
        {
            double conductivity25 = TryTrusted(conductivity, out double measured) ? measured : UsualConductivity25;
            return IonActivity.Coefficient(IonActivity.StrengthOfNaturalWater(conductivity25));
        }

        private static double AcidPh(Reading ph)
        {
            return TryTrusted(ph, out double measured) && measured >= AcidPhMin ? measured : NeutralPh;
        }

        /// <returns>False when the reading is missing or failed; what it would correct is then within the uncertainty.</returns>
        private static bool TryTrusted(Reading reading, out double value)
        {
            value = reading.InDisplayUnit;
            return reading.HasValue && reading.Quality != QualityFlag.Fail;
        }
    }
}
