using System.Text;
using WaterNode.Station.Display;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Quality;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Settings;

/// <summary>What station.json may say, and what a technician is told who wrote something else.</summary>
[TestClass]
public class StationFileTests
{
    /// <summary>What a page of the display has for one fault.</summary>
    private const int LinesOfPage = 4;

    [TestMethod]
    public void Every_member_of_the_file_reaches_the_station()
    {
        var settings = Parse(SettingsBench.Full);
        var config = StationConfig.Default("");
        settings.ApplyTo(config);

        Assert.AreEqual("lk-anp-0007", config.Id);
        Assert.AreEqual(600, config.IntervalSeconds);
        Assert.AreEqual(7200, config.WetIntervalSeconds);
        Assert.IsTrue(config.StaysConnected);
        Assert.AreEqual("who-2022/1", config.LimitSetId);
        Assert.AreEqual("tap-2", config.SamplePoint);
        Assert.AreEqual(Language.Tamil, config.DisplayLanguage);
        Assert.AreEqual(330, config.TimeZoneMinutes);
        Assert.AreEqual((250, 251, 20, 1000), (config.TisabBottleMilliLitres, config.ElectrolyteBottleMilliLitres, config.StandardBottleMilliLitres, config.RinseBottleMilliLitres));
        Assert.AreEqual("", config.FindProblem());
        Assert.AreEqual("192.168.4.1", settings.TextOf(SettingsMember.GatewayHost));
        Assert.AreEqual(8883, settings.NumberOf(SettingsMember.GatewayPort));
        Assert.AreEqual("geheim", settings.TextOf(SettingsMember.GatewayPassword));
        Assert.AreEqual("Wi-Fi", settings.TextOf(SettingsMember.WirelessName));
        Assert.AreEqual("sehr geheim", settings.TextOf(SettingsMember.WirelessPassword));
    }

    [TestMethod]
    public void What_is_left_out_is_as_a_station_is_by_default_and_sleeps_between_measurements()
    {
        var config = StationConfig.Default("lk-anp-0007");
        Parse(SettingsBench.Least).ApplyTo(config);
        var defaults = StationConfig.Default("lk-anp-0007");
        defaults.StaysConnected = false;

        foreach (var field in typeof(StationConfig).GetFields().Where(field => field.FieldType.IsPrimitive || field.FieldType.IsEnum || field.FieldType == typeof(string)))
        {
            Assert.AreEqual(field.GetValue(defaults), field.GetValue(config), field.Name);
        }
    }

    [TestMethod]
    public void The_example_that_a_technician_copies_is_good()
    {
        var settings = Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Settings", "station.example.json")));

        Assert.AreEqual("lk-anp-0007", settings.TextOf(SettingsMember.Id));
        foreach (var member in Enumerable.Range(0, SettingsMember.Count)) Assert.IsTrue(settings.IsGiven(member), "the example shows " + SettingsMember.At(member).Path);
    }

    [TestMethod]
    public void The_guide_names_every_member_and_every_limit_set()
    {
        var guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Energy", "firmware.md"));

        foreach (var member in Enumerable.Range(0, SettingsMember.Count)) Assert.IsTrue(guide.Contains("`" + SettingsMember.At(member).Path + "`"), SettingsMember.At(member).Path);
        foreach (var id in LimitSets.Ids()) Assert.IsTrue(guide.Contains("`" + id + "`"), id);
    }

    [TestMethod]
    public void A_byte_order_mark_and_letters_beyond_ASCII_are_taken()
    {
        var settings = Parse("\uFEFF" + """{"id":"lk-anp-0007","gateway":{"host":"g"},"wifi":{"ssid":"ජලය \u0d9c","password":"පානීය ජලය"}}""");

        Assert.AreEqual("ජලය \u0d9c", settings.TextOf(SettingsMember.WirelessName));
        Assert.AreEqual("පානීය ජලය", settings.TextOf(SettingsMember.WirelessPassword));
    }

    [TestMethod]
    [DataRow("""{"gateway":{"host":"g"}}""", "id is missing: give the station's id, for example lk-anp-0007.")]
    [DataRow("""{"id":"abc","gateway":{}}""", "gateway.host is missing: give the gateway's name or address.")]
    [DataRow("""{"id":"ABC","gateway":{"host":"g"}}""", "id is 'ABC': give 3 to 32 of a-z, 0-9 and -.")]
    [DataRow("""{"id":"a","gateway":{"host":"g"}}""", "id is 1 letter long: give 3 to 32.")]
    [DataRow("""{"id":"123456789012345678901234567890123","gateway":{"host":"g"}}""", "id is 33 letters long: give 3 to 32.")]
    [DataRow("""{"id":lk-anp-0007,"gateway":{"host":"g"}}""", "id must be a short text in quotes: give 3 to 32.")]
    [DataRow("""{"id":"abc","gateway":"g"}""", "gateway must be an object: {...}.\ngateway.host is missing: give the gateway's name or address.")]
    [DataRow("""{"id":"abc","gateway":{"host":"mqtt://g"}}""", "gateway.host is 'mqtt://g': give a name or address only.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g","port":"1883"}}""", "gateway.port is no whole number: give 1 to 65535.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g","port":65536}}""", "gateway.port is 65536: give 1 to 65535.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"},"schedule":{"intervalSeconds":5}}""", "schedule.intervalSeconds is 5: give 60 to 86400.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"},"schedule":{"intervalSeconds":900.5}}""", "schedule.intervalSeconds is no whole number: give 60 to 86400.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"},"schedule":{"intervalSeconds":43200}}""", "schedule.wetIntervalSeconds is 21600: give 0, or 43200 or more.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"},"schedule":{"awake":"yes"}}""", "schedule.awake must be true or false, without quotes.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"},"limitSet":"sls"}""", "There is no limitSet 'sls': choose sls-614-2013/1 or another.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"},"samplePoint":"Tap 2"}""", "samplePoint is 'Tap 2': give 3 to 32 of a-z, 0-9 and -.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"},"language":"de"}""", "language is 'de': give en, si or ta.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"},"language":"e"}""", "language is 1 letter long: give en, si or ta.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"},"language":"english"}""", "language is 7 letters long: give en, si or ta.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"},"timeZoneMinutes":841}""", "timeZoneMinutes is 841: give -720 to 840.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"},"wifi":{"ssid":"x","password":"1234567"}}""", "wifi.password has fewer than 8 letters: correct it; an open network has none.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"},"wifi":{"password":"12345678"}}""", "wifi.ssid is missing: give the network's name, or leave out wifi.password.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"},"wifi":{"ssid":"ජලයජලයජලය"}}""", "")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"},"wifi":{"ssid":"ජලයජලයජලයජල"}}""", "wifi.ssid is 33 bytes long: give up to 32.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g","hots":"x"}}""", "There is no 'gateway.hots': correct it, or take it out.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"},"Limitset":"x"}""", "There is no 'Limitset': correct it, or take it out.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"},"id":"abd"}""", "'id' is there twice: take one out.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g","host":"h"}}""", "'gateway.host' is there twice: take one out.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"},"calibration":[]}""", "calibration must be an object: {...}.")]
    [DataRow("""["id"]""", "station.json must be one object {...} with no more than 16 members.")]
    [DataRow("", "station.json is missing or empty: write it with nanoff --filedeployment.")]
    [DataRow("""{"id":"abc",""", "station.json ends in the middle (line 1, column 13): write it again.")]
    [DataRow("{\n \"id\":\"abc\",\n \"gateway\":{\"host\":\"g\"},\n}", "station.json is no JSON (line 4, column 1): mend a comma, quote or brace there.")]
    [DataRow("{\n \"id\":\"abc\"\n \"gateway\":{\"host\":\"g\"}}", "station.json is no JSON (line 3, column 2): a comma may be missing before it.")]
    [DataRow("{\"id\":\"abc\",\n\"wifi\":{\"ssid\":\"ජලය\" \"password\":\"12345678\"}}", "station.json is no JSON (line 2, column 22): a comma may be missing before it.")]
    [DataRow("{\"id\" \"abc\"}", "station.json is no JSON (line 1, column 7): mend a comma, quote or brace there.")]
    [DataRow("{\n // a comment\n}", "station.json is no JSON (line 2, column 2): mend a comma, quote or brace there.")]
    [DataRow("""{"id":"abc","gateway":{"host":"g"}} {""", "station.json is no JSON (line 1, column 37): mend a comma, quote or brace there.")]
    public void Each_fault_says_where_what_and_what_to_do(string file, string faults)
    {
        Assert.AreEqual(faults, FaultsOf(Encoding.UTF8.GetBytes(file)));
        foreach (var fault in faults.Split('\n')) CollectionAssert.AreEqual(Drawn(fault, Canvas.Rows), Drawn(fault, LinesOfPage), fault);
    }

    [TestMethod]
    public void All_faults_of_a_file_are_told_at_once_and_of_very_many_the_number()
    {
        var bench = SettingsBench.With("""
            {"id":"X Y","gateway":{"host":"a b","port":0},"schedule":{"intervalSeconds":1,"awake":1},"limitSet":"x","language":"xx","samplePoint":7,"timeZoneMinutes":"x","hello":1}
            """);

        Assert.IsFalse(bench.Start());
        Assert.AreEqual(SettingsFaults.Max, bench.Store.Faults.Count);
        StringAssert.EndsWith(bench.Store.Faults.ToLine(1000), " (2 more)");
        StringAssert.EndsWith(bench.Store.Faults.ToLine(90), " (8 more)");
    }

    [TestMethod]
    public void A_file_in_a_code_page_of_Windows_is_told_from_one_in_UTF_8()
    {
        byte[] file = [.. "{\"id\":\"abc\",\"gateway\":{\"host\":\"g\"},\n\"wifi\":{\"ssid\":\"Caf"u8, 0xE9, .. "\"}}"u8];

        Assert.AreEqual("station.json is not UTF-8 (line 2, column 20): save it as UTF-8.", FaultsOf(file));
    }

    [TestMethod]
    public void A_file_that_is_too_long_is_refused_and_one_that_is_just_not_is_read()
    {
        var file = SettingsBench.Least + new string(' ', SettingsFile.BytesMax - SettingsBench.Least.Length);

        Assert.AreEqual("", FaultsOf(Encoding.UTF8.GetBytes(file)));
        Assert.AreEqual("station.json has 4097 bytes: shorten it to 4096.", FaultsOf(Encoding.UTF8.GetBytes(file + " ")));
    }

    [TestMethod]
    public void A_file_that_was_cut_off_anywhere_is_refused_as_such()
    {
        var whole = Encoding.UTF8.GetBytes(SettingsBench.Full);
        for (var length = 1; length < whole.Length; length++)
        {
            var fault = FaultsOf(whole[..length]);
            StringAssert.Contains(fault, "ends in the middle", $"{length} bytes");
        }
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void Whatever_bytes_the_file_holds_the_answer_is_settings_or_a_fault_that_fits_the_display(int seed)
    {
        var random = new Random(seed);
        var whole = Encoding.UTF8.GetBytes(SettingsBench.Full);
        var good = 0;
        for (var i = 0; i < 3000; i++)
        {
            var file = Damaged(whole, random);
            var faults = FaultsOf(file);
            good += faults.Length == 0 ? 1 : 0;
            foreach (var fault in faults.Split('\n')) CollectionAssert.AreEqual(Drawn(fault, Canvas.Rows), Drawn(fault, LinesOfPage), fault);
            if (faults.Length > 0) StringAssert.EndsWith(faults, ".", "no message is cut off");
        }
        Assert.IsGreaterThan(10, good);
        Assert.IsLessThan(2000, good);
    }

    /// <summary>Bytes changed, taken out, doubled, or nothing of the file at all.</summary>
    private static byte[] Damaged(byte[] whole, Random random)
    {
        if (random.Next(10) == 0)
        {
            var garbage = new byte[random.Next(5000)];
            random.NextBytes(garbage);
            return garbage;
        }

        var damaged = whole.ToList();
        for (var changes = random.Next(3); changes >= 0; changes--)
        {
            var at = random.Next(damaged.Count - 40);
            switch (random.Next(4))
            {
                case 0: damaged[at] = (byte)random.Next(256); break;
                case 1: damaged[at] = (byte)"{}[]\",:0a\\"[random.Next(10)]; break;
                case 2: damaged.RemoveRange(at, random.Next(1, 40)); break;
                default: damaged.InsertRange(at, damaged.GetRange(at, random.Next(1, 40))); break;
            }
        }
        return [.. damaged];
    }

    private static byte[] Drawn(string fault, int linesMax)
    {
        var canvas = new Canvas();
        canvas.Paragraph(0, 0, fault, Canvas.LineLetters, linesMax);
        return canvas.Page;
    }

    private static StationSettings Parse(string file)
    {
        var settings = new StationSettings();
        var faults = new SettingsFaults();
        Assert.IsTrue(FileOf(Encoding.UTF8.GetBytes(file)).TryParse(settings, faults, out _), faults.ToLine(500));
        return settings;
    }

    private static string FaultsOf(ReadOnlySpan<byte> file)
    {
        var faults = new SettingsFaults();
        Assert.AreEqual(FileOf(file.ToArray()).TryParse(new StationSettings(), faults, out _), faults.Count == 0);
        return string.Join('\n', faults.ToArray());
    }

    private static SettingsFile FileOf(byte[] bytes)
    {
        var bench = new SettingsBench();
        bench.Write(bytes);
        return SettingsFile.Read(bench.Flash);
    }
}
