using System.Text.Json;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Sensing;

[TestClass]
public sealed class CalibrationAgeTests
{
    private const long Taken = TestStation.StartUtcSeconds, DaySeconds = 86400;

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
    public void A_calibration_made_before_the_clock_was_set_may_be_of_any_age()
    {
        Date(0);
        _station.Cycle.Run();

        AssertOfUnknownAge();
    }

    [TestMethod]
    public void While_the_clock_is_not_set_no_calibration_has_an_age()
    {
        _station.Clock.LoseTime();
        _station.Cycle.Run();

        AssertOfUnknownAge();
    }

    [TestMethod]
    public void A_calibration_from_the_future_has_no_age()
    {
        Date(Taken + 400 * DaySeconds);
        _station.Cycle.Run();

        AssertOfUnknownAge();
    }

    /// <summary>The electrode of a new station stays what its calibration says, and yet: a year later nobody knows how long it has been so.</summary>
    [TestMethod]
    public void Water_is_not_safe_by_a_calibration_of_unknown_age()
    {
        Assert.AreEqual(Verdict.Safe, _station.Cycle.Run().Verdict);

        Date(0);
        Assert.AreEqual(Verdict.Uncertain, _station.Cycle.Run().Verdict);
        Assert.AreEqual("uncertain", _station.LastReadings()["f"].GetProperty("vd").GetString());
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

    [TestMethod]
    [DataRow(15.2)]
    [DataRow(34.8)]
    public void Water_within_10_degrees_of_the_standards_has_a_sound_fluoride(double celsius)
    {
        _station.Instruments.Celsius = celsius;
        _station.Cycle.Run();

        AssertFlagged(_station.LastReadings()["f"], 1, "");
    }

    [TestMethod]
    [DataRow(14.8)]
    [DataRow(35.2)]
    public void Water_more_than_10_degrees_from_the_standards_makes_the_fluoride_suspect_and_never_safe(double celsius)
    {
        _station.Instruments.Celsius = celsius;
        _station.Cycle.Run();

        var fluoride = _station.LastReadings()["f"];
        AssertFlagged(fluoride, 3, "temperature-range");
        Assert.AreEqual("uncertain", fluoride.GetProperty("vd").GetString());
    }

    private void AssertOfUnknownAge()
    {
        var readings = _station.LastReadings();
        foreach (var channel in new[] { "ph", "ec", "f" }) AssertFlagged(readings[channel], 3, "calibration-old");
        Assert.AreEqual(Uncertainty(After(29.999)["ph"]), Uncertainty(readings["ph"]), 0.0011, "as uncertain as by the oldest that is not flagged");
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
