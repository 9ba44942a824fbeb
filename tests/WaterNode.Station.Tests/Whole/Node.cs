using System.Text;
using System.Text.Json;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Whole;

/// <summary>A node as its composition root runs it: it starts by the station.json on its flash, restarts by itself when it wants to, and is reached by
/// its link and its button only.</summary>
internal sealed class Node
{
    public const string Id = "lk-anp-0007";

    public const long Begin = 1763740800;

    /// <summary>Calibrations of the simulated electrodes, as somebody would have measured them at a bench the day before.</summary>
    public const string Calibration = """
        {"ph":{"points":[{"buffer":"6.86","mv":8.28,"celsius":25},{"buffer":"4.01","mv":176.88,"celsius":25}],"taken":1763654400},
         "ec":{"points":[{"standard":"1413","microsiemens":1413,"celsius":25}],"taken":1763654400},
         "f":{"points":[{"mgPerLitre":0.4,"mv":100.52,"celsius":25},{"mgPerLitre":1,"mv":77.45,"celsius":25},{"mgPerLitre":4,"mv":42.55,"celsius":25}],"diluted":true,"taken":1763654400},
         "as":{"standardMicrogramsPerLitre":1000,"taken":1763654400}}
        """;

    private const string CommandTopic = $"waternode/v1/{Id}/command";

    /// <summary>Between two presses: longer than a page has to be seen before it is agreed to.</summary>
    private const int PauseSeconds = 5;

    private readonly SimulatedButton _button = new();

    /// <summary>Powered on, and nothing measured yet.</summary>
    /// <param name="calibration">The member of that name in its station.json.</param>
    public Node(string calibration = Calibration, bool staysAwake = true, int wetIntervalSeconds = 6 * 3600)
    {
        Clock.Set(Begin);
        WriteFile(FileOf(calibration, staysAwake, wetIntervalSeconds));
        Ports = new StationPorts
        {
            Clock = Clock,
            Adc = Instruments,
            TemperatureProbe = Instruments,
            Potentiostat = Instruments,
            Flash = Flash,
            Link = Link,
            Screen = Instruments,
            Button = _button,
            Power = Instruments,
            Entropy = Instruments,
        };
        Start(StartReason.PowerOn);
    }

    public SimulatedClock Clock { get; } = new();

    public SimulatedFlash Flash { get; } = new();

    public SimulatedLink Link { get; } = new();

    public SimulatedInstruments Instruments { get; } = new();

    public StationPorts Ports { get; }

    public StationConfig Config { get; private set; } = null!;

    public DutyCycle Cycle { get; private set; } = null!;

    public SettingsStore Settings { get; private set; } = null!;

    /// <summary>How often it restarted by itself.</summary>
    public int Restarts { get; private set; }

    /// <summary>As they came to the gateway.</summary>
    public IReadOnlyList<JsonElement> Events => [.. Link.On("events").Select(Parse)];

    public IReadOnlyList<JsonElement> Results => [.. Link.On("result").Select(Parse)];

    public static string FileOf(string calibration, bool staysAwake = true, int wetIntervalSeconds = 6 * 3600) => $$"""
        {"id":"{{Id}}","gateway":{"host":"192.168.4.1"},
         "schedule":{"intervalSeconds":900,"wetIntervalSeconds":{{wetIntervalSeconds}},"awake":{{(staysAwake ? "true" : "false")}}},
         "calibration":{{calibration}}}
        """;

    public IEnumerable<JsonElement> EventsOf(string type) => Events.Where(told => told.GetProperty("type").GetString() == type);

    /// <summary>Replaces station.json, as nanoff does.</summary>
    public void WriteFile(string text)
    {
        Flash.Delete(SettingsFile.Name);
        Assert.IsTrue(Flash.Open(SettingsFile.Name).Append(Encoding.UTF8.GetBytes(text), 0, Encoding.UTF8.GetByteCount(text)));
    }

    /// <summary>The processor starts: everything in memory is gone.</summary>
    public DutyCycle Start(StartReason reason)
    {
        Link.Drop();
        if (reason == StartReason.PowerOn) Clock.PowerOn(keepsTime: true);
        Instruments.StartReason = reason;
        Ports.Fluidics = Instruments;
        Config = StationConfig.Default("");
        var start = new StationStart(Flash, reason);
        Settings = start.Settings;
        Assert.IsTrue(start.TryConfigure(Config), string.Join('\n', start.Settings.Faults.ToArray()));
        Cycle = new DutyCycle(Ports, Config, start);
        Cycle.Start();
        return Cycle;
    }

    /// <summary>One waking and its restart, if it wants one; then its pause is over.</summary>
    public CycleReport Run()
    {
        var report = Cycle.Run();
        RestartIfWanted();
        Clock.PassSeconds(report.NextWakeSeconds);
        return report;
    }

    /// <summary>It rests for a while.</summary>
    public void Serve()
    {
        for (var i = 0; i < 3; i++)
        {
            Cycle.Serve(10);
            RestartIfWanted();
        }
    }

    /// <summary>A command arrives while the station rests.</summary>
    /// <returns>The newest answer to it.</returns>
    public JsonElement Ask(string id, string members)
    {
        Send(id, members);
        Serve();
        return AnswerTo(id);
    }

    public void Send(string id, string members) => Link.Deliver(CommandTopic, $$"""{"id":"{{id}}",{{members}}}""");

    public JsonElement AnswerTo(string id) => Results.Last(result => result.GetProperty("id").GetString() == id);

    public void AssertDone(string id, string members)
    {
        var answer = Ask(id, members);
        Assert.IsTrue(answer.GetProperty("ok").GetBoolean(), answer.GetRawText());
    }

    public string Refusal(string id, string members)
    {
        var answer = Ask(id, members);
        Assert.IsFalse(answer.GetProperty("ok").GetBoolean(), answer.GetRawText());
        return answer.GetProperty("error").GetString()!;
    }

    public void Press(params ButtonPress[] presses)
    {
        foreach (var press in presses)
        {
            Clock.PassSeconds(PauseSeconds);
            _button.Press(press);
            Cycle.Serve(0);
        }
        RestartIfWanted();
    }

    /// <summary>From the verdict so many pages on.</summary>
    public void TurnPages(int count) => Press([.. Enumerable.Repeat(ButtonPress.Short, count)]);

    public bool Shows(string text) => ScreenText.IsOn(Instruments.LastPage, text);

    /// <summary>The newest reading of each channel that was sent, of the messages after the first so many.</summary>
    public Dictionary<string, JsonElement> ReadingsSince(int message)
    {
        var newest = new Dictionary<string, JsonElement>();
        foreach (var pack in Link.On("readings").Skip(message).Select(Parse))
        {
            foreach (var entry in pack.EnumerateArray()) newest[entry.GetProperty("n").GetString()!] = entry;
        }
        return newest;
    }

    private static JsonElement Parse(Published message)
    {
        using var json = JsonDocument.Parse(message.Payload);
        return json.RootElement.Clone();
    }

    private void RestartIfWanted()
    {
        if (!Cycle.WantsRestart) return;
        Cycle.End();
        Restarts++;
        Start(StartReason.Software);
    }
}
