using WaterNode.Simulation.Flash;
using WaterNode.Simulation.Power;
using WaterNode.Station.Journal;
using WaterNode.Station.Wire;

namespace WaterNode.Simulation.Tests.Flash;

/// <summary>The station's journal on the simulated flash, with the power cut at every byte.</summary>
[TestClass]
public class JournalPowerCutTests
{
    private const int CapacityBytes = 32 * 1024;
    private const int Records = 3;

    [TestMethod]
    [DataRow(TornAppend.LeavesNothing)]
    [DataRow(TornAppend.LeavesPrefix)]
    public void What_the_journal_said_was_stored_is_there_after_a_power_cut_at_any_byte(TornAppend torn)
    {
        var isWhole = false;
        for (var cut = 0; !isWhole; cut++)
        {
            var flash = new SimulatedFlash(CapacityBytes, torn);
            flash.CutPowerAfter(cut);
            var stored = StoreUntilPowerIsLost(flash);
            isWhole = stored == Records;

            flash.RestorePower();
            var journal = new ReadingJournal(new StateShelf(flash), new SystemEntropy(), CapacityBytes, "lk-anp-0007");
            Assert.IsTrue(journal.TryOpen(), $"cut at byte {cut}");
            Assert.IsGreaterThanOrEqualTo(stored, journal.LastSequence, $"cut at byte {cut}");
            Assert.AreEqual(journal.LastSequence, journal.PendingCount, $"cut at byte {cut}");

            var next = new Record();
            Assert.IsTrue(journal.TryStore(next), $"cut at byte {cut}");
            Assert.IsGreaterThan(stored, next.Sequence, $"cut at byte {cut}");
            Assert.IsLessThan(5_000, cut, "three records take fewer bytes");
        }
    }

    private static long StoreUntilPowerIsLost(SimulatedFlash flash)
    {
        var stored = 0L;
        try
        {
            var journal = new ReadingJournal(new StateShelf(flash), new SystemEntropy(), CapacityBytes, "lk-anp-0007");
            journal.TryOpen();
            while (stored < Records && journal.TryStore(new Record())) stored++;
        }
        catch (PowerLostException)
        {
            // What was stored before is what counts.
        }
        return stored;
    }
}
