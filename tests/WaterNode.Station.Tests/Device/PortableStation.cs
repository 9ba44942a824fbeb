using System.Text;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>A whole station on simulated ports, in what both the device and .NET have.</summary>
    internal sealed class PortableStation
    {
        public const string Id = "lk-anp-0007";
        public const long Morning = 1763740800;

        private const string Root = "waternode/v1/" + Id + "/";

        /// <param name="measuresWet">True: fluoride and arsenic in every cycle; false: never.</param>
        public PortableStation(bool measuresWet)
        {
            Config.WetIntervalSeconds = measuresWet ? Config.IntervalSeconds : 0;
            Clock.Set(Morning);
            Ports = new StationPorts
            {
                Clock = Clock,
                Adc = Instruments,
                TemperatureProbe = Instruments,
                Potentiostat = Instruments,
                Fluidics = Instruments,
                Flash = Flash,
                Link = Link,
                Screen = Instruments,
                Button = Button,
                Power = Instruments,
                Entropy = Instruments,
            };
            Cycle = new DutyCycle(Ports, Config);
        }

        public SimulatedClock Clock { get; } = new SimulatedClock();

        public MemoryFlash Flash { get; } = new MemoryFlash();

        public NotingLink Link { get; } = new NotingLink();

        public SimulatedInstruments Instruments { get; } = new SimulatedInstruments();

        public SimulatedButton Button { get; } = new SimulatedButton();

        public StationConfig Config { get; } = Calibrated();

        public StationPorts Ports { get; }

        public DutyCycle Cycle { get; private set; }

        /// <summary>Everything in memory is gone; flash and clock are as they were.</summary>
        public DutyCycle WakeUp(StartReason reason)
        {
            Begin(reason);
            Cycle = new DutyCycle(Ports, Config);
            return Cycle;
        }

        /// <summary>The same by the station.json on its flash.</summary>
        /// <returns>False when it has no settings at all.</returns>
        public bool StartBySettings(StartReason reason, out SettingsStore settings)
        {
            Begin(reason);
            var start = new StationStart(Flash, reason);
            settings = start.Settings;
            if (!start.TryConfigure(Config))
            {
                return false;
            }

            Cycle = new DutyCycle(Ports, Config, start);
            return true;
        }

        public void WriteSettings(string file)
        {
            Flash.Replace(SettingsFile.Name, Encoding.UTF8.GetBytes(file));
        }

        /// <returns>The answer to a command of the gateway; "" when there is none.</returns>
        public string Command(string payload)
        {
            int before = Link.CountOn("result");
            Link.Deliver(Root + "command", payload);
            Cycle.Serve(10);
            Cycle.Serve(10);
            return Link.CountOn("result") > before ? Link.LastOn("result") : "";
        }

        public void Press(params ButtonPress[] presses)
        {
            for (int i = 0; i < presses.Length; i++)
            {
                Button.Press(presses[i]);
                Cycle.Serve(0);
            }
        }

        /// <returns>The newest entry of the channel that was sent, without its braces; "" when there is none.</returns>
        public string Entry(string channel)
        {
            string name = "\"n\":\"" + channel + "\"";
            string pack = Link.LastWith("readings", name);
            int start = pack.LastIndexOf(name);
            return start < 0 ? "" : pack.Substring(start, pack.IndexOf('}', start) - start);
        }

        private void Begin(StartReason reason)
        {
            Instruments.StartReason = reason;
            Link.Disconnect();
            if (reason == StartReason.PowerOn)
            {
                Clock.PowerOn(true);
            }
        }

        /// <summary>The instruments behave as the constants of the default say: calibrating them would give these.</summary>
        private static StationConfig Calibrated()
        {
            StationConfig config = StationConfig.Default(Id);
            config.StaysConnected = true;
            config.PhCalibration = new PhCalibration { Id = 17, TakenUtcSeconds = Morning, CentreUncertaintyPh = 0.01, EfficiencyUncertainty = 0.005 };
            config.EcCalibration = new ConductivityCalibration { Id = 15, TakenUtcSeconds = Morning, FreshRelativeUncertainty = 0.01 };
            config.FluorideCalibration = new FluorideCalibration { Id = 9, TakenUtcSeconds = Morning };
            config.ArsenicCalibration = 3;
            return config;
        }
    }
}
