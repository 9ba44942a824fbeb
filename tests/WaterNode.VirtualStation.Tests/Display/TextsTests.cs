using WaterNode.Station.Display;

namespace WaterNode.Simulation.Tests.Display;

[TestClass]
public class TextsTests
{
    public static IEnumerable<object[]> Languages => Enum.GetValues<Language>().Select(language => new object[] { language });

    [TestMethod]
    [DynamicData(nameof(Languages))]
    public void Every_text_is_there_and_in_letters_that_the_font_has(Language language)
    {
        foreach (var id in Enum.GetValues<TextId>())
        {
            var text = Texts.Of(id, language);
            Assert.AreNotEqual("", text, $"{id} is empty.");
            foreach (var letter in text.Where(letter => letter != '?'))
            {
                Assert.IsFalse(Enumerable.Range(0, Font.Columns).All(column => Font.ColumnOf(letter, column) == Font.ColumnOf('?', column)), $"'{letter}' of {id} is not in the font.");
            }
        }
    }

    [TestMethod]
    public void A_number_stands_where_the_text_wants_it()
    {
        var station = new OperatorStand().Station;

        Assert.AreEqual("room for 78 days", station.Words(TextId.RoomForDays, 78));
        Assert.AreEqual("15x", station.Words(TextId.Runs, 15));
    }

    [TestMethod]
    public void A_paragraph_breaks_at_spaces_and_loses_no_letter_of_a_long_word()
    {
        AssertParagraph("schedule.|intervalSeconds is 5:|give 60", "schedule.intervalSeconds is 5: give 60");
        AssertParagraph("abcdefghijklmnopqrstu|vwxyz", "abcdefghijklmnopqrstuvwxyz");
        AssertParagraph("exactly 21 letters ab|and more", "exactly 21 letters ab and more");
    }

    private static void AssertParagraph(string lines, string text)
    {
        var (expected, actual) = (new Canvas(), new Canvas());
        var top = 0;
        foreach (var line in lines.Split('|'))
        {
            expected.Text(0, top, line);
            top += 9;
        }
        actual.Paragraph(0, 0, text, Canvas.LineLetters, 4);

        CollectionAssert.AreEqual(expected.Page, actual.Page, text);
    }
}
