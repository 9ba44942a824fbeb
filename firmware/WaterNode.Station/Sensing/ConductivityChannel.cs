using System;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Sensing
{
    /// <summary>Conductivity at 25 degrees C.</summary>
    public sealed class ConductivityChannel
    {
        /// <summary>What even distilled water is uncertain by, microsiemens per cm.</summary>
        private const double FloorUncertainty = 1;

        /// <summary>A degree changes the conductivity of water by about two percent.</summary>
        private const double SharePerDegree = 0.02;

        private readonly StableSampler _sampler;
        private readonly ISampleSource _source;
        private readonly IClock _clock;
        private readonly StationConfig _config;

        public ConductivityChannel(StationPorts ports, StableSampler sampler, StationConfig config)
        {
            _sampler = sampler;
            _source = new AnalogueSource(ports.Adc, AdcInput.Conductivity);
            _clock = ports.Clock;
            _config = config;
        }

        public void Measure(Reading reading, Reading temperature)
        {
            reading.CalibratedBy(_config.EcCalibration.Id);
            if (!_sampler.TryTake(_source, _config.EcSampling, reading)
                || !TemperatureChannel.TryCelsius(temperature, out double celsius, reading))
            {
                return;
            }

            if (_config.EcMicroVoltsPerMicroSiemens <= 0)
            {
                reading.Missing(QualityFlag.Fail, Reasons.BadCalibration);
                return;
            }

            double perMicroVolt = _config.EcCalibration.CellConstantPerCentimetre / _config.EcMicroVoltsPerMicroSiemens;
            Convert(_sampler.Value * perMicroVolt, _sampler.Uncertainty * perMicroVolt, celsius, reading);
        }

        private void Convert(double atTemperature, double uncertainty, double celsius, Reading reading)
        {
            if (!Conductivity.TryAt25(atTemperature, celsius, out double at25, out double compensation))
            {
                reading.Missing(QualityFlag.Fail, Reasons.TemperatureRange);
                return;
            }

            double ageDays = CalibrationAge.Apply(reading, _config.EcCalibration, _clock, ConductivityCalibration.OldDays, 0);
            double byTemperature = SharePerDegree * _config.TemperatureUncertaintyCelsius;
            double relative = RootSumSquare.Of(compensation, byTemperature, _config.EcCalibration.RelativeUncertainty(ageDays));
            reading.Measured(at25, RootSumSquare.Of(Math.Abs(at25) * relative, uncertainty, FloorUncertainty));
        }
    }
}
