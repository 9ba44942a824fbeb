using System;
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

        private readonly IClock _clock;
        private readonly TemperatureChannel _temperature;
        private readonly PhChannel _ph;
        private readonly ConductivityChannel _conductivity;
        private readonly FluorideChannel _fluoride;
        private readonly ArsenicChannel _arsenic;

        /// <summary>What the arsenic runs before showed; whoever keeps it over deep sleep reads it back before the first run.</summary>
        public ArsenicHistory ArsenicHistory { get; } = new ArsenicHistory();

        /// <summary>The last fault of the program in a channel, for its makers: exception and channel; "" when there was none.</summary>
        public string Fault { get; private set; } = "";

        public MeasuringCycle(StationPorts ports, StationConfig config)
        {
            _clock = ports.Clock;
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
            Measure(Channel.Temp, record, record.Readings);
            Measure(Channel.Ph, record, record.Readings);
            Measure(Channel.Ec, record, record.Readings);
        }

        /// <summary>Fluoride and arsenic, which take reagents and time; after the fast channels, whose temperature fluoride needs.</summary>
        /// <param name="fast">Temperature, pH and conductivity, measured just before.</param>
        /// <param name="wet">Gets the readings; it may be the same record.</param>
        public void MeasureWet(Record fast, Record wet, bool fluoride, bool arsenic)
        {
            if (fluoride)
            {
                Measure(Channel.F, wet, fast.Readings);
            }

            if (arsenic)
            {
                Measure(Channel.As, wet, fast.Readings);
            }
        }

        /// <summary>What the ports answer is a flag in the reading by itself; an exception is a fault of the program, and one too.</summary>
        private void Measure(int channel, Record record, Reading[] fast)
        {
            Reading reading = record.Readings[channel];
            try
            {
                Take(channel, reading, fast);
                GrossRange.Apply(reading);
            }
            catch (Exception fault)
            {
                Fault = fault.GetType().FullName + " " + Channel.All[channel].Name;
                reading.Missing(QualityFlag.Fail, Reasons.SoftwareFault);

                // On a simulated board whose power was cut nothing goes on: its clock throws again, and no such reading is stored.
                _clock.Wait(0);
            }
        }

        private void Take(int channel, Reading reading, Reading[] fast)
        {
            switch (channel)
            {
                case Channel.Temp: _temperature.Measure(reading); break;
                case Channel.Ph: _ph.Measure(reading, fast[Channel.Temp]); break;
                case Channel.Ec: _conductivity.Measure(reading, fast[Channel.Temp]); break;
                case Channel.F: _fluoride.Measure(reading, fast); break;
                default: _arsenic.Measure(reading); break;
            }
        }
    }
}
