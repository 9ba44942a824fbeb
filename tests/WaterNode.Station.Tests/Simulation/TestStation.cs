using System.Text.Json;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Simulation;

/// <summary>A whole station on simulated ports, which knows the time and was calibrated just now.</summary>
internal sealed class TestStation
{
    /// <summary>When it starts and its sensors were calibrated, Unix seconds, UTC.</summary>
    public const long StartUtcSeconds = 1763740800;

    /// <param name="measuresWet">True: fluoride and arsenic in every cycle, which makes two records of each; false: never.</param>
    public TestStation(bool measuresWet = true)
    {
        Clock.Set(StartUtcSeconds);
        Config.StaysConnected = true;
        Config.WetIntervalSeconds = measuresWet ? Config.IntervalSeconds : 0;
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
            Power = Instruments,
            Entropy = Instruments,
        };
        Cycle = new DutyCycle(Ports, Config);
    }

    public SimulatedClock Clock { get; } = new();

    public SimulatedFlash Flash { get; } = new();

    public SimulatedLink Link { get; } = new();

    public SimulatedInstruments Instruments { get; } = new();

    public StationConfig Config { get; } = Calibrated(StationConfig.Default("lk-anp-0007"));

    public StationPorts Ports { get; }

    public DutyCycle Cycle { get; private set; }

    /// <summary>Everything in memory is gone; flash and clock are as they were.</summary>
    public DutyCycle WakeUp(StartReason reason)
    {
        Instruments.StartReason = reason;
        Link.Drop();
        if (reason == StartReason.PowerOn) Clock.PowerOn(keepsTime: true);
        Cycle = new DutyCycle(Ports, Config);
        return Cycle;
    }

    /// <summary>The newest reading of each channel that was sent.</summary>
    public Dictionary<string, JsonElement> LastReadings() => ReadingsSince(0);

    /// <param name="message">Number of messages on the topic to leave out.</param>
    public Dictionary<string, JsonElement> ReadingsSince(int message)
    {
        var newest = new Dictionary<string, JsonElement>();
        foreach (var pack in Link.On("readings").Skip(message))
        {
            using var json = JsonDocument.Parse(pack.Payload);
            foreach (var entry in json.RootElement.EnumerateArray()) newest[entry.GetProperty("n").GetString()!] = entry.Clone();
        }
        return newest;
    }

    /// <summary>The instruments behave as the constants of the default say: calibrating them would give these.</summary>
    private static StationConfig Calibrated(StationConfig config)
    {
        config.PhCalibration = new PhCalibration { Id = 17, TakenUtcSeconds = StartUtcSeconds, CentreUncertaintyPh = 0.01, EfficiencyUncertainty = 0.005 };
        config.EcCalibration = new ConductivityCalibration { Id = 15, TakenUtcSeconds = StartUtcSeconds, FreshRelativeUncertainty = 0.01 };
        config.FluorideCalibration = new FluorideCalibration { Id = 9, TakenUtcSeconds = StartUtcSeconds };
        config.ArsenicCalibration = 3;
        return config;
    }

    public void RunCycles(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Cycle.Run();
            Clock.PassSeconds(Config.IntervalSeconds);
        }
    }
}
