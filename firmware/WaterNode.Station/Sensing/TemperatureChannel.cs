using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Sensing
{
    /// <summary>Water temperature, which pH, conductivity and fluoride need.</summary>
    public sealed class TemperatureChannel
    {
        private readonly StableSampler _sampler;
        private readonly ISampleSource _source;
        private readonly StationConfig _config;

        public TemperatureChannel(StationPorts ports, StableSampler sampler, StationConfig config)
        {
            _sampler = sampler;
            _source = new ProbeSource(ports.TemperatureProbe);
            _config = config;
        }

        public void Measure(Reading reading)
        {
            if (_sampler.TryTake(_source, _config.TemperatureSampling, reading))
            {
                reading.Measured(_sampler.Value / 1000, RootSumSquare.Of(_sampler.Uncertainty / 1000, _config.TemperatureUncertaintyCelsius));
            }
        }

        /// <summary>The temperature for compensating another channel.</summary>
        /// <param name="into">Becomes missing with reason no-temperature when there is none: none is invented. What a suspect one compensates is suspect too.</param>
        public static bool TryCelsius(Reading temperature, out double celsius, Reading into)
        {
            celsius = 0;
            if (!temperature.HasValue || temperature.Quality == QualityFlag.Fail)
            {
                into.Missing(QualityFlag.Missing, Reasons.NoTemperature);
                return false;
            }

            if (temperature.Quality == QualityFlag.Suspect)
            {
                into.Flag(QualityFlag.Suspect, Reasons.TemperatureRange);
            }

            celsius = temperature.InDisplayUnit;
            return true;
        }
    }
}
