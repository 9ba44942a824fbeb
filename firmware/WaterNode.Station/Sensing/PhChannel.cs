using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Sensing
{
    /// <summary>pH by the glass electrode.</summary>
    public sealed class PhChannel
    {
        private const double BufferUncertaintyPh = 0.01;
        private const double EfficiencyUncertainty = 0.01;

        private readonly MedianSampler _sampler;
        private readonly StationConfig _config;

        public PhChannel(MedianSampler sampler, StationConfig config)
        {
            _sampler = sampler;
            _config = config;
        }

        public void Measure(Reading reading, Reading temperature)
        {
            reading.CalibratedBy(_config.PhCalibration);
            if (!_sampler.TryMedian(AdcInput.Ph, out int microVolts, reading)
                || !TemperatureChannel.TryCelsius(temperature, out double celsius, reading))
            {
                return;
            }

            if (!GlassElectrode.TryPh(microVolts / 1000.0, _config.PhOffsetMilliVolts, _config.PhEfficiency, celsius, out double ph))
            {
                reading.Missing(QualityFlag.Fail, Reasons.BadCalibration);
                return;
            }

            double uncertainty = GlassElectrode.Uncertainty(
                ph,
                _config.PhEfficiency,
                celsius,
                _config.PhPotentialUncertaintyMilliVolts,
                EfficiencyUncertainty,
                _config.TemperatureUncertaintyCelsius,
                BufferUncertaintyPh);
            reading.Measured(ph, uncertainty);
        }
    }
}
