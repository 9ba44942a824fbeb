using System.Text;
using WaterNode.Simulation.Deployment;
using WaterNode.Station.Operation.Settings;
using WaterNode.Tests.Support;

namespace WaterNode.Simulation.Tests.Deployment;

/// <summary>What a technician at a PC is told about a station.json.</summary>
[TestClass]
public sealed class StationFileCheckTests
{
    /// <summary>Made twelve days ago: the check goes by the computer's clock.</summary>
    private static readonly string Calibrations = """
        "calibration":{"ph":{"points":[{"buffer":"6.86","mv":-3.2,"celsius":25.1},{"buffer":"4.01","mv":163.9,"celsius":25.0}],"taken":1763740800},
         "ec":{"points":[{"standard":"1413","microsiemens":1284.5,"celsius":25.0}],"taken":1763740800},
         "f":{"points":[{"mgPerLitre":0.4,"mv":83.4,"celsius":25.0},{"mgPerLitre":4,"mv":25.2,"celsius":25.0}],"diluted":true,"taken":1763740800},
         "as":{"standardMicrogramsPerLitre":500,"taken":1763740800}}
        """.Replace("1763740800", DateTimeOffset.UtcNow.AddDays(-12).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    [TestMethod]
    public void A_good_file_has_nothing_to_be_said_about()
    {
        var report = Check("""{"id":"abc","gateway":{"host":"g"}}""");

        Assert.IsTrue(report.IsTaken);
        Assert.AreEqual("abc", report.Settings!.TextOf(SettingsMember.Id));
        Assert.AreEqual(0, report.Faults.Count + report.Hints.Count + report.Forgotten.Count + report.Warnings.Count + report.Calibrations.Count);
    }

    [TestMethod]
    [DataRow("\"limitset\":\"who-2022/1\"", "Instead of 'limitset', did you mean 'limitSet'?")]
    [DataRow("\"wi-fi\":{\"ssid\":\"x\"}", "Instead of 'wi-fi', did you mean 'wifi'?")]
    [DataRow("\"schedule\":{\"intervalSecond\":900}", "Instead of 'schedule.intervalSecond', did you mean 'schedule.intervalSeconds'?")]
    [DataRow("\"wetIntervalSeconds\":0", "Instead of 'wetIntervalSeconds', did you mean 'schedule.wetIntervalSeconds', inside \"schedule\":{...}?")]
    [DataRow("\"calibrations\":{}", "Instead of 'calibrations', did you mean 'calibration'?")]
    [DataRow("\"xyzzyplugh\":1", "")]
    public void For_a_name_that_there_is_not_the_nearest_is_suggested(string member, string hint)
    {
        var report = Check($$"""{"id":"abc","gateway":{"host":"g"},{{member}}}""");

        Assert.IsNull(report.Settings);
        Assert.HasCount(1, report.Faults);
        Assert.AreEqual(hint, string.Join('\n', report.Hints));
    }

    [TestMethod]
    public void For_a_limit_set_that_there_is_not_all_are_named()
    {
        var report = Check("""{"id":"abc","gateway":{"host":"g"},"limitSet":"who"}""");

        StringAssert.StartsWith(report.Hints.Single(), "limitSet is one of sls-614-2013/1, who-2022/1, ");
        StringAssert.EndsWith(report.Hints.Single(), ", kz-dsm-138-2022/1.");
    }

    [TestMethod]
    public void A_limit_set_with_a_health_limit_that_could_not_be_verified_is_warned_of()
    {
        var report = Check("""{"id":"abc","gateway":{"host":"g"},"limitSet":"is-10500-2012-permissible/1"}""");

        Assert.IsEmpty(report.Faults);
        Assert.AreEqual("is-10500-2012-permissible/1 gives no verdict on arsenic: its limit could not be verified. The station will never say safe.", report.Warnings.Single());
    }

    [TestMethod]
    public void Passwords_of_the_example_are_not_the_real_ones()
    {
        var report = Check("""{"id":"abc","gateway":{"host":"g","password":"what the gateway showed"},"wifi":{"ssid":"x","password":"the Wi-Fi password"}}""");

        Assert.HasCount(2, report.Forgotten);
        StringAssert.StartsWith(report.Forgotten[0], "gateway.password is still that of the example");
        StringAssert.StartsWith(report.Forgotten[1], "wifi.password is still that of the example");
    }

    [TestMethod]
    public void Each_calibration_of_a_file_is_told_in_words()
    {
        var report = Check($$"""{"id":"abc","gateway":{"host":"g"},{{Calibrations}}}""");

        Assert.AreEqual("ph ec f as", string.Join(' ', report.Calibrations.Select(one => one.Key)));
        StringAssert.StartsWith(report.Calibrations[0].Value, "slope 99.1 %, offset -11.4 mV, good, ");
        StringAssert.EndsWith(report.Calibrations[0].Value, " 12 days old");
        StringAssert.StartsWith(report.Calibrations[1].Value, "cell constant 1.100 /cm, good, ");
        StringAssert.StartsWith(report.Calibrations[2].Value, "slope 98.4 %, 60.2 mV at 1 mg/L, good, ");
        StringAssert.StartsWith(report.Calibrations[3].Value, "bottle of 500 ug/L, ");
    }

    [TestMethod]
    public void What_is_wrong_with_calibrations_is_told_in_full_and_the_good_ones_count()
    {
        var report = Check($$"""{"id":"abc","gateway":{"host":"g"},{{Calibrations.Replace("\"mv\":163.9", "\"mv\":-163.9", StringComparison.Ordinal).Replace("\"1413\"", "\"1414\"", StringComparison.Ordinal)}}}""");

        Assert.IsTrue(report.IsTaken);
        Assert.AreEqual(
            "ph: The potential runs the wrong way, so solutions were exchanged: measure them again in the order shown. ec: Point 1: standard must be one of 1413, 84, 12880, in quotes.",
            report.Faults.Single());
        Assert.AreEqual("f as", string.Join(' ', report.Calibrations.Select(one => one.Key)));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("{")]
    [DataRow("[]")]
    [DataRow("{\"id\":nonsense,\"limitset\":tru}")]
    public void What_is_no_file_at_all_is_told_and_nothing_is_guessed(string file)
    {
        var report = Check(file);

        Assert.IsNull(report.Settings);
        Assert.IsNotEmpty(report.Faults);
        Assert.IsEmpty(report.Hints);
    }

    [TestMethod]
    public async Task A_wrong_file_for_a_station_that_has_run_leaves_its_settings()
    {
        using var folder = new TemporaryFolder();
        await using (var station = new VirtualStation(new VirtualStationOptions("lk-anp-0007", new Uri("mqtt://127.0.0.1:1")) { DataFolder = folder.Path }))
        {
            _ = station.Run(CancellationToken.None);
            await station.Ready.WaitAsync(TimeSpan.FromSeconds(30));
        }

        var report = StationFileCheck.Of("{\"id\":\"lk-anp-0007\"}"u8.ToArray(), folder.Path);

        Assert.IsFalse(report.IsTaken);
        Assert.AreEqual("gateway.host is missing: give the gateway's name or address.", report.Faults.Single());
        Assert.AreEqual("127.0.0.1", report.Settings!.TextOf(SettingsMember.GatewayHost));
        Assert.IsEmpty(report.Calibrations, "those in force are not the file's");
    }

    private static StationFileReport Check(string file) => StationFileCheck.Of(Encoding.UTF8.GetBytes(file));
}
