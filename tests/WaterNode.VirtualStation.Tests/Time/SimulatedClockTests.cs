using System.Diagnostics;
using WaterNode.Simulation.Time;

namespace WaterNode.Simulation.Tests.Time;

[TestClass]
public class SimulatedClockTests
{
    [TestMethod]
    public void The_accelerated_calendar_runs_900_times_as_fast_and_its_timestamps_do_not()
    {
        var real = new ManualTime();
        var calendar = new AcceleratedCalendar(900, real: real);
        var timestamp = calendar.GetTimestamp();

        real.Advance(TimeSpan.FromSeconds(2));

        Assert.AreEqual(ManualTime.Noon.AddSeconds(1800), calendar.GetUtcNow());
        Assert.AreEqual(TimeSpan.FromSeconds(2), calendar.GetElapsedTime(timestamp));
    }

    [TestMethod]
    public void The_station_takes_the_time_that_its_gateway_tells_and_its_uptime_does_not_jump()
    {
        var real = new ManualTime();
        var clock = new SimulatedClock(real, speed: 1, isSet: false);
        real.Advance(TimeSpan.FromSeconds(10));

        clock.Set(1_763_740_800);
        real.Advance(TimeSpan.FromSeconds(5));

        Assert.IsTrue(clock.IsSet);
        Assert.AreEqual(1_763_740_805, clock.UtcSeconds);
        Assert.AreEqual(15, clock.UpSeconds);
    }

    [TestMethod]
    public void Waiting_a_minute_at_speed_900_takes_about_67_milliseconds()
    {
        var clock = new SimulatedClock(new AcceleratedCalendar(900), speed: 900);
        var stopwatch = Stopwatch.StartNew();

        clock.Wait(60_000);

        Assert.IsGreaterThan(60, stopwatch.ElapsedMilliseconds);
        Assert.IsLessThan(5_000, stopwatch.ElapsedMilliseconds);
    }

    [TestMethod]
    public void Waits_too_short_to_sleep_are_not_lost()
    {
        var clock = new SimulatedClock(new AcceleratedCalendar(1000), speed: 1000);
        var stopwatch = Stopwatch.StartNew();

        for (var i = 0; i < 1000; i++) clock.Wait(100);

        Assert.IsGreaterThan(90, stopwatch.ElapsedMilliseconds);
    }

    [TestMethod]
    public void A_wait_ends_when_the_power_goes()
    {
        using var power = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        var clock = new SimulatedClock(TimeProvider.System, speed: 1, power.Token);

        Assert.ThrowsExactly<OperationCanceledException>(() => clock.Wait(3_600_000));
    }
}
