using WaterNode.Gateway.Mqtt.Packets;

namespace WaterNode.Gateway.Tests.Mqtt;

/// <summary>Section 4.7 with its own examples.</summary>
[TestClass]
public class TopicSyntaxTests
{
    [TestMethod]
    [DataRow("sport/tennis/player1/#", "sport/tennis/player1", true)]
    [DataRow("sport/tennis/player1/#", "sport/tennis/player1/score/wimbledon", true)]
    [DataRow("sport/tennis/player1/#", "sport/tennis/player2", false)]
    [DataRow("sport/#", "sport", true)]
    [DataRow("sport/#", "sports", false)]
    [DataRow("#", "a/b/c", true)]
    [DataRow("sport/tennis/+", "sport/tennis/player1", true)]
    [DataRow("sport/tennis/+", "sport/tennis/player1/ranking", false)]
    [DataRow("sport/+", "sport", false)]
    [DataRow("sport/+", "sport/", true)]
    [DataRow("+/+", "/finance", true)]
    [DataRow("/+", "/finance", true)]
    [DataRow("+", "/finance", false)]
    [DataRow("#", "$SYS/monitor", false)]
    [DataRow("+/monitor/Clients", "$SYS/monitor/Clients", false)]
    [DataRow("$SYS/#", "$SYS/monitor", true)]
    [DataRow("$SYS/monitor/+", "$SYS/monitor/Clients", true)]
    [DataRow("a/+/c", "a//c", true)]
    [DataRow("a/b", "A/b", false)]
    [DataRow("a/b", "a/b/", false)]
    [DataRow("a/b/", "a/b", false)]
    public void A_filter_matches_as_the_standard_says(string filter, string topic, bool expected) =>
        Assert.AreEqual(expected, TopicSyntax.Matches(filter, topic));

    [TestMethod]
    [DataRow("#", true)]
    [DataRow("sport/tennis/#", true)]
    [DataRow("sport/tennis#", false)]
    [DataRow("sport/tennis/#/ranking", false)]
    [DataRow("+", true)]
    [DataRow("+/tennis/#", true)]
    [DataRow("sport+", false)]
    [DataRow("sport/+/player1", true)]
    [DataRow("+sport", false)]
    [DataRow("", false)]
    [DataRow("/", true)]
    public void A_wildcard_stands_alone_in_its_level(string filter, bool expected) => Assert.AreEqual(expected, TopicSyntax.IsFilter(filter));
}
