using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Commanding;

/// <summary>The power may go at any byte that a command writes: it is carried out at most once, and never called done when it was not.</summary>
[TestClass]
public class CommandPowerCutTests
{
    private const string Command = """{"id":"c-1","do":"measure"}""";

    [TestMethod]
    [DataRow("", 0)]
    [DataRow("The pump did not answer.", 0)]
    [DataRow("", 200)]
    public void A_power_cut_at_any_byte_leaves_a_command_that_was_carried_out_at_most_once(string error, int commandsBefore)
    {
        for (var bytes = 0; ; bytes++)
        {
            var stand = new CommandStand();
            for (var i = 0; i < commandsBefore; i++) stand.Send($$"""{"id":"b-{{i}}","do":"selftest"}""");
            stand.Actions.Done.Clear();
            stand.Actions.Error = error;
            stand.Flash.BytesUntilPowerCut = bytes;
            var wasCut = IsCut(() => stand.Send(Command));
            stand.Flash.BytesUntilPowerCut = null;
            var doneBefore = stand.Actions.Done.Count;

            stand.Actions.Error = "";
            stand.Restart();
            stand.Send(Command);

            Assert.HasCount(1, stand.Actions.Done, $"cut after {bytes} bytes");
            stand.AssertLast("c-1", isOk: doneBefore == 0 || stand.LastResult.GetProperty("ok").GetBoolean());
            if (error.Length > 0 && doneBefore == 1) stand.AssertLast("c-1", isOk: false);
            if (!wasCut) return;
        }
    }

    [TestMethod]
    public void A_station_that_lost_power_while_it_carried_out_says_so_by_itself_and_does_not_try_again()
    {
        var stand = new CommandStand();
        stand.Actions.During = () => throw new PowerCutException();
        Assert.IsTrue(IsCut(() => stand.Send(Command)));
        stand.Actions.During = () => { };

        stand.Restart();
        stand.AssertLast("c-1", isOk: false);
        Assert.AreEqual("The station restarted while it carried this out (power cut or fault). Look at its readings, then ask again under a new id.", stand.LastError);
        stand.Send(Command);
        Assert.HasCount(1, stand.Actions.Done);
        stand.AssertLast("c-1", isOk: false);
    }

    [TestMethod]
    public void A_command_that_crashes_the_station_does_so_once()
    {
        var stand = new CommandStand();
        stand.Actions.During = () => throw new InvalidOperationException();
        for (var i = 0; i < 3; i++)
        {
            try { stand.Send(Command); } catch (InvalidOperationException) { }
            stand.Restart();
        }

        Assert.HasCount(1, stand.Actions.Done);
    }

    [TestMethod]
    public void Without_flash_nothing_is_done_and_the_answer_says_so()
    {
        var stand = new CommandStand();
        stand.Flash.RefusesAfterBytes = 0;
        stand.Send(Command);
        stand.Send("""{"id":"c-2","do":"reboot"}""");
        Assert.IsEmpty(stand.Actions.Done);
        Assert.IsFalse(stand.Commands.WantsRestart);
        Assert.IsTrue(stand.Results.All(result => result.GetProperty("error").GetString()!.Contains("could not write this id to its flash")));

        stand.Flash.RefusesAfterBytes = null;
        stand.Send(Command);
        stand.AssertLast("c-1", isOk: true);
    }

    [TestMethod]
    public void A_reboot_that_the_power_cut_overtook_at_any_byte_is_asked_for_at_most_once()
    {
        for (var bytes = 0; ; bytes++)
        {
            var stand = new CommandStand();
            stand.Flash.BytesUntilPowerCut = bytes;
            var wasCut = IsCut(() => stand.Send("""{"id":"c-1","do":"reboot"}"""));
            stand.Flash.BytesUntilPowerCut = null;
            var wasWanted = stand.Commands.WantsRestart;

            stand.Restart();
            stand.Send("""{"id":"c-1","do":"reboot"}""");
            if (wasWanted) Assert.IsFalse(stand.Commands.WantsRestart, $"cut after {bytes} bytes");
            if (!wasCut) return;
        }
    }

    private static bool IsCut(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (PowerCutException)
        {
            return true;
        }
    }
}
