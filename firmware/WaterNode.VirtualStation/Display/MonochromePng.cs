using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace WaterNode.Simulation.Display;

/// <summary>Writes PNG pictures of one bit a pixel (W3C PNG specification, sections 5, 9 and 11.2).</summary>
internal static class MonochromePng
{
    private const uint CrcPolynomial = 0xEDB88320;

    /// <param name="isWhite">Of column and row, from the top left.</param>
    public static byte[] Encode(int width, int height, Func<int, int, bool> isWhite)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

        // Bit depth 1, greyscale, deflate, the standard filters, not interlaced.
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 1;
        WriteChunk(png, "IHDR", header);
        WriteChunk(png, "IDAT", Compress(width, height, isWhite));
        WriteChunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Compress(int width, int height, Func<int, int, bool> isWhite)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            // Each line begins with its filter type, 0 for none.
            var line = new byte[1 + (width + 7) / 8];
            for (var y = 0; y < height; y++)
            {
                line.AsSpan().Clear();
                for (var x = 0; x < width; x++)
                {
                    if (isWhite(x, y)) line[1 + x / 8] |= (byte)(0x80 >> (x % 8));
                }
                zlib.Write(line);
            }
        }
        return compressed.ToArray();
    }

    private static void WriteChunk(Stream png, string type, byte[] content)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. content];
        png.Write(typed);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32(typed));
        png.Write(number);
    }

    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? crc >> 1 ^ CrcPolynomial : crc >> 1;
        }
        return ~crc;
    }
}
