using WaterNode.Station.Journal;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Journal;

[TestClass]
public class OwnerTests
{
    private const string First = "lk-anp-0007", Second = "lk-anp-0008";

    private readonly SimulatedFlash _flash = new();
    private readonly SimulatedInstruments _entropy = new();

    [TestMethod]
    public void Unsent_readings_keep_the_flash_closed_to_another_station()
    {
        Store(First, count: 5);

        var stranger = JournalOf(Second);

        Assert.IsFalse(stranger.TryOpen());
        Assert.AreEqual("This flash holds 5 unsent readings of lk-anp-0007. Give that id back until they are sent, or erase the flash.", stranger.Opening.Problem);
        Assert.IsFalse(stranger.TryOpen(), "asking again changes nothing");
        Assert.IsFalse(stranger.TryStore(Some.Record()));
        Assert.HasCount(5, Some.Unacknowledged(Open(First)), "its own station still has them");
    }

    [TestMethod]
    public void Readings_that_came_after_the_acknowledgement_are_counted_as_unsent()
    {
        Store(First, count: 5, acknowledged: 4);

        var stranger = JournalOf(Second);

        Assert.IsFalse(stranger.TryOpen());
        StringAssert.StartsWith(stranger.Opening.Problem, "This flash holds 1 unsent reading of lk-anp-0007.");
    }

    [TestMethod]
    public void When_all_is_sent_another_station_begins_a_journal_of_its_own()
    {
        var first = Store(First, count: 3, acknowledged: 3);

        var second = Open(Second);

        Assert.AreNotEqual(first.Generation, second.Generation);
        Assert.AreEqual(0, second.LastSequence);
        Assert.AreEqual(0, second.AcknowledgedSequence);
        Assert.IsEmpty(Some.Unacknowledged(second), "nothing of the other station is sent");
        Assert.IsTrue(second.TryStore(Some.Record()));
        Assert.AreEqual(1, second.LastSequence);
        var again = Open(Second);
        Assert.AreEqual(second.Generation, again.Generation);
        CollectionAssert.AreEqual(new long[] { 1 }, Some.Unacknowledged(again));
    }

    [TestMethod]
    public void A_station_that_comes_back_begins_a_third_generation_and_never_counts_again_in_its_first()
    {
        var first = Store(First, count: 3, acknowledged: 3);
        var second = Store(Second, count: 2, acknowledged: 2);

        var third = Open(First);

        CollectionAssert.AllItemsAreUnique(new[] { first.Generation, second.Generation, third.Generation });
        Assert.AreEqual(0, third.LastSequence);
        Assert.IsEmpty(Some.Unacknowledged(third));
    }

    [TestMethod]
    public void An_earlier_generation_gives_way_when_space_is_needed()
    {
        Store(First, count: 200, acknowledged: 200);
        var second = Open(Second);
        for (var i = 1; i <= 1000; i++) Assert.IsTrue(second.TryStore(Some.Record()), $"record {i}");

        var held = Some.Unacknowledged(Open(Second));

        Assert.AreEqual(1000, held[^1]);
        Assert.HasCount((int)(held[^1] - held[0]) + 1, held);
    }

    [TestMethod]
    public void A_flash_of_a_program_that_kept_no_id_is_taken_over_with_its_readings()
    {
        Store(First, count: 3);
        _flash.Delete("i0000001.log");

        Assert.HasCount(3, Some.Unacknowledged(Open(Second)));
        Assert.IsFalse(JournalOf(First).TryOpen(), "and belongs to the one who took it from then on");
    }

    [TestMethod]
    public void A_generation_whose_end_was_destroyed_does_not_give_an_earlier_station_s_readings_away()
    {
        Store(First, count: 3, acknowledged: 3);
        Store(Second, count: 2, acknowledged: 2);
        _flash.Delete("j0000002.log");

        Assert.IsEmpty(Some.Unacknowledged(Open(Second)));
    }

    [TestMethod]
    public void A_power_cut_at_any_byte_of_the_change_leaves_a_flash_that_the_new_station_can_open()
    {
        for (var bytes = 0; ; bytes++)
        {
            var flash = new SimulatedFlash();
            var first = Some.JournalWith(flash, records: 3);
            first.Apply(Some.Ack(first, 3));
            first.SaveBookmark();
            flash.BytesUntilPowerCut = bytes;
            var wasOpened = WasOpenedBeforeTheCut(flash);
            flash.BytesUntilPowerCut = null;

            var second = new ReadingJournal(new StateShelf(flash), _entropy, 64 * 1024, Second);
            Assert.IsTrue(second.TryOpen(), $"cut after {bytes} bytes: {second.Opening.Problem}");
            Assert.AreEqual(0, second.LastSequence, $"cut after {bytes} bytes");
            Assert.IsEmpty(Some.Unacknowledged(second), $"cut after {bytes} bytes");
            if (wasOpened) return;
        }
    }

    private bool WasOpenedBeforeTheCut(SimulatedFlash flash)
    {
        try
        {
            _entropy.NextUInt32();
            return new ReadingJournal(new StateShelf(flash), _entropy, 64 * 1024, Second).TryOpen();
        }
        catch (PowerCutException)
        {
            return false;
        }
    }

    private ReadingJournal JournalOf(string id) => new(new StateShelf(_flash), _entropy, 64 * 1024, id);

    private ReadingJournal Open(string id)
    {
        var journal = JournalOf(id);
        Assert.IsTrue(journal.TryOpen(), journal.Opening.Problem);
        return journal;
    }

    private ReadingJournal Store(string id, int count, int acknowledged = 0)
    {
        var journal = Open(id);
        for (var i = 0; i < count; i++) Assert.IsTrue(journal.TryStore(Some.Record(upSeconds: i)));
        if (acknowledged > 0) journal.Apply(Some.Ack(journal, acknowledged));
        journal.SaveBookmark();
        return journal;
    }
}
