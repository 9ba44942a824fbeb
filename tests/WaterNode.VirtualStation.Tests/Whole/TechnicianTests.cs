using System.Text;
using System.Text.Json;
using WaterNode.Simulation.Tests.Display;
using WaterNode.Simulation.Time;
using WaterNode.Station.Ports;
using WaterNode.Tests.Support;

namespace WaterNode.Simulation.Tests.Whole;

/// <summary>A technician with buffers and standards before the whole virtual station, and the village's people with commands.</summary>
[TestClass]
public sealed class TechnicianTests
{
    private const string Id = "lk-anp-0009";

    /// <summary>Presses of the button from the verdict to the page of the calibrations.</summary>
    private const int PagesToCalibration = 9;

    /// <summary>A page turns back after two seconds: time enough for a busy computer. The next measurement comes after minutes.</summary>
    private const double Speed = 30;

    [TestMethod]
    public async Task With_the_button_and_two_buffers_the_pH_electrode_is_calibrated()
    {
        var calendar = new AcceleratedCalendar(Speed);
        await using var gateway = await CollectingGateway.Start(calendar);
        await using var station = new VirtualStation(new VirtualStationOptions(Id, Gateway: null) { StationFile = FileFor(gateway), Speed = Speed, Calendar = calendar });
        _ = station.Run(CancellationToken.None);
        await Eventually.Holds(() => station.Progress is { Journaled: > 0, Pending: 0 }, "the first measurement is over", deadlineSeconds: 60);

        for (var page = 0; page < PagesToCalibration; page++) station.Button.Press(ButtonPress.Short);
        station.Button.Press(ButtonPress.Hold);
        await Eventually.Holds(() => PagePictures.AreShown("calibrate-sensor", station.Screen.Page), "the dialog is open, and points at pH");
        await Hold(station);
        foreach (var buffer in new[] { "6.86", "4.01" })
        {
            Assert.IsTrue(station.Sensors.TryDip(buffer));
            await Hold(station);
            // It asks for patience, then shows the point.
            await Leaves(station, station.Screen.Page);
            await Hold(station);
        }
        // It proposes what it has worked out; then it is saved.
        await Hold(station);
        await Hold(station);
        Assert.IsTrue(PagePictures.AreShown("calibrate-saved", station.Screen.Page), station.Screen.ToText());
        Assert.IsTrue(station.Sensors.TryDip("well"));
        await Hold(station);

        var calibration = await EventOf(gateway, "calibration");
        Assert.AreEqual("ph 2 button", $"{calibration.GetProperty("channel")} {calibration.GetProperty("points")} {calibration.GetProperty("who")}");
        Assert.IsTrue(calibration.GetProperty("slope").GetDouble() is > 0.93 and < 1.0, calibration.GetRawText());
        await Eventually.Holds(() => gateway.Events.Any(told => IsOf(told, "maintenance") && !told.GetProperty("begun").GetBoolean() && told.GetProperty("confirmed").GetBoolean()), "the maintenance is over");
    }

    [TestMethod]
    public async Task By_command_a_standard_calibrates_the_conductivity_and_three_the_fluoride_and_the_next_readings_are_right()
    {
        const double speed = 600;
        var calendar = new AcceleratedCalendar(speed);
        await using var gateway = await CollectingGateway.Start(calendar);
        await using var station = new VirtualStation(new VirtualStationOptions(Id, Gateway: null) { StationFile = FileFor(gateway, wetIntervalSeconds: 86400), Speed = speed, Calendar = calendar });
        _ = station.Run(CancellationToken.None);
        await Eventually.Holds(() => station.Progress is { Journaled: 2, Pending: 0 }, "the first measurements are over", deadlineSeconds: 60);

        await Take(gateway, station, "c-1", dip: "1413", "ec", "1413");
        var cell = await Save(gateway, "c-2", "ec");
        Assert.IsTrue(cell.GetProperty("cellConstant").GetDouble() is > 0.9 and < 1.1, cell.GetRawText());
        foreach (var (id, standard) in new[] { ("c-3", "0.4"), ("c-4", "1"), ("c-5", "4") }) await Take(gateway, station, id, dip: "f " + standard, "f", standard);
        var fluoride = await Save(gateway, "c-6", "f");
        Assert.IsTrue(fluoride.GetProperty("slope").GetDouble() is > 0.92 and < 1.02, fluoride.GetRawText());

        Assert.IsTrue(station.Sensors.TryDip("well"));
        Assert.IsTrue((await gateway.Command(Id, "c-7", "\"do\":\"calibrate\",\"step\":\"end\"")).GetProperty("ok").GetBoolean());
        var answer = await gateway.Command(Id, "c-8", "\"do\":\"measure\",\"channels\":[\"ec\",\"f\"]");
        Assert.IsTrue(answer.GetProperty("ok").GetBoolean(), answer.GetRawText());
        var measured = answer.GetProperty("seq").GetInt64();
        await Eventually.Holds(() => gateway.Records.Any(record => record.Sequence == measured), "the measurement arrives");
        var record = gateway.Records.First(record => record.Sequence == measured);
        var reading = record.Readings["f"];
        var truth = station.Well.At(record.Time!.Value).FluorideMilligramsPerLitre;
        Assert.AreEqual(truth, 1000 * reading.Value!.Value, 4 * 1000 * reading.Uncertainty, reading.Why);
    }

    [TestMethod]
    public async Task Calibrations_in_the_file_are_in_force_and_what_was_not_in_it_is_as_ever()
    {
        const double speed = 3600;
        var calendar = new AcceleratedCalendar(speed);
        await using var gateway = await CollectingGateway.Start(calendar);
        var file = FileFor(gateway, more: """, "calibration":{"ec":{"points":[{"standard":"1413","microsiemens":1284.5,"celsius":25.0}],"taken":1763740800}}""");
        await using var station = new VirtualStation(new VirtualStationOptions(Id, Gateway: null) { StationFile = file, Speed = speed, Calendar = calendar });
        _ = station.Run(CancellationToken.None);

        var calibration = await EventOf(gateway, "calibration");
        Assert.AreEqual("ec file 1.1", $"{calibration.GetProperty("channel")} {calibration.GetProperty("who")} {calibration.GetProperty("cellConstant")}");
        await Eventually.Holds(() => gateway.Records.Count > 0, "it measures");
        Assert.AreEqual("", gateway.Records[0].Readings["ph"].Why);
    }

    [TestMethod]
    public void There_are_only_the_bottles_that_are_named()
    {
        var station = new VirtualStation(new VirtualStationOptions(Id, new Uri("mqtt://127.0.0.1:1")));

        foreach (var place in new[] { "4.01", "6.86", "7.00", "9.18", "10.01", "84", "1413", "12880", "f 0.1", "f 0.4", "f 1", "f 2", "f 4", "f 10", "well" }) Assert.IsTrue(station.Sensors.TryDip(place), place);
        foreach (var place in new[] { "", "7", "f", "f 6.86", "0.4", "f  1" }) Assert.IsFalse(station.Sensors.TryDip(place), place);
    }

    private static byte[] FileFor(CollectingGateway gateway, int wetIntervalSeconds = 0, string more = "") => Encoding.UTF8.GetBytes(
        $$"""{"id":"{{Id}}","gateway":{"host":"127.0.0.1","port":{{gateway.Address.Port}}},"schedule":{"intervalSeconds":86400,"wetIntervalSeconds":{{wetIntervalSeconds}},"awake":true}{{more}}}""");

    private static bool IsOf(JsonElement told, string type) => told.GetProperty("type").GetString() == type;

    private static async Task<JsonElement> EventOf(CollectingGateway gateway, string type)
    {
        await Eventually.Holds(() => gateway.Events.Any(told => IsOf(told, type)), $"an event {type}");
        return gateway.Events.First(told => IsOf(told, type));
    }

    private static async Task Take(CollectingGateway gateway, VirtualStation station, string id, string dip, string channel, string solution)
    {
        Assert.IsTrue(station.Sensors.TryDip(dip));
        var answer = await gateway.Command(Id, id, $"\"do\":\"calibrate\",\"channel\":\"{channel}\",\"step\":\"take\",\"solution\":\"{solution}\"");
        Assert.IsTrue(answer.GetProperty("ok").GetBoolean(), answer.GetRawText());
    }

    private static async Task<JsonElement> Save(CollectingGateway gateway, string id, string channel)
    {
        var answer = await gateway.Command(Id, id, $"\"do\":\"calibrate\",\"channel\":\"{channel}\",\"step\":\"save\"");
        Assert.IsTrue(answer.GetProperty("ok").GetBoolean(), answer.GetRawText());
        return answer;
    }

    /// <summary>Presses, and waits until the display has answered.</summary>
    private static async Task Hold(VirtualStation station)
    {
        var before = station.Screen.Page;
        station.Button.Press(ButtonPress.Hold);
        await Leaves(station, before);
    }

    /// <summary>Waits until the display shows another page.</summary>
    private static Task Leaves(VirtualStation station, byte[] page) =>
        Eventually.Holds(() => !station.Screen.Page.AsSpan().SequenceEqual(page), $"the display leaves the page\n{station.Screen.ToText()}");
}
