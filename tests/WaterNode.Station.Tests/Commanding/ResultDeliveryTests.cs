using WaterNode.Station.Operation.Commanding;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Commanding;

/// <summary>A result is said until the gateway confirmed it.</summary>
[TestClass]
public class ResultDeliveryTests
{
    private readonly CommandStand _stand = new();

    [TestMethod]
    public void A_result_that_was_not_confirmed_is_sent_again_at_the_next_connection_whole()
    {
        _stand.Link.Confirms = false;
        _stand.Actions.Members = answer => answer.Number("cal", 17);
        _stand.Send("""{"id":"c-1","do":"calibrate"}""");
        _stand.Serve();
        Assert.HasCount(1, _stand.Results, "once a connection");

        _stand.Link.Confirms = true;
        _stand.Reconnect();
        Assert.AreEqual("""{"id":"c-1","ok":true,"cal":17}|{"id":"c-1","ok":true,"cal":17}""", string.Join('|', _stand.Results.Select(result => result.GetRawText())));
        _stand.Reconnect();
        Assert.HasCount(2, _stand.Results, "then it is told");
    }

    [TestMethod]
    public void A_result_that_was_not_confirmed_is_sent_again_after_a_restart_as_far_as_the_flash_knows_it()
    {
        _stand.Link.Confirms = false;
        _stand.Send("""{"id":"c-1","do":"measure"}""");
        _stand.Actions.Error = "The pump did not answer: look at its tube.";
        _stand.Send("""{"id":"c-2","do":"measure"}""");

        _stand.Link.Confirms = true;
        _stand.Restart();
        Assert.AreEqual("""{"id":"c-1","ok":true}|{"id":"c-2","ok":false,"error":"The pump did not answer: look at its tube."}""", string.Join('|', _stand.Results.Skip(2).Select(result => result.GetRawText())));
        _stand.Restart();
        Assert.HasCount(4, _stand.Results);
    }

    [TestMethod]
    public void A_long_reason_is_told_whole_and_after_a_restart_by_its_beginning()
    {
        _stand.Link.Confirms = false;
        _stand.Actions.Error = string.Join(' ', Enumerable.Range(100, 100));
        _stand.Send("""{"id":"c-1","do":"configure","set":{}}""");
        Assert.AreEqual(_stand.Actions.Error, _stand.LastError);

        _stand.Restart();
        Assert.AreEqual(_stand.Actions.Error[..97] + "...", _stand.LastError);
    }

    [TestMethod]
    public void A_result_that_is_asked_for_again_before_it_was_confirmed_is_sent_again_whole_and_says_so()
    {
        _stand.Link.Confirms = false;
        _stand.Actions.Members = answer => answer.Number("cal", 17);
        for (var i = 0; i < 3; i++) _stand.Send("""{"id":"c-1","do":"calibrate"}""");

        Assert.AreEqual("""{"id":"c-1","ok":true,"cal":17}""", _stand.Results[0].GetRawText());
        for (var i = 1; i < 3; i++) Assert.AreEqual("""{"id":"c-1","ok":true,"cal":17,"again":true}""", _stand.Results[i].GetRawText());
    }

    [TestMethod]
    public void A_refusal_that_is_confirmed_tells_nothing_of_what_was_carried_out_under_its_id()
    {
        _stand.Link.Confirms = false;
        _stand.Send("""{"id":"c-1","do":"measure"}""");
        _stand.Link.Confirms = true;
        _stand.Send("""{"id":"c-1","do":"selftest"}""");
        StringAssert.Contains(_stand.LastError, "was used for measure");

        _stand.Restart();
        Assert.AreEqual("""{"id":"c-1","ok":true}""", _stand.LastResult.GetRawText());
    }

    [TestMethod]
    public void A_result_that_the_link_gave_up_is_sent_again_on_the_same_connection()
    {
        _stand.Link.Confirms = false;
        _stand.Send("""{"id":"c-1","do":"measure"}""");
        _stand.Link.GiveUp(messageId: 1);
        _stand.Link.Confirms = true;
        _stand.Serve();
        _stand.Serve();
        _stand.Serve();

        Assert.HasCount(2, _stand.Results);
    }

    [TestMethod]
    public void A_result_that_the_link_does_not_take_waits()
    {
        _stand.Link.AcceptsPublishes = false;
        _stand.Send("""{"id":"c-1","do":"measure"}""");
        Assert.IsTrue(_stand.Commands.HasResults);
        _stand.Link.AcceptsPublishes = true;
        _stand.Serve();

        _stand.AssertLast("c-1", isOk: true);
        Assert.IsFalse(_stand.Commands.HasResults);
    }

    [TestMethod]
    public void With_a_gateway_that_confirms_nothing_commands_come_to_rest_and_none_is_forgotten()
    {
        _stand.Link.Confirms = false;
        for (var i = 1; i <= 30; i++) _stand.Send($$"""{"id":"{{i}}","do":"measure"}""");
        Assert.HasCount(ResultOutbox.Max, _stand.Actions.Done);

        _stand.Link.Confirms = true;
        _stand.Restart();
        for (var i = 1; i <= ResultOutbox.Max; i++) _stand.Send($$"""{"id":"{{i}}","do":"measure"}""");
        Assert.HasCount(ResultOutbox.Max, _stand.Actions.Done, "each was carried out once");
    }

    [TestMethod]
    public void Ids_of_the_greatest_length_without_confirmation_stop_before_one_is_forgotten()
    {
        _stand.Link.Confirms = false;
        string Id(int i) => i.ToString("D2") + new string('x', Command.IdLengthMax - 2);
        for (var i = 1; i <= 7; i++) _stand.Send($$"""{"id":"{{Id(i)}}","do":"measure"}""");
        var done = _stand.Actions.Done.Count;
        StringAssert.Contains(_stand.LastError, "not confirmed yet");

        _stand.Link.Confirms = true;
        _stand.Restart();
        for (var i = 1; i <= done; i++) _stand.Send($$"""{"id":"{{Id(i)}}","do":"measure"}""");
        Assert.HasCount(done, _stand.Actions.Done);
        _stand.Send($$"""{"id":"{{Id(9)}}","do":"measure"}""");
        Assert.HasCount(done + 1, _stand.Actions.Done, "confirmed ones make room");
    }

    [TestMethod]
    public void The_last_twenty_ids_are_remembered_and_the_file_does_not_grow()
    {
        for (var i = 100; i < 1100; i++) _stand.Send($$"""{"id":"cmd-{{i:D6}}","do":"measure"}""");
        Assert.HasCount(1000, _stand.Actions.Done);
        for (var i = 1080; i < 1100; i++) _stand.Send($$"""{"id":"cmd-{{i:D6}}","do":"measure"}""");

        Assert.HasCount(1000, _stand.Actions.Done);
        Assert.IsLessThanOrEqualTo(4096, _stand.Flash.Names.Sum(name => _stand.Flash.Bytes(name).Count));
    }
}
