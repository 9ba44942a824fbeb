using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Sensing;

[TestClass]
public sealed class PhChannelTests
{
    [TestMethod]
    [DataRow(1_652, 0.0051)]
    [DataRow(525.8, 0.011)]
    [DataRow(53.47, 0.021)]
    [DataRow(5.0, 0.028)]
    public void The_thinner_the_water_the_less_is_known_of_the_junction(double conductivityAtTemperature, double uncertainty)
    {
        // 500 microsiemens per cm are a decade from the buffers: 0.6 mV, which is 0.0101 pH at 27.4 degrees, rounded up to two digits.
        var station = Station();
        station.Instruments.ConductivityAtTemperature = conductivityAtTemperature;
        station.Cycle.Run();

        Assert.AreEqual(uncertainty, Uncertainty(station), 0.0002);
    }

    [TestMethod]
    public void Without_a_conductivity_the_water_counts_as_the_thinnest()
    {
        var station = Station();
        station.Instruments.AdcFaults[AdcInput.Conductivity] = AdcStatus.NoAnswer;
        station.Cycle.Run();

        Assert.AreEqual(0.028, Uncertainty(station), 0.0002);
        Assert.AreEqual(7.12, station.LastReadings()["ph"].GetProperty("v").GetDouble(), 0.001);
    }

    private static double Uncertainty(TestStation station) => station.LastReadings()["ph"].GetProperty("uc").GetDouble();

    /// <summary>An electrode of which only the junction is uncertain.</summary>
    private static TestStation Station()
    {
        var station = new TestStation();
        station.Config.PhCalibration = new PhCalibration { Id = 1, TakenUtcSeconds = TestStation.StartUtcSeconds, Celsius = 27.4, CentreUncertaintyPh = 0, EfficiencyUncertainty = 0 };
        return station;
    }
}
