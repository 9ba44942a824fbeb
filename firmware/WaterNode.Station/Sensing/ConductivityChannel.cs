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

        private readonly MedianSampler _sampler;
        private readonly StationConfig _config;

        public ConductivityChannel(MedianSampler sampler, StationConfig config)
        {
            _sampler = sampler;
            _config = config;
        }

        public void Measure(Reading reading, Reading temperature)
        {
            reading.CalibratedBy(_config.EcCalibration);
            if (!_sampler.TryMedian(AdcInput.Conductivity, out int microVolts, reading)
                || !TemperatureChannel.TryCelsius(temperature, out double celsius, reading))
            {
                return;
            }

            if (_config.EcMicroVoltsPerMicroSiemens <= 0)
            {
                reading.Missing(QualityFlag.Fail, Reasons.BadCalibration);
                return;
            }

            double conductance = microVolts / _config.EcMicroVoltsPerMicroSiemens;
            double atTemperature = conductance * _config.EcCellConstantPerCentimetre;
            if (!Conductivity.TryAt25(atTemperature, celsius, out double at25, out double compensation))
            {
                reading.Missing(QualityFlag.Fail, Reasons.TemperatureRange);
                return;
            }

            // A degree changes the conductivity by about two percent.
            double byTemperature = 0.02 * _config.TemperatureUncertaintyCelsius;
            double relative = RootSumSquare.Of(compensation, byTemperature, _config.EcRelativeUncertainty);
            reading.Measured(at25, RootSumSquare.Of(Math.Abs(at25) * relative, FloorUncertainty));
        }
    }
}
