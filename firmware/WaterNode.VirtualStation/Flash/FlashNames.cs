namespace WaterNode.Simulation.Flash;

/// <summary>The names that the station's flash takes.</summary>
internal static class FlashNames
{
    private const int LengthMax = 12;

    /// <exception cref="ArgumentException">The name would not be taken by the device: 1 to 12 characters of a-z 0-9 and at most one dot.</exception>
    public static string Checked(string name)
    {
        var good = name.Length is > 0 and <= LengthMax
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '.')
            && name.Count(c => c == '.') <= 1
            && name[0] != '.';
        return good ? name : throw new ArgumentException($"'{name}' is no file name on the station's flash.", nameof(name));
    }
}
