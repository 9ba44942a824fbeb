using System.Text.Json;
using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Starting;

/// <summary>A whole station that could not finish five starts.</summary>
[TestClass]
public class SafeStationTests
{
    [TestMethod]
    public void It_measures_what_needs_no_pumps_sends_it_and_says_why()
    {
        var station = Failed();
        station.Instruments.BeforeScan = () => Assert.Fail("the potentiostat was asked");
        foreach (var line in Enum.GetValues<FluidLine>()) station.Instruments.DeadPumps.Add(line);
        var report = station.WakeUp(StartReason.Fault).Run();

        Assert.IsTrue(report.Stored);
        Assert.AreEqual(0, report.Pending);
        Assert.AreEqual(Verdict.Uncertain, report.Verdict);
        Assert.AreEqual("temp ph ec", string.Join(' ', station.LastReadings().Keys));
        StringAssert.Contains(station.Link.On("status").Last().Text, "\"safe\":true");
        using var json = JsonDocument.Parse(station.Link.On("events").Last().Payload);
        Assert.AreEqual("safe-mode", json.RootElement.GetProperty("what").GetString());
        StringAssert.Contains(json.RootElement.GetProperty("why").GetString(), "watchdog");
    }

    [TestMethod]
    public void After_a_day_it_measures_everything_again()
    {
        var station = Failed();
        for (var cycle = 0; cycle < 96; cycle++)
        {
            station.WakeUp(cycle == 0 ? StartReason.Fault : StartReason.DeepSleep).Run();
            station.Clock.PassSeconds(station.Config.IntervalSeconds);
        }
        Assert.DoesNotContain("as", station.LastReadings().Keys.ToArray());

        Assert.AreEqual(Verdict.Safe, station.WakeUp(StartReason.DeepSleep).Run().Verdict);
        Assert.DoesNotContain("\"safe\"", station.Link.On("status").Last().Text);
    }

    [TestMethod]
    public void What_was_found_unsafe_stays_unsafe_for_its_time_and_nothing_is_called_safe()
    {
        foreach (var (arsenic, expected) in new[] { (60.0, Verdict.Unsafe), (3.0, Verdict.Uncertain) })
        {
            var station = new TestStation();
            station.Instruments.Arsenic = arsenic;
            station.Cycle.Run();
            Fail(station);
            Assert.AreEqual(expected, station.WakeUp(StartReason.Fault).Run().Verdict);
            station.Clock.PassSeconds(2 * station.Config.IntervalSeconds);
            Assert.AreEqual(Verdict.Uncertain, station.Cycle.Verdict);
        }
    }

    private static TestStation Failed()
    {
        var station = new TestStation();
        Fail(station);
        return station;
    }

    private static void Fail(TestStation station)
    {
        for (var start = 0; start < 5; start++)
        {
            station.WakeUp(StartReason.Fault).Start();
            FaultNote.Keep(station.Flash, FaultNote.Watchdog, "measuring");
        }
    }
}
