using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WaterNode.Station.Operation.Commanding;

namespace WaterNode.Station.Tests.Commanding;

/// <summary>Whatever arrives on the command topic: never an exception, never something done that was not asked for, always JSON back.</summary>
[TestClass]
public class CommandGarbageTests
{
    private const string Whole = """{"id":"c-1","exp":1763744400,"do":"measure","channels":["as","ph"]}""";

    [TestMethod]
    public void Random_bytes_are_told_to_be_no_command_and_do_nothing() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            var stand = new CommandStand();
            stand.Commands.Take(bytes);
            stand.Serve();
            return stand.Actions.Done.Count == 0 && stand.Results.Count == 1 && stand.LastResult.GetProperty("id").GetString() == "" && stand.LastError.Length > 0;
        }).QuickCheckThrowOnFailure();

    [TestMethod]
    public void Every_text_as_a_member_is_answered_in_json_with_the_id_that_came() =>
        Prop.ForAll<string, string, string>((id, verb, member) =>
        {
            var stand = new CommandStand();
            var command = System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, object?> { ["id"] = id, ["do"] = verb, [member ?? ""] = member });
            stand.Send(command);
            var isPlain = id is { Length: > 0 and <= Command.IdLengthMax } && id.All(c => c is >= ' ' and <= '~');
            return stand.Actions.Done.Count == 0 && (!isPlain || (stand.Results.Count == 1 && stand.LastResult.GetProperty("id").GetString() == id));
        }).QuickCheckThrowOnFailure();

    [TestMethod]
    public void A_command_that_was_cut_off_is_not_carried_out()
    {
        for (var length = 0; length < Whole.Length; length++)
        {
            var stand = new CommandStand();
            stand.Send(Whole[..length]);
            Assert.IsEmpty(stand.Actions.Done, Whole[..length]);
        }
    }

    [TestMethod]
    public void A_command_with_one_byte_changed_does_what_it_says_or_nothing()
    {
        var bytes = Encoding.UTF8.GetBytes(Whole);
        for (var i = 0; i < bytes.Length; i++)
        {
            for (var value = 0; value < 256; value += 5)
            {
                var stand = new CommandStand();
                var changed = (byte[])bytes.Clone();
                changed[i] = (byte)value;
                stand.Commands.Take(changed);
                stand.Serve();
                foreach (var done in stand.Actions.Done) Assert.AreEqual("measure 18", done, Encoding.Latin1.GetString(changed));
                Assert.IsLessThanOrEqualTo(1, stand.Results.Count);
            }
        }
    }
}
