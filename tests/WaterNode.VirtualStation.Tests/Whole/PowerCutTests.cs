using WaterNode.Simulation.Calibration;
using WaterNode.Simulation.Display;
using WaterNode.Simulation.Events;
using WaterNode.Simulation.Flash;
using WaterNode.Simulation.Power;
using WaterNode.Simulation.Tests.Campaign;
using WaterNode.Simulation.Tests.Time;
using WaterNode.Station.Journal;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Simulation.Tests.Whole;

/// <summary>A virtual station is stopped in the middle of what it does: that is a power cut, and no fault of its program.</summary>
[TestClass]
public sealed class PowerCutTests
{
    /// <summary>Bounds the waits of one waking; a station that waits longer has lost its way.</summary>
    private const int WaitsMax = 20_000;

    [TestMethod]
    public void A_cut_at_any_moment_of_a_waking_leaves_no_record_and_no_event_of_a_fault()
    {
        var cuts = 0;
        while (cuts < WaitsMax)
        {
            var flash = new SimulatedFlash(1 << 20);
            var isCut = IsCutAfter(cuts, flash);
            AssertNoFaultOn(flash, $"cut at wait {cuts}");
            if (!isCut) break;
            cuts++;
        }
        Assert.IsGreaterThan(1000, cuts, "the whole waking was cut through");
        Assert.IsLessThan(WaitsMax, cuts);
    }

    /// <summary>One waking with fluoride, arsenic, and somebody before the display, whose power goes at a wait.</summary>
    private static bool IsCutAfter(int waits, SimulatedFlash flash)
    {
        static Random Stream(SeedUse use) => Seeds.Stream(seed: 1, stationIndex: 1, use);

        var time = new ManualTime();
        var clock = new CutClock(new PatientClock(time), waits);
        var water = new CampaignWater { Now = CampaignWater.Draw(Stream(SeedUse.Water)) };
        var instruments = new SimulatedInstruments(water, new EventSchedule([], 1, time), clock, time, Stream, time.GetUtcNow());
        var ports = instruments.Wire(new StationPorts
        {
            Clock = new AttendedClock(clock),
            Flash = flash,
            Link = new NoLink(),
            Screen = new SimulatedScreen(),
            Button = new SimulatedButton(),
            Power = new SimulatedPower(time),
            Entropy = new SystemEntropy(),
        });
        try
        {
            new DutyCycle(ports, new CalibrationVisit(instruments, Stream(SeedUse.Calibration)).Configure("lk-anp-0001", time.GetUtcNow())).Run();
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private static void AssertNoFaultOn(SimulatedFlash flash, string when)
    {
        var journal = new ReadingJournal(new StateShelf(flash), new SystemEntropy(), 192 * 1024, "lk-anp-0001");
        Assert.IsTrue(journal.TryOpen());
        var (frame, record) = (new Frame(), new Record());
        for (long after = 0; journal.TryReadUnacknowledged(after, frame); after = frame.Sequence)
        {
            if (RecordCodec.TryRead(frame, record)) Assert.IsFalse(record.Readings.Any(reading => (reading.Reasons & Reasons.SoftwareFault) != 0), when);
            else if (RecordCodec.TryReadEvent(frame, new Stamp(), out var members)) Assert.IsFalse(members.Contains("\"fault\"", StringComparison.Ordinal), $"{when}: {members}");
        }
    }

    /// <summary>A clock whose station is without power from one of its waits on.</summary>
    private sealed class CutClock(IClock clock, int waitsLeft) : IClock
    {
        private int _waitsLeft = waitsLeft;

        public bool IsSet => clock.IsSet;

        public long UtcSeconds => clock.UtcSeconds;

        public long UpSeconds => clock.UpSeconds;

        public void Set(long utcSeconds) => clock.Set(utcSeconds);

        public void Wait(int milliseconds)
        {
            if (--_waitsLeft < 0) throw new OperationCanceledException();
            clock.Wait(milliseconds);
        }
    }

    private sealed class NoLink : IMqttLink
    {
        public bool IsConnected => false;

        public int SignalDbm => 0;

        public bool Connect(string stationId, string willTopic, string willPayload) => false;

        public bool Subscribe(string topic) => false;

        public int Publish(string topic, byte[] payload, bool retain) => 0;

        public LinkEvent? Next(int timeoutMs) => null;

        public void Disconnect()
        {
        }
    }
}
