using WaterNode.Tests.Support;

namespace WaterNode.EndToEnd;

[TestClass]
public sealed class CommandLineTests
{
    [TestMethod]
    [DataRow("demo", "--stationz", "3")]
    [DataRow("demo", "--stations", "many")]
    [DataRow("demo", "--outage", "2")]
    [DataRow("demo", "--event", "earthquake@3s")]
    [DataRow("gateway", "--mqtt-port", "70000")]
    [DataRow("gateway", "--uplink", "http://127.0.0.1:1")]
    [DataRow("gateway", "--limit-set", "moon")]
    [DataRow("platform", "--bind", "everywhere")]
    [DataRow("station", "--id", "UPPER", "--gateway", "mqtt://127.0.0.1:1")]
    [DataRow("station", "--id", "lk-1")]
    [DataRow("station", "--id", "lk-1", "--gateway", "mqtt://127.0.0.1:1", "--limit-set", "moon")]
    [DataRow("station", "--id", "lk-1", "--gateway", "mqtt://127.0.0.1:1", "--seed", "x")]
    [DataRow("station", "--id", "lk-1", "--gateway", "mqtt://127.0.0.1:1", "--event", "arsenic@20s:2")]
    [DataRow("station", "--settings", "station.json", "--id", "lk-1")]
    [DataRow("station", "--settings", "station.json", "--gateway", "mqtt://127.0.0.1:1")]
    [DataRow("station", "--settings", "station.json", "--limit-set", "who-2022/1")]
    [DataRow("station", "--settings", "")]
    [DataRow("station")]
    [DataRow("station", "check")]
    [DataRow("demo", "--stations")]
    [DataRow("demo", "--stations", "3", "--stations", "4")]
    [DataRow("demo", "--stations", "3", "--event", "arsenic@1s:4")]
    [DataRow("demo", "--report", "")]
    [DataRow("demo", "--tiers", "3")]
    [DataRow("gateway", "--data", "")]
    [DataRow("gateway", "--token", "", "--uplink", "http://127.0.0.1:1")]
    [DataRow("platform", "child")]
    [DataRow("platform", "child", "remove", "village-1")]
    [DataRow("platform", "child", "add", "Village 1")]
    [DataRow("test")]
    [DataRow("frobnicate")]
    [DataRow]
    public async Task A_wrong_option_is_a_one_line_error_and_exit_code_2(params string[] arguments)
    {
        await using var program = await ProgramProcess.RunToEnd(arguments);

        Assert.AreEqual(2, program.ExitCode, program.Errors);
        Assert.AreEqual(1, program.Errors.Split('\n').Length, program.Errors);
        StringAssert.StartsWith(program.Errors, "waternode: ");
        Assert.AreEqual("", program.Output);
    }

    [TestMethod]
    public async Task An_unknown_word_is_named()
    {
        await using var program = await ProgramProcess.RunToEnd("platform", "child", "remove", "village-1");

        StringAssert.Contains(program.Errors, "'remove'");
    }

    [TestMethod]
    [DataRow("demo")]
    [DataRow("gateway")]
    [DataRow("platform")]
    [DataRow("platform", "child", "add")]
    [DataRow("station")]
    [DataRow("station", "check")]
    public async Task Every_command_has_help(params string[] command)
    {
        await using var program = await ProgramProcess.RunToEnd([.. command, "--help"]);

        Assert.AreEqual(0, program.ExitCode);
        StringAssert.Contains(program.Output, "Usage:");
    }

    [TestMethod]
    public async Task A_database_that_cannot_be_opened_is_a_clear_message_and_stays_as_it_is()
    {
        using var folder = new TemporaryFolder();
        await using (var once = await ProgramProcess.Serve("gateway", "--data", folder.Path, "--mqtt-port", "0", "--http-port", "0", "--allow-anonymous"))
            await once.Terminate();
        var database = Directory.EnumerateFiles(folder.Path, "*.db").Single();
        var rubbish = Enumerable.Repeat((byte)'x', 8192).ToArray();
        await File.WriteAllBytesAsync(database, rubbish);

        await using var program = await ProgramProcess.RunToEnd("gateway", "--data", folder.Path, "--mqtt-port", "0", "--http-port", "0", "--allow-anonymous");

        Assert.AreEqual(1, program.ExitCode);
        StringAssert.Contains(program.Errors, database);
        Assert.IsFalse(program.Errors.Contains("   at ", StringComparison.Ordinal), "no stack trace for an operator");
        CollectionAssert.AreEqual(rubbish, await File.ReadAllBytesAsync(database), "nothing was changed");
    }

    [TestMethod]
    public async Task A_station_file_is_checked_before_it_is_flashed()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("station.json");
        await File.WriteAllTextAsync(file, """{"id":"lk-anp-0007","gateway":{"host":"192.168.4.1","password":"secret"},"limitSet":"who-2022/1"}""");
        await using var good = await ProgramProcess.RunToEnd("station", "check", file);
        await File.WriteAllTextAsync(file, """{"id":"lk-anp-0007","gateway":{"host":"192.168.4.1"},"limitset":"who","schedule":{"intervalSeconds":5}}""");
        await using var bad = await ProgramProcess.RunToEnd("station", "check", file);
        await File.WriteAllTextAsync(file, """{"id":"lk-anp-0007","gateway":{"host":"192.168.4.1"},"calibration":{"ph":{"taken":1763740800,"points":[{"buffer":"7.01","mv":1,"celsius":25}]}}}""");
        await using var uncalibrated = await ProgramProcess.RunToEnd("station", "check", file);

        Assert.AreEqual(0, good.ExitCode, good.Errors);
        StringAssert.Contains(good.Output, "who-2022/1");
        StringAssert.Contains(good.Output, "Calibrations: none in the file.");
        Assert.IsFalse(good.Output.Contains("secret", StringComparison.Ordinal), good.Output);
        Assert.AreEqual(1, bad.ExitCode);
        StringAssert.Contains(bad.Errors, "There is no 'limitset'");
        StringAssert.Contains(bad.Errors, "did you mean 'limitSet'?");
        StringAssert.Contains(bad.Errors, "schedule.intervalSeconds is 5: give 60 to 86400.");
        Assert.AreEqual(1, uncalibrated.ExitCode);
        StringAssert.Contains(uncalibrated.Errors, "buffer must be one of 6.86");
    }

    [TestMethod]
    public async Task The_check_warns_of_a_limit_set_without_verdict_and_takes_no_password_of_the_example()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("station.json");
        await File.WriteAllTextAsync(file, """{"id":"lk-anp-0007","gateway":{"host":"192.168.4.1"},"limitSet":"th-doh-2020/1"}""");
        await using var unverified = await ProgramProcess.RunToEnd("station", "check", file);
        await File.WriteAllTextAsync(file, """{"id":"lk-anp-0007","gateway":{"host":"192.168.4.1","password":"what the gateway showed"}}""");
        await using var forgotten = await ProgramProcess.RunToEnd("station", "check", file);

        Assert.AreEqual(0, unverified.ExitCode, unverified.Errors);
        StringAssert.Contains(unverified.Errors, "warning: th-doh-2020/1 gives no verdict on arsenic: its limit could not be verified.");
        Assert.AreEqual(1, forgotten.ExitCode);
        StringAssert.Contains(forgotten.Errors, "gateway.password is still that of the example");
    }

    [TestMethod]
    public async Task A_port_that_is_taken_is_a_clear_message()
    {
        using var folder = new TemporaryFolder();
        await using var first = await ProgramProcess.Serve("platform", "--data", folder.File("a"), "--http-port", "0");

        await using var second = await ProgramProcess.RunToEnd("platform", "--data", folder.File("b"), "--http-port", $"{first.Address("http").Port}");

        Assert.AreEqual(1, second.ExitCode);
        StringAssert.Contains(second.Errors, $"{first.Address("http").Port}");
        Assert.IsFalse(second.Errors.Contains("   at ", StringComparison.Ordinal), second.Errors);
    }

    [TestMethod]
    public async Task Anonymous_clients_are_taken_on_loopback_only()
    {
        using var folder = new TemporaryFolder();

        await using var program = await ProgramProcess.RunToEnd("gateway", "--data", folder.Path, "--bind", "0.0.0.0", "--allow-anonymous", "--mqtt-port", "0", "--http-port", "0");

        Assert.AreEqual(1, program.ExitCode);
        StringAssert.Contains(program.Errors, "--allow-anonymous");
    }

    [TestMethod]
    public async Task SIGTERM_ends_it_cleanly()
    {
        using var folder = new TemporaryFolder();
        await using var program = await ProgramProcess.Serve("gateway", "--data", folder.Path, "--mqtt-port", "0", "--http-port", "0", "--allow-anonymous");

        await program.Terminate();

        Assert.AreEqual(0, program.ExitCode, program.Errors);
    }
}
