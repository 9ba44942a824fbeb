using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using WaterNode.Simulation.Display;

namespace WaterNode.Simulation.Tests.Display;

/// <summary>The pages as somebody looked at them and found them good: PNG files of 128 x 64 pixels beside this file.</summary>
/// <remarks>With the environment variable <c>WATERNODE_NEW_PICTURES=1</c> the tests write the pictures, and the contact sheet of
/// <c>firmware/README.md</c>, instead of comparing them: look at every one before you commit it.</remarks>
internal static class PagePictures
{
    private const int DifferencesShownMax = 40;

    public static bool AreWrittenAnew => Environment.GetEnvironmentVariable("WATERNODE_NEW_PICTURES") == "1";

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Pictures");

    private static string ContactSheetFile([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../firmware/pages.png"));

    public static void AreAsBefore(string name, SimulatedScreen screen)
    {
        var file = Path.Combine(Folder(), name + ".png");
        if (AreWrittenAnew)
        {
            File.WriteAllBytes(file, screen.ToPng(pixelSize: 1));
            return;
        }

        Assert.IsTrue(File.Exists(file), $"There is no picture {file} yet. Page now:\n{screen.ToText()}");
        var before = Decode(File.ReadAllBytes(file));
        var differences = Differences(before, screen.Page);
        if (differences.Length > 0) Assert.Fail($"The page '{name}' looks different ({differences})\nnow:\n{screen.ToText()}\nbefore:\n{ToText(before)}");
    }

    /// <summary>True while a display shows the page of that name.</summary>
    public static bool AreShown(string name, byte[] page) => Decode(File.ReadAllBytes(Path.Combine(Folder(), name + ".png"))).AsSpan().SequenceEqual(page);

    public static void SheetIsAsBefore(IReadOnlyList<byte[]> pages)
    {
        var sheet = ContactSheet.ToPng(pages);
        if (AreWrittenAnew)
        {
            File.WriteAllBytes(ContactSheetFile(), sheet);
            return;
        }
        CollectionAssert.AreEqual(Pixels(File.ReadAllBytes(ContactSheetFile())), Pixels(sheet), "firmware/pages.png shows other pages than the station does.");
    }

    private static string ToText(byte[] page)
    {
        var screen = new SimulatedScreen();
        screen.Show(page);
        return screen.ToText();
    }

    private static string Differences(byte[] before, byte[] now)
    {
        var text = new StringBuilder();
        var count = 0;
        for (var row = 0; row < SimulatedScreen.Rows; row++)
        {
            for (var column = 0; column < SimulatedScreen.Columns; column++)
            {
                if (IsLit(before, column, row) == IsLit(now, column, row)) continue;
                if (count++ < DifferencesShownMax) text.Append($" {column},{row}");
            }
        }
        return count == 0 ? "" : $"{count} pixels, column,row:{text}";
    }

    /// <summary>Back from the PNG that <see cref="SimulatedScreen.ToPng"/> writes to the display's order.</summary>
    private static byte[] Decode(byte[] png)
    {
        var raw = Pixels(png);
        var page = new byte[SimulatedScreen.Columns * SimulatedScreen.Rows / 8];
        var stride = 1 + SimulatedScreen.Columns / 8;
        for (var row = 0; row < SimulatedScreen.Rows; row++)
        {
            for (var column = 0; column < SimulatedScreen.Columns; column++)
            {
                if ((raw[row * stride + 1 + column / 8] << (column % 8) & 0x80) != 0) page[row / 8 * SimulatedScreen.Columns + column] |= (byte)(1 << (row % 8));
            }
        }
        return page;
    }

    /// <summary>The lines of a picture with one data chunk, each after its filter type, which is 0.</summary>
    private static byte[] Pixels(byte[] png)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var zlib = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        using var pixels = new MemoryStream();
        zlib.CopyTo(pixels);
        return pixels.ToArray();
    }

    private static bool IsLit(byte[] page, int column, int row) => (page[row / 8 * SimulatedScreen.Columns + column] >> (row % 8) & 1) != 0;
}
