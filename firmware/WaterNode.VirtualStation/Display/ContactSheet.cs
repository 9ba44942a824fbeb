namespace WaterNode.Simulation.Display;

/// <summary>Many pages in one picture, for people who look them over.</summary>
public static class ContactSheet
{
    private const int Columns = 4, Gap = 8, Frame = 2;

    /// <param name="pages">Pages as the display takes them, in reading order.</param>
    /// <param name="pixelSize">Width and height of one pixel of the display in pixels of the picture.</param>
    /// <returns>A PNG file: four pages a row, lit pixels white, each page in a thin frame.</returns>
    public static byte[] ToPng(IReadOnlyList<byte[]> pages, int pixelSize = 2)
    {
        var cellColumns = SimulatedScreen.Columns + Gap;
        var cellRows = SimulatedScreen.Rows + Gap;
        var rows = (pages.Count + Columns - 1) / Columns;
        bool IsWhite(int x, int y)
        {
            var (column, row) = (x / pixelSize, y / pixelSize);
            var index = row / cellRows * Columns + column / cellColumns;
            var (inColumn, inRow) = (column % cellColumns - Gap / 2, row % cellRows - Gap / 2);
            if (index >= pages.Count) return false;
            if (IsWithin(inColumn, inRow, 0)) return SimulatedScreen.IsLit(pages[index], inColumn, inRow);
            return IsWithin(inColumn, inRow, Frame) && !IsWithin(inColumn, inRow, Frame - 1);
        }
        return MonochromePng.Encode(Columns * cellColumns * pixelSize, rows * cellRows * pixelSize, IsWhite);
    }

    private static bool IsWithin(int column, int row, int margin) =>
        column >= -margin && row >= -margin && column < SimulatedScreen.Columns + margin && row < SimulatedScreen.Rows + margin;
}
