using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Operation;

/// <summary>Fluoride and arsenic on a schedule of their own.</summary>
[TestClass]
public class WetChemistryTests
{
    private const int Interval = 900, WetInterval = 6 * 3600;

    [TestMethod]
    public void The_first_cycle_measures_everything_and_the_next_23_leave_fluoride_and_arsenic_out()
    {
        var station = Station();
        for (var cycle = 0; cycle <= 24; cycle++)
        {
            var expected = cycle is 0 or 24 ? "temp ph ec f as" : "temp ph ec";
            Assert.AreEqual(expected, string.Join(' ', Channels(station)), $"cycle {cycle}");
        }
    }

    [TestMethod]
    public void A_record_of_a_fast_cycle_is_the_same_after_it_was_read_from_flash()
    {
        var station = Station();
        station.Link.AcceptsConnections = false;
        Cycle(station);
        Cycle(station);
        station.Link.AcceptsConnections = true;
        station.WakeUp(StartReason.DeepSleep).Run();

        var text = string.Concat(station.Link.On("readings").Select(pack => pack.Text));
        Assert.AreEqual(1, Count(text, "\"n\":\"as\""), "of three records only the first has an entry for arsenic");
        Assert.AreEqual(3, Count(text, "\"n\":\"ec\""));
        Assert.AreEqual(0, Count(text, "missing"));
    }

    [TestMethod]
    public void The_verdict_stays_in_force_for_two_wet_intervals()
    {
        var station = Station();
        Assert.AreEqual(Verdict.Uncertain, station.Cycle.Verdict, "nothing was measured yet");
        Assert.AreEqual(Verdict.Safe, station.Cycle.Run().Verdict);
        station.Clock.PassSeconds(Interval);
        Assert.AreEqual(Verdict.Safe, station.Cycle.Run().Verdict, "a fast cycle changes nothing");

        station.Clock.PassSeconds((2 * WetInterval) - Interval - 300);
        Assert.AreEqual(Verdict.Safe, station.Cycle.Verdict);
        station.Clock.PassSeconds(300);
        Assert.AreEqual(Verdict.Uncertain, station.Cycle.Verdict);
    }

    [TestMethod]
    public void Deep_sleep_keeps_the_verdict_and_the_schedule()
    {
        var station = Station();
        station.Instruments.Arsenic = 60;
        Cycle(station);
        Assert.AreEqual(Verdict.Unsafe, station.Cycle.Verdict);
        for (var cycle = 1; cycle <= 24; cycle++)
        {
            station.WakeUp(StartReason.DeepSleep);
            station.Cycle.Start();
            Assert.AreEqual(Verdict.Unsafe, station.Cycle.Verdict);
            Assert.HasCount(cycle == 24 ? 5 : 3, Channels(station), $"cycle {cycle}");
        }
    }

    [TestMethod]
    public void A_power_on_another_sample_point_and_another_limit_set_take_the_verdict_back()
    {
        var station = Station();
        station.Cycle.Run();
        station.Config.LimitSetId = "who-2022/1";
        Assert.AreEqual(Verdict.Uncertain, station.Cycle.Verdict, "it was judged by another standard");
        station.Config.LimitSetId = "sls-614-2013/1";
        Assert.AreEqual(Verdict.Safe, station.Cycle.Verdict);

        station.Config.SamplePoint = "raw";
        Assert.AreEqual(Verdict.Uncertain, station.Cycle.Verdict, "it was other water");
        Assert.HasCount(5, Channels(station));

        station.WakeUp(StartReason.PowerOn).Start();
        Assert.AreEqual(Verdict.Uncertain, station.Cycle.Verdict, "nobody knows how long it was off");
        Assert.HasCount(5, Channels(station));
    }

    [TestMethod]
    public void A_failed_measurement_takes_a_safe_verdict_back_and_is_tried_again_twice_an_hour_apart()
    {
        var station = Station();
        for (var cycle = 0; cycle < 24; cycle++) Cycle(station);
        station.Instruments.PotentiostatAnswers = false;
        Assert.AreEqual("temp ph ec f as", string.Join(' ', Channels(station)));
        Assert.AreEqual(Verdict.Uncertain, station.Cycle.Verdict);

        var tries = new List<int>();
        for (var cycle = 1; cycle < 24; cycle++)
        {
            station.WakeUp(StartReason.DeepSleep);
            var channels = Channels(station);
            CollectionAssert.DoesNotContain(channels, "f", "fluoride was measured, and waits for its turn");
            if (channels.Contains("as")) tries.Add(cycle);
        }
        CollectionAssert.AreEqual(new[] { 4, 8 }, tries, "reagents are not spent on every cycle");

        station.Instruments.PotentiostatAnswers = true;
        Cycle(station);
        for (var cycle = 0; station.Cycle.Verdict != Verdict.Safe; cycle++)
        {
            Assert.IsLessThan(24, cycle, "its turn came, and the verdict with it");
            Cycle(station);
        }
    }

    [TestMethod]
    public void The_fast_readings_are_sent_before_the_wet_chemistry_begins()
    {
        var station = Station();
        station.Instruments.BeforeScan = () => Assert.AreEqual("temp ph ec", string.Join(' ', station.LastReadings().Keys));
        Cycle(station);
        Assert.HasCount(5, station.LastReadings());
    }

    [TestMethod]
    public void A_station_without_wet_chemistry_never_says_safe()
    {
        var station = new TestStation(measuresWet: false);
        station.RunCycles(3);

        Assert.HasCount(3, station.LastReadings());
        Assert.AreEqual(Verdict.Uncertain, station.Cycle.Verdict);
    }

    [TestMethod]
    public void A_wet_state_that_decayed_on_flash_is_measured_again()
    {
        var station = Station();
        station.Cycle.Run();
        foreach (var name in station.Flash.Names.Where(name => name[0] == 'w').ToArray())
        {
            var bytes = station.Flash.Bytes(name);
            for (var i = 0; i < bytes.Count; i += 7) bytes[i] ^= 0x55;
        }

        station.WakeUp(StartReason.DeepSleep).Start();
        Assert.AreEqual(Verdict.Uncertain, station.Cycle.Verdict);
        Assert.HasCount(5, Channels(station));
        Assert.AreEqual(Verdict.Safe, station.Cycle.Verdict);
    }

    [TestMethod]
    public void The_sensitivities_of_arsenic_runs_survive_deep_sleep()
    {
        var station = Station();
        for (var run = 0; run < 3; run++)
        {
            station.Cycle.Run();
            station.Clock.PassSeconds(WetInterval);
            station.WakeUp(StartReason.DeepSleep);
        }
        station.Instruments.Sensitivity = 0.6;
        station.Cycle.Run();

        Assert.AreEqual("slope-history", station.LastReadings()["as"].GetProperty("why").GetString());
        Assert.AreEqual(3e-6, station.LastReadings()["as"].GetProperty("v").GetDouble(), 1e-7, "the additions know the new sensitivity");
    }

    [TestMethod]
    public void Under_maintenance_no_verdict_is_in_force()
    {
        var station = Station();
        station.Cycle.Run();
        station.Config.SamplePoint = "maintenance";

        Assert.AreEqual(Verdict.Uncertain, station.Cycle.Run().Verdict);
        station.Config.SamplePoint = "treated";
        Assert.AreEqual(Verdict.Uncertain, station.Cycle.Verdict, "the last water in the cells was nobody's");
    }

    private static TestStation Station()
    {
        var station = new TestStation();
        station.Config.WetIntervalSeconds = WetInterval;
        return station;
    }

    /// <summary>One wake-up, and sleep until the next one.</summary>
    private static void Cycle(TestStation station) => station.Clock.PassSeconds(station.Cycle.Run().NextWakeSeconds);

    /// <summary>One wake-up, and the channels it sent.</summary>
    private static string[] Channels(TestStation station)
    {
        var before = station.Link.On("readings").Count();
        Cycle(station);
        return [.. station.ReadingsSince(before).Keys];
    }

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "").Length) / part.Length;
}
