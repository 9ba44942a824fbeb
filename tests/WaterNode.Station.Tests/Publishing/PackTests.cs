using System.Text.Json;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Publishing;

[TestClass]
public class PackTests
{
    [TestMethod]
    public void The_largest_record_fits_into_a_pack_with_the_longest_list_of_losses()
    {
        var record = new Record { SamplePoint = new string('t', 32), LimitSetId = new string('l', 32), Sequence = uint.MaxValue };
        (record.Stamp.HasTime, record.Stamp.UtcSeconds, record.Stamp.PowerOn, record.Stamp.UpSeconds) = (true, uint.MaxValue, uint.MaxValue, uint.MaxValue);
        foreach (var reading in record.Readings)
        {
            (reading.HasValue, reading.Value, reading.Uncertainty, reading.DetectionLimit) = (true, -2147483647, 2100000001, 2100000001);
            (reading.Quality, reading.Calibration, reading.Verdict) = (QualityFlag.Fail, 65535, Verdict.Uncertain);
            reading.Reasons = Reasons.SensorRange | Reasons.TemperatureRange | Reasons.Uncalibrated | Reasons.Untreated | Reasons.PumpNoAnswer;
        }
        var lost = new SequenceRanges();
        for (var i = 0; i < SequenceRanges.Max; i++) lost.TryAdd(4000000000 + 2 * i, 4000000000 + 2 * i);
        var writer = new SenmlWriter(new string('s', 32));
        writer.Begin();

        Assert.IsTrue(writer.TryAdd(record, "9f3a12c4", uint.MaxValue, lost));
    }

    [TestMethod]
    public void A_record_is_written_as_the_contract_shows_it()
    {
        var writer = new SenmlWriter("lk-anp-0007");
        var record = Some.Record();
        record.Sequence = 1042;
        var lost = new SequenceRanges();
        lost.TryAdd(1000, 1001);
        writer.Begin();
        Assert.IsTrue(writer.TryAdd(record, "9f3a12c4", 988, lost));

        var expected = """
            [{"bn":"waternode/lk-anp-0007/","bt":1763740800,"gen":"9f3a12c4","seq":1042,"old":988,"lost":[[1000,1001]],"pon":12,"up":86400,"pt":"treated","ls":"sls-614-2013/1",
              "n":"temp","u":"Cel","v":27.4,"q":1,"uc":0.2},
             {"n":"ph","u":"pH","v":7.12,"q":1,"uc":0.03,"cal":17,"vd":"safe"},
             {"n":"ec","u":"S/m","v":0.0812,"q":1,"uc":0.0012,"cal":15},
             {"n":"f","u":"kg/m3","v":0.00112,"q":3,"uc":0.00011,"cal":9,"why":"untreated","vd":"uncertain"},
             {"n":"as","u":"kg/m3","vs":"missing","q":9,"why":"pump-no-answer","vd":"uncertain"}]
            """;
        AssertSameJson(expected, writer.End());
    }

    [TestMethod]
    public void A_record_taken_without_a_clock_has_no_time()
    {
        var writer = new SenmlWriter("lk-anp-0007");
        writer.Begin();
        writer.TryAdd(Some.Record(utc: null), "9f3a12c4", 1, new SequenceRanges());

        using var json = JsonDocument.Parse(writer.End());
        var head = json.RootElement[0];
        Assert.IsFalse(head.TryGetProperty("bt", out _));
        Assert.AreEqual(12, head.GetProperty("pon").GetInt64());
        Assert.AreEqual(86400, head.GetProperty("up").GetInt64());
    }

    [TestMethod]
    public void An_estimate_below_the_limit_of_detection_says_so()
    {
        var record = Some.Record();
        record.Readings[Channel.As].Clear();
        record.Readings[Channel.As].Measured(-0.21, 0.34);
        record.Readings[Channel.As].DetectedFrom(0.66);
        var writer = new SenmlWriter("lk-anp-0007");
        writer.Begin();
        writer.TryAdd(record, "9f3a12c4", 1, new SequenceRanges());

        using var json = JsonDocument.Parse(writer.End());
        var arsenic = json.RootElement[4];
        Assert.AreEqual("-0.00000021", arsenic.GetProperty("v").GetRawText());
        Assert.AreEqual("0.00000066", arsenic.GetProperty("lod").GetRawText());
        Assert.IsTrue(arsenic.GetProperty("lt").GetBoolean());
    }

    [TestMethod]
    public void A_pack_stays_below_2_KiB_and_a_record_that_does_not_fit_leaves_it_whole()
    {
        var writer = new SenmlWriter("a-station-with-a-name-as-long-32");
        writer.Begin();
        var count = 0;
        while (writer.TryAdd(Some.Record(), "9f3a12c4", 1, new SequenceRanges())) count++;

        var pack = writer.End();
        Assert.IsLessThanOrEqualTo(2048, pack.Length);
        Assert.IsGreaterThanOrEqualTo(3, count);
        using var json = JsonDocument.Parse(pack);
        Assert.AreEqual(count, json.RootElement.EnumerateArray().Count(entry => entry.TryGetProperty("seq", out _)));
        Assert.AreEqual(5 * count, json.RootElement.GetArrayLength());
    }

    private static void AssertSameJson(string expected, byte[] actual)
    {
        using var expectedJson = JsonDocument.Parse(expected);
        using var actualJson = JsonDocument.Parse(actual);
        Assert.AreEqual(expectedJson.RootElement.GetArrayLength(), actualJson.RootElement.GetArrayLength());
        foreach (var (want, have) in expectedJson.RootElement.EnumerateArray().Zip(actualJson.RootElement.EnumerateArray()))
        {
            Assert.IsTrue(JsonElement.DeepEquals(want, have), $"expected {want.GetRawText()}, was {have.GetRawText()}");
        }
    }
}
