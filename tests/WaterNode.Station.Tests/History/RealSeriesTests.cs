using System.Globalization;
using System.IO.Compression;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.History;

/// <summary>Two lakes and a bay, livelier than any well: what their keepers rejected must be flagged, what they accepted hardly ever.</summary>
[TestClass]
public class RealSeriesTests
{
    private const double FalseAlarmShareMax = 0.001;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("archer_2024_15min.csv")]
    [DataRow("mashapaug_2026_10min.csv")]
    public void A_lake_that_was_accepted_raises_hardly_a_false_alarm(string file)
    {
        var rows = Rows(file, "datetime_local", "yyyy-MM-dd HH:mm:ss");
        foreach (var (channel, column, factor, uncertainty) in new[] { (Channel.Temp, "water_temperature", 1.0, 0.1), (Channel.Ph, "ph", 1.0, 0.02), (Channel.Ec, "specific_conductivity", 1000.0, 2.0) })
        {
            var tally = Run(rows, channel, uncertainty, row => Number(row, column) * factor, _ => true);
            TestContext.WriteLine($"{file} {Channel.All[channel].Name}: {tally}");
            Assert.IsGreaterThan(3000, tally.Accepted);
            Assert.IsLessThan(FalseAlarmShareMax, tally.FalseAlarmShare);
        }
    }

    [TestMethod]
    public void The_glitches_of_a_bay_are_flagged_and_what_was_accepted_hardly_ever()
    {
        var rows = Rows("catpoint_2012_2013_15min.csv.gz", "datetime_est", "yyyy-MM-dd HH:mm");
        foreach (var (channel, column, uncertainty, glitch) in new[] { (Channel.Temp, "temp", 0.1, 50.0), (Channel.Ph, "ph", 0.05, 14.0) })
        {
            var tally = Run(rows, channel, uncertainty, row => Number(row, column), row => row[$"f_{column}"].StartsWith("<0>", StringComparison.Ordinal), glitch);
            TestContext.WriteLine($"catpoint {column}: {tally}");
            Assert.IsGreaterThan(60000, tally.Accepted);
            Assert.IsLessThan(FalseAlarmShareMax, tally.FalseAlarmShare);
            Assert.IsGreaterThan(0, tally.Glitches);
            Assert.AreEqual(tally.Glitches, tally.GlitchesFlagged);
        }
    }

    /// <summary>The station reads all rows in order, the rejected ones too: that is what it would have seen.</summary>
    private static Tally Run(List<Dictionary<string, string>> rows, int channel, double uncertainty, Func<Dictionary<string, string>, double?> value, Func<Dictionary<string, string>, bool> isAccepted, double? glitch = null)
    {
        var series = new Series(new SimulatedFlash());
        var tally = new Tally();
        foreach (var row in rows)
        {
            series.UtcSeconds = long.Parse(row["seconds"], CultureInfo.InvariantCulture);
            series.UpSeconds = series.UtcSeconds.Value - 1300000000;
            var measured = value(row);
            var reading = series.Next(channel, measured, uncertainty);
            if (measured is null) continue;
            var isFlagged = reading.Quality != QualityFlag.Pass;
            if (measured == glitch)
            {
                tally.Glitches++;
                tally.GlitchesFlagged += isFlagged ? 1 : 0;
            }
            if (isAccepted(row))
            {
                tally.Accepted++;
                tally.Count(reading);
            }
            else
            {
                tally.Rejected++;
                tally.RejectedFlagged += isFlagged ? 1 : 0;
            }
        }
        return tally;
    }

    private static double? Number(Dictionary<string, string> row, string column) =>
        double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static List<Dictionary<string, string>> Rows(string file, string timeColumn, string timeFormat)
    {
        var path = Path.Combine(DataFolder(), file);
        using var stream = File.OpenRead(path);
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        var heads = reader.ReadLine()!.Split(',');
        var rows = new List<Dictionary<string, string>>();
        while (reader.ReadLine() is { } line)
        {
            var row = heads.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second);
            var time = DateTime.ParseExact(row[timeColumn], timeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
            row["seconds"] = new DateTimeOffset(time).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            rows.Add(row);
        }
        return rows;
    }

    /// <summary>The series lie beside the working copy; without them there is nothing to test.</summary>
    private static string DataFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(data)) return data;
        }
        Assert.Inconclusive("The series are not here (shared/data beside the working copy).");
        return "";
    }

    private sealed class Tally
    {
        private readonly int[] _objections = new int[4];

        public int Accepted { get; set; }

        public int Rejected { get; set; }

        public int RejectedFlagged { get; set; }

        public int Glitches { get; set; }

        public int GlitchesFlagged { get; set; }

        /// <summary>By spike and rate of change. The flat line is printed only: these loggers round, the bay's pH to 0.1, and repeat themselves for hours.</summary>
        public double FalseAlarmShare => (double)FalseAlarms / Accepted;

        private int FalseAlarms { get; set; }

        public void Count(Reading reading)
        {
            for (var test = 0; test < _objections.Length; test++) _objections[test] += Objects(reading, test) ? 1 : 0;
            FalseAlarms += Objects(reading, QualityTest.Spike) || Objects(reading, QualityTest.RateOfChange) ? 1 : 0;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"accepted {Accepted}, false alarms by spike {_objections[QualityTest.Spike]}, rate {_objections[QualityTest.RateOfChange]} ({100 * FalseAlarmShare:F3} %); flat {_objections[QualityTest.FlatLine]}, range {_objections[QualityTest.GrossRange]}; rejected {Rejected}, of them flagged {RejectedFlagged}; glitches {Glitches}, flagged {GlitchesFlagged}");

        private static bool Objects(Reading reading, int test) => reading.FlagOf(test) is QualityFlag.Suspect or QualityFlag.Fail;
    }
}
