using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Whole;

/// <summary>From a node that nobody calibrated to a station that says safe, each way that a technician has.</summary>
[TestClass]
public class NewNodeTests
{
    private const string Nothing = "{}";

    private const int CalibrationPage = 9;

    [TestMethod]
    public void Commands_alone_make_a_new_node_say_safe()
    {
        var node = New();
        var number = 0;
        void Calibrate(string members) => node.AssertDone($"c-{++number}", "\"do\":\"calibrate\"," + members);
        void Take(string channel, string solution) => Calibrate($"\"channel\":\"{channel}\",\"step\":\"take\",\"solution\":\"{solution}\"");
        void Save(string channel) => Calibrate($"\"channel\":\"{channel}\",\"step\":\"save\"");

        Calibrate("\"step\":\"begin\"");
        Dip(node, ph: 6.86);
        Take("ph", "6.86");
        Dip(node, ph: 4.01);
        Take("ph", "4.01");
        Save("ph");
        node.Instruments.ConductivityAtTemperature = 1413;
        Take("ec", "1413");
        Save("ec");
        foreach (var (standard, name) in new[] { (0.4, "0.4"), (1, "1"), (4, "4") })
        {
            node.Instruments.Fluoride = standard;
            Take("f", name);
        }
        Save("f");
        Calibrate("\"channel\":\"as\",\"standardMicrogramsPerLitre\":1000");
        Calibrate("\"step\":\"end\"");
        BackInTheWell(node);

        AssertSaysSafe(node, "command");
    }

    [TestMethod]
    public void The_button_alone_makes_a_new_node_say_safe()
    {
        var node = New();
        node.TurnPages(CalibrationPage);
        node.Press(ButtonPress.Long, ButtonPress.Hold);
        Dip(node, ph: 6.86);
        node.Press(ButtonPress.Hold, ButtonPress.Hold);
        Dip(node, ph: 4.01);
        node.Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);

        node.Instruments.ConductivityAtTemperature = 1413;
        Open(node, choice: 1);
        node.Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);

        Open(node, choice: 2);
        foreach (var standard in new[] { 0.4, 1, 4 })
        {
            node.Instruments.Fluoride = standard;
            node.Press(ButtonPress.Hold, ButtonPress.Hold);
        }
        node.Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);

        Open(node, choice: 3);
        node.Press(ButtonPress.Hold, ButtonPress.Hold, ButtonPress.Hold);
        BackInTheWell(node);

        AssertSaysSafe(node, "button");
    }

    [TestMethod]
    public void A_station_json_with_points_makes_a_new_node_say_safe()
    {
        var node = New();
        node.WriteFile(Node.FileOf(Node.Calibration));
        node.Start(StartReason.PowerOn);

        AssertSaysSafe(node, "file");
    }

    [TestMethod]
    [DataRow("""{"ph":{"points":[{"buffer":"6.86","mv":176.88,"celsius":25},{"buffer":"4.01","mv":8.28,"celsius":25}],"taken":1763654400}}""", "exchanged", "exchanged")]
    [DataRow("""{"ph":{"points":[{"buffer":"6.9","mv":8.28,"celsius":25},{"buffer":"4.01","mv":176.88,"celsius":25}],"taken":1763654400}}""", "buffer", "6.86")]
    public void Points_in_the_wrong_order_or_of_no_buffer_leave_the_node_at_work_and_everybody_is_told_why(string calibration, string why, string shown)
    {
        var node = new Node(calibration);
        var report = node.Run();

        Assert.AreEqual(0, report.Pending);
        Assert.AreEqual(Verdict.Uncertain, report.Verdict);
        StringAssert.Contains(node.ReadingsSince(0)["ph"].GetProperty("why").GetString(), "uncalibrated");
        var told = node.EventsOf("calibration-refused").Single();
        Assert.AreEqual("ph file", $"{told.GetProperty("channel")} {told.GetProperty("who")}");
        StringAssert.Contains(told.GetProperty("why").GetString(), why);
        var seen = new List<byte[]>();
        for (var page = 0; page < 14; page++)
        {
            node.TurnPages(1);
            seen.Add(node.Instruments.LastPage);
        }
        Assert.IsTrue(seen.Exists(page => ScreenText.IsOn(page, shown)), "a page says it");
    }

    private static Node New()
    {
        var node = new Node(Nothing);
        var report = node.Run();
        Assert.AreEqual(Verdict.Uncertain, report.Verdict);
        var readings = node.ReadingsSince(0);
        foreach (var channel in new[] { "ph", "ec", "f", "as" }) StringAssert.Contains(readings[channel].GetProperty("why").GetString(), "uncalibrated", channel);
        return node;
    }

    private static void Open(Node node, int choice)
    {
        // The page of the calibration is still turned up.
        node.Press([ButtonPress.Long, .. Enumerable.Repeat(ButtonPress.Short, choice), ButtonPress.Hold]);
    }

    private static void Dip(Node node, double ph)
    {
        node.Instruments.Celsius = 25;
        node.Instruments.Ph = ph;
    }

    private static void BackInTheWell(Node node)
    {
        node.Instruments.Celsius = 27.4;
        node.Instruments.Ph = 7.12;
        node.Instruments.ConductivityAtTemperature = 640;
        node.Instruments.Fluoride = 0.5;
    }

    private static void AssertSaysSafe(Node node, string who)
    {
        var before = node.Link.On("readings").Count();
        var report = node.Run();

        var readings = node.ReadingsSince(before);
        var told = node.EventsOf("calibration").ToArray();
        Assert.HasCount(4, told, string.Join('\n', node.Events));
        CollectionAssert.AreEqual(new[] { "ph", "ec", "f", "as" }, told.Select(one => one.GetProperty("channel").GetString()).ToArray());
        Assert.IsTrue(told.All(one => one.GetProperty("who").GetString() == who));
        foreach (var one in told)
        {
            var channel = one.GetProperty("channel").GetString()!;
            Assert.AreEqual(one.GetProperty("id").GetInt32(), readings[channel].GetProperty("cal").GetInt32(), channel);
            Assert.DoesNotContain("uncalibrated", readings[channel].GetRawText());
        }
        Assert.AreEqual(Verdict.Safe, report.Verdict, "with the first waking after the calibration, while the technician is still there");
        Assert.AreEqual(7.12, readings["ph"].GetProperty("v").GetDouble(), 0.02);
        Assert.AreEqual(0.5e-3, readings["f"].GetProperty("v").GetDouble(), 0.01e-3);
        Assert.AreEqual(3e-6, readings["as"].GetProperty("v").GetDouble(), 0.5e-6);
    }
}
