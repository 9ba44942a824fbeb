using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Energy;

/// <summary>What one waking took.</summary>
internal sealed record Waking(double AwakeSeconds, double PumpSeconds, double WattHours)
{
    public bool IsWet => PumpSeconds > 0;
}

/// <summary>A battery station lives through a day on the metered board; its times are multiplied by the tables' powers.</summary>
internal sealed class EnergyEstimate
{
    private const double DaySeconds = 86400;

    /// <summary>The device sleeps no shorter (Program.SleepSecondsMin).</summary>
    private const int SleepSecondsMin = 5;

    private readonly EnergyTables _tables;
    private readonly MeteredBoard _board;
    private readonly StationPorts _ports;
    private readonly StationConfig _config = StationConfig.Default("lk-anp-0007");
    private readonly List<Waking> _wakings = [];

    public EnergyEstimate(EnergyTables tables, bool isSlow)
    {
        _tables = tables;
        _board = new MeteredBoard(tables, isSlow);
        _ports = _board.Ports(new SimulatedFlash());
        _config.StaysConnected = false;
    }

    public Waking Fast => _wakings.First(waking => !waking.IsWet);

    public Waking Wet => _wakings.First(waking => waking.IsWet);

    public int WetCyclesPerDay => _wakings.Count(waking => waking.IsWet);

    /// <summary>Of the battery, W.</summary>
    public double AsleepWatts => FromBattery(_tables.Watts("deep sleep") + _tables.Watts("display"));

    public double DayWattHours { get; private set; }

    public double BatteryDays => _tables.Number("battery, Wh") * _tables.Number("usable share of the battery") / DayWattHours;

    public double PanelWatts => DayWattHours / _tables.Number("full sun, h a day") / _tables.Number("share of the panel's power that arrives");

    /// <summary>The first waking after power-on is not counted: a day is one like all others.</summary>
    public void Run()
    {
        Sleep(WakeUp(StartReason.PowerOn));
        _wakings.Clear();
        var began = _board.Seconds;
        double asleep = 0;
        while (_board.Seconds - began < DaySeconds)
        {
            asleep += Sleep(WakeUp(StartReason.DeepSleep));
        }

        var wattHours = _wakings.Sum(waking => waking.WattHours) + AsleepWatts * asleep / 3600;
        DayWattHours = wattHours * DaySeconds / (_board.Seconds - began);
    }

    private int WakeUp(StartReason reason)
    {
        var (began, pumps, scans, radio) = (_board.Seconds, _board.PumpSeconds, _board.ScanSeconds, _board.RadioSeconds);
        _board.WakeUp(reason);
        var pause = new DutyCycle(_ports, _config).Run().NextWakeSeconds;

        var awake = _board.Seconds - began;
        var joules = awake * (_tables.Watts("display") + _tables.Watts("processor") + _tables.Watts("sensors"))
            + (_board.PumpSeconds - pumps) * _tables.Watts("pump or valve")
            + (_board.ScanSeconds - scans) * _tables.Watts("potentiostat")
            + (_board.RadioSeconds - radio) * _tables.Watts("radio");
        _wakings.Add(new Waking(awake, _board.PumpSeconds - pumps, FromBattery(joules) / 3600));
        return pause;
    }

    private double Sleep(int seconds)
    {
        _board.Sleep(Math.Max(SleepSecondsMin, seconds));
        return Math.Max(SleepSecondsMin, seconds);
    }

    private double FromBattery(double atTheLoad) => atTheLoad / _tables.Number("efficiency of the converters");
}
