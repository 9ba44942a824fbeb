using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Sensing
{
    /// <summary>Water temperature, which pH, conductivity and fluoride need.</summary>
    public sealed class TemperatureChannel
    {
        private const int Tries = 3;
        private const int PauseMilliseconds = 100;

        private readonly ITemperatureProbe _probe;
        private readonly IClock _clock;
        private readonly StationConfig _config;

        public TemperatureChannel(StationPorts ports, StationConfig config)
        {
            _probe = ports.TemperatureProbe;
            _clock = ports.Clock;
            _config = config;
        }

        public void Measure(Reading reading)
        {
            for (int i = 0; i < Tries; i++)
            {
                if (_probe.TryRead(out int milliCelsius))
                {
                    reading.Measured(milliCelsius / 1000.0, _config.TemperatureUncertaintyCelsius);
                    return;
                }

                _clock.Wait(PauseMilliseconds);
            }

            reading.Missing(QualityFlag.Missing, Reasons.NoAnswer);
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

            celsius = (double)temperature.Value / DecimalText.Power10(temperature.Channel.WireDecimals);
            return true;
        }
    }
}
