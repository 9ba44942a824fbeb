using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Journal;

[TestClass]
public class PowerCutTests
{
    [TestMethod]
    public void A_cut_at_any_byte_of_an_append_loses_no_stored_record_and_reuses_no_sequence()
    {
        for (var bytes = 0; ; bytes++)
        {
            var flash = new SimulatedFlash();
            var generation = Some.JournalWith(flash, records: 3).Generation;
            flash.BytesUntilPowerCut = bytes;
            var wasStored = TryStore(flash);
            flash.BytesUntilPowerCut = null;

            var journal = Some.Journal(flash);
            Assert.AreEqual(generation, journal.Generation);
            var before = Some.Unacknowledged(journal);
            CollectionAssert.IsSubsetOf(new long[] { 1, 2, 3 }, before, $"cut after {bytes} bytes");
            Assert.IsTrue(journal.TryStore(Some.Record()));
            Assert.IsTrue(journal.TryStore(Some.Record()));

            var after = Some.Unacknowledged(Some.Journal(flash));
            CollectionAssert.AllItemsAreUnique(after);
            Assert.HasCount(before.Count + 2, after);
            Assert.AreEqual(after[^1], after.Count, "no sequence is missing");
            if (wasStored) return;
        }
    }

    [TestMethod]
    public void A_file_with_a_torn_tail_gets_no_more_appends()
    {
        var flash = new SimulatedFlash();
        var journal = Some.JournalWith(flash, records: 3);
        journal.Apply(Some.Ack(journal, 1));
        journal.SaveBookmark();
        flash.Bytes("j0000001.log").RemoveAt(flash.Bytes("j0000001.log").Count - 1);
        flash.Bytes("b0000001.log").RemoveAt(flash.Bytes("b0000001.log").Count - 1);
        var tornJournal = flash.Bytes("j0000001.log").ToArray();

        var reopened = Some.Journal(flash);
        Assert.IsTrue(reopened.TryStore(Some.Record()));
        reopened.Apply(Some.Ack(reopened, 2));
        reopened.SaveBookmark();

        CollectionAssert.AreEqual(tornJournal, flash.Bytes("j0000001.log"));
        CollectionAssert.Contains(flash.Names.ToArray(), "j0000002.log");
        CollectionAssert.DoesNotContain(flash.Names.ToArray(), "b0000001.log", "its successor is whole");
        Assert.AreEqual(2, Some.Journal(flash).AcknowledgedSequence);
    }

    [TestMethod]
    public void A_cut_at_any_byte_of_formatting_leaves_a_flash_that_can_be_formatted()
    {
        for (var bytes = 0; bytes < 40; bytes++)
        {
            var flash = new SimulatedFlash { BytesUntilPowerCut = bytes };
            try { Some.Journal(flash).SaveBookmark(); }
            catch (PowerCutException) { /* what is tested */ }
            flash.BytesUntilPowerCut = null;

            var journal = Some.JournalWith(flash, records: 1);
            Assert.AreEqual(1, journal.LastSequence);
            CollectionAssert.AreEqual(new long[] { 1 }, Some.Unacknowledged(Some.Journal(flash)));
        }
    }

    [TestMethod]
    public void A_cut_at_any_byte_of_a_bookmark_write_leaves_the_old_bookmark_or_the_new_one()
    {
        for (var bytes = 0; ; bytes++)
        {
            var flash = new SimulatedFlash();
            var journal = Some.JournalWith(flash, records: 5);
            journal.Apply(Some.Ack(journal, 2));
            journal.SaveBookmark();
            journal.Apply(Some.Ack(journal, 4));
            flash.BytesUntilPowerCut = bytes;
            var wasSaved = TrySave(journal);
            flash.BytesUntilPowerCut = null;

            var reopened = Some.Journal(flash);
            Assert.AreEqual(wasSaved ? 4 : 2, reopened.AcknowledgedSequence, $"cut after {bytes} bytes");
            reopened.Apply(Some.Ack(reopened, 5));
            reopened.SaveBookmark();
            Assert.AreEqual(5, Some.Journal(flash).AcknowledgedSequence);
            if (wasSaved) return;
        }
    }

    [TestMethod]
    public void A_cut_at_any_byte_while_the_bookmark_moves_to_a_new_file_keeps_it()
    {
        var cuts = 0;
        for (var bytes = 0; cuts < 300; bytes += 7)
        {
            var flash = new SimulatedFlash();
            var journal = Some.JournalWith(flash, records: 200);
            long saved = 0;
            flash.BytesUntilPowerCut = bytes;
            try
            {
                for (long sequence = 1; sequence <= 200; sequence++)
                {
                    journal.Apply(Some.Ack(journal, sequence));
                    journal.SaveBookmark();
                    saved = sequence;
                }
            }
            catch (PowerCutException) { cuts++; }
            if (saved == 200) break;
            flash.BytesUntilPowerCut = null;

            var acknowledged = Some.Journal(flash).AcknowledgedSequence;
            Assert.IsTrue(acknowledged == saved || acknowledged == saved + 1, $"cut after {bytes} bytes: {acknowledged} instead of {saved}");
        }
        Assert.IsGreaterThan(100, cuts, "the cuts hit the writes");
    }

    [TestMethod]
    public void A_cut_at_any_byte_while_old_segments_give_way_keeps_the_newest_records()
    {
        for (var bytes = 0; bytes < 6000; bytes += 37)
        {
            var flash = new SimulatedFlash();
            var journal = Some.Journal(flash, capacityBytes: 4096);
            flash.BytesUntilPowerCut = bytes;
            long stored = 0;
            try
            {
                while (stored < 60 && journal.TryStore(Some.Record())) stored++;
            }
            catch (PowerCutException) { /* what is tested */ }
            flash.BytesUntilPowerCut = null;

            var reopened = Some.Journal(flash, capacityBytes: 4096);
            Assert.IsTrue(reopened.LastSequence == stored || reopened.LastSequence == stored + 1);
            if (stored > 0) CollectionAssert.Contains(Some.Unacknowledged(reopened), stored);
        }
    }

    private static bool TryStore(SimulatedFlash flash)
    {
        try
        {
            return Some.Journal(flash).TryStore(Some.Record());
        }
        catch (PowerCutException)
        {
            return false;
        }
    }

    private static bool TrySave(WaterNode.Station.Journal.ReadingJournal journal)
    {
        try
        {
            journal.SaveBookmark();
            return true;
        }
        catch (PowerCutException)
        {
            return false;
        }
    }
}
