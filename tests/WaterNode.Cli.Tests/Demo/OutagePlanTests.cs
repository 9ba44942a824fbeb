using WaterNode.Cli.Demo;

namespace WaterNode.Cli.Tests.Demo;

[TestClass]
public sealed class OutagePlanTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    [TestMethod]
    [DataRow(5, 0.4)]
    [DataRow(60, 0.3)]
    [DataRow(47, 0.95)]
    [DataRow(600, 0.05)]
    public void The_outages_add_up_to_the_share_asked_for(int runSeconds, double share)
    {
        var run = TimeSpan.FromSeconds(runSeconds);
        var plan = new OutagePlan(run, share);
        var steps = (int)(run / Step);

        var down = Enumerable.Range(0, steps).Count(step => plan.IsDown(Step * step));

        Assert.AreEqual(share, (double)down / steps, delta: 0.01);
    }

    [TestMethod]
    public void The_link_works_at_the_beginning_and_after_the_end()
    {
        var plan = new OutagePlan(TimeSpan.FromSeconds(60), 0.95);

        Assert.IsFalse(plan.IsDown(TimeSpan.Zero));
        Assert.IsTrue(plan.IsDown(TimeSpan.FromSeconds(59)));
        Assert.IsFalse(plan.IsDown(TimeSpan.FromSeconds(60)));
    }

    [TestMethod]
    public void Without_a_share_there_is_no_outage()
    {
        var plan = new OutagePlan(TimeSpan.FromSeconds(60), 0);

        Assert.IsFalse(Enumerable.Range(0, 6000).Any(step => plan.IsDown(Step * step)));
    }

    [TestMethod]
    public void A_long_run_has_several_outages_and_a_short_one_has_one()
    {
        Assert.AreEqual(1, Outages(TimeSpan.FromSeconds(5)));
        Assert.AreEqual(3, Outages(TimeSpan.FromSeconds(60)));
    }

    private static int Outages(TimeSpan run)
    {
        var plan = new OutagePlan(run, 0.3);
        var down = Enumerable.Range(0, (int)(run / Step)).Select(step => plan.IsDown(Step * step)).ToList();
        return down.Zip(down.Skip(1)).Count(pair => !pair.First && pair.Second);
    }
}
