using System.Globalization;

namespace WaterNode.Station.Tests.Energy;

/// <summary>The tables under "Energy" in firmware/README.md: what people read is what the estimate is made of.</summary>
internal sealed class EnergyTables
{
    private const string Heading = "## Energy";

    private readonly Dictionary<string, string[]> _rows;

    /// <summary>By first column; every row of the section has a name of its own.</summary>
    public EnergyTables(string markdown)
    {
        var lines = markdown.Split('\n').Select(line => line.Trim()).ToList();
        _rows = lines.Skip(lines.IndexOf(Heading) + 1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|') && !line.StartsWith("|--", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(cells => cells[0], cells => cells[1..]);
    }

    public static EnergyTables OfReadme() => new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Energy", "firmware.md")));

    public string Text(string row, int column) => _rows[row][column];

    public double Number(string row, int column = 0) => double.Parse(Text(row, column), CultureInfo.InvariantCulture);

    /// <summary>Power drawn by a consumer, W: volts and milliamperes stand side by side.</summary>
    public double Watts(string consumer) => Number(consumer) * Number(consumer, 1) / 1000;
}
