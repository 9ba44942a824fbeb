using WaterNode.Station.Chemistry;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Voltammetry;

[TestClass]
public class NoisyPeakTests
{
    // -120 to 180 mV, the window of the default configuration.
    private const int First = 45, Last = 120, TopPoint = 80;

    [TestMethod]
    public void Heights_near_zero_are_unbiased_since_the_places_come_from_the_larger_peak()
    {
        var peak = new StrippingPeak();
        peak.TryLocate(Stripping.Scan(30_000, noise: 100), First, Last);
        var mean = Enumerable.Range(1, 400).Average(seed => peak.Height(Stripping.Scan(0, noise: 100, seed: seed)));

        Assert.AreEqual(0, mean, 10, "a search on each scan would find some 100 pA of noise");
    }

    [TestMethod]
    public void A_small_peak_in_noise_is_found()
    {
        var peak = new StrippingPeak();

        Assert.IsTrue(peak.TryLocate(Stripping.Scan(1_500, noise: 100), First, Last));
        Assert.AreEqual(TopPoint, peak.Top, 4);
    }

    [TestMethod]
    public void Noise_is_told_from_the_scan_itself()
    {
        // The height adds a mean of five points and, over the line, about half the variance of such a mean: 100 pA x sqrt(1.5 / 5).
        Assert.AreEqual(100 * Math.Sqrt(0.3), StrippingPeak.Noise(Stripping.Scan(0, noise: 100)), 15);
        Assert.AreEqual(0, StrippingPeak.Noise([1, 2]));
    }

    [TestMethod]
    [DataRow(80, 0)]
    [DataRow(80, 0.1)]
    [DataRow(300, 0)]
    public void A_background_alone_is_no_copper(double tilt, double curvature)
    {
        var copper = new CopperPeak();

        // Noise makes small rises everywhere; they stay below a few times the noise of a height.
        if (copper.TryLocate(Stripping.Scan(6_000, tilt, curvature, noise: 50), Located(), 170)) Assert.IsLessThan(300, copper.Height);
    }

    private static StrippingPeak Located()
    {
        var peak = new StrippingPeak();
        Assert.IsTrue(peak.TryLocate(Stripping.Scan(45_000), First, Last));
        return peak;
    }
}
