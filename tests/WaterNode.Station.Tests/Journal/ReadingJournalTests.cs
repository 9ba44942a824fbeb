using WaterNode.Station.Journal;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Journal;

[TestClass]
public class ReadingJournalTests
{
    [TestMethod]
    public void A_record_comes_back_as_it_was_stored()
    {
        var flash = new SimulatedFlash();
        var journal = Some.Journal(flash);
        var stored = Some.Record();
        stored.Readings[Channel.As].Clear();
        stored.Readings[Channel.As].Measured(-0.21, 0.34);
        stored.Readings[Channel.As].DetectedFrom(0.66);
        journal.TryStore(stored);

        var frame = new Frame();
        var record = new Record();
        Assert.IsTrue(Some.Journal(flash).TryReadUnacknowledged(0, frame));
        Assert.IsTrue(RecordCodec.TryRead(frame, record));

        Assert.AreEqual(1, record.Sequence);
        Assert.AreEqual("treated", record.SamplePoint);
        Assert.AreEqual("sls-614-2013/1", record.LimitSetId);
        Assert.AreEqual(1763740800, record.Stamp.UtcSeconds);
        Assert.AreEqual(12, record.Stamp.PowerOn);
        Assert.AreEqual(86400, record.Stamp.UpSeconds);
        for (var i = 0; i < record.Readings.Length; i++) AssertSame(stored.Readings[i], record.Readings[i]);
    }

    [TestMethod]
    public void A_record_of_five_channels_takes_about_128_bytes()
    {
        var flash = new SimulatedFlash();
        var journal = Some.Journal(flash);
        var before = flash.WrittenBytes;
        journal.TryStore(Some.Record());

        Assert.IsInRange(100, 140, flash.WrittenBytes - before);
    }

    [TestMethod]
    public void The_crc_is_that_of_the_standard()
    {
        Assert.AreEqual(0xCBF43926u, Crc32.Of("123456789"u8.ToArray(), 0, 9));
    }

    [TestMethod]
    public void A_damaged_frame_is_stepped_over_and_told_as_lost()
    {
        var flash = new SimulatedFlash();
        Some.JournalWith(flash, records: 5);
        var file = flash.Bytes("j0000001.log");
        file[17 + (file.Count - 17) / 5 * 2 + 40] ^= 0x10;

        var journal = Some.Journal(flash);
        CollectionAssert.AreEqual(new long[] { 1, 2, 4, 5 }, Some.Unacknowledged(journal));
        var lost = new SequenceRanges();
        journal.CopyLostTo(lost);
        Assert.AreEqual(1, lost.Count);
        Assert.AreEqual(3, lost.First(0));
        Assert.AreEqual(3, lost.Last(0));
        Assert.AreEqual(4, journal.PendingCount);
    }

    [TestMethod]
    public void A_damaged_length_does_not_hide_the_frames_after_it()
    {
        var flash = new SimulatedFlash();
        var journal = Some.JournalWith(flash, records: 6);
        var file = flash.Bytes("j0000001.log");
        var frameLength = (file.Count - 17) / 6;
        file[17 + frameLength * 2 + 4] ^= 0x01;
        journal.Apply(Some.Ack(journal, 3));
        journal.SaveBookmark();

        CollectionAssert.AreEqual(new long[] { 4, 5, 6 }, Some.Unacknowledged(Some.Journal(flash)));
    }

    [TestMethod]
    public void A_decayed_tail_that_was_acknowledged_does_not_give_its_sequences_away()
    {
        var flash = new SimulatedFlash();
        var journal = Some.JournalWith(flash, records: 5);
        journal.Apply(Some.Ack(journal, 5));
        journal.SaveBookmark();
        flash.Bytes("j0000001.log")[^3] ^= 1;

        var reopened = Some.Journal(flash);
        Assert.IsTrue(reopened.TryStore(Some.Record()));
        Assert.AreEqual(6, reopened.LastSequence);
    }

    [TestMethod]
    public void The_oldest_records_give_way_when_the_journal_is_full_and_are_counted()
    {
        var flash = new SimulatedFlash();
        var journal = Some.Journal(flash, capacityBytes: 8 * 1024);
        for (var i = 0; i < 300; i++) Assert.IsTrue(journal.TryStore(Some.Record()));

        var held = Some.Unacknowledged(journal);
        Assert.AreEqual(300, held[^1]);
        Assert.AreEqual(journal.OldestSequence, held[0]);
        Assert.IsGreaterThan(1, held[0]);
        Assert.AreEqual(held[0] - 1, journal.LostCount);
        Assert.AreEqual(held.Count, journal.PendingCount);
        Assert.IsLessThan(9 * 1024, flash.CapacityBytes - flash.FreeBytes);
    }

    [TestMethod]
    public void Acknowledged_records_that_give_way_are_not_counted_as_lost()
    {
        var journal = Some.Journal(new SimulatedFlash(), capacityBytes: 8 * 1024);
        for (var i = 0; i < 300; i++)
        {
            journal.TryStore(Some.Record());
            journal.Apply(Some.Ack(journal, journal.LastSequence));
        }

        Assert.AreEqual(0, journal.LostCount);
        Assert.AreEqual(0, journal.PendingCount);
    }

    [TestMethod]
    public void A_flash_that_refuses_stores_nothing_and_the_journal_goes_on_when_it_recovers()
    {
        for (var prefix = 0; prefix < 200; prefix++)
        {
            var flash = new SimulatedFlash();
            var journal = Some.JournalWith(flash, records: 2);
            flash.RefusesAfterBytes = prefix;
            Assert.IsFalse(journal.TryStore(Some.Record()));
            flash.RefusesAfterBytes = null;
            Assert.IsTrue(journal.TryStore(Some.Record(upSeconds: 99999)));

            var sequences = Some.Unacknowledged(Some.Journal(flash));
            CollectionAssert.AllItemsAreUnique(sequences);
            Assert.AreEqual(journal.LastSequence, sequences[^1]);
            Assert.HasCount((int)journal.LastSequence, sequences);
        }
    }

    [TestMethod]
    public void A_full_flash_makes_room_by_the_oldest_segment_but_keeps_the_newest_frame()
    {
        var flash = new SimulatedFlash { CapacityBytes = 24 * 1024 };
        var journal = Some.Journal(flash, capacityBytes: 1024 * 1024);
        for (var i = 0; i < 400; i++) Assert.IsTrue(journal.TryStore(Some.Record()), $"record {i}");

        Assert.AreEqual(400, Some.Unacknowledged(Some.Journal(flash))[^1]);
    }

    [TestMethod]
    public void A_journal_without_readable_frames_begins_another_generation()
    {
        var flash = new SimulatedFlash();
        var first = Some.JournalWith(flash, records: 2).Generation;
        foreach (var name in flash.Names.ToArray()) flash.Delete(name);

        var journal = new ReadingJournal(new StateShelf(flash), new SimulatedInstruments { Celsius = 1 }, 64 * 1024, "lk-anp-0007");
        Assert.IsTrue(journal.TryOpen());
        Assert.AreEqual(8, journal.Generation.Length);
        Assert.AreEqual(0, journal.LastSequence);
        Assert.AreEqual(1, journal.OldestSequence);
        Assert.AreEqual(8, first.Length);
    }

    private static void AssertSame(Reading expected, Reading actual)
    {
        Assert.AreEqual(expected.HasValue, actual.HasValue);
        Assert.AreEqual(expected.Value, actual.Value);
        Assert.AreEqual(expected.Uncertainty, actual.Uncertainty);
        Assert.AreEqual(expected.DetectionLimit, actual.DetectionLimit);
        Assert.AreEqual(expected.IsBelowDetectionLimit, actual.IsBelowDetectionLimit);
        Assert.AreEqual(expected.Quality, actual.Quality);
        Assert.AreEqual(expected.Reasons, actual.Reasons);
        Assert.AreEqual(expected.Calibration, actual.Calibration);
        Assert.AreEqual(expected.Verdict, actual.Verdict);
    }
}
