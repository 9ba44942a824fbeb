using WaterNode.Station.Chemistry;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Voltammetry;

[TestClass]
public class StrippingPeakTests
{
    // -120 to 180 mV, the window of the default configuration.
    private const int First = 45, Last = 120, TopPoint = 80;

    /// <summary>The mean of five points at the top lies 2 % below it; feet at three widths add nothing.</summary>
    private const double Tolerance = 0.03;

    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(80, 0)]
    [DataRow(-300, 0)]
    [DataRow(80, 0.04)]
    [DataRow(80, 0.1)]
    [DataRow(0, -0.05)]
    public void A_peak_is_measured_over_level_sloping_and_bent_backgrounds(double tilt, double curvature)
    {
        var scan = Stripping.Scan(30_000, tilt, curvature, noise: 50);
        var peak = new StrippingPeak();

        Assert.IsTrue(peak.TryLocate(scan, First, Last));
        Assert.AreEqual(TopPoint, peak.Top, 1);
        // What the bend adds to the height of a scan it adds to that of a blank, and goes with it.
        var height = peak.Height(scan) - peak.Height(Stripping.Scan(0, tilt, curvature, noise: 50, seed: 2));
        Assert.AreEqual(30_000, height, 30_000 * Tolerance);
    }

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
    public void The_half_width_is_that_of_a_Gaussian()
    {
        var scan = Stripping.Scan(30_000);
        var peak = new StrippingPeak();
        peak.TryLocate(scan, First, Last);

        // 1.18 x 25 mV in steps of 4 mV, and a little for the flattened top.
        Assert.IsInRange(7, 9, peak.HalfWidth(scan));
    }

    [TestMethod]
    public void Without_a_peak_or_with_too_few_points_nothing_is_found()
    {
        var peak = new StrippingPeak();

        Assert.IsFalse(peak.TryLocate(Stripping.Scan(0), First, Last), "a straight line");
        Assert.IsFalse(peak.TryLocate(Stripping.Scan(0, curvature: 0.1), First, Last), "a sagging one");
        Assert.IsFalse(peak.TryLocate(Stripping.Scan(30_000), First, 400), "the window reaches beyond the scan");
        Assert.IsFalse(peak.TryLocate(Stripping.Scan(30_000), -5, Last), "and before it");
        Assert.IsFalse(peak.TryLocate(Stripping.Scan(30_000), TopPoint, TopPoint + 4), "the window is too narrow");
        Assert.IsFalse(peak.TryLocate([], First, Last));
        Assert.IsFalse(peak.TryLocate([1, 2, 3], 0, 2));
    }

    [TestMethod]
    public void Noise_is_told_from_the_scan_itself()
    {
        // The height adds a mean of five points and, over the line, about half the variance of such a mean: 100 pA x sqrt(1.5 / 5).
        Assert.AreEqual(100 * Math.Sqrt(0.3), StrippingPeak.Noise(Stripping.Scan(0, noise: 100)), 15);
        Assert.AreEqual(0, StrippingPeak.Noise([1, 2]));
    }

    [TestMethod]
    public void Copper_stands_beside_the_arsenic_peak_and_is_measured_over_its_own_line()
    {
        var arsenic = Located();
        var copper = new CopperPeak();

        Assert.IsTrue(copper.TryLocate(Stripping.Scan(6_000, copper: 8_000, noise: 50), arsenic, 170));
        Assert.AreEqual((220 + 300) / 4, copper.Top, 2);
        Assert.AreEqual(8_000, copper.Height, 500);
        Assert.IsFalse(copper.Overlaps(arsenic, 8), "200 mV apart");
    }

    [TestMethod]
    public void A_copper_peak_close_by_overlaps()
    {
        var arsenic = Located();
        var copper = new CopperPeak();

        Assert.IsTrue(copper.TryLocate(Stripping.Scan(6_000, copper: 4_000, copperMilliVolts: 105, noise: 50), arsenic, 170));
        Assert.IsTrue(copper.Overlaps(arsenic, 8));
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
