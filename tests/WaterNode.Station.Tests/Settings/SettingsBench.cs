using System.Text;
using WaterNode.Station.Journal;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Settings;

/// <summary>A flash with a station.json, and a station that starts over it again and again.</summary>
internal sealed class SettingsBench : ICalibrationTaker
{
    public const string Full = """
        {"id":"lk-anp-0007","gateway":{"host":"192.168.4.1","port":8883,"password":"geheim"},"wifi":{"ssid":"Wi-Fi","password":"sehr geheim"},
         "schedule":{"intervalSeconds":600,"wetIntervalSeconds":7200,"awake":true},"limitSet":"who-2022/1","samplePoint":"tap-2","language":"ta",
         "timeZoneMinutes":330,"arsenicStandardMicrogramsPerLitre":500,"bottlesMillilitres":{"tisab":250,"electrolyte":251,"standard":20,"rinse":1000},
         "calibration":{"ph":{"taken":1763740800,"points":[{"buffer":"6.86","mv":-3.2,"celsius":25.1}]}}}
        """;

    public const string Least = """{"id":"lk-anp-0007","gateway":{"host":"gateway.local"}}""";

    public SimulatedFlash Flash { get; init; } = new();

    public SettingsStore Store { get; private set; } = null!;

    /// <summary>The <c>taken</c> of pH calibrations that a new file brought.</summary>
    public List<long> Calibrations { get; } = [];

    public string CalibrationProblem { get; init; } = "";

    public static SettingsBench With(string file)
    {
        var bench = new SettingsBench();
        bench.Write(file);
        return bench;
    }

    public static SettingsBench Started(string file = Least)
    {
        var bench = With(file);
        Assert.IsTrue(bench.Start(), bench.FaultText);
        return bench;
    }

    public string FaultText => string.Join('\n', Store.Faults.ToArray());

    /// <summary>Replaces the file, as nanoff does.</summary>
    public void Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    public void Write(byte[] bytes)
    {
        Flash.Delete(SettingsFile.Name);
        Assert.IsTrue(Flash.Open(SettingsFile.Name).Append(bytes, 0, bytes.Length));
    }

    /// <summary>One start of the station up to the open journal.</summary>
    public bool Start()
    {
        Store = new SettingsStore(new StateShelf(Flash));
        if (!Store.TryLoad()) return false;
        Store.Tell(new StationEvents(Some.Journal(Flash), new SimulatedClock()), this);
        return true;
    }

    public string Propose(string set, string commandId = "c-1")
    {
        var fields = new JsonFields();
        Assert.IsTrue(fields.TryParse(Encoding.UTF8.GetBytes(set)), set);
        var answer = new JsonWriter(200);
        return Store.TryPropose(fields, commandId, answer, out var error) ? answer.Members() : error;
    }

    /// <summary>The configuration events in the journal, without their stamps.</summary>
    public string[] Events()
    {
        var journal = Some.Journal(Flash);
        var frame = new Frame();
        var events = new List<string>();
        for (long after = 0; journal.TryReadUnacknowledged(after, frame); after = frame.Sequence)
        {
            var text = Encoding.UTF8.GetString(frame.Buffer, frame.BodyOffset, frame.BodyLength);
            var start = text.IndexOf("\"type\":\"configuration\",", StringComparison.Ordinal);
            Assert.IsGreaterThanOrEqualTo(0, start, text);
            events.Add(text[(start + 23)..]);
        }
        return [.. events];
    }

    string ICalibrationTaker.TakeFile(JsonFields calibration)
    {
        var ph = new JsonFields();
        if (calibration.TryGetObject("ph", ph) && ph.TryGetNumber("taken", out var taken)) Calibrations.Add(taken);
        return CalibrationProblem;
    }
}
