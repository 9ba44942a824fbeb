using System.Device.I2c;
using WaterNode.Esp32.Adapters;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Tests;

[TestClass]
public sealed class StationClockTests : IDisposable
{
    private readonly SimulatedDs3231 _chip = new();
    private readonly string _originPath = Path.GetTempFileName();

    public void Dispose() => File.Delete(_originPath);

    [TestMethod]
    public void A_chip_that_was_never_set_counts_but_tells_no_time()
    {
        var clock = Start(StartReason.PowerOn);
        var up = clock.UpSeconds;
        _chip.Now = _chip.Now.AddSeconds(60);

        Assert.IsFalse(clock.IsSet);
        Assert.AreEqual(up + 60, clock.UpSeconds);
    }

    [TestMethod]
    public void The_seconds_since_power_on_run_on_through_deep_sleep()
    {
        var up = Start(StartReason.PowerOn).UpSeconds;
        _chip.Now = _chip.Now.AddSeconds(900);

        Assert.AreEqual(up + 900, Start(StartReason.DeepSleep).UpSeconds);
    }

    [TestMethod]
    public void Setting_the_time_moves_the_calendar_and_not_the_seconds_since_power_on()
    {
        var clock = Start(StartReason.PowerOn);
        var up = clock.UpSeconds;
        clock.Set(1763740800);

        Assert.IsTrue(clock.IsSet);
        Assert.AreEqual(1763740800, clock.UtcSeconds);
        Assert.AreEqual(up, clock.UpSeconds);
        Assert.AreEqual(0x08, _chip.StatusRegister, "only the oscillator flag was cleared");
        _chip.Now = _chip.Now.AddSeconds(60);
        Assert.AreEqual(up + 60, Start(StartReason.DeepSleep).UpSeconds, "the origin on flash moved too");
    }

    [TestMethod]
    public void A_chip_that_falls_silent_leaves_the_count_going_and_the_time_unset()
    {
        var clock = Start(StartReason.PowerOn);
        clock.Set(1763740800);
        var up = clock.UpSeconds;
        _chip.Answers = false;

        Assert.IsFalse(clock.IsSet);
        Assert.IsGreaterThanOrEqualTo(up, clock.UpSeconds);
        Assert.IsGreaterThanOrEqualTo(1763740800, clock.UtcSeconds);
    }

    [TestMethod]
    [DataRow("2028-02-29T23:59:59Z")]
    [DataRow("2099-12-31T00:00:00Z")]
    public void The_chip_takes_and_gives_dates_of_its_century(string date)
    {
        var seconds = DateTimeOffset.Parse(date, null).ToUnixTimeSeconds();
        I2cDevice.Connect(_chip);
        var clock = new Ds3231(new I2cChip(1, 0x68));

        Assert.IsTrue(clock.TrySet(seconds));
        Assert.IsTrue(clock.TryRead(out var read, out var isSet));
        Assert.AreEqual(seconds, read);
        Assert.IsTrue(isSet);
    }

    private StationClock Start(StartReason reason)
    {
        I2cDevice.Connect(_chip);
        var clock = new StationClock(new Ds3231(new I2cChip(1, 0x68)), new SmallFile(_originPath));
        clock.Start(reason);
        return clock;
    }
}
