using WaterNode.Station.Journal;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Journal;

[TestClass]
public class AcknowledgementTests
{
    [TestMethod]
    public void An_acknowledgement_only_marks()
    {
        var journal = Some.JournalWith(new SimulatedFlash(), records: 5);

        Assert.AreEqual(AckOutcome.Marked, journal.Apply(Some.Ack(journal, 3)));
        Assert.AreEqual(3, journal.AcknowledgedSequence);
        Assert.AreEqual(1, journal.OldestSequence);
        Assert.AreEqual(2, journal.PendingCount);
    }

    [TestMethod]
    public void Another_generation_is_ignored()
    {
        var journal = Some.JournalWith(new SimulatedFlash(), records: 5);

        Assert.AreEqual(AckOutcome.Ignored, journal.Apply(Some.Ack(journal, 3, generation: "00000001")));
        Assert.AreEqual(5, journal.PendingCount);
    }

    [TestMethod]
    public void A_sequence_beyond_the_last_is_ignored()
    {
        var journal = Some.JournalWith(new SimulatedFlash(), records: 5);

        Assert.AreEqual(AckOutcome.Ignored, journal.Apply(Some.Ack(journal, 6)));
        Assert.AreEqual(AckOutcome.Ignored, journal.Apply(Some.Ack(journal, 3, also: "[[5,6]]")));
        Assert.AreEqual(5, journal.PendingCount);
    }

    [TestMethod]
    public void A_lower_sequence_under_the_same_database_is_ignored()
    {
        var journal = Some.JournalWith(new SimulatedFlash(), records: 5);
        journal.Apply(Some.Ack(journal, 4));

        Assert.AreEqual(AckOutcome.Ignored, journal.Apply(Some.Ack(journal, 3)));
        Assert.AreEqual(4, journal.AcknowledgedSequence);
        Assert.AreEqual(AckOutcome.Marked, journal.Apply(Some.Ack(journal, 5)));
        Assert.AreEqual(0, journal.PendingCount);
    }

    [TestMethod]
    public void Another_database_gets_everything_that_is_still_held()
    {
        var journal = Some.JournalWith(new SimulatedFlash(), records: 5);
        journal.Apply(Some.Ack(journal, 5));

        Assert.AreEqual(AckOutcome.Restarted, journal.Apply(Some.Ack(journal, 0, db: "77777777")));
        CollectionAssert.AreEqual(new long[] { 1, 2, 3, 4, 5 }, Some.Unacknowledged(journal));
    }

    [TestMethod]
    public void Another_database_that_was_restored_from_a_backup_gets_what_it_lacks()
    {
        var journal = Some.JournalWith(new SimulatedFlash(), records: 5);
        journal.Apply(Some.Ack(journal, 5));
        journal.Apply(Some.Ack(journal, 3, db: "77777777"));

        CollectionAssert.AreEqual(new long[] { 4, 5 }, Some.Unacknowledged(journal));
    }

    [TestMethod]
    public void Ranges_held_above_the_bookmark_are_not_sent_again()
    {
        var journal = Some.JournalWith(new SimulatedFlash(), records: 9);
        journal.Apply(Some.Ack(journal, 2, also: "[[4,4],[6,8]]"));

        CollectionAssert.AreEqual(new long[] { 3, 5, 9 }, Some.Unacknowledged(journal));
        Assert.AreEqual(3, journal.PendingCount);
    }

    [TestMethod]
    public void Ranges_that_overlap_are_not_counted_twice()
    {
        var journal = Some.JournalWith(new SimulatedFlash(), records: 9);
        journal.Apply(Some.Ack(journal, 1, also: "[[6,8],[4,7],[3,3]]"));

        CollectionAssert.AreEqual(new long[] { 2, 9 }, Some.Unacknowledged(journal));
        Assert.AreEqual(2, journal.PendingCount);
    }

    [TestMethod]
    public void A_gap_that_the_gateway_holds_as_lost_is_not_counted_twice()
    {
        var flash = new SimulatedFlash();
        Some.JournalWith(flash, records: 5);
        var file = flash.Bytes("j0000001.log");
        file[17 + (file.Count - 17) / 5 * 2 + 40] ^= 0x10;
        var journal = Some.Journal(flash);
        Some.Unacknowledged(journal);
        journal.Apply(Some.Ack(journal, 1, also: "[[3,3]]"));

        Assert.AreEqual(3, journal.PendingCount, "2, 4 and 5");
    }

    [TestMethod]
    public void The_bookmark_survives_a_restart_with_its_ranges_and_its_database()
    {
        var flash = new SimulatedFlash();
        var journal = Some.JournalWith(flash, records: 9);
        journal.Apply(Some.Ack(journal, 2, also: "[[4,4],[6,8]]"));
        journal.SaveBookmark();

        var reopened = Some.Journal(flash);
        CollectionAssert.AreEqual(new long[] { 3, 5, 9 }, Some.Unacknowledged(reopened));
        Assert.AreEqual(AckOutcome.Ignored, reopened.Apply(Some.Ack(reopened, 1)), "the database is still the same one");
    }
}
