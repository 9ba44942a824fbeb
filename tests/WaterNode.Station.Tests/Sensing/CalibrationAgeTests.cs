using System.Text.Json;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Sensing;

[TestClass]
public sealed class CalibrationAgeTests
{
    private const long Taken = 1_763_740_800, DaySeconds = 86400;

    private readonly TestStation _station = new() { Config = { WetIntervalSeconds = 1 } };

    [TestMethod]
    [DataRow(1, 1, "")]
    [DataRow(29.9, 1, "")]
    [DataRow(30.1, 3, "calibration-old")]
    [DataRow(89.9, 3, "calibration-old")]
    [DataRow(90.1, 4, "calibration-expired")]
    public void The_pH_calibration_is_old_after_30_and_expired_after_90_days(double days, int quality, string why) =>
        AssertFlagged(After(days)["ph"], quality, why);

    [TestMethod]
    [DataRow(13.9, 1, "")]
    [DataRow(14.1, 3, "calibration-old")]
    public void The_fluoride_calibration_is_old_after_14_days(double days, int quality, string why) =>
        AssertFlagged(After(days)["f"], quality, why);

    [TestMethod]
    [DataRow(29.9, 1, "")]
    [DataRow(30.1, 3, "calibration-old")]
    public void The_cell_constant_is_old_after_30_days(double days, int quality, string why) =>
        AssertFlagged(After(days)["ec"], quality, why);

    [TestMethod]
    public void An_older_calibration_makes_less_certain()
    {
        var fresh = After(0);
        var old = After(13);
        foreach (var channel in new[] { "ph", "ec", "f" }) Assert.IsGreaterThan(1.1 * Uncertainty(fresh[channel]), Uncertainty(old[channel]), channel);
    }

    [TestMethod]
    public void An_age_that_nobody_knows_counts_as_the_oldest_without_a_flag()
    {
        Date(Taken);
        _station.Cycle.Run();
        var withoutClock = _station.LastReadings();
        Date(0);
        _station.Clock.Set(Taken);
        _station.Cycle.Run();
        var withoutDate = _station.LastReadings();
        var oldest = After(29.999);

        foreach (var readings in new[] { withoutClock, withoutDate })
        {
            AssertFlagged(readings["ph"], 1, "");
            AssertFlagged(readings["f"], 1, "");
            Assert.AreEqual(Uncertainty(oldest["ph"]), Uncertainty(readings["ph"]), 0.0011);
        }
    }

    [TestMethod]
    public void A_calibration_from_the_future_has_no_age()
    {
        Date(Taken + 400 * DaySeconds);
        _station.Clock.Set(Taken);
        _station.Cycle.Run();

        AssertFlagged(_station.LastReadings()["ph"], 1, "");
        Assert.IsGreaterThan(0.05, Uncertainty(_station.LastReadings()["ph"]));
    }

    [TestMethod]
    public void Water_more_than_10_degrees_from_the_buffers_makes_the_pH_suspect()
    {
        _station.Instruments.Celsius = 34.9;
        _station.Cycle.Run();
        AssertFlagged(_station.LastReadings()["ph"], 1, "");

        _station.Instruments.Celsius = 35.2;
        _station.Cycle.Run();
        AssertFlagged(_station.LastReadings()["ph"], 3, "temperature-range");
    }

    private Dictionary<string, JsonElement> After(double days)
    {
        Date(Taken);
        _station.Clock.Set(Taken + (long)(days * DaySeconds));
        _station.Cycle.Run();
        return _station.LastReadings();
    }

    private void Date(long taken)
    {
        foreach (var calibration in new Calibration[] { _station.Config.PhCalibration, _station.Config.EcCalibration, _station.Config.FluorideCalibration })
        {
            calibration.TakenUtcSeconds = taken;
        }
    }

    private static double Uncertainty(JsonElement reading) => reading.GetProperty("uc").GetDouble();

    private static void AssertFlagged(JsonElement reading, int quality, string why)
    {
        Assert.AreEqual(quality, reading.GetProperty("q").GetInt32(), reading.GetRawText());
        Assert.AreEqual(why, reading.TryGetProperty("why", out var words) ? words.GetString() : "");
        Assert.IsTrue(reading.TryGetProperty("v", out _), "what was measured is still told");
    }
}
