namespace WaterNode.Station.Tests.Calibrating;

/// <summary>Calibrations that were measured elsewhere: on a bench sheet in station.json, or in a command.</summary>
[TestClass]
public class GivenCalibrationTests
{
    private const string PhPoints = """[{"buffer":"6.86","mv":5.1,"celsius":25},{"buffer":"4.01","mv":171.2,"celsius":25.2}]""";

    private const string Ph = "{\"points\":" + PhPoints + ",\"taken\":1763000000}";

    private const string Ec = """{"points":[{"standard":"1413","microsiemens":1284.5,"celsius":25}],"taken":1763000000}""";

    private const string F = """{"points":[{"mgPerLitre":0.4,"mv":83.4,"celsius":25},{"mgPerLitre":1,"mv":60.2,"celsius":25.1},{"mgPerLitre":4,"mv":25.2,"celsius":25}],"diluted":true,"taken":1763000000}""";

    private const string As = """{"standardMicrogramsPerLitre":2000,"taken":1763000000}""";

    public const string PhCommand = "{\"do\":\"calibrate\",\"channel\":\"ph\",\"points\":" + PhPoints + ",\"taken\":1763000000}";

    private readonly CalibrationStand _stand = new CalibrationStand().Forget();

    [TestMethod]
    public void Station_json_calibrates_all_sensors_dated_as_it_says_and_kept_over_restarts()
    {
        Assert.AreEqual("", _stand.TakeFile($$"""{"ph":{{Ph}},"ec":{{Ec}},"f":{{F}},"as":{{As}}}"""));

        _stand.Restart(isCalibrated: false);
        Assert.AreEqual(171.2 - 5.1, _stand.Config.PhCalibration.Efficiency * 59.159 * 2.85, 0.2);
        Assert.AreEqual(1763000000, _stand.Config.PhCalibration.TakenUtcSeconds);
        Assert.AreEqual(1413 / 1284.5, _stand.Config.EcCalibration.CellConstantPerCentimetre, 1e-5);
        Assert.AreEqual(60.2, _stand.Config.FluorideCalibration.E0MilliVolts, 0.2);
        Assert.IsTrue(_stand.Config.FluorideCalibration.StandardsWereDiluted);
        Assert.AreEqual(2000, _stand.Config.ArsenicStandardMicrogramsPerLitre);
        var told = _stand.Events("calibration");
        CollectionAssert.AreEqual(new[] { "ph", "ec", "f", "as" }, told.Select(one => one.GetProperty("channel").GetString()).ToArray());
        CollectionAssert.AreEqual(new[] { 1, 2, 3, 4 }, told.Select(one => one.GetProperty("id").GetInt32()).ToArray());
        Assert.IsTrue(told.All(one => one.GetProperty("who").GetString() == "file" && one.GetProperty("taken").GetInt64() == 1763000000));
    }

    [TestMethod]
    public void One_buffer_keeps_the_slope_and_its_date_over_restarts()
    {
        _stand.Do(PhCommand);
        _stand.Do("""{"do":"calibrate","channel":"ph","points":[{"buffer":"6.86","mv":1.1,"celsius":25}],"taken":1763500000}""");

        _stand.Restart(isCalibrated: false);
        Assert.AreEqual(1763500000, _stand.Config.PhCalibration.TakenUtcSeconds);
        Assert.AreEqual(1763000000, _stand.Config.PhCalibration.KeptSlopeTakenUtcSeconds);
    }

    [TestMethod]
    public void The_example_of_the_README_is_a_calibration_of_all_sensors()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Energy", "firmware.md"));
        var start = readme.IndexOf("{\"ph\":{\"points\"", StringComparison.Ordinal);
        _stand.Clock.Set(1763800000);

        Assert.AreEqual("", _stand.TakeFile(readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)]));
        Assert.HasCount(4, _stand.Events("calibration"));
    }

    [TestMethod]
    public void The_file_is_not_taken_again_and_never_over_a_younger_calibration()
    {
        _stand.TakeFile($$"""{"ph":{{Ph}}}""");
        var taken = _stand.Config.PhCalibration;
        Assert.AreEqual("", _stand.TakeFile($$"""{"ph":{{Ph}}}"""));
        Assert.AreSame(taken, _stand.Config.PhCalibration);

        _stand.Do(PhCommand.Replace("1763000000", "1763500000", StringComparison.Ordinal));
        var younger = _stand.Config.PhCalibration;
        Assert.AreEqual("", _stand.TakeFile($$"""{"ph":{{Ph.Replace("1763000000", "1763400000", StringComparison.Ordinal)}}}"""));
        Assert.AreSame(younger, _stand.Config.PhCalibration);
        Assert.HasCount(2, _stand.Events("calibration"));
        Assert.IsEmpty(_stand.Events("calibration-refused"));
    }

    [TestMethod]
    public void A_command_does_not_put_points_into_force_that_are_older_than_those_in_force()
    {
        _stand.Do(PhCommand);
        var before = _stand.Config.PhCalibration;

        Assert.AreEqual(
            "ph: taken 2025-11-12 23:26 UTC is older than calibration 1 in force, of 2025-11-13 02:13 UTC: give points that were measured since.",
            _stand.Refusal(PhCommand.Replace("1763000000", "1762990000", StringComparison.Ordinal)));
        Assert.AreSame(before, _stand.Config.PhCalibration);
        Assert.AreEqual("command", _stand.Events("calibration-refused").Single().GetProperty("who").GetString());
        _stand.Do(PhCommand);
        Assert.AreEqual(2, _stand.Config.PhCalibration.Id, "the same bench sheet, corrected");
    }

    [TestMethod]
    [DataRow("ph", Ph, 30)]
    [DataRow("ec", Ec, 30)]
    [DataRow("f", F, 14)]
    public void A_command_does_not_put_points_into_force_with_which_no_reading_would_pass(string channel, string given, int days)
    {
        _stand.Clock.Set(1763000000 + days * 86400);
        _stand.Do($$"""{"channel":"{{channel}}",{{given[1..]}}""");
        _stand.Forget();
        _stand.Clock.PassSeconds(1);

        StringAssert.Contains(_stand.Refusal($$"""{"channel":"{{channel}}",{{given[1..]}}"""), $"taken 2025-11-13 02:13 UTC is more than {days} days ago, so that no reading would pass with it: calibrate anew.");
    }

    [TestMethod]
    public void Of_a_file_only_what_makes_every_reading_fail_is_too_old()
    {
        const string all = $$"""{"ph":{{Ph}},"ec":{{Ec}},"f":{{F}},"as":{{As}}}""";
        _stand.Clock.Set(1763000000 + 90L * 86400);
        Assert.AreEqual("", _stand.TakeFile(all));
        _stand.Forget();
        _stand.Clock.PassSeconds(1);

        Assert.AreEqual("ph: taken 2025-11-13 02:13 UTC is more than 90 days ago, so that no reading would pass with it: calibrate anew.", _stand.TakeFile(all));
        Assert.IsFalse(_stand.Config.PhCalibration.IsMade);
        Assert.IsTrue(_stand.Config.FluorideCalibration.IsMade);
        Assert.AreEqual("ph file", $"{_stand.Events("calibration-refused").Single().GetProperty("channel")} {_stand.Events("calibration-refused").Single().GetProperty("who")}");
    }

    [TestMethod]
    public void Without_a_set_clock_nobody_knows_how_old_points_are()
    {
        _stand.Clock.PowerOn(keepsTime: false);
        _stand.Clock.PowerOn(keepsTime: false);

        _stand.Do(PhCommand.Replace("1763000000", "1600000000", StringComparison.Ordinal));
    }

    [TestMethod]
    public void A_command_with_points_answers_with_the_fit()
    {
        var answer = _stand.Do(PhCommand);

        Assert.AreEqual(_stand.Config.PhCalibration.Id, answer.GetProperty("cal").GetInt32());
        Assert.AreEqual(0.985, answer.GetProperty("slope").GetDouble(), 0.002);
        Assert.IsFalse(_stand.Calibrations.IsUnderMaintenance, "no sensor left the water");
        Assert.AreEqual("command", _stand.Events("calibration").Single().GetProperty("who").GetString());
    }

    [TestMethod]
    [DataRow("ph", """{"points":[{"buffer":"6.86","mv":171.2,"celsius":25},{"buffer":"4.01","mv":5.1,"celsius":25}],"taken":1763000000}""", "ph: The potential runs the wrong way")]
    [DataRow("ph", """{"points":[{"buffer":"6.68","mv":5.1,"celsius":25}],"taken":1763000000}""", "ph: Point 1: buffer must be one of 6.86, 4.01")]
    [DataRow("ph", """{"points":[{"buffer":"6.86","mv":"5.1"}],"taken":1763000000}""", "mv must be a number from -1000 to 1000, without exponent. celsius must be")]
    [DataRow("ph", """{"points":[{"buffer":"6.86","mv":5.1e0,"celsius":25}],"taken":1763000000}""", "without exponent")]
    [DataRow("ph", """{"points":[{"buffer":"6.86","mv":5.1,"celsius":25}],"taken":1763000000000}""", "no milliseconds")]
    [DataRow("ph", """{"points":[{"buffer":"6.86","mv":5.1,"celsius":49}],"taken":1763000000}""", "not known at this temperature")]
    [DataRow("ph", """{"points":[],"taken":1763000000}""", "take 1 to 3 buffers")]
    [DataRow("ph", """{"points":[7],"taken":1763000000}""", "Point 1: Give an object")]
    [DataRow("ph", """{"taken":1763000000}""", "take 1 to 3 buffers")]
    [DataRow("ph", """{"points":[{"buffer":"6.86","mv":5.1,"celsius":25}]}""", "taken must be")]
    [DataRow("ph", """{"points":[{"buffer":"6.86","mv":5.1,"celsius":25}],"taken":1863000000}""", "not in the future")]
    [DataRow("ec", """{"points":[{"standard":"1413","microsiemens":128.4,"celsius":25}],"taken":1763000000}""", "No cell of this kind")]
    [DataRow("ec", """{"points":[{"standard":"1413","microsiemens":0,"celsius":25}],"taken":1763000000}""", "Nothing that could be a standard")]
    [DataRow("f", """{"points":[{"mgPerLitre":1,"mv":60,"celsius":25}],"diluted":true,"taken":1763000000}""", "2 to 6 standards")]
    [DataRow("f", """{"points":[{"mgPerLitre":0,"mv":60,"celsius":25},{"mgPerLitre":1,"mv":20,"celsius":25}],"diluted":true,"taken":1763000000}""", "Nothing that could be a standard")]
    [DataRow("f", """{"points":[{"mgPerLitre":1,"mv":60,"celsius":25},{"mgPerLitre":4,"mv":25,"celsius":25}],"taken":1763000000}""", "diluted must be true")]
    [DataRow("as", """{"standardMicrogramsPerLitre":0,"taken":1763000000}""", "from 100 to 10000")]
    [DataRow("pH", "{}", "pH: This is no calibration")]
    [DataRow("ec", "7", "ec: This is no calibration")]
    public void What_is_wrong_in_station_json_is_refused_with_the_reason_and_told_and_the_one_in_force_stays(string channel, string given, string expected)
    {
        var before = (_stand.Config.PhCalibration, _stand.Config.EcCalibration, _stand.Config.FluorideCalibration, _stand.Config.ArsenicCalibration);

        StringAssert.Contains(_stand.TakeFile($$"""{"{{channel}}":{{given}}}"""), expected);

        Assert.AreEqual(before, (_stand.Config.PhCalibration, _stand.Config.EcCalibration, _stand.Config.FluorideCalibration, _stand.Config.ArsenicCalibration));
        var told = _stand.Events("calibration-refused").Single();
        Assert.AreEqual(channel, told.GetProperty("channel").GetString());
        Assert.AreEqual("file", told.GetProperty("who").GetString());
        Assert.IsGreaterThan(10, told.GetProperty("why").GetString()!.Length);
    }

    [TestMethod]
    public void One_sensor_that_is_refused_does_not_keep_the_others_from_being_calibrated()
    {
        StringAssert.Contains(_stand.TakeFile($$"""{"ph":{"points":[]},"ec":{{Ec}}}"""), "ph:");

        Assert.IsTrue(_stand.Config.EcCalibration.IsMade);
        Assert.IsFalse(_stand.Config.PhCalibration.IsMade);
    }

    [TestMethod]
    public void Numbers_drawn_at_random_are_calibrations_within_the_gates_or_refused_with_a_reason()
    {
        var random = new Random(20261122);
        string[] buffers = ["6.86", "4.01", "9.18", "7.00", "10.01", "1", ""];
        for (var i = 0; i < 3000; i++)
        {
            var points = string.Join(",", Enumerable.Range(0, random.Next(0, 5)).Select(_ =>
                $$"""{"buffer":"{{buffers[random.Next(buffers.Length)]}}","mv":{{random.Next(-400, 400)}},"mgPerLitre":{{random.Next(-1, 12)}},"celsius":{{random.Next(-3, 63)}}}"""));
            var channel = random.Next(2) == 0 ? "ph" : "f";
            var (error, answer) = _stand.Try($$"""{"channel":"{{channel}}","points":[{{points}}],"diluted":true,"taken":{{1763000000 + i}}}""");

            if (error.Length > 0) continue;
            Assert.IsGreaterThan(0.84, answer.GetProperty("slope").GetDouble());
            Assert.IsLessThan(1.06, answer.GetProperty("slope").GetDouble());
        }
    }
}
