using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Starting;

/// <summary>What an exception out of a port does. Ports answer "no" for what fails in the field; an exception is a fault in a driver's program.</summary>
[TestClass]
public class PortFaultTests
{
    [TestMethod]
    [DataRow("adc", "ph ec f")]
    [DataRow("probe", "temp")]
    [DataRow("potentiostat", "as")]
    [DataRow("fluidics", "f as")]
    public void An_exception_out_of_a_sensors_port_fails_its_channels_and_ends_no_other(string port, string failed)
    {
        var station = new TestStation();
        Break(station.Ports, port);
        Assert.IsTrue(station.WakeUp(StartReason.Fault).Run().Stored);

        var faulty = station.LastReadings().Where(reading => reading.Value.TryGetProperty("why", out var why) && why.GetString()!.Contains("software-fault", StringComparison.Ordinal));
        Assert.AreEqual(failed, string.Join(' ', faulty.Select(reading => reading.Key)));
        Assert.IsTrue(faulty.All(reading => reading.Value.GetProperty("vs").GetString() == "missing"));
    }

    /// <param name="recordsStored">Of the two records of a waking, temperature with pH and conductivity, and fluoride with arsenic.</param>
    [TestMethod]
    [DataRow("screen", 1)]
    [DataRow("link", 1)]
    [DataRow("flash", 0)]
    public void An_exception_out_of_a_port_ends_the_waking_and_takes_nothing_back(string port, int recordsStored)
    {
        var station = new TestStation();
        station.RunCycles(2);
        var before = station.Cycle.Journal.LastSequence;
        var working = station.Ports.Flash;
        Break(station.Ports, port);
        var hasEnded = false;
        try { station.WakeUp(StartReason.Fault).Run(); }
        catch (Exception e) when (e is InvalidOperationException or IOException) { hasEnded = true; }

        Assert.IsTrue(hasEnded);
        station.Ports.Flash = working;
        Assert.AreEqual(before + recordsStored, Some.Journal(station.Flash).LastSequence);
    }

    private static void Break(StationPorts ports, string port)
    {
        var driver = new BrokenDriver();
        switch (port)
        {
            case "adc": ports.Adc = driver; break;
            case "probe": ports.TemperatureProbe = driver; break;
            case "potentiostat": ports.Potentiostat = driver; break;
            case "fluidics": ports.Fluidics = driver; break;
            case "screen": ports.Screen = driver; break;
            case "link": ports.Link = driver; break;
            default: ports.Flash = new DeadFlash(); break;
        }
    }
}
