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

    private static long JournalBytes(TemporaryFolder folder) => new DirectoryInfo(folder.File("flash")).EnumerateFiles("j*.log").Sum(file => file.Length);
}
