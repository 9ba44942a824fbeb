using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Operation;

[TestClass]
public class PowerLossTests
{
    private const int WakeUps = 400;

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void A_station_that_loses_power_again_and_again_delivers_every_stored_record_and_never_two_under_one_sequence(int seed)
    {
        var random = new Random(seed);
        var station = new TestStation();
        var stored = new SortedSet<long>();
        var cuts = 0;
        for (var i = 0; i < WakeUps; i++)
        {
            station.Flash.BytesUntilPowerCut = random.Next(3) == 0 ? random.Next(300) : null;
            station.Link.AcceptsConnections = random.Next(4) != 0;
            station.Link.Acknowledges = random.Next(3) != 0;
            station.Instruments.Ph = 6.6 + random.NextDouble();
            try
            {
                station.WakeUp(random.Next(2) == 0 ? StartReason.DeepSleep : StartReason.PowerOn);
                var report = station.Cycle.Run();
                if (report.Stored) Assert.IsTrue(stored.Add(report.Sequence), $"sequence {report.Sequence} was given twice");
                station.Cycle.Serve(100);
            }
            catch (PowerCutException) { cuts++; }
            station.Clock.PassSeconds(station.Config.IntervalSeconds);
        }

        station.Flash.BytesUntilPowerCut = null;
        station.Link.AcceptsConnections = station.Link.Acknowledges = true;
        station.WakeUp(StartReason.PowerOn).Run();
        station.Cycle.Serve(1000);

        Assert.IsGreaterThan(WakeUps / 10, cuts);
        Assert.AreEqual(0, station.Cycle.Journal.PendingCount);
        Assert.IsEmpty(station.Link.Gateway!.Conflicts);
        Assert.IsEmpty(stored.Except(station.Link.Gateway.Contents.Keys), "every stored record arrived");
        Assert.AreEqual(station.Cycle.Journal.LastSequence, station.Link.Gateway.Contents.Count, "no sequence was left out");
    }
}
