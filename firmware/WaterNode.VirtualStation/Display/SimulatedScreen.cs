using System.Text;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Display;

/// <summary>The village operator's display: keeps the last page, for people at a PC and for tests.</summary>
public sealed class SimulatedScreen : IScreen
{
    public const int Columns = 128, Rows = 64;

    private byte[] _page = new byte[Columns * Rows / 8];

    /// <summary>The page looks different now; on the station's own thread.</summary>
    public event Action? Changed;

    /// <summary>A copy of the page shown last; all dark before the first. Safe to read from another thread.</summary>
    public byte[] Page => (byte[])Volatile.Read(ref _page).Clone();

    public bool Show(byte[] page)
    {
        if (page.Length != Columns * Rows / 8) throw new ArgumentException($"A page has {Columns * Rows / 8} bytes, not {page.Length}.", nameof(page));
        var isChanged = !page.AsSpan().SequenceEqual(_page);
        Volatile.Write(ref _page, (byte[])page.Clone());
        if (isChanged) Changed?.Invoke();
        return true;
    }

    /// <summary>The page as 32 lines of 128 characters: two pixel rows a line, in block characters.</summary>
    public string ToText()
    {
        var page = Page;
        var text = new StringBuilder();
        for (var row = 0; row < Rows; row += 2)
        {
            for (var column = 0; column < Columns; column++)
            {
                text.Append((IsLit(page, column, row), IsLit(page, column, row + 1)) switch
                {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    _ => ' ',
                });
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>The page as a PNG file, white on black.</summary>
    /// <param name="pixelSize">Width and height of one pixel of the display in pixels of the picture, 1 to 32.</param>
    public byte[] ToPng(int pixelSize = 4)
    {
        var page = Page;
        return MonochromePng.Encode(Columns * pixelSize, Rows * pixelSize, (x, y) => IsLit(page, x / pixelSize, y / pixelSize));
    }

    internal static bool IsLit(byte[] page, int column, int row) => (page[row / 8 * Columns + column] >> (row % 8) & 1) != 0;
}
