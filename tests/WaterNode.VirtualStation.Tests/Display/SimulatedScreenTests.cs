using System.Buffers.Binary;
using System.IO.Compression;
using WaterNode.Simulation.Display;

namespace WaterNode.Simulation.Tests.Display;

[TestClass]
public class SimulatedScreenTests
{
    [TestMethod]
    public void A_page_is_shown_with_the_least_significant_bit_on_top()
    {
        var screen = new SimulatedScreen();
        var page = new byte[1024];
        page[0] = 0b0000_0001;
        page[1] = 0b0000_0010;
        page[127] = 0b0000_0011;
        page[128] = 0b0000_0001;
        Assert.IsTrue(screen.Show(page));

        var lines = screen.ToText().Split('\n');

        Assert.AreEqual('▀', lines[0][0]);
        Assert.AreEqual('▄', lines[0][1]);
        Assert.AreEqual('█', lines[0][127]);
        Assert.AreEqual('▀', lines[4][0]);
        Assert.AreEqual(32 * 128 - 4, lines.Sum(line => line.Count(c => c == ' ')));
    }

    [TestMethod]
    public void The_page_shown_is_a_copy()
    {
        var screen = new SimulatedScreen();
        var page = new byte[1024];
        screen.Show(page);
        page[0] = 0xff;

        Assert.AreEqual(0, screen.Page[0]);
    }

    [TestMethod]
    public void A_page_becomes_a_png_whose_pixels_are_the_pages()
    {
        var screen = new SimulatedScreen();
        var page = new byte[1024];
        page[0] = 0b0000_0001;
        screen.Show(page);

        var png = screen.ToPng(pixelSize: 1);

        Assert.AreEqual("89504E470D0A1A0A", Convert.ToHexString(png[..8]));
        // The CRC of an empty IEND chunk is the same in every PNG file.
        Assert.AreEqual("0000000049454E44AE426082", Convert.ToHexString(png[^12..]));
        var lengthOfData = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var pixels = new ZLibStream(new MemoryStream(png, 41, lengthOfData), CompressionMode.Decompress);
        var raw = new byte[64 * 17];
        pixels.ReadExactly(raw);
        Assert.AreEqual(0x80, raw[1]);
        Assert.AreEqual(1, raw.Count(b => b != 0));
    }
}
