using WaterNode.Cli.Commands;

namespace WaterNode.Cli.Tests.Commands;

[TestClass]
public sealed class OptionTests
{
    [TestMethod]
    [DataRow("20s", 20)]
    [DataRow("1.5m", 90)]
    [DataRow("2h", 7200)]
    [DataRow("45", 45)]
    [DataRow("24h", 86400)]
    public void A_time_is_a_number_with_a_unit_or_seconds(string text, double seconds)
    {
        Assert.IsTrue(CommonOptions.TryDuration(text, out var value));
        Assert.AreEqual(seconds, value.TotalSeconds);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("s")]
    [DataRow("0s")]
    [DataRow("-5s")]
    [DataRow("1e3")]
    [DataRow("1,5m")]
    [DataRow("25h")]
    [DataRow("NaN")]
    [DataRow("99999999999999999999999999h")]
    [DataRow("0.00000000001s")]
    public void Anything_else_is_refused(string text) => Assert.IsFalse(CommonOptions.TryDuration(text, out _));

    [TestMethod]
    public void Everything_has_a_default_that_the_contract_names()
    {
        var option = CommonOptions.Port("--mqtt-port", 1883, "Port of the stations.");
        var command = new System.CommandLine.RootCommand { option };

        Assert.AreEqual(1883, command.Parse([]).GetValue(option));
        Assert.AreEqual(0, command.Parse(["--mqtt-port", "0"]).GetValue(option));
        Assert.AreEqual(65535, command.Parse(["--mqtt-port", "65535"]).GetValue(option));
    }

    [TestMethod]
    [DataRow("65536")]
    [DataRow("-1")]
    [DataRow("+80")]
    [DataRow(" 80")]
    [DataRow("http")]
    public void A_port_out_of_range_is_an_error_that_names_the_option(string text)
    {
        var command = new System.CommandLine.RootCommand { CommonOptions.Port("--mqtt-port", 1883, "Port of the stations.") };

        var errors = command.Parse(["--mqtt-port", text]).Errors;

        StringAssert.Contains(errors.Single().Message, "--mqtt-port");
        StringAssert.Contains(errors.Single().Message, $"'{text}'");
    }

    [TestMethod]
    public void Events_are_given_again_and_again()
    {
        var option = CommonOptions.Events();
        var command = new System.CommandLine.RootCommand { option };

        var parsed = command.Parse(["--event", "arsenic@20s", "--event", "fluoride@1m:all"]);

        Assert.IsEmpty(parsed.Errors);
        CollectionAssert.AreEqual(new[] { 20.0, 60.0 }, CommonOptions.EventsOf(parsed.GetValue(option)).Select(happening => happening.After.TotalSeconds).ToArray());
    }

    [TestMethod]
    [DataRow("arsenic@20s:2")]
    [DataRow("arsenic@20s:all")]
    [DataRow("arsenic@20s:1")]
    public void The_only_station_has_no_number(string text)
    {
        var command = new System.CommandLine.RootCommand { CommonOptions.OwnEvents() };

        Assert.IsEmpty(command.Parse(["--event", "arsenic@20s"]).Errors);
        var error = command.Parse(["--event", text]).Errors.Single().Message;
        StringAssert.Contains(error, $"'{text}'");
        Assert.IsFalse(error.Contains("STATION", StringComparison.Ordinal), error);
    }

    [TestMethod]
    public void The_help_of_a_time_says_what_a_bare_number_is() =>
        StringAssert.Contains(CommonOptions.Duration("--for", "60s", "Wall time.").Description, "A bare number is seconds.");
}
