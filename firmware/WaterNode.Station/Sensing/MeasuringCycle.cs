using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Quality;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Sensing
{
    /// <summary>Measures all channels, each by itself: what fails in one is a flag in its reading and ends no other.</summary>
    public sealed class MeasuringCycle
    {
        /// <summary>How long temperature, pH and conductivity take when they settle at once, minutes, for whoever waits for the first values.</summary>
        public const int FastMinutes = 2;

        /// <summary>How long fluoride and arsenic take besides, minutes: the arsenic, and up to six for the fluoride.</summary>
        public const int WetMinutes = (ArsenicRun.DurationSeconds / 60) + 6;

        private readonly TemperatureChannel _temperature;
        private readonly PhChannel _ph;
        private readonly ConductivityChannel _conductivity;
        private readonly FluorideChannel _fluoride;
        private readonly ArsenicChannel _arsenic;

        /// <summary>What the arsenic runs before showed; whoever keeps it over deep sleep reads it back before the first run.</summary>
        public ArsenicHistory ArsenicHistory { get; } = new ArsenicHistory();

        public MeasuringCycle(StationPorts ports, StationConfig config)
        {
            var sampler = new StableSampler(ports.Clock);
            _temperature = new TemperatureChannel(ports, sampler, config);
            _ph = new PhChannel(ports, sampler, config);
            _conductivity = new ConductivityChannel(ports, sampler, config);
            _fluoride = new FluorideChannel(ports, sampler, config);
            _arsenic = new ArsenicChannel(ports, config, ArsenicHistory);
        }

        /// <summary>Temperature, pH and conductivity: no reagents, about a minute.</summary>
        public void MeasureFast(Record record)
        {
            Reading[] readings = record.Readings;
            Reading temperature = readings[Channel.Temp];
            _temperature.Measure(temperature);
            GrossRange.Apply(temperature);
            _conductivity.Measure(readings[Channel.Ec], temperature);
            _ph.Measure(readings[Channel.Ph], temperature, readings[Channel.Ec]);
            GrossRange.Apply(readings[Channel.Ph]);
            GrossRange.Apply(readings[Channel.Ec]);
        }

        /// <summary>Fluoride and arsenic, which take reagents and time; after the fast channels, whose temperature fluoride needs.</summary>
        /// <param name="fast">Temperature, pH and conductivity, measured just before.</param>
        /// <param name="wet">Gets the readings; it may be the same record.</param>
        public void MeasureWet(Record fast, Record wet, bool fluoride, bool arsenic)
        {
            if (fluoride)
            {
                _fluoride.Measure(wet.Readings[Channel.F], fast.Readings);
                GrossRange.Apply(wet.Readings[Channel.F]);
            }

            if (arsenic)
            {
                _arsenic.Measure(wet.Readings[Channel.As]);
                GrossRange.Apply(wet.Readings[Channel.As]);
            }
        }
    }
}
