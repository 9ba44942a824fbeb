using WaterNode.Simulation.Display;
using WaterNode.Simulation.Tests.Time;
using WaterNode.Station.Display;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Quality;
using WaterNode.Station.Wire;

namespace WaterNode.Simulation.Tests.Display;

/// <summary>Somebody before a station: a display, a button, and a station that shows what the test says.</summary>
internal sealed class OperatorStand
{
    public const int As = 1, F = 2, Ph = 3, Ec = 4, Solids = 5, Temp = 6, Connection = 7, Clock = 8, Calibration = 9, Reagents = 10;

    /// <summary>Pages that are there only while there is something to tell come before the others.</summary>
    public const int Change = 1, Settings = 8;

    private readonly OperatorDisplay _display;

    public OperatorStand(IClock? clock = null, bool hasButton = true)
    {
        var time = clock ?? new PatientClock(Time);
        var now = ManualTime.Noon.ToUnixTimeSeconds();
        Config.PhCalibration.Id = 17;
        Config.PhCalibration.TakenUtcSeconds = now - 18 * 86400;
        Config.EcCalibration.Id = 15;
        Config.EcCalibration.TakenUtcSeconds = now - 93 * 86400;
        Config.ArsenicCalibration = 16;
        Config.ArsenicStandardTakenUtcSeconds = now - 120 * 86400;
        Station = new StationSnapshot(Config, time)
        {
            Record = Record(),
            Limits = LimitSets.Find(LimitSets.DefaultId),
            Verdict = Verdict.Safe,
            PowerOn = 3,
            IsStored = true,
            IsConnected = true,
            SignalDbm = -71,
            JournalDays = 78,
        };
        Station.Wet = [null!, null!, null!, Station.Record, Station.Record];
        _display = new OperatorDisplay(Screen, hasButton ? Button : null, Station, Bench);
        Time.Advance(TimeSpan.FromHours(2));
    }

    public ManualTime Time { get; } = new();

    public StationConfig Config { get; } = StationConfig.Default("lk-anp-0007");

    public StationSnapshot Station { get; }

    public SimulatedScreen Screen { get; } = new();

    public SimulatedButton Button { get; } = new();

    public ScriptedBench Bench { get; } = new();

    public bool IsAttended => _display.IsAttended;

    public bool IsCalibrating => _display.IsCalibrating;

    public OperatorStand Press(params ButtonPress[] presses)
    {
        foreach (var press in presses)
        {
            Button.Press(press);
            Poll();
        }
        _display.Draw();
        return this;
    }

    /// <summary>Presses that were made before the station looked at the button again.</summary>
    public OperatorStand PressAtOnce(params ButtonPress[] presses)
    {
        foreach (var press in presses) Button.Press(press);
        return Poll();
    }

    /// <summary>Short presses until the page of that number, the verdict being 0.</summary>
    public OperatorStand TurnTo(int page) => Press([.. Enumerable.Repeat(ButtonPress.Short, page)]);

    /// <summary>Nobody presses anything for a while.</summary>
    public OperatorStand Leave(TimeSpan time)
    {
        Time.Advance(time);
        return Poll();
    }

    public OperatorStand Poll()
    {
        _display.Poll();
        _display.Draw();
        return this;
    }

    private static Record Record()
    {
        var record = new Record { SamplePoint = "treated", LimitSetId = LimitSets.DefaultId };
        record.Stamp.PowerOn = 3;
        record.Readings[Channel.Temp].Measured(27.4, 0.25);
        record.Readings[Channel.Ph].Measured(7.12, 0.03);
        record.Readings[Channel.Ec].Measured(812, 12);
        record.Readings[Channel.F].Measured(0.52, 0.04);
        record.Readings[Channel.As].Measured(3.1, 0.42);
        Verdicts.Apply(record, LimitSets.Find(LimitSets.DefaultId));
        return record;
    }
}
