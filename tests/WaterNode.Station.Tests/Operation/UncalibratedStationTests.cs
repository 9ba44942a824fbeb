using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Operation;

[TestClass]
public sealed class UncalibratedStationTests
{
    [TestMethod]
    public void A_station_that_was_never_calibrated_measures_but_never_says_safe()
    {
        var station = new TestStation();
        station.Config.PhCalibration = station.Config.EcCalibration = station.Config.FluorideCalibration = station.Config.ArsenicCalibration = 0;

        var report = station.Cycle.Run();
        station.Cycle.Serve(0);

        Assert.AreEqual(Verdict.Uncertain, report.Verdict);
        Assert.IsTrue(report.Stored, "the values are worth keeping");
    }
}
