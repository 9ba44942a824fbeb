using WaterNode.Station.Journal;
using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Starting;

[TestClass]
public class SafeModeTests
{
    private const int GoodCycles = 96;

    [TestMethod]
    [DataRow(StartReason.Fault)]
    [DataRow(StartReason.Software)]
    [DataRow(StartReason.PowerOn)]
    public void After_five_failed_starts_the_sixth_is_safe(StartReason reason)
    {
        var node = new StartingNode();
        for (var start = 1; start <= 5; start++) Assert.IsFalse(node.Start(reason).IsSafe, $"start {start}");

        var sixth = node.Start(reason);
        Assert.IsTrue(sixth.IsSafe);
        Assert.AreEqual("5 starts without a whole measurement. No fault was noted: power or processor.", sixth.Why);
    }

    [TestMethod]
    public void What_fails_in_a_waking_from_sleep_is_counted_by_the_restart_that_follows()
    {
        var node = new StartingNode();
        for (var waking = 0; waking < 5; waking++)
        {
            Assert.IsFalse(node.Start(StartReason.DeepSleep).IsSafe);
            Assert.IsFalse(node.Start(StartReason.Fault).IsSafe);
        }

        Assert.IsTrue(node.Start(StartReason.Fault).IsSafe);
        Assert.IsTrue(node.Start(StartReason.DeepSleep).IsSafe, "sleep is no way out");
    }

    [TestMethod]
    public void One_whole_cycle_forgets_the_failed_starts()
    {
        var node = new StartingNode();
        node.Fail(4);
        node.Start(StartReason.Fault).CycleEnded();
        node.Fail(5);

        Assert.IsTrue(node.Start(StartReason.Fault).IsSafe);
        var other = new StartingNode();
        other.Fail(5);
        other.Start(StartReason.DeepSleep).CycleEnded();
        Assert.IsFalse(other.Start(StartReason.Fault).IsSafe);
    }

    [TestMethod]
    public void A_healthy_station_that_sleeps_writes_nothing()
    {
        var node = new StartingNode();
        node.Start(StartReason.PowerOn).CycleEnded();
        var written = node.Flash.WrittenBytes;
        for (var waking = 0; waking < 10; waking++) node.Start(StartReason.DeepSleep).CycleEnded();

        Assert.AreEqual(written, node.Flash.WrittenBytes);
    }

    [TestMethod]
    public void After_a_day_of_good_cycles_it_tries_normally_and_one_failure_brings_safe_mode_back()
    {
        var node = new StartingNode();
        node.Fail(6);
        for (var cycle = 1; cycle <= GoodCycles; cycle++)
        {
            var waking = node.Start(StartReason.DeepSleep);
            Assert.IsTrue(waking.IsSafe, $"cycle {cycle}");
            waking.CycleEnded();
        }

        Assert.IsFalse(node.Start(StartReason.DeepSleep).IsSafe, "the try");
        Assert.IsTrue(node.Start(StartReason.Fault).IsSafe, "it failed");
        for (var cycle = 0; cycle < GoodCycles; cycle++) node.Start(StartReason.DeepSleep).CycleEnded();
        node.Start(StartReason.DeepSleep).CycleEnded();
        node.Fail(5);
        Assert.IsFalse(node.Start(StartReason.DeepSleep).IsSafe, "the second try succeeded, and the count began anew");
    }

    [TestMethod]
    public void A_station_that_stays_awake_tries_normally_without_a_restart()
    {
        var node = new StartingNode();
        node.Fail(5);
        var mode = node.Start(StartReason.Fault);
        for (var cycle = 0; cycle < GoodCycles; cycle++) mode.CycleEnded();

        Assert.IsFalse(mode.IsSafe);
        Assert.AreEqual("", mode.Why);
    }

    [TestMethod]
    public void A_station_without_power_at_night_is_tried_again_too()
    {
        var node = new StartingNode();
        node.Fail(6);
        for (var day = 0; day < 3; day++)
        {
            var morning = node.Start(StartReason.PowerOn);
            Assert.IsTrue(morning.IsSafe);
            for (var cycle = 0; cycle < GoodCycles / 3; cycle++) morning.CycleEnded();
        }

        Assert.IsFalse(node.Start(StartReason.DeepSleep).IsSafe);
    }

    [TestMethod]
    public void Restarts_that_a_person_wants_are_no_failures()
    {
        var node = new StartingNode();
        for (var restart = 0; restart < 20; restart++)
        {
            var mode = node.Start(StartReason.Fault);
            Assert.IsFalse(mode.IsSafe);
            mode.ExpectRestart();
        }

        node.Fail(2);
        node.Start(StartReason.Fault).ExpectRestart();
        node.Fail(3);
        Assert.IsTrue(node.Start(StartReason.Fault).IsSafe, "those that failed before still count");
    }

    [TestMethod]
    public void Out_of_safe_mode_a_wanted_restart_is_one_normal_try()
    {
        var node = new StartingNode();
        node.Fail(40);
        node.Start(StartReason.Fault).ExpectRestart();

        Assert.IsFalse(node.Start(StartReason.Software).IsSafe);
        Assert.IsTrue(node.Start(StartReason.Fault).IsSafe);
    }

    [TestMethod]
    public void A_start_is_counted_once_whoever_begins_it()
    {
        var node = new StartingNode();
        node.Fail(4);
        var fifth = node.Start(StartReason.Fault);
        fifth.Begin();

        Assert.IsFalse(fifth.IsSafe);
    }

    [TestMethod]
    public void A_station_that_fails_for_months_stays_in_safe_mode()
    {
        var node = new StartingNode();
        node.Fail(700);

        Assert.IsTrue(node.Start(StartReason.Fault).IsSafe);
    }

    [TestMethod]
    public void A_power_cut_at_any_byte_of_counting_loses_no_more_than_this_start()
    {
        for (var bytes = 0; bytes < 60; bytes++)
        {
            var node = new StartingNode();
            node.Fail(5);
            node.Flash.BytesUntilPowerCut = bytes;
            node.Start(StartReason.PowerOn);
            node.Flash.BytesUntilPowerCut = null;

            Assert.IsTrue(node.Start(StartReason.PowerOn).IsSafe, $"cut after {bytes} bytes");
        }
    }

    [TestMethod]
    public void A_flash_that_refuses_or_cannot_be_read_keeps_nobody_from_measuring()
    {
        var node = new StartingNode();
        node.Flash.RefusesAfterBytes = 3;
        for (var start = 0; start < 10; start++) Assert.IsFalse(node.Start(StartReason.Fault).IsSafe);

        var dead = new SafeMode(new StateShelf(new DeadFlash()), StartReason.Fault);
        dead.Begin();
        Assert.IsFalse(dead.IsSafe);
    }
}
