using WaterNode.Sync.Records;

namespace WaterNode.Sync.Tests;

[TestClass]
public sealed class RecordDigestTests
{
    private static readonly Record Sample = new(new RecordId("lk-anp-0007", 0x9f3a12c4, 1042))
    {
        Time = 1_763_740_800,
        PowerOn = 12,
        UpSeconds = 86_400,
        LimitSet = "sls-614-2013/1",
        Readings = [new Reading("temp", "Cel") { Value = new Scaled(274, 1), Quality = Quality.Pass, Uncertainty = new Scaled(2, 1) }],
    };

    private static string Digest(Record record) => Convert.ToHexString(RecordDigest.Of(record));

    /// <summary>Digests lie in databases: another value here means that every record sent again would be taken for a conflict.</summary>
    [TestMethod]
    public void A_digest_is_the_same_for_ever() => Assert.AreEqual("4F94C3CD025A888A55ADF46C72447F06", Digest(Sample));

    [TestMethod]
    public void Transport_state_and_derived_time_are_not_content() =>
        Assert.AreEqual(Digest(Sample), Digest(Sample with { Oldest = 9, Lost = [new(1, 2)], DerivedTime = 5 }));

    [TestMethod]
    public void Every_field_of_the_content_counts()
    {
        var reading = Sample.Readings[0];
        Record With(Reading other) => Sample with { Readings = [other] };
        Record[] others =
        [
            Sample with { Id = Sample.Id with { Sequence = 1043 } }, Sample with { Id = Sample.Id with { Generation = 1 } }, Sample with { Id = Sample.Id with { Station = "lk-x" } },
            Sample with { Time = null }, Sample with { PowerOn = null }, Sample with { UpSeconds = 0 }, Sample with { SamplePoint = "raw" }, Sample with { LimitSet = null },
            Sample with { Event = "{}" }, Sample with { Readings = [] }, Sample with { Readings = [reading, reading] },
            With(reading with { Channel = "ph" }), With(reading with { Unit = "K" }), With(reading with { Value = null }), With(reading with { Value = new Scaled(274, 2) }),
            With(reading with { Quality = Quality.Fail }), With(reading with { Uncertainty = null }), With(reading with { DetectionLimit = new Scaled(1, 0) }),
            With(reading with { BelowDetectionLimit = true }), With(reading with { Reasons = "x" }), With(reading with { Calibration = 0 }), With(reading with { Verdict = "safe" }),
        ];

        Assert.HasCount(others.Length + 1, others.Append(Sample).Select(Digest).Distinct().ToList());
    }
}
