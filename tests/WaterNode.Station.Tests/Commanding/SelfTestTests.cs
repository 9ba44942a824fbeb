using System.Text;
using System.Text.Json;
using WaterNode.Station.Journal;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Commanding;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Commanding;

/// <summary>What a self-test says of every part that can fail.</summary>
[TestClass]
public class SelfTestTests
{
    private readonly TestStation _station = new();
    private string _error = "";

    public SelfTestTests()
    {
        _station.Clock.Set(1763740800);
        _station.Cycle.Run();
    }

    [TestMethod]
    public void A_station_in_order_says_ok_part_by_part_with_its_numbers()
    {
        var answer = Run(expectGood: true);

        Assert.AreEqual(
            """{"clock":"ok","screen":"ok","link":"ok","flash":"ok","probe":"ok","adc-ph":"ok","adc-ec":"ok","adc-f":"ok","drain-as":"ok","drain-f":"ok","sample-f":"ok","potentiostat":"ok"}""",
            answer.GetProperty("parts").GetRawText());
        Assert.AreEqual(640000, answer.GetProperty("microVolts").GetProperty("ec").GetInt32());
        Assert.AreEqual("3.91", answer.GetProperty("battery").GetRawText());
        Assert.AreEqual(-71, answer.GetProperty("rssi").GetInt32());
        Assert.AreEqual(51200, answer.GetProperty("heap").GetInt32());
        Assert.AreEqual(0, answer.GetProperty("pending").GetInt32());
        Assert.IsInRange(10, 20, answer.GetProperty("days").GetInt32());
        Assert.IsGreaterThan(100_000, answer.GetProperty("free").GetInt32());
        Assert.AreEqual("", _error);
    }

    [TestMethod]
    [DataRow(AdcInput.Ph, AdcStatus.NoAnswer, "adc-ph", "no-answer")]
    [DataRow(AdcInput.Conductivity, AdcStatus.Rail, "adc-ec", "fault")]
    [DataRow(AdcInput.Fluoride, AdcStatus.Rail, "adc-f", "fault")]
    public void A_converter_s_input_that_fails_is_named(AdcInput input, AdcStatus status, string part, string word)
    {
        _station.Instruments.AdcFaults[input] = status;

        AssertFailed(part, word);
    }

    [TestMethod]
    public void A_probe_that_does_not_answer_is_named()
    {
        _station.Instruments.HasTemperature = false;

        AssertFailed("probe", "no-answer");
    }

    [TestMethod]
    public void A_potentiostat_that_does_not_answer_is_named()
    {
        _station.Instruments.PotentiostatAnswers = false;

        AssertFailed("potentiostat", "no-answer");
    }

    [TestMethod]
    [DataRow(FluidLine.Drain, "drain-as")]
    [DataRow(FluidLine.FluorideDrain, "drain-f")]
    [DataRow(FluidLine.FluorideSample, "sample-f")]
    public void A_pump_that_does_not_answer_is_named(FluidLine line, string part)
    {
        _station.Instruments.DeadPumps.Add(line);

        AssertFailed(part, "no-answer");
    }

    [TestMethod]
    public void Nothing_is_pumped_into_a_cell_that_could_not_be_emptied()
    {
        _station.Instruments.DeadPumps.Add(FluidLine.FluorideDrain);

        Assert.AreEqual("not-tried", Run(expectGood: false).GetProperty("parts").GetProperty("sample-f").GetString());
    }

    [TestMethod]
    public void No_reagent_is_taken()
    {
        foreach (var line in Enum.GetValues<FluidLine>().Where(line => line is not (FluidLine.Drain or FluidLine.FluorideDrain or FluidLine.FluorideSample))) _station.Instruments.DeadPumps.Add(line);

        Run(expectGood: true);
    }

    [TestMethod]
    public void A_flash_that_refuses_is_named()
    {
        _station.Flash.RefusesAfterBytes = 3;

        AssertFailed("flash", "refused");
    }

    [TestMethod]
    public void What_measuring_does_not_need_is_told_and_does_not_fail_the_test()
    {
        _station.Instruments.ScreenAnswers = false;
        _station.Clock.PowerOn(keepsTime: false);
        _station.Link.Drop();

        var parts = Run(expectGood: true).GetProperty("parts");
        Assert.AreEqual(("no-answer", "not-set", "no-answer"), (parts.GetProperty("screen").GetString(), parts.GetProperty("clock").GetString(), parts.GetProperty("link").GetString()));
    }

    [TestMethod]
    public void With_everything_broken_and_the_longest_numbers_answer_and_event_still_fit()
    {
        foreach (var input in Enum.GetValues<AdcInput>()) _station.Instruments.AdcFaults[input] = AdcStatus.NoAnswer;
        foreach (var line in Enum.GetValues<FluidLine>()) _station.Instruments.DeadPumps.Add(line);
        _station.Instruments.HasTemperature = _station.Instruments.PotentiostatAnswers = _station.Instruments.ScreenAnswers = false;
        _station.Instruments.FreeHeapBytes = 4_000_000;
        _station.Instruments.BatteryMilliVolts = 14_321;
        _station.Flash.CapacityBytes = 16 * 1024 * 1024;
        _station.Link.SignalDbm = -101;
        _station.Clock.PowerOn(keepsTime: false);
        _station.Clock.PowerOn(keepsTime: false);
        _station.Link.Drop();

        var answer = Run(expectGood: false);

        Assert.AreEqual("not-set", answer.GetProperty("parts").GetProperty("clock").GetString());
        StringAssert.Contains(_error, "Failed: probe no-answer, adc-ph no-answer");
        Assert.AreEqual(answer.GetProperty("parts").GetRawText(), LastEvent().GetProperty("parts").GetRawText());
    }

    [TestMethod]
    public void What_came_of_it_is_journaled_as_an_event()
    {
        _station.Instruments.PotentiostatAnswers = false;
        var answer = Run(expectGood: false);

        var journaled = LastEvent();
        Assert.AreEqual("selftest", journaled.GetProperty("type").GetString());
        Assert.IsFalse(journaled.GetProperty("ok").GetBoolean());
        Assert.AreEqual(answer.GetProperty("parts").GetRawText(), journaled.GetProperty("parts").GetRawText());
    }

    [TestMethod]
    public void The_next_measurement_is_as_good_as_without_a_self_test()
    {
        Run(expectGood: true);
        _station.Clock.PassSeconds(_station.Config.IntervalSeconds);
        _station.Cycle.Run();

        var readings = _station.LastReadings();
        foreach (var channel in new[] { "temp", "ph", "ec", "f", "as" }) Assert.IsTrue(readings[channel].TryGetProperty("v", out _), channel);
        Assert.AreEqual(0.0005, readings["f"].GetProperty("v").GetDouble(), 0.00002);
    }

    [TestMethod]
    public void By_command_the_answer_carries_outcome_and_parts()
    {
        _station.Instruments.PotentiostatAnswers = false;
        _station.Link.Deliver("waternode/v1/lk-anp-0007/command", """{"id":"c-19","do":"selftest"}""");
        _station.Cycle.Serve(10);
        _station.Cycle.Serve(10);

        var message = _station.Link.On("result").Last();
        StringAssert.StartsWith(message.Text, """{"id":"c-19","ok":false,"error":"Failed: potentiostat no-answer. """);
        StringAssert.Contains(message.Text, "\"potentiostat\":\"no-answer\"");
    }

    private void AssertFailed(string part, string word)
    {
        Assert.AreEqual(word, Run(expectGood: false).GetProperty("parts").GetProperty(part).GetString());
        StringAssert.Contains(_error, part + " " + word);
    }

    private JsonElement Run(bool expectGood)
    {
        var journal = _station.Cycle.Journal;
        var answer = new JsonWriter(SelfTest.AnswerBytesMax);
        var test = new SelfTest(_station.Ports, _station.Config, journal, new StateShelf(_station.Flash), new StationEvents(journal, _station.Clock), answer);
        Assert.AreEqual(expectGood, test.TryRun(out _error), answer.Members());
        Assert.IsFalse(answer.Overflowed);
        return JsonDocument.Parse(Encoding.ASCII.GetString(answer.ToArray())).RootElement;
    }

    private JsonElement LastEvent()
    {
        _station.Cycle.Serve(10);
        return JsonDocument.Parse(_station.Link.On("events").Last().Payload).RootElement;
    }
}
