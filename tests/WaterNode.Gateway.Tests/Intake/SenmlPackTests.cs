using System.Text;
using WaterNode.Gateway.Intake.Senml;
using WaterNode.Sync.Records;
using WaterNode.Tier.Store;

namespace WaterNode.Gateway.Tests.Intake;

[TestClass]
public sealed class SenmlPackTests
{
    private const string Station = "lk-anp-0007";
    private const long Now = 1763745000;

    /// <summary>The pack printed in the wire contract.</summary>
    private const string ContractPack = """
        [{"bn":"waternode/lk-anp-0007/","bt":1763740800,"gen":"9f3a12c4","seq":1042,"old":988,"pon":12,"up":86400,"pt":"treated","ls":"sls-614-2013/1",
          "n":"temp","u":"Cel","v":27.4,"q":1,"uc":0.2},
         {"n":"ph","u":"pH","v":7.12,"q":1,"uc":0.03,"cal":17,"vd":"safe"},
         {"n":"ec","u":"S/m","v":0.0812,"q":1,"uc":0.0012,"cal":15},
         {"n":"f","u":"kg/m3","v":0.00112,"q":3,"uc":0.00011,"cal":9,"why":"untreated","vd":"uncertain"},
         {"n":"as","u":"kg/m3","vs":"missing","q":9,"why":"pump-no-answer","vd":"uncertain"}]
        """;

    [TestMethod]
    public void The_pack_of_the_contract_is_one_record_with_every_field()
    {
        var record = OneRecord(ContractPack);

        Assert.AreEqual(new RecordId(Station, 0x9f3a12c4, 1042), record.Id);
        Assert.AreEqual(1763740800, record.Time);
        Assert.AreEqual((988L, 12L, 86400L), (record.Oldest, record.PowerOn!.Value, record.UpSeconds!.Value));
        Assert.AreEqual(("treated", "sls-614-2013/1"), (record.SamplePoint, record.LimitSet));
        CollectionAssert.AreEqual(new[] { "temp", "ph", "ec", "f", "as" }, record.Readings.Select(r => r.Channel).ToArray());
        var fluoride = record.Readings[3];
        Assert.AreEqual("0.00112", fluoride.Value!.Value.ToString());
        Assert.AreEqual((Quality.Suspect, "0.00011", 9L, "untreated", "uncertain"),
            (fluoride.Quality, fluoride.Uncertainty!.Value.ToString(), fluoride.Calibration!.Value, fluoride.Reasons, fluoride.Verdict));
        var arsenic = record.Readings[4];
        Assert.IsNull(arsenic.Value, "a missing value is missing, not zero");
        Assert.AreEqual(Quality.Missing, arsenic.Quality);
    }

    [TestMethod]
    public void Several_records_in_a_pack_keep_their_own_times_and_share_the_base_name()
    {
        var records = Records("""
            [{"bn":"waternode/lk-anp-0007/","bt":1763740800,"gen":"9f3a12c4","seq":1,"n":"ph","u":"pH","v":7},
             {"gen":"9f3a12c4","seq":2,"pon":3,"up":100,"n":"ph","u":"pH","v":7.1}]
            """);

        Assert.AreEqual(1763740800, records[0].Time);
        Assert.IsNull(records[1].Time, "a record without a clock must not inherit its neighbour's time");
        Assert.AreEqual(3, records[1].PowerOn);
    }

    [TestMethod]
    [DataRow("f", "mg/l", "1.12", "0.00112")]
    [DataRow("as", "ug/l", "9.5", "0.0000095")]
    [DataRow("ec", "uS/cm", "812", "0.0812")]
    [DataRow("ec", "mS/cm", "0.812", "0.0812")]
    [DataRow("temp", "Cel", "-0.0", "0")]
    [DataRow("as", "kg/m3", "-1e-9", "-0.000000001")]
    public void Units_of_other_sensors_are_converted_exactly(string channel, string unit, string sent, string stored)
    {
        var record = OneRecord(Pack($$"""{"n":"{{channel}}","u":"{{unit}}","v":{{sent}},"uc":{{sent.TrimStart('-')}}}"""));

        Assert.AreEqual(stored, record.Readings[0].Value!.Value.ToString());
        Assert.AreEqual(stored.TrimStart('-'), record.Readings[0].Uncertainty!.Value.ToString());
    }

    [TestMethod]
    [DataRow("wrong-unit", """{"n":"f","u":"Cel","v":1}""")]
    [DataRow("wrong-unit", """{"n":"f","v":1}""")]
    [DataRow("no-value", """{"n":"f","u":"kg/m3"}""")]
    [DataRow("bad-value", """{"n":"f","u":"kg/m3","vs":"high"}""")]
    [DataRow("bad-value", """{"n":"f","u":"kg/m3","vs":"missing","v":0,"q":9}""")]
    [DataRow("bad-quality", """{"n":"f","u":"kg/m3","vs":"missing","q":1}""")]
    [DataRow("bad-quality", """{"n":"f","u":"kg/m3","v":0.001,"q":9}""")]
    [DataRow("bad-quality", """{"n":"f","u":"kg/m3","v":0.001,"q":5}""")]
    [DataRow("wrong-type", """{"n":"f","u":"kg/m3","v":"0.001"}""")]
    [DataRow("wrong-type", """{"n":"f","u":"kg/m3","v":1e999}""")]
    [DataRow("wrong-type", """{"n":"f","u":"kg/m3","v":1e-99}""")]
    [DataRow("wrong-type", """{"n":"f","u":"kg/m3","v":0.1234567890123456789}""")]
    [DataRow("wrong-type", """{"n":"f","u":"kg/m3","v":0.001,"lt":1}""")]
    [DataRow("out-of-range", """{"n":"f","u":"kg/m3","v":0.001,"uc":-0.1}""")]
    [DataRow("bad-verdict", """{"n":"f","u":"kg/m3","v":0.001,"vd":"fine"}""")]
    [DataRow("bad-verdict", """{"n":"f","u":"kg/m3","vs":"missing","q":9,"vd":"safe"}""")]
    [DataRow("bad-channel", """{"n":"_f","u":"kg/m3","v":0.001}""")]
    [DataRow("duplicate-channel", """{"n":"ph","u":"pH","v":7},{"n":"ph","u":"pH","v":7}""")]
    [DataRow("entry-time", """{"n":"ph","u":"pH","v":7,"t":-60}""")]
    public void A_faulty_record_is_quarantined_alone_with_its_reason_and_its_identity(string reason, string entry)
    {
        var arrivals = Decode($$"""
            [{"bn":"waternode/{{Station}}/","bt":1763740800,"gen":"9f3a12c4","seq":5},{{entry}},
             {"bt":1763740900,"gen":"9f3a12c4","seq":6,"n":"ph","u":"pH","v":7}]
            """);

        var bad = (QuarantineArrival)arrivals[0];
        Assert.AreEqual(reason, bad.Reason, bad.Detail);
        Assert.AreEqual(new RecordId(Station, 0x9f3a12c4, 5), bad.Id);
        Assert.AreEqual(6, ((RecordArrival)arrivals[1]).Record.Id.Sequence, "the good neighbour is stored");
        StringAssert.Contains(Encoding.UTF8.GetString(bad.Payload.Span), "\"seq\":5");
    }

    [TestMethod]
    [DataRow("no-time", "\"gen\":\"9f3a12c4\",\"seq\":5")]
    [DataRow("no-time", "\"gen\":\"9f3a12c4\",\"seq\":5,\"pon\":3")]
    [DataRow("bad-generation", "\"gen\":\"9f3a12c\",\"seq\":5,\"bt\":1763740800")]
    [DataRow("bad-generation", "\"gen\":\"00000000\",\"seq\":5,\"bt\":1763740800")]
    [DataRow("bad-generation", "\"seq\":5,\"bt\":1763740800")]
    [DataRow("wrong-type", "\"gen\":\"9f3a12c4\",\"seq\":0,\"bt\":1763740800")]
    [DataRow("wrong-type", "\"gen\":\"9f3a12c4\",\"seq\":1.5,\"bt\":1763740800")]
    [DataRow("wrong-type", "\"gen\":\"9f3a12c4\",\"seq\":5,\"bt\":-1")]
    [DataRow("wrong-type", "\"gen\":\"9f3a12c4\",\"seq\":5,\"bt\":1763740800,\"old\":6")]
    [DataRow("wrong-type", "\"gen\":\"9f3a12c4\",\"seq\":5,\"bt\":1763740800,\"lost\":[[3,2]]")]
    [DataRow("no-sequence", "\"gen\":\"9f3a12c4\",\"bt\":1763740800")]
    public void A_record_needs_an_identity_and_a_time(string reason, string head)
    {
        var arrivals = Decode($$"""[{"bn":"waternode/{{Station}}/",{{head}},"n":"ph","u":"pH","v":7}]""");

        Assert.AreEqual(reason, ((QuarantineArrival)arrivals.Single()).Reason);
    }

    [TestMethod]
    [DataRow("unreadable", "")]
    [DataRow("unreadable", "[]")]
    [DataRow("unreadable", "{}")]
    [DataRow("unreadable", "[1]")]
    [DataRow("unreadable", "[{\"n\":\"ph\",\"n\":\"ec\"}]")]
    [DataRow("unreadable", "[{\"bn\":\"\\ud800\"}]")]
    [DataRow("unreadable", "[{\"bn\":\"waternode/lk-anp-0007/\",\"v\":1}")]
    [DataRow("must-understand", "[{\"bn\":\"waternode/lk-anp-0007/\",\"n\":\"ph\",\"u\":\"pH\",\"v\":1,\"x_\":1}]")]
    [DataRow("unsupported-version", "[{\"bver\":11,\"n\":\"ph\",\"u\":\"pH\",\"v\":1}]")]
    [DataRow("base-value", "[{\"bv\":6,\"n\":\"ph\",\"u\":\"pH\",\"v\":1}]")]
    public void An_unreadable_pack_is_quarantined_whole(string reason, string pack)
    {
        var only = (QuarantineArrival)Decode(pack).Single();

        Assert.AreEqual(reason, only.Reason);
        Assert.AreEqual(pack, Encoding.UTF8.GetString(only.Payload.Span));
        Assert.IsNull(only.Id);
    }

    [TestMethod]
    public void Versions_up_to_10_and_the_extended_26_are_read()
    {
        foreach (var version in new[] { 5, 10, 26 })
            Assert.AreEqual(1, Records(Pack($$"""{"bver":{{version}},"n":"ph","u":"pH","v":7}""")).Count);
    }

    [TestMethod]
    public void A_pack_of_another_station_is_a_wrong_name()
    {
        var bad = (QuarantineArrival)Decode(ContractPack.Replace("lk-anp-0007", "lk-anp-0008", StringComparison.Ordinal)).Single();

        Assert.AreEqual("wrong-name", bad.Reason);
        Assert.IsNull(bad.Id, "a wrongly named record takes no sequence of this station");
    }

    [TestMethod]
    public void A_pack_may_have_8_KiB_and_32_records_and_no_more()
    {
        static string Many(int count) => "[" + string.Join(",", Enumerable.Range(1, count).Select(n =>
            $$"""{"bn":"waternode/{{Station}}/","bt":1763740800,"gen":"9f3a12c4","seq":{{n}},"n":"ph","u":"pH","v":7}""")) + "]";

        Assert.AreEqual(32, Records(Many(32)).Count);
        Assert.AreEqual("too-many-records", ((QuarantineArrival)Decode(Many(33)).Single()).Reason);
        Assert.AreEqual("too-large", ((QuarantineArrival)Decode("[" + new string(' ', SenmlPack.BytesMax) + "]").Single()).Reason);
    }

    /// <summary>RFC 8428, section 5.1.2 ("Multiple Data Points"), shortened, with the name of a station.</summary>
    [TestMethod]
    public void Plain_SenML_of_another_sensor_gets_one_record_a_second()
    {
        var records = Records("""
            [{"bn":"waternode/lk-anp-0007/","bt":1.276020076001e+09,"bu":"A","bver":5,"n":"voltage","u":"V","v":120.1},
             {"n":"current","t":-5,"v":1.2},{"n":"current","t":-4,"v":1.3},{"n":"current","v":1.7}]
            """);

        Assert.AreEqual(3, records.Count);
        Assert.AreEqual(new RecordId(Station, 0, 1276020076), records[0].Id);
        CollectionAssert.AreEqual(new[] { "voltage", "current" }, records[0].Readings.Select(r => r.Channel).ToArray());
        Assert.AreEqual(("A", "1.7"), (records[0].Readings[1].Unit, records[0].Readings[1].Value!.Value.ToString()));
        Assert.AreEqual(1276020071, records[1].Time);
    }

    [TestMethod]
    public void Plain_SenML_without_a_time_was_measured_now()
    {
        Assert.AreEqual(Now, OneRecord("""[{"n":"ph","u":"pH","v":7}]""").Time);
        Assert.AreEqual(Now - 60, OneRecord("""[{"n":"ph","u":"pH","v":7,"t":-60}]""").Time);
    }

    [TestMethod]
    public void Unknown_fields_are_ignored()
    {
        Assert.AreEqual(1, OneRecord(Pack("""{"n":"ph","u":"pH","v":7,"colour":"blue","ut":3}""")).Readings.Count);
    }

    [TestMethod]
    public void Garbage_never_throws_and_never_vanishes()
    {
        var random = new Random(20240607);
        var template = Encoding.UTF8.GetBytes(ContractPack);
        for (var round = 0; round < 4000; round++)
        {
            var bytes = (byte[])template.Clone();
            for (var hits = random.Next(1, 8); hits > 0; hits--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var length = random.Next(2) == 0 ? bytes.Length : random.Next(bytes.Length);

            Assert.AreNotEqual(0, SenmlPack.Decode(bytes.AsMemory(0, length), Station, "t", Now).Count);
        }
    }

    private static string Pack(string entry) => $$"""[{"bn":"waternode/{{Station}}/","bt":1763740800,"gen":"9f3a12c4","seq":5},{{entry}}]""";

    private static IReadOnlyList<Arrival> Decode(string pack) => SenmlPack.Decode(Encoding.UTF8.GetBytes(pack), Station, $"waternode/v1/{Station}/readings", Now);

    private static List<Record> Records(string pack) => [.. Decode(pack).Select(arrival => arrival is QuarantineArrival bad ? throw new AssertFailedException($"{bad.Reason}: {bad.Detail}") : ((RecordArrival)arrival).Record)];

    private static Record OneRecord(string pack) => Records(pack).Single();
}
