using WaterNode.Station.Display;
using WaterNode.Station.Operation.Commanding;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Commanding;

/// <summary>Which of these boxes is lk-anp-0007?</summary>
[TestClass]
public class IdentificationTests
{
    private readonly TestStation _station = new();
    private readonly Identification _identification;

    public IdentificationTests() => _identification = new(_station.Ports, _station.Config);

    [TestMethod]
    public void It_blinks_every_second_until_the_time_is_over()
    {
        _identification.Begin(60);
        var pages = new List<byte[]>();
        for (var i = 0; i < 59; i++)
        {
            pages.Add(_station.Instruments.LastPage);
            _station.Clock.PassSeconds(1);
            Assert.IsFalse(_identification.Serve());
            Assert.IsTrue(_identification.IsOn);
        }

        for (var i = 1; i < pages.Count; i++)
        {
            var before = pages[i - 1];
            Assert.IsTrue(pages[i].Select((column, at) => (byte)(column ^ before[at])).All(difference => difference == 0xFF), "lit and dark have changed places");
        }
        _station.Clock.PassSeconds(1);
        Assert.IsFalse(_identification.IsOn);
        Assert.IsTrue(_identification.Serve(), "now the display wants its page back");
        Assert.IsFalse(_identification.Serve(), "once");
    }

    [TestMethod]
    public void A_press_ends_it()
    {
        _identification.Begin(60);
        _identification.End();

        Assert.IsFalse(_identification.IsOn);
    }

    [TestMethod]
    [DataRow("abc")]
    [DataRow("abcde-1234")]
    [DataRow("lk-anp-0007")]
    [DataRow("abcdefghijklmnopqrstu")]
    [DataRow("abcdefghijklmnopqrstuvwxyz012345")]
    public void An_id_of_any_length_is_whole_and_within_the_display(string id)
    {
        _station.Config.Id = id;
        var canvas = new Canvas();
        new IdentifyPage().Draw(canvas, new StationSnapshot(_station.Config, _station.Clock));
        if (_station.Clock.UpSeconds % 2 == 1) canvas.Invert(0, 0, Canvas.Columns, Canvas.Rows);

        var expected = id.Sum(LitDots);
        var lit = canvas.Page.Sum(column => System.Numerics.BitOperations.PopCount(column));
        Assert.AreEqual(0, lit % expected, "every dot of every letter is drawn, none beyond the edge");
        Assert.IsGreaterThanOrEqualTo(4, lit / expected, "twice as wide and twice as high at least");
    }

    private static int LitDots(char letter) =>
        Enumerable.Range(0, Font.Columns).Sum(column => System.Numerics.BitOperations.PopCount(Font.ColumnOf(letter, column)));
}
