using System.Globalization;
using System.Text;
using WaterNode.Station.Wire;

namespace WaterNode.Simulation.Tests.Campaign;

/// <summary>All results of one channel, and what they say about the honesty of its uncertainty.</summary>
internal sealed class ChannelResults(int channel, IReadOnlyList<Outcome> all)
{
    private const int Classes = 4;

    private readonly Outcome[] _passed = [.. all.Where(outcome => outcome.IsPass)];

    public string Name => Channel.All[channel].Name;

    public int Count => all.Count;

    public IReadOnlyList<Outcome> Passed => _passed;

    /// <summary>Share of the true values inside the stated 95 % interval, among results with flag 1.</summary>
    public double Coverage => CoverageOf(_passed);

    /// <summary>Share of results whose truth is as told, whatever their flag, that were called safe.</summary>
    public double SafeShare(Func<double, bool> truth, bool passedOnly = false)
    {
        var asked = (passedOnly ? _passed : all).Where(outcome => truth(outcome.Truth)).ToArray();
        return Share(asked, outcome => outcome.Verdict == Verdict.Safe);
    }

    public void Describe(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"{Name,-5}{Count,6}{_passed.Length,7}{Coverage,10:P1}{Median(_passed, o => o.RelativeUncertainty),10:P1}");
        text.Append(CultureInfo.InvariantCulture, $"{Median(_passed, o => o.Error / o.Truth),9:+0.0%;-0.0%}{_passed.Average(o => o.Error / o.Uncertainty),9:+0.00;-0.00}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{Math.Sqrt(_passed.Average(o => Math.Pow(o.Error / o.Uncertainty, 2))),9:0.00}{Share(_passed, o => o.Error > o.Factor * o.Uncertainty),8:P1}{Share(_passed, o => o.Error < -o.Factor * o.Uncertainty),8:P1}");
    }

    /// <summary>Coverage by quarters of the true value, flags by reason, verdicts against the limit.</summary>
    public void DescribeDetails(StringBuilder text, double? limit)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"{Name}:");
        foreach (var quarter in _passed.OrderBy(o => o.Truth).Chunk(Math.Max(1, (_passed.Length + Classes - 1) / Classes)))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {quarter[0].Truth,8:0.##} to {quarter[^1].Truth,8:0.##}: covered {CoverageOf(quarter),6:P1}, median u {Median(quarter, o => o.RelativeUncertainty),6:P1}, median error {Median(quarter, o => o.Error / o.Truth),6:+0.0%;-0.0%}, rms error/u {Math.Sqrt(quarter.Average(o => Math.Pow(o.Error / o.Uncertainty, 2))):0.00}");
        }
        foreach (var (word, count) in Flagged()) text.AppendLine(CultureInfo.InvariantCulture, $"  flagged {word}: {(double)count / Count:P1}");
        var below = all.Count(o => o.HasValue && o.Value < o.DetectionLimit);
        if (below > 0) text.AppendLine(CultureInfo.InvariantCulture, $"  below the limit of detection: {(double)below / Count:P1}, of those truly below it {Share([.. all.Where(o => o.HasValue && o.Value < o.DetectionLimit)], o => o.Truth < o.DetectionLimit):P1}");
        if (limit is not { } high) return;
        foreach (var above in new[] { false, true })
        {
            var asked = all.Where(o => o.Truth > high == above).ToArray();
            text.AppendLine(CultureInfo.InvariantCulture, $"  truth {(above ? "above" : "within")} {high:0.#} ({asked.Length}): safe {Share(asked, o => o.Verdict == Verdict.Safe):P1}, uncertain {Share(asked, o => o.Verdict == Verdict.Uncertain):P1}, unsafe {Share(asked, o => o.Verdict == Verdict.Unsafe):P1}");
        }
        text.AppendLine(CultureInfo.InvariantCulture, $"  called safe: {SafeShare(truth => truth <= high / 2, passedOnly: true):P1} of those with half of it and flag 1, {SafeShare(truth => truth >= 1.5 * high):P2} of those with half as much again");
    }

    private IEnumerable<(string Word, int Count)> Flagged()
    {
        var words = all.Where(o => !o.IsPass).SelectMany(o => WordsOf(o.Reasons).DefaultIfEmpty($"quality {o.Quality} without reason"));
        return words.GroupBy(word => word).Select(group => (group.Key, group.Count())).OrderByDescending(entry => entry.Item2);
    }

    private static string[] WordsOf(int reasons)
    {
        var writer = new ByteWriter(1024);
        Reasons.Write(reasons, writer);
        return Encoding.UTF8.GetString(writer.Buffer, 0, writer.Length).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static double CoverageOf(IReadOnlyCollection<Outcome> outcomes) => Share(outcomes, outcome => outcome.IsCovered);

    private static double Share(IReadOnlyCollection<Outcome> outcomes, Func<Outcome, bool> those) =>
        outcomes.Count == 0 ? double.NaN : (double)outcomes.Count(those) / outcomes.Count;

    private static double Median(Outcome[] outcomes, Func<Outcome, double> of) =>
        outcomes.Length == 0 ? double.NaN : outcomes.Select(of).Order().ElementAt(outcomes.Length / 2);
}
