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

        public void Measure(Reading reading, Reading temperature)
        {
            reading.CalibratedBy(_config.PhCalibration.Id);
            if (_sampler.TryTake(_source, _config.PhSampling, reading)
                && TemperatureChannel.TryCelsius(temperature, out double celsius, reading))
            {
                Convert(_sampler.Value / 1000, _sampler.Uncertainty / 1000, celsius, reading);
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
            double potential = RootSumSquare.Of(milliVoltsUncertainty, _config.PhPotentialUncertaintyMilliVolts);
            reading.Measured(ph, calibration.Uncertainty(ph, celsius, potential, _config.TemperatureUncertaintyCelsius, ageDays));
            if (reading.HasValue && Math.Abs(celsius - calibration.Celsius) > PhCalibration.CelsiusFromSampleMax)
            {
                reading.Flag(QualityFlag.Suspect, Reasons.TemperatureRange);
            }
        }
    }
}
