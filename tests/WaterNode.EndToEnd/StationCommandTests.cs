using System.Text;
using WaterNode.Tests.Support;

namespace WaterNode.EndToEnd;

/// <summary>A virtual station as a process of its own, without and with a gateway.</summary>
[TestClass]
public sealed class StationCommandTests
{
    private const string Id = "lk-anp-0007";

    [TestMethod]
    [Timeout(180_000)]
    public async Task A_station_without_a_gateway_says_so_once_and_what_it_measured_arrives_after_its_restart()
    {
        using var folder = new TemporaryFolder();
        string[] Command(string gateway) => ["station", "--id", Id, "--gateway", gateway, "--speed", "3000", "--data", folder.File("flash")];
        await using (var alone = await ProgramProcess.Serve(Command("mqtt://127.0.0.1:1")))
        {
            Assert.AreEqual($"ready station {Id}", alone.Output);
            await Eventually.Holds(() => alone.Errors.Length > 0 && JournalBytes(folder) > 500, "it measures without a gateway", deadlineSeconds: 60);
            await alone.Terminate();
            Assert.AreEqual(0, alone.ExitCode, alone.Errors);
            StringAssert.Contains(alone.Errors, "cannot connect to 127.0.0.1:1");
            Assert.AreEqual(1, alone.Errors.Split('\n').Count(line => !line.Contains(" stored reading ", StringComparison.Ordinal)), alone.Errors);
            StringAssert.Contains(alone.Errors, " stored reading 2, verdict ");
        }

        await using var gateway = await ProgramProcess.Serve("gateway", "--data", folder.File("gateway"), "--mqtt-port", "0", "--http-port", "0", "--allow-anonymous");
        using var api = new TierApi(gateway.Address("http"));
        await using var again = await ProgramProcess.Serve(Command(gateway.Address("mqtt").ToString()));
        await Eventually.Holds(async () => await api.Status("committed") >= 4, "the journal is sent", deadlineSeconds: 60);

        var found = await api.Occurrences(Id);
        Assert.AreEqual(1, found.Keys.Select(key => key.Gen).Distinct().Count(), "the journal goes on, it is not formatted anew");
        Assert.AreEqual(2, found.Keys.Min(key => key.Seq), "the first told the settings");
        await Eventually.Holds(() => again.Errors.Contains("is connected", StringComparison.Ordinal), "the connection is told");
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task A_refused_login_is_told_with_its_reason()
    {
        using var folder = new TemporaryFolder();
        await using var gateway = await ProgramProcess.Serve("gateway", "--data", folder.Path, "--mqtt-port", "0", "--http-port", "0");
        await using var station = await ProgramProcess.Serve("station", "--id", Id, "--gateway", gateway.Address("mqtt").ToString(), "--speed", "3000");

        await Eventually.Holds(() => station.Errors.Contains("refused the login", StringComparison.Ordinal), "the refusal is told", deadlineSeconds: 60);
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task Two_stations_on_one_journal_are_refused()
    {
        using var folder = new TemporaryFolder();
        string[] command = ["station", "--id", Id, "--gateway", "mqtt://127.0.0.1:1", "--data", folder.Path];
        await using var first = await ProgramProcess.Serve(command);

        await using var second = await ProgramProcess.RunToEnd(command);

        Assert.AreEqual(1, second.ExitCode);
        StringAssert.Contains(second.Errors, $"{folder.Path} is in use");
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task Another_id_over_unsent_readings_is_refused_in_one_line()
    {
        using var folder = new TemporaryFolder();
        string[] Command(string id) => ["station", "--id", id, "--gateway", "mqtt://127.0.0.1:1", "--speed", "3000", "--data", folder.File("flash")];
        await using (var first = await ProgramProcess.Serve(Command("lk-k-1")))
        {
            await Eventually.Holds(() => JournalBytes(folder) > 500, "it measures without a gateway", deadlineSeconds: 60);
            await first.Terminate();
        }

        await using var second = await ProgramProcess.RunToEnd(Command("lk-k-2"));

        Assert.AreEqual(1, second.ExitCode);
        Assert.AreEqual("", second.Output, "it was never ready");
        StringAssert.Matches(second.Errors, new("^waternode: This flash holds [0-9]+ unsent readings of lk-k-1\\. Give that id back until they are sent, or erase the flash\\.$"));
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task A_ruined_flash_is_told_and_not_touched()
    {
        using var folder = new TemporaryFolder();
        string[] command = ["station", "--id", Id, "--gateway", "mqtt://127.0.0.1:1", "--speed", "3000", "--data", folder.File("flash")];
        await using (var first = await ProgramProcess.Serve(command))
        {
            await Eventually.Holds(() => JournalBytes(folder) > 500, "it measures without a gateway", deadlineSeconds: 60);
            await first.Terminate();
        }
        var ruined = folder.File(Path.Combine("flash", "j0000001.log"));
        foreach (var file in Directory.EnumerateFiles(folder.File("flash"), "*.log"))
        {
            var random = new byte[new FileInfo(file).Length];
            new Random(1).NextBytes(random);
            await File.WriteAllBytesAsync(file, random);
        }
        var before = await File.ReadAllBytesAsync(ruined);

        await using var again = await ProgramProcess.Serve(command);

        await Eventually.Holds(() => again.Errors.Contains($"found {before.Length} bytes", StringComparison.Ordinal), "the damage is told");
        StringAssert.Contains(again.Errors, "its journal was damaged");
        CollectionAssert.AreEqual(before, await File.ReadAllBytesAsync(ruined));
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task At_real_speed_it_says_how_long_the_first_reading_takes()
    {
        await using var station = await ProgramProcess.Serve("station", "--id", Id, "--gateway", "mqtt://127.0.0.1:1");

        await Eventually.Holds(() => station.Errors.Contains("the first reading takes about 90 seconds at this speed. --speed 900 shows it at once.", StringComparison.Ordinal), "the wait is told");
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task A_technicians_file_runs_on_the_virtual_station_and_a_wrong_one_does_what_it_would_on_a_node()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("station.json");
        string[] command = ["station", "--settings", file, "--speed", "3000", "--data", folder.File("flash")];
        await File.WriteAllTextAsync(file, """{"id":"lk-anp-0007","gateway":{"host":"127.0.0.1"}""");
        await using (var broken = await ProgramProcess.RunToEnd(command))
        {
            Assert.AreEqual(1, broken.ExitCode);
            StringAssert.Contains(broken.Errors, "station.json ends in the middle (line 1, column 51): write it again.");
            StringAssert.Contains(broken.Errors, "has no settings to run with");
        }

        await File.WriteAllTextAsync(file, """{"id":"lk-anp-0007","gateway":{"host":"127.0.0.1","port":1},"wifi":{"ssid":"x"}}""");
        await using (var good = await ProgramProcess.Serve(command))
        {
            Assert.AreEqual($"ready station {Id}", good.Output);
            await Eventually.Holds(() => good.Errors.Contains("cannot connect to 127.0.0.1:1", StringComparison.Ordinal), "the gateway of the file is tried", deadlineSeconds: 60);
            Assert.HasCount(2, good.Errors.Split("Wi-Fi"), "said once");
            await good.Terminate();
        }

        await File.WriteAllTextAsync(file, """{"id":"lk-anp-0007","gateway":{"hots":"127.0.0.1"},"limitSet":"moon"}""");
        await using var wrong = await ProgramProcess.Serve(command);
        Assert.AreEqual($"ready station {Id}", wrong.Output);
        StringAssert.Contains(wrong.Errors, "did you mean 'gateway.host'?");
        StringAssert.Contains(wrong.Errors, "There is no limitSet 'moon'");
        StringAssert.Contains(wrong.Errors, "runs on with the settings that it has");
        await Eventually.Holds(() => wrong.Errors.Contains("cannot connect to 127.0.0.1:1", StringComparison.Ordinal), "the gateway of before is tried", deadlineSeconds: 60);
    }

    [TestMethod]
    [Timeout(180_000)]
    public async Task Its_display_is_a_picture_its_button_a_line_of_input_and_the_end_of_input_ends_nothing()
    {
        using var folder = new TemporaryFolder();
        var (picture, file) = (folder.File("page.png"), folder.File("station.json"));
        await File.WriteAllTextAsync(file, """{"id":"lk-anp-0007","gateway":{"host":"127.0.0.1","port":1},"schedule":{"wetIntervalSeconds":0}}""");
        await using var station = await ProgramProcess.Serve("station", "--settings", file, "--speed", "100", "--screen", picture, "--data", folder.File("flash"));
        await Eventually.Holds(() => station.Errors.Contains(" stored reading ", StringComparison.Ordinal), "the first page is there", deadlineSeconds: 60);
        StringAssert.StartsWith(Encoding.Latin1.GetString(File.ReadAllBytes(picture)), "\u0089PNG");

        // Nine pages on from the verdict a hold opens the calibration, which the journal hears. What is pressed during a measurement is forgotten.
        await Eventually.Holds(async () =>
        {
            if (JournalSays(folder, "\"maintenance\"")) return true;
            foreach (var press in Enumerable.Repeat("short", 9).Prepend("long").Append("hold")) await station.Type(press);
            return false;
        }, "the calibration is open", deadlineSeconds: 60);
        await station.Type("dip 6.86");
        await station.Type("dip 6.87");
        await Eventually.Holds(() => station.Errors.Contains("'dip 6.87' is nothing to do here", StringComparison.Ordinal), "the wrong bottle is told");
        StringAssert.Contains(station.Errors, "dipped into 6.86.");
        station.EndInput();
        var readings = station.Errors.Split(" stored reading ").Length;
        await Eventually.Holds(() => station.Errors.Split(" stored reading ").Length > readings, "it goes on measuring", deadlineSeconds: 60);
    }

    private static bool JournalSays(TemporaryFolder folder, string text) =>
        Directory.EnumerateFiles(folder.File("flash"), "j*.log").Any(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains(text, StringComparison.Ordinal));

    private static long JournalBytes(TemporaryFolder folder) => new DirectoryInfo(folder.File("flash")).EnumerateFiles("j*.log").Sum(file => file.Length);
}
