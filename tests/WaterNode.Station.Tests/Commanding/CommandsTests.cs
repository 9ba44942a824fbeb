using System.Text;
using WaterNode.Station.Operation.Commanding;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Commanding;

/// <summary>Once each, in time, and answered: the promises of wire.md, section 1, for commands.</summary>
[TestClass]
public class CommandsTests
{
    private readonly CommandStand _stand = new();

    [TestMethod]
    [DataRow("""{"id":"c-17","exp":1763744400,"do":"measure","channels":["as"]}""", "measure 16")]
    [DataRow("""{"id":"c-17","do":"measure","channels":["ph","ec"]}""", "measure 6")]
    [DataRow("""{"id":"c-17","do":"measure"}""", "measure 31")]
    [DataRow("""{"id":"c-17","do":"calibrate","channel":"ph","step":"take","solution":"6.86"}""", "calibrate ph")]
    [DataRow("""{"id":"c-17","do":"configure","set":{"samplePoint":"raw"}}""", "configure raw c-17")]
    [DataRow("""{"id":"c-17","do":"identify"}""", "identify 60")]
    [DataRow("""{"id":"c-17","do":"identify","seconds":600}""", "identify 600")]
    [DataRow("""{ "do" : "selftest" , "id" : "c-17" }""", "selftest")]
    public void Each_command_of_the_contract_is_carried_out_and_answered(string command, string done)
    {
        _stand.Send(command);

        Assert.AreEqual(done, _stand.Actions.Done.Single());
        Assert.AreEqual("""{"id":"c-17","ok":true}""", _stand.LastResult.GetRawText());
    }

    [TestMethod]
    public void What_an_action_adds_to_the_answer_follows_the_outcome()
    {
        _stand.Actions.Members = answer => answer.Begin("fit").Decimal("slope", 985, 3).End().Number("cal", 17);
        _stand.Send("""{"id":"c-1","do":"calibrate"}""");

        Assert.AreEqual("""{"id":"c-1","ok":true,"fit":{"slope":0.985},"cal":17}""", _stand.LastResult.GetRawText());
    }

    [TestMethod]
    public void A_failure_is_answered_with_its_reason_and_what_was_found_all_the_same()
    {
        _stand.Actions.Error = "The electrode did not settle within 5 minutes.";
        _stand.Actions.Members = answer => answer.Number("points", 1);
        _stand.Send("""{"id":"c-1","do":"calibrate"}""");

        Assert.AreEqual("""{"id":"c-1","ok":false,"error":"The electrode did not settle within 5 minutes.","points":1}""", _stand.LastResult.GetRawText());
    }

    [TestMethod]
    public void A_command_is_not_carried_out_while_the_link_is_being_read()
    {
        _stand.Commands.Take(Bytes("""{"id":"c-1","do":"measure"}"""));

        Assert.IsEmpty(_stand.Actions.Done);
        _stand.Serve();
        Assert.HasCount(1, _stand.Actions.Done);
    }

    [TestMethod]
    public void A_repeated_id_is_not_carried_out_again_but_answered_again()
    {
        for (var i = 0; i < 3; i++) _stand.Send("""{"id":"c-1","do":"measure"}""");

        Assert.HasCount(1, _stand.Actions.Done);
        Assert.AreEqual("""{"id":"c-1","ok":true}|{"id":"c-1","ok":true,"again":true}|{"id":"c-1","ok":true,"again":true}""", string.Join('|', _stand.Results.Select(result => result.GetRawText())));
    }

    [TestMethod]
    public void Asked_again_with_a_later_exp_in_other_order_and_spaces_it_is_the_same_command()
    {
        _stand.Send($$"""{"id":"c-1","exp":{{CommandStand.Now + 60}},"do":"measure","channels":["as"]}""");
        _stand.Send($$"""{ "channels":["as"], "do":"measure", "id":"c-1", "exp":{{CommandStand.Now + 600}} }""");
        _stand.Send("""{"id":"c-1","do":"measure","channels":["as"]}""");

        Assert.HasCount(1, _stand.Actions.Done);
        Assert.AreEqual("""{"id":"c-1","ok":true,"again":true}""", _stand.LastResult.GetRawText());
    }

    [TestMethod]
    [DataRow("""{"id":"c-1","do":"selftest"}""", "The id c-1 was used for measure before: give this command another.")]
    [DataRow("""{"id":"c-1","do":"dance"}""", "The id c-1 was used for measure before: give this command another.")]
    [DataRow("""{"id":"c-1","do":"measure","channels":["as"]}""", "The id c-1 was used for another measure before: give this command another.")]
    public void Under_an_id_that_was_used_nothing_else_is_done_also_after_a_restart(string other, string error)
    {
        _stand.Send("""{"id":"c-1","do":"measure","channels":["f"]}""");
        foreach (var restarts in new[] { false, true })
        {
            if (restarts) _stand.Restart();
            _stand.Send(other);
            _stand.AssertLast("c-1", isOk: false);
            Assert.AreEqual(error, _stand.LastError);
        }

        Assert.AreEqual("measure 8", _stand.Actions.Done.Single());
        _stand.Send("""{"id":"c-1","do":"measure","channels":["f"]}""");
        Assert.AreEqual("""{"id":"c-1","ok":true,"again":true}""", _stand.LastResult.GetRawText(), "the first one is still known");
    }

    [TestMethod]
    public void A_failure_that_was_told_stays_a_failure_when_asked_again()
    {
        _stand.Actions.Error = "The pump did not answer.";
        _stand.Send("""{"id":"c-1","do":"measure"}""");
        Assert.AreEqual("The pump did not answer.", _stand.LastError);
        _stand.Actions.Error = "";
        _stand.Restart();
        _stand.Send("""{"id":"c-1","do":"measure"}""");

        Assert.HasCount(1, _stand.Actions.Done);
        _stand.AssertLast("c-1", isOk: false);
        StringAssert.Contains(_stand.LastError, "ask again under a new id");
    }

    [TestMethod]
    public void A_repetition_of_the_command_that_is_under_way_is_answered_with_its_outcome()
    {
        _stand.Actions.During = () => _stand.Commands.Take(Bytes("""{"id":"c-1","do":"measure"}"""));
        _stand.Send("""{"id":"c-1","do":"measure"}""");
        _stand.Serve();

        Assert.HasCount(1, _stand.Actions.Done);
        Assert.IsTrue(_stand.Results.All(result => result.GetProperty("ok").GetBoolean()));
    }

    [TestMethod]
    public void No_command_is_carried_out_inside_another()
    {
        var isInside = false;
        _stand.Actions.During = () =>
        {
            Assert.IsFalse(isInside);
            isInside = true;
            _stand.Serve();
            isInside = false;
        };
        _stand.Commands.Take(Bytes("""{"id":"c-1","do":"measure"}"""));
        _stand.Commands.Take(Bytes("""{"id":"c-2","do":"selftest"}"""));
        _stand.Serve();

        Assert.AreEqual("measure 31,selftest", string.Join(',', _stand.Actions.Done));
    }

    [TestMethod]
    public void An_expired_command_is_refused_with_since_when()
    {
        _stand.Send($$"""{"id":"c-1","exp":{{CommandStand.Now}},"do":"measure"}""");

        Assert.IsEmpty(_stand.Actions.Done);
        Assert.AreEqual("Expired since 2025-11-21 16:00:00 UTC, so nothing was done: send it again with a later exp.", _stand.LastError);
        _stand.Send($$"""{"id":"c-1","exp":{{CommandStand.Now + 60}},"do":"measure"}""");
        Assert.HasCount(1, _stand.Actions.Done, "a refusal uses no id up");
    }

    [TestMethod]
    public void Expiry_is_judged_when_the_command_is_carried_out_not_when_it_arrived()
    {
        _stand.Commands.Take(Bytes($$"""{"id":"c-1","exp":{{CommandStand.Now + 60}},"do":"measure"}"""));
        _stand.Clock.PassSeconds(61);
        _stand.Serve();

        Assert.IsEmpty(_stand.Actions.Done);
        StringAssert.StartsWith(_stand.LastError, "Expired since 2025-11-21 16:01:00 UTC");
    }

    [TestMethod]
    public void Without_a_set_clock_only_a_command_that_never_expires_is_carried_out()
    {
        _stand.Clock.PowerOn(keepsTime: false);
        _stand.Clock.PowerOn(keepsTime: false);
        _stand.Send("""{"id":"c-1","exp":1763744400,"do":"measure"}""");
        Assert.IsEmpty(_stand.Actions.Done);
        StringAssert.Contains(_stand.LastError, "clock is not set yet");
        StringAssert.Contains(_stand.LastError, "send it again in a minute");

        _stand.Send("""{"id":"c-2","do":"measure"}""");
        Assert.HasCount(1, _stand.Actions.Done);

        _stand.Clock.Set(CommandStand.Now);
        _stand.Send("""{"id":"c-1","exp":1763744400,"do":"measure"}""");
        Assert.HasCount(2, _stand.Actions.Done);
    }

    [TestMethod]
    [DataRow("""{"id":"c","do":"dance"}""", "There is no command 'dance': do is measure, calibrate, configure, identify, selftest, maintain or reboot.")]
    [DataRow("""{"id":"c"}""", "There is no command ''")]
    [DataRow("""{"id":"c","do":"measure","channels":["as","hg","ph","pb"]}""", "There is no channel 'hg': choose temp, ph, ec, f, as. There is no channel 'pb'")]
    [DataRow("""{"id":"c","do":"measure","channels":[]}""", "'channels' is no list of channels")]
    [DataRow("""{"id":"c","do":"measure","channels":"as"}""", "'channels' is no list of channels")]
    [DataRow("""{"id":"c","do":"measure","chanels":["as"]}""", "'chanels' is no member of measure: beside id, exp and do it has 'channels'.")]
    [DataRow("""{"id":"c","do":"identify","seconds":4}""", "'seconds' must be a whole number, 5 to 600.")]
    [DataRow("""{"id":"c","do":"identify","seconds":601}""", "'seconds' must be a whole number, 5 to 600.")]
    [DataRow("""{"id":"c","do":"identify","seconds":"60"}""", "'seconds' must be a whole number, 5 to 600.")]
    [DataRow("""{"id":"c","do":"configure"}""", "'set' is missing")]
    [DataRow("""{"id":"c","do":"reboot","when":"now"}""", "'when' is no member of reboot: it has id, exp and do.")]
    [DataRow("""{"id":"c","do":"reboot","exp":"soon"}""", "'exp' is no time")]
    [DataRow("""{"id":"c","do":"reboot","exp":0}""", "'exp' is no time")]
    [DataRow("""{"id":"c","do":"reboot","exp":4000000000000}""", "no milliseconds")]
    public void A_command_that_cannot_be_meant_so_is_refused_with_every_fault(string command, string error)
    {
        _stand.Send(command);

        Assert.IsEmpty(_stand.Actions.Done);
        Assert.IsFalse(_stand.Commands.WantsRestart);
        StringAssert.Contains(_stand.LastError, error);
    }

    [TestMethod]
    public void All_faults_are_told_at_once()
    {
        _stand.Send("""{"id":"c","do":"identify","seconds":4,"exp":"soon","who":"me"}""");

        foreach (var name in new[] { "'seconds'", "'exp'", "'who'" }) StringAssert.Contains(_stand.LastError, name);
    }

    [TestMethod]
    public void A_long_list_of_faults_ends_somewhere()
    {
        _stand.Send($$"""{"id":"c","do":"measure","channels":[{{string.Join(',', Enumerable.Repeat($"\"{new string('x', 90)}\"", 30))}}]}""");

        Assert.IsLessThanOrEqualTo(CommandResult.ErrorLengthMax, _stand.LastError.Length);
        StringAssert.EndsWith(_stand.LastError, " And more.");
    }

    [TestMethod]
    public void Quotes_and_backslashes_in_an_id_come_back_as_they_were()
    {
        _stand.Send("""{"id":"a\"b\\c","do":"measure"}""");
        Assert.AreEqual("a\"b\\c", _stand.LastResult.GetProperty("id").GetString());

        _stand.Restart();
        _stand.Send("""{"id":"a\"b\\c","do":"measure"}""");
        Assert.HasCount(1, _stand.Actions.Done);
        Assert.AreEqual("a\"b\\c", _stand.LastResult.GetProperty("id").GetString());
    }

    [TestMethod]
    public void An_id_that_the_answer_could_not_carry_is_refused()
    {
        _stand.Send("""{"id":"c-é","do":"measure"}""");

        Assert.IsEmpty(_stand.Actions.Done);
        StringAssert.Contains(_stand.LastError, "printable ASCII");
    }

    [TestMethod]
    [DataRow("", "ends too early, after 0 bytes")]
    [DataRow("{", "ends too early, after 1 bytes")]
    [DataRow("""{"id":"c","do":"reboot\""", "ends too early, after 23 bytes")]
    [DataRow("[]", "goes wrong at byte 1 of 2")]
    [DataRow("""{"id":"c-1","do":"measure",}""", "goes wrong at byte 28 of 28")]
    [DataRow("""{"id":"c","do":"reboot"} and more""", "goes wrong at byte 26 of 33")]
    [DataRow("""{"do":"reboot"}""", "id is missing")]
    [DataRow("""{"id":"","do":"reboot"}""", "id must be a text in quotes, 1 to 64 letters")]
    [DataRow("""{"id":17,"do":"reboot"}""", "id must be a text in quotes, 1 to 64 letters")]
    [DataRow("""{"id":"12345678901234567890123456789012345678901234567890123456789012345","do":"reboot"}""", "id must be a text in quotes, 1 to 64 letters")]
    public void What_has_no_id_to_be_answered_by_is_answered_without_one(string command, string error)
    {
        _stand.Send(command);

        _stand.AssertLast("", isOk: false);
        StringAssert.Contains(_stand.LastError, error);
        Assert.IsFalse(_stand.Commands.WantsRestart);
        _stand.Restart();
        Assert.HasCount(1, _stand.Results, "nobody waits for it after a restart");
    }

    [TestMethod]
    public void Nonsense_that_does_not_stop_is_answered_once_in_a_turn_and_keeps_nobody_from_being_heard()
    {
        for (var i = 0; i < Commands.WaitingMax - 1; i++) _stand.Commands.Take(Bytes("nonsense"));
        _stand.Commands.Take(Bytes("""{"id":"c-1","do":"measure"}"""));
        _stand.Serve();

        Assert.AreEqual(",c-1", string.Join(',', _stand.Results.Select(result => result.GetProperty("id").GetString())));
    }

    [TestMethod]
    public void More_commands_than_can_wait_are_answered_busy()
    {
        for (var i = 1; i <= Commands.WaitingMax + 1; i++) _stand.Commands.Take(Bytes($$"""{"id":"c-{{i}}","do":"measure"}"""));
        _stand.Serve();

        Assert.HasCount(Commands.WaitingMax, _stand.Actions.Done);
        var busy = _stand.Results.Single(result => !result.GetProperty("ok").GetBoolean());
        Assert.AreEqual("c-5", busy.GetProperty("id").GetString());
        StringAssert.Contains(busy.GetProperty("error").GetString(), "busy");
        _stand.Send("""{"id":"c-5","do":"measure"}""");
        _stand.AssertLast("c-5", isOk: true);
    }

    [TestMethod]
    public void Long_commands_do_not_fill_the_heap()
    {
        var padding = new string(' ', Commands.WaitingBytesMax / 2);
        for (var i = 1; i <= 3; i++) _stand.Commands.Take(Bytes($$"""{"id":"c-{{i}}","do":"measure"{{padding}}}"""));
        _stand.Serve();

        Assert.HasCount(1, _stand.Actions.Done);
        Assert.HasCount(2, _stand.Results.Where(result => !result.GetProperty("ok").GetBoolean()).ToList());
    }

    [TestMethod]
    public void A_reboot_is_answered_when_the_station_is_there_again()
    {
        _stand.Send("""{"id":"c-1","do":"reboot"}""");
        _stand.Send("""{"id":"c-1","do":"reboot"}""");
        _stand.Send("""{"id":"c-2","do":"measure"}""");
        Assert.IsTrue(_stand.Commands.WantsRestart);
        _stand.AssertLast("c-2", isOk: false);
        StringAssert.Contains(_stand.LastError, "about to restart");
        Assert.HasCount(1, _stand.Results);

        _stand.Restart();
        Assert.IsFalse(_stand.Commands.WantsRestart);
        _stand.AssertLast("c-1", isOk: true);
        _stand.Send("""{"id":"c-1","do":"reboot"}""");
        Assert.IsFalse(_stand.Commands.WantsRestart, "it restarts once");
        _stand.AssertLast("c-1", isOk: true);
    }

    [TestMethod]
    public void A_change_that_takes_effect_by_a_restart_is_answered_before_it()
    {
        _stand.Actions.During = () => _stand.Actions.WantsRestart = true;
        _stand.Send("""{"id":"c-1","do":"configure","set":{"samplePoint":"raw"}}""");

        Assert.IsTrue(_stand.Commands.WantsRestart);
        _stand.AssertLast("c-1", isOk: true);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
