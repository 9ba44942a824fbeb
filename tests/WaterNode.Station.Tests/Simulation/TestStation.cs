using System.Text.Json;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Simulation;

/// <summary>A whole station on simulated ports.</summary>
internal sealed class TestStation
{
    public TestStation()
    {
        Config.StaysConnected = true;
        Config.WetIntervalSeconds = Config.IntervalSeconds;
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

    /// <summary>The readings of the last record that was sent, by channel.</summary>
    public Dictionary<string, JsonElement> LastReadings()
    {
        using var json = JsonDocument.Parse(Link.On("readings").Last().Payload);
        var entries = json.RootElement.EnumerateArray().ToArray();
        return entries[Array.FindLastIndex(entries, entry => entry.TryGetProperty("seq", out _))..].ToDictionary(entry => entry.GetProperty("n").GetString()!, entry => entry.Clone());
    }

    /// <summary>The instruments behave as the constants of the default say: calibrating them would give these.</summary>
    private static StationConfig Calibrated(StationConfig config)
    {
        config.PhCalibration = new PhCalibration { Id = 17, CentreUncertaintyPh = 0.01, EfficiencyUncertainty = 0.005 };
        config.EcCalibration = new ConductivityCalibration { Id = 15, FreshRelativeUncertainty = 0.01 };
        config.FluorideCalibration = new FluorideCalibration { Id = 9 };
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
