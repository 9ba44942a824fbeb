using WaterNode.Station.Display;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Display;

[TestClass]
public class OperatorPageTests
{
    [TestMethod]
    public void The_page_says_the_verdict_that_chemicals_were_measured_the_values_and_what_became_of_them()
    {
        var station = new TestStation();
        station.Cycle.Run();

        var page = station.Instruments.LastPage;
        Assert.HasCount(1024, page);
        Assert.IsTrue(Shows(page, 18, 0, "SAFE", 2));
        Assert.IsTrue(Shows(page, 0, 2, "chemicals measured"));
        Assert.IsTrue(Shows(page, 0, 3, "27.4\u00B0C EC 609\u00B5S/cm"));
        Assert.IsTrue(Shows(page, 0, 4, "pH 7.12 F 0.50mg/L"));
        Assert.IsTrue(Shows(page, 0, 5, "As 3.0\u00B5g/L"));
        Assert.IsTrue(Shows(page, 0, 6, "stored unsent 0"));
        Assert.IsTrue(Shows(page, 0, 7, "clock not set"));
    }

    [TestMethod]
    public void What_is_not_stored_is_said_so()
    {
        var station = new TestStation();
        station.Clock.Set(1763740800);
        station.Cycle.Run();
        station.Flash.RefusesAfterBytes = 0;
        station.Cycle.Run();

        Assert.IsTrue(Shows(station.Instruments.LastPage, 0, 6, "NOT STORED unsent 0"));
        Assert.IsTrue(Shows(station.Instruments.LastPage, 0, 7, "2025-11-21 16:0"), "the time");
    }

    [TestMethod]
    public void A_missing_value_is_no_number_and_a_suspect_one_has_a_question_mark()
    {
        var station = new TestStation();
        station.Link.AcceptsConnections = false;
        station.Instruments.PotentiostatAnswers = false;
        station.Instruments.Ph = 3.5;
        station.Cycle.Run();

        var page = station.Instruments.LastPage;
        Assert.IsTrue(Shows(page, 18, 0, "UNCERTAIN", 2));
        Assert.IsTrue(Shows(page, 0, 4, "pH 3.50? F 0.50mg/L"));
        Assert.IsTrue(Shows(page, 0, 5, "As --\u00B5g/L"));
        Assert.IsTrue(Shows(page, 0, 6, "stored unsent 1"));
    }

    [TestMethod]
    public void Below_detection_the_limit_is_shown_and_no_estimate()
    {
        var station = new TestStation();
        station.Instruments.Arsenic = 0;
        station.Cycle.Run();

        Assert.IsTrue(Shows(station.Instruments.LastPage, 0, 5, "As <0.7\u00B5g/L"));
    }

    [TestMethod]
    public void Unsafe_water_shows_a_cross_and_the_word()
    {
        var station = new TestStation();
        station.Instruments.Arsenic = 60;
        station.Cycle.Run();

        Assert.IsTrue(Shows(station.Instruments.LastPage, 18, 0, "UNSAFE", 2));
        Assert.AreNotEqual(0, station.Instruments.LastPage[2], "the sign beside it");
    }

    /// <summary>Draws the text by itself and compares the columns that it covers.</summary>
    private static bool Shows(byte[] page, int left, int line, string text, int scale = 1)
    {
        var canvas = new Canvas();
        canvas.Text(left, line * 8, text, scale);
        var columns = text.Length * 6 * scale;
        for (var band = line; band < line + scale; band++)
        {
            for (var column = left; column < left + columns && column < Canvas.Columns; column++)
            {
                if (canvas.Page[band * Canvas.Columns + column] != page[band * Canvas.Columns + column]) return false;
            }
        }
        return true;
    }
}
