using System.Text;
using WaterNode.Station.Wire;

namespace WaterNode.Simulation.Tests.Campaign;

/// <summary>Thousands of stations, each drawn anew, against the truth: do the stated intervals hold, and do the verdicts protect?</summary>
/// <remarks>The models of water, electrodes, pumps and noise call nothing of the station's chemistry and do more than it knows: firmware/WaterNode.VirtualStation/README.md.</remarks>
[TestClass]
public sealed class AnalyzerCampaignTests
{
    private const int Seeds = 5, StationsPerSeed = 2000;
    private const double ArsenicLimit = 10, FluorideLimit = 1;

    private static readonly Lazy<ChannelResults[]> Results = new(Run);

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void The_campaign_is_large_enough_and_prints_its_table()
    {
        var text = new StringBuilder("chan  results  flag1  coverage  median u     bias  mean e/u  rms e/u    above  below\n");
        foreach (var channel in Results.Value) channel.Describe(text);
        foreach (var channel in Results.Value) channel.DescribeDetails(text, channel.Name switch { "as" => ArsenicLimit, "f" => FluorideLimit, _ => null });
        TestContext.WriteLine(text.ToString().Replace("{", "{{").Replace("}", "}}"));
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "campaign.txt"), text.ToString());

        foreach (var channel in Results.Value)
        {
            Assert.IsGreaterThanOrEqualTo(2000, channel.Count);
            Assert.IsGreaterThan(500, channel.Passed.Count, $"{channel.Name}: enough results pass to speak of a share");
        }
    }

    [TestMethod]
    [DataRow(Channel.Temp)]
    [DataRow(Channel.Ph)]
    [DataRow(Channel.Ec)]
    [DataRow(Channel.F)]
    [DataRow(Channel.As)]
    public void Stated_95_percent_intervals_hold_the_truth_in_92_to_98_percent_of_results_with_flag_1(int channel)
    {
        Assert.IsGreaterThanOrEqualTo(0.92, Results.Value[channel].Coverage);
        Assert.IsLessThanOrEqualTo(0.98, Results.Value[channel].Coverage);
    }

    [TestMethod]
    public void Arsenic_above_the_limit_is_hardly_ever_called_safe_and_half_as_much_again_never()
    {
        var arsenic = Results.Value[Channel.As];

        Assert.IsLessThanOrEqualTo(0.05, arsenic.SafeShare(truth => truth > ArsenicLimit));
        Assert.AreEqual(0, arsenic.SafeShare(truth => truth >= 1.5 * ArsenicLimit));
    }

    [TestMethod]
    public void Of_good_results_with_half_the_limit_of_arsenic_nine_in_ten_are_called_safe() =>
        Assert.IsGreaterThanOrEqualTo(0.9, Results.Value[Channel.As].SafeShare(truth => truth <= ArsenicLimit / 2, passedOnly: true));

    /// <summary>A gate that is stricter than the water deserves would leave a village without a verdict; copper is in 15 wells of 100.</summary>
    [TestMethod]
    public void In_water_with_a_tenth_of_the_limit_four_results_in_five_are_called_safe_whatever_their_flag() =>
        Assert.IsGreaterThanOrEqualTo(0.8, Results.Value[Channel.As].SafeShare(truth => truth <= ArsenicLimit / 10));

    private static ChannelResults[] Run()
    {
        var outcomes = new IReadOnlyList<Outcome>[Seeds * StationsPerSeed];
        Parallel.For(0, outcomes.Length, i => outcomes[i] = CampaignStation.Measure(seed: 1 + i / StationsPerSeed, station: 1 + i % StationsPerSeed));
        return [.. Channel.All.Select((_, channel) => new ChannelResults(channel, [.. outcomes.Select(outcome => outcome[channel])]))];
    }
}
