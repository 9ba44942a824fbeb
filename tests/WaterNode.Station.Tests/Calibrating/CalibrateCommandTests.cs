using WaterNode.Station.Operation.Calibrating;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Calibrating;

/// <summary>Somebody stands at the station with bottles; somebody else asks for one step after the other, through the gateway.</summary>
[TestClass]
public class CalibrateCommandTests
{
    private readonly CalibrationStand _stand = new();

    [TestMethod]
    public void Two_buffers_step_by_step_make_a_pH_calibration_and_every_answer_tells_what_came_of_it()
    {
        _stand.Do("""{"do":"calibrate","step":"begin"}""");
        Assert.IsTrue(_stand.Calibrations.IsUnderMaintenance, "before the sensors leave the water");

        Dip(6.86);
        var first = _stand.Do(Take("ph", "6.86"));
        Dip(4.01);
        var second = _stand.Do(Take("ph", "4.01"));
        Assert.AreEqual(1, first.GetProperty("point").GetInt32());
        Assert.AreEqual(2, second.GetProperty("point").GetInt32());
        Assert.AreEqual(176.9, second.GetProperty("mv").GetDouble(), 0.1);
        Assert.AreEqual(25.0, second.GetProperty("celsius").GetDouble(), 0.01);

        var saved = _stand.Do(Step("ph", "save"));
        var made = _stand.Config.PhCalibration;
        Assert.AreEqual(18, made.Id);
        Assert.AreEqual(18, saved.GetProperty("cal").GetInt32());
        Assert.AreEqual(1.0, saved.GetProperty("slope").GetDouble(), 0.01);
        Assert.AreEqual(made.OffsetMilliVolts, saved.GetProperty("offset").GetDouble(), 0.001);
        Assert.IsTrue(_stand.Calibrations.IsUnderMaintenance, "the sensors are not back yet");

        _stand.Do("""{"do":"calibrate","step":"end"}""");
        Assert.IsFalse(_stand.Calibrations.IsUnderMaintenance);

        var told = _stand.Events("calibration").Single();
        Assert.AreEqual(18, told.GetProperty("id").GetInt32());
        Assert.AreEqual("ph", told.GetProperty("channel").GetString());
        Assert.AreEqual(2, told.GetProperty("points").GetInt32());
        Assert.AreEqual("command", told.GetProperty("who").GetString());
        CollectionAssert.AreEqual(new[] { true, false }, _stand.Events("maintenance").Select(told => told.GetProperty("begun").GetBoolean()).ToArray());
        Assert.IsTrue(_stand.Events("maintenance")[1].GetProperty("confirmed").GetBoolean());
    }

    [TestMethod]
    public void A_conductivity_standard_makes_a_cell_constant_and_the_answer_has_what_a_bench_sheet_wants()
    {
        _stand.Instruments.Celsius = 25;
        _stand.Instruments.ConductivityAtTemperature = 1413 / 1.1;
        var taken = _stand.Do(Take("ec", "1413"));
        Assert.AreEqual(1284.545, taken.GetProperty("microsiemens").GetDouble(), 0.001);
        Assert.AreEqual(1284.545, taken.GetProperty("mv").GetDouble(), 0.001);

        Assert.AreEqual(1.1, _stand.Do(Step("ec", "save")).GetProperty("cellConstant").GetDouble(), 0.001);
        Assert.AreEqual(1.1, _stand.Config.EcCalibration.CellConstantPerCentimetre, 0.001);
    }

    [TestMethod]
    public void Fluoride_standards_go_through_the_cell_as_samples_do_and_the_calibration_outlives_a_restart()
    {
        _stand.Forget();
        CalibrateFluoride("0.4", "1", "4");
        var made = _stand.Config.FluorideCalibration;
        Assert.AreEqual(3, made.Points);
        Assert.IsTrue(made.StandardsWereDiluted);
        Assert.AreEqual(0.98, made.Efficiency, 0.002);

        _stand.Restart(isCalibrated: false);
        var kept = _stand.Config.FluorideCalibration;
        Assert.AreEqual(made.Id, kept.Id);
        Assert.AreEqual(made.Points, kept.Points);
        Assert.AreEqual(made.TakenUtcSeconds, kept.TakenUtcSeconds);
        Assert.AreEqual(made.E0MilliVolts, kept.E0MilliVolts, 1e-6);
        Assert.AreEqual(made.Efficiency, kept.Efficiency, 1e-6);
        Assert.AreEqual(made.BackgroundMilligramsPerLitre, kept.BackgroundMilligramsPerLitre, 1e-6);
        Assert.AreEqual(made.ResidualMilliVolts, kept.ResidualMilliVolts, 1e-6);
        Assert.AreEqual(made.Celsius, kept.Celsius, 1e-6);
        Assert.IsTrue(kept.StandardsWereDiluted);
    }

    [TestMethod]
    [DataRow(FluidLine.FluorideSample)]
    [DataRow(FluidLine.FluorideDrain)]
    [DataRow(FluidLine.Tisab)]
    public void A_pump_that_does_not_answer_gives_no_fluoride_point_and_says_what_to_check(FluidLine line)
    {
        _stand.Instruments.DeadPumps.Add(line);

        StringAssert.Contains(_stand.Refusal(Take("f", "1")), "check the pump");
    }

    [TestMethod]
    public void A_fluoride_calibration_of_one_standard_is_refused_and_goes_on_with_the_next()
    {
        TakeFluoride("0.4");
        StringAssert.Contains(_stand.Refusal(Step("f", "save")), "2 to 6 standards");
        TakeFluoride("4");

        Assert.AreEqual(2, _stand.Do(Step("f", "save")).GetProperty("cal").GetInt32() - _stand.Config.PhCalibration.Id + 1);
    }

    [TestMethod]
    public void Of_a_bottle_nothing_is_measured_and_nothing_is_said_to_be() =>
        Assert.AreEqual("""{"point":1,"standardMicrogramsPerLitre":500}""", _stand.Do(Take("as", "500")).GetRawText());

    [TestMethod]
    public void A_new_bottle_makes_arsenic_calibrated_with_an_id_of_its_own_and_the_label_that_was_given()
    {
        _stand.Forget();
        var answer = _stand.Do("""{"do":"calibrate","channel":"as","standardMicrogramsPerLitre":500,"taken":1763740000}""");

        Assert.AreEqual(1, answer.GetProperty("cal").GetInt32());
        Assert.AreEqual("as", _stand.Events("calibration").Single().GetProperty("channel").GetString());
        Assert.AreEqual(500, _stand.Config.ArsenicStandardMicrogramsPerLitre);
        _stand.Restart(isCalibrated: false);
        Assert.AreEqual(1, _stand.Config.ArsenicCalibration);
        Assert.AreEqual(500, _stand.Config.ArsenicStandardMicrogramsPerLitre);
        Assert.AreEqual(1763740000, _stand.Config.ArsenicStandardTakenUtcSeconds);

        Assert.AreEqual(2, _stand.Do("""{"do":"calibrate","channel":"as","standardMicrogramsPerLitre":500}""").GetProperty("cal").GetInt32(), "the next bottle, put in now");
        Assert.AreEqual(_stand.Clock.UtcSeconds, _stand.Config.ArsenicStandardTakenUtcSeconds);
        StringAssert.Contains(_stand.Refusal("""{"do":"calibrate","channel":"as","standardMicrogramsPerLitre":5}"""), "from 100 to 10000");
    }

    [TestMethod]
    public void A_buffer_measured_as_a_sample_says_whether_the_electrode_has_drifted()
    {
        Dip(6.88);
        var good = _stand.Do("""{"do":"calibrate","channel":"ph","step":"check","solution":"6.86"}""");
        Assert.AreEqual(0.02, good.GetProperty("difference").GetDouble(), 0.002);
        Assert.AreEqual("good", good.GetProperty("advice").GetString());

        Dip(7.00);
        Assert.AreEqual("calibrate again", _stand.Do("""{"do":"calibrate","channel":"ph","step":"check","solution":"6.86"}""").GetProperty("advice").GetString());
        CollectionAssert.AreEqual(new[] { true, false }, _stand.Events("calibration-check").Select(told => told.GetProperty("good").GetBoolean()).ToArray());
        StringAssert.Contains(_stand.Refusal(Step("ph", "save")), "take the points first", "a check is no point");
    }

    [TestMethod]
    public void Without_a_calibration_in_force_there_is_no_drift_to_check()
    {
        _stand.Forget();
        Dip(6.86);

        StringAssert.Contains(_stand.Refusal("""{"do":"calibrate","channel":"ph","step":"check","solution":"6.86"}"""), "calibrated before");
    }

    [TestMethod]
    public void A_worn_electrode_is_refused_told_and_its_points_are_forgotten_and_the_calibration_before_stays()
    {
        var before = _stand.Config.PhCalibration;
        Dip(6.86);
        _stand.Do(Take("ph", "6.86"));
        Dip(5.4);
        _stand.Do(Take("ph", "4.01"));

        StringAssert.Contains(_stand.Refusal(Step("ph", "save")), "slope is too low");
        Assert.AreSame(before, _stand.Config.PhCalibration);
        var told = _stand.Events("calibration-refused").Single();
        Assert.AreEqual("ph", told.GetProperty("channel").GetString());
        StringAssert.Contains(told.GetProperty("why").GetString(), "slope is too low");
        Dip(6.86);
        Assert.AreEqual(1, _stand.Do(Take("ph", "6.86")).GetProperty("point").GetInt32());
    }

    [TestMethod]
    [DataRow("take")]
    [DataRow("check")]
    public void An_electrode_that_is_not_in_the_buffer_gives_no_point_and_the_answer_says_what_it_reads(string step)
    {
        Dip(7.2);

        StringAssert.StartsWith(_stand.Refusal($$"""{"do":"calibrate","channel":"ph","step":"{{step}}","solution":"4.01"}"""), "The sensor reads pH 7.2 and not 4.01: put it into this solution, or name the one it stands in.");
        StringAssert.Contains(_stand.Refusal(Step("ph", "save")), "take the points first");
        Dip(4.01);
        Assert.AreEqual(1, _stand.Do(Take("ph", "4.01")).GetProperty("point").GetInt32());
    }

    [TestMethod]
    [DataRow(-30.0, 0.85)]
    [DataRow(-30.0, 1.05)]
    [DataRow(30.0, 0.85)]
    [DataRow(30.0, 1.05)]
    public void Another_electrode_that_is_good_enough_is_taken_whatever_the_one_before_was_like(double offset, double efficiency)
    {
        foreach (var (offsetBefore, efficiencyBefore) in new[] { (30.0, 1.05), (-30.0, 0.85), (30.0, 0.85), (-30.0, 1.05) })
        {
            _stand.Config.PhCalibration = new() { Id = 17, OffsetMilliVolts = offsetBefore, Efficiency = efficiencyBefore };
            foreach (var buffer in new[] { 4.01, 6.86, 9.18, 10.01 })
            {
                Dip(7 + (buffer - 7) * efficiency - offset / 59.159);
                _stand.Do(Take("ph", buffer.ToString("F2", System.Globalization.CultureInfo.InvariantCulture)));
                _stand.Do(Step("ph", "end"));
            }
        }
    }

    [TestMethod]
    [DataRow("12880", 1413.0, "The sensor reads 1413 and not 12880")]
    [DataRow("1413", 12880.0, "The sensor reads 12880 and not 1413")]
    [DataRow("84", 0.0, "The sensor reads 0 and not 84")]
    public void A_cell_that_is_not_in_the_standard_gives_no_point_and_the_answer_says_what_it_reads(string solution, double microSiemens, string error)
    {
        _stand.Instruments.Celsius = 25;
        _stand.Instruments.ConductivityAtTemperature = microSiemens;

        StringAssert.StartsWith(_stand.Refusal(Take("ec", solution)), error);
        StringAssert.Contains(_stand.Refusal(Step("ec", "save")), "take the points first");
    }

    [TestMethod]
    public void A_sensor_that_does_not_answer_gives_no_point_and_the_answer_says_why()
    {
        _stand.Instruments.AdcFaults[AdcInput.Ph] = AdcStatus.Rail;

        StringAssert.Contains(_stand.Refusal(Take("ph", "6.86")), "open or shorted");
        _stand.Instruments.AdcFaults.Clear();
        _stand.Instruments.HasTemperature = false;
        StringAssert.Contains(_stand.Refusal(Take("ph", "6.86")), "temperature");
    }

    [TestMethod]
    public void A_flash_that_refuses_leaves_the_calibration_before_in_force_and_the_points_for_another_try()
    {
        var before = _stand.Config.PhCalibration;
        Dip(6.86);
        _stand.Do(Take("ph", "6.86"));
        _stand.Flash.RefusesAfterBytes = 0;
        StringAssert.Contains(_stand.Refusal(Step("ph", "save")), "flash");
        Assert.AreSame(before, _stand.Config.PhCalibration);

        _stand.Flash.RefusesAfterBytes = null;
        Assert.IsTrue(_stand.Do(Step("ph", "save")).TryGetProperty("cal", out _));
    }

    [TestMethod]
    [DataRow("""{"do":"calibrate","channel":"temp","step":"take","solution":"1"}""", "ph, ec, f or as")]
    [DataRow("""{"do":"calibrate"}""", "ph, ec, f or as")]
    [DataRow("""{"do":"calibrate","channel":"ph","step":"jump"}""", "step must be")]
    [DataRow("""{"do":"calibrate","channel":"ph","step":7}""", "step must be")]
    [DataRow("""{"do":"calibrate","step":"start"}""", "step must be begin, take, check, save or end")]
    [DataRow("""{"do":"calibrate","channel":"ph","step":"take","solution":"6.9"}""", "6.86, 4.01, 9.18, 7.00, 10.01")]
    [DataRow("""{"do":"calibrate","channel":"ph","step":"take","solution":6.86}""", "in quotes")]
    [DataRow("""{"do":"calibrate","channel":"ph","step":"save"}""", "take the points first")]
    [DataRow("""{"do":"calibrate","step":"end"}""", "nothing to end")]
    public void What_cannot_be_done_is_answered_with_what_can(string command, string expected)
    {
        StringAssert.Contains(_stand.Refusal(command), expected);
    }

    [TestMethod]
    public void While_somebody_calibrates_by_button_a_command_is_told_so_and_changes_nothing()
    {
        Assert.IsTrue(_stand.Calibrations.Bench.TryOpen());
        var before = _stand.Config.PhCalibration;

        foreach (var command in new[] { Take("ph", "6.86"), Step("ph", "save"), """{"do":"calibrate","step":"begin"}""", """{"do":"calibrate","step":"end"}""", GivenCalibrationTests.PhCommand })
        {
            StringAssert.Contains(_stand.Refusal(command), "button");
        }
        Assert.AreSame(before, _stand.Config.PhCalibration);
        Assert.IsTrue(_stand.Calibrations.IsUnderMaintenance);
    }

    [TestMethod]
    public void While_a_command_has_it_open_the_button_is_told_so()
    {
        _stand.Do("""{"do":"calibrate","step":"begin"}""");

        Assert.IsFalse(_stand.Calibrations.Bench.TryOpen());
    }

    [TestMethod]
    public void Left_alone_for_half_an_hour_it_ends_by_itself_and_its_points_are_forgotten()
    {
        Dip(6.86);
        _stand.Do(Take("ph", "6.86"));
        _stand.Clock.PassSeconds(Maintenance.SecondsMax - 1);
        _stand.Calibrations.EndWhenLeft();
        Assert.IsTrue(_stand.Calibrations.IsUnderMaintenance);

        _stand.Clock.PassSeconds(1);
        _stand.Calibrations.EndWhenLeft();

        Assert.IsFalse(_stand.Calibrations.IsUnderMaintenance);
        Assert.AreEqual("station False", EndOfMaintenance(), "nobody ended it");
        StringAssert.Contains(_stand.Refusal(Step("ph", "save")), "take the points first");
    }

    [TestMethod]
    public void A_restart_in_the_middle_leaves_the_station_under_maintenance_until_somebody_ends_it()
    {
        _stand.Do("""{"do":"calibrate","step":"begin"}""");
        _stand.Restart();
        Assert.IsTrue(_stand.Calibrations.IsUnderMaintenance, "the sensors may still stand in a buffer");

        Assert.IsTrue(_stand.Calibrations.Bench.TryOpen(), "whoever comes first takes it over");
        _stand.Calibrations.Bench.End(true);
        Assert.AreEqual("button True", EndOfMaintenance());
        _stand.Restart();
        Assert.IsFalse(_stand.Calibrations.IsUnderMaintenance);
    }

    [TestMethod]
    public void The_end_of_a_maintenance_tells_who_ended_it_and_not_who_had_it()
    {
        _stand.Do("""{"do":"calibrate","step":"begin"}""");
        _stand.Restart();
        _stand.Do("""{"do":"calibrate","step":"end"}""");
        Assert.AreEqual("command True", EndOfMaintenance());

        _stand.Do("""{"do":"calibrate","step":"begin"}""");
        Assert.IsFalse(_stand.Calibrations.Bench.TryOpen());
        _stand.Calibrations.Bench.End(false);
        Assert.AreEqual("button False", EndOfMaintenance(), "somebody at the station ends what a command began");

        _stand.Do("""{"do":"calibrate","step":"begin"}""");
        _stand.Restart();
        _stand.Clock.PassSeconds(Maintenance.SecondsMax);
        _stand.Calibrations.EndWhenLeft();
        Assert.AreEqual("station False", EndOfMaintenance());
    }

    private string EndOfMaintenance()
    {
        var told = _stand.Events("maintenance")[^1];
        Assert.IsFalse(told.GetProperty("begun").GetBoolean());
        return $"{told.GetProperty("who")} {told.GetProperty("confirmed")}";
    }

    private static string Take(string channel, string solution) => $$"""{"do":"calibrate","channel":"{{channel}}","step":"take","solution":"{{solution}}"}""";

    private static string Step(string channel, string step) => $$"""{"do":"calibrate","channel":"{{channel}}","step":"{{step}}"}""";

    private void CalibrateFluoride(params string[] standards)
    {
        foreach (var standard in standards) TakeFluoride(standard);
        _stand.Do(Step("f", "save"));
        _stand.Do("""{"do":"calibrate","step":"end"}""");
    }

    private void TakeFluoride(string standard)
    {
        _stand.Instruments.Fluoride = double.Parse(standard, System.Globalization.CultureInfo.InvariantCulture);
        _stand.Do(Take("f", standard));
    }

    private void Dip(double ph)
    {
        _stand.Instruments.Celsius = 25;
        _stand.Instruments.Ph = ph;
    }
}
