using System;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Sensing
{
    /// <summary>pH by the glass electrode.</summary>
    public sealed class PhChannel
    {
        /// <summary>Buffers of 0.05 mol/L conduct about as much, microsiemens per cm: in water that does too the junction is what it was in them.</summary>
        private const double BufferConductivity25 = 5000;

        /// <summary>Thinner than rain; it stands for a water whose conductivity nobody measured.</summary>
        private const double ThinnestConductivity25 = 10;

        private readonly StableSampler _sampler;
        private readonly ISampleSource _source;
        private readonly IClock _clock;
        private readonly StationConfig _config;

        public PhChannel(StationPorts ports, StableSampler sampler, StationConfig config)
        {
            _sampler = sampler;
            _source = new AnalogueSource(ports.Adc, AdcInput.Ph);
            _clock = ports.Clock;
            _config = config;
        }

        /// <param name="conductivity">Of this cycle: the thinner the water, the less is known of the junction.</param>
        public void Measure(Reading reading, Reading temperature, Reading conductivity)
        {
            reading.CalibratedBy(_config.PhCalibration.Id);
            if (_sampler.TryTake(_source, _config.PhSampling, reading)
                && TemperatureChannel.TryCelsius(temperature, out double celsius, reading))
            {
                double potential = RootSumSquare.Of(_sampler.Uncertainty / 1000, JunctionMilliVolts(conductivity));
                Convert(_sampler.Value / 1000, potential, celsius, reading);
            }
        }

        private void Convert(double milliVolts, double milliVoltsUncertainty, double celsius, Reading reading)
        {
            PhCalibration calibration = _config.PhCalibration;
            if (!GlassElectrode.TryPh(milliVolts, calibration.OffsetMilliVolts, calibration.Efficiency, celsius, out double ph))
            {
                reading.Missing(QualityFlag.Fail, Reasons.BadCalibration);
                return;
            }

            double ageDays = CalibrationAge.Apply(reading, calibration, _clock, PhCalibration.OldDays, PhCalibration.ExpiredDays);
            reading.Measured(ph, calibration.Uncertainty(ph, celsius, milliVoltsUncertainty, _config.TemperatureUncertaintyCelsius, ageDays));
            if (reading.HasValue && Math.Abs(celsius - calibration.Celsius) > PhCalibration.CelsiusFromSampleMax)
            {
                reading.Flag(QualityFlag.Suspect, Reasons.TemperatureRange);
            }
        }

        /// <summary>u of the junction's potential, mV: by so much for every decade of conductivity between the buffers and this water.</summary>
        private double JunctionMilliVolts(Reading conductivity)
        {
            double conductivity25 = conductivity.HasValue ? conductivity.InDisplayUnit : ThinnestConductivity25;
            conductivity25 = conductivity25 > ThinnestConductivity25 ? conductivity25 : ThinnestConductivity25;
            return _config.PhPotentialUncertaintyMilliVolts * Math.Abs(Math.Log10(BufferConductivity25 / conductivity25));
        }
    }
}
