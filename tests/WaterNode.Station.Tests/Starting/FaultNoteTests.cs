using WaterNode.Station.Journal;
using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Starting;

[TestClass]
public class FaultNoteTests
{
    private const string NullReference = "System.NullReferenceException";

    [TestMethod]
    public void The_next_start_tells_what_ended_the_last_one_and_tells_it_once()
    {
        var node = new StartingNode();
        node.Start(StartReason.PowerOn).CycleEnded();
        FaultNote.Keep(node.Flash, NullReference, "measuring");
        node.StartAndTell(StartReason.Fault);
        node.StartAndTell(StartReason.Fault);
        node.StartAndTell(StartReason.PowerOn);

        Assert.AreEqual(
            """{"type":"fault","what":"System.NullReferenceException","during":"measuring","starts":0,"reset":"fault"}""",
            node.Events().Single().GetRawText());
    }

    [TestMethod]
    public void A_fault_that_could_not_be_journaled_is_told_by_a_later_start()
    {
        var node = new StartingNode();
        FaultNote.Keep(node.Flash, FaultNote.Watchdog, "resting");
        node.Start(StartReason.Fault);
        node.StartAndTell(StartReason.Fault);

        Assert.AreEqual("watchdog", node.Events().Single().GetProperty("what").GetString());
        Assert.AreEqual(1, node.Events().Single().GetProperty("starts").GetInt32());
    }

    [TestMethod]
    public void Safe_mode_tells_why_and_then_falls_silent_however_often_it_fails()
    {
        var node = new StartingNode();
        for (var start = 0; start < 500; start++)
        {
            node.StartAndTell(StartReason.Fault);
            FaultNote.Keep(node.Flash, NullReference, "measuring");
        }

        var events = node.Events();
        Assert.HasCount(6, events, "the faults of the five failed starts, and safe mode");
        var last = events[^1];
        Assert.AreEqual("safe-mode", last.GetProperty("what").GetString());
        Assert.AreEqual(5, last.GetProperty("starts").GetInt32());
        Assert.AreEqual("5 starts without a whole measurement. Last fault: System.NullReferenceException (measuring).", last.GetProperty("why").GetString());
    }

    [TestMethod]
    public void Waking_in_safe_mode_knows_why_and_journals_nothing()
    {
        var node = new StartingNode();
        node.Fail(5);
        FaultNote.Keep(node.Flash, NullReference, "measuring");
        node.StartAndTell(StartReason.Fault);
        var told = node.Events().Count;
        var waking = node.StartAndTell(StartReason.DeepSleep);

        StringAssert.Contains(waking.Why, NullReference);
        StringAssert.StartsWith(waking.Refusal, "The station is in safe mode");
        Assert.HasCount(told, node.Events());
    }

    [TestMethod]
    public void A_note_of_any_text_fits_into_its_event()
    {
        var node = new StartingNode();
        node.Fail(5);
        FaultNote.Keep(node.Flash, new string('"', 5000), new string('\\', 5000));
        node.StartAndTell(StartReason.Fault);
        Assert.HasCount(2, node.Events(), "fault and safe mode");

        FaultNote.Keep(node.Flash, null!, null!);
        Assert.AreEqual("", NoteOn(node.Flash).What);
    }

    [TestMethod]
    public void Noting_a_fault_never_throws_and_a_power_cut_leaves_the_note_before_or_the_new_one()
    {
        FaultNote.Keep(new DeadFlash(), NullReference, "measuring");
        FaultNote.Keep(null!, NullReference, "measuring");
        for (var bytes = 0; bytes < 90; bytes++)
        {
            var flash = new SimulatedFlash();
            FaultNote.Keep(flash, "System.Exception", "starting");
            flash.BytesUntilPowerCut = bytes;
            FaultNote.Keep(flash, NullReference, "measuring");
            flash.BytesUntilPowerCut = null;

            var note = NoteOn(flash);
            Assert.IsTrue((note.What, note.During) is ("System.Exception", "starting") or (NullReference, "measuring"), $"cut after {bytes} bytes: {note.What}");
        }
    }

    private static FaultNote NoteOn(SimulatedFlash flash)
    {
        var note = new FaultNote(new StateShelf(flash));
        note.Load();
        return note;
    }
}
