namespace WaterNode.Simulation.Display;

/// <summary>Many pages in one picture, for people who look them over.</summary>
public static class ContactSheet
{
    private const int Columns = 4, Gap = 8;

    /// <param name="pages">Pages as the display takes them, in reading order.</param>
    /// <param name="pixelSize">Width and height of one pixel of the display in pixels of the picture.</param>
    /// <returns>A PNG file: four pages a row, lit pixels white, the pages on a white ground.</returns>
    public static byte[] ToPng(IReadOnlyList<byte[]> pages, int pixelSize = 2)
    {
        var cellColumns = SimulatedScreen.Columns + Gap;
        var cellRows = SimulatedScreen.Rows + Gap;
        var rows = (pages.Count + Columns - 1) / Columns;
        bool IsWhite(int x, int y)
        {
            var (column, row) = (x / pixelSize - Gap, y / pixelSize - Gap);
            var index = (int)Math.Floor((double)row / cellRows) * Columns + (int)Math.Floor((double)column / cellColumns);
            var (inColumn, inRow) = (column - column / cellColumns * cellColumns, row - row / cellRows * cellRows);
            var isOnPage = column >= 0 && row >= 0 && index < pages.Count && inColumn < SimulatedScreen.Columns && inRow < SimulatedScreen.Rows;
            return !isOnPage || SimulatedScreen.IsLit(pages[index], inColumn, inRow);
        }
        return MonochromePng.Encode((Columns * cellColumns + Gap) * pixelSize, (rows * cellRows + Gap) * pixelSize, IsWhite);
    }
}
