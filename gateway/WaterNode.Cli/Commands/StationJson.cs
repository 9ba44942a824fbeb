namespace WaterNode.Cli.Commands;

/// <summary>A station.json on the PC.</summary>
internal static class StationJson
{
    /// <summary>A station takes no more than a few kilobytes; beyond this it is another file.</summary>
    private const long BytesMax = 1 << 20;

    /// <exception cref="IOException">It cannot be read; the message is for the person who named it.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length <= BytesMax) return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{path} cannot be read ({fault.Message.TrimEnd('.')}). Give the path of the file that you would write to the station.", fault);
        }
        throw new IOException($"{path} is larger than a station's whole file system could take: this is no station.json.");
    }
}
