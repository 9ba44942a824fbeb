using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Starting;

/// <summary>What an exception out of a port does. Ports answer "no" for what fails in the field; an exception is a fault in a driver's program.</summary>
[TestClass]
public class PortFaultTests
{
    /// <summary>How far the cycle came.</summary>
    public enum Reached
    {
        /// <summary>The exception left <c>Run</c>, and nothing of this cycle is on flash.</summary>
        Nothing,

        /// <summary>The exception left <c>Run</c>, and the record is on flash.</summary>
        Stored,

        /// <summary>The cycle ended well.</summary>
        End,
    }

    [TestMethod]
    [DataRow("adc", Reached.Nothing)]
    [DataRow("probe", Reached.Nothing)]
    [DataRow("potentiostat", Reached.Nothing)]
    [DataRow("fluidics", Reached.Nothing)]
    [DataRow("screen", Reached.Stored)]
    [DataRow("link", Reached.Stored)]
    [DataRow("flash", Reached.Nothing)]
    public void An_exception_out_of_a_port_comes_as_far_as(string port, Reached expected)
    {
        var station = new TestStation();
        station.RunCycles(2);
        var before = station.Cycle.Journal.LastSequence;
        var working = station.Ports.Flash;
        Break(station.Ports, port);
        var reached = Reached.End;
        try { station.WakeUp(StartReason.Fault).Run(); }
        catch (Exception e) when (e is InvalidOperationException or IOException) { reached = Reached.Nothing; }

        station.Ports.Flash = working;
        var journal = Some.Journal(station.Flash);
        if (reached == Reached.Nothing && journal.LastSequence > before) reached = Reached.Stored;
        Assert.AreEqual(expected, reached);
        Assert.AreEqual(before + (expected == Reached.Nothing ? 0 : 1), journal.LastSequence, "nothing that was stored is lost");
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
