using WaterNode.Station.Display;

namespace WaterNode.Station.Tests.Whole;

/// <summary>Reads the display as a person does: a text stands somewhere on it, in small letters or in large.</summary>
internal static class ScreenText
{
    private const int LetterRows = 7;

    public static bool IsOn(byte[] page, string text)
    {
        for (var size = 1; size <= 2; size++)
        {
            var canvas = new Canvas();
            canvas.Text(0, 0, text, size, size);
            if (IsOn(page, canvas.Page, text.Length * Canvas.LetterColumns * size - size, LetterRows * size)) return true;
        }
        return false;
    }

    private static bool IsOn(byte[] page, byte[] word, int columns, int rows)
    {
        for (var top = 0; top <= Canvas.Rows - rows; top++)
        {
            for (var left = 0; left <= Canvas.Columns - columns; left++)
            {
                if (IsAt(page, word, left, top, columns, rows)) return true;
            }
        }
        return false;
    }

    private static bool IsAt(byte[] page, byte[] word, int left, int top, int columns, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (IsLit(page, left + column, top + row) != IsLit(word, column, row)) return false;
            }
        }
        return true;
    }

    private static bool IsLit(byte[] page, int column, int row) => (page[row / 8 * Canvas.Columns + column] >> (row % 8) & 1) == 1;
}
