using WaterNode.Station.Operation.Commanding;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Commanding;

/// <summary>Notes what it is told to do, and does as the test says.</summary>
internal sealed class ScriptedActions : ICommandActions
{
    /// <summary>What was carried out, in order: the command and what belongs to it.</summary>
    public List<string> Done { get; } = [];

    /// <summary>What every command fails with; "" when it succeeds.</summary>
    public string Error { get; set; } = "";

    /// <summary>Happens in the middle of every command.</summary>
    public Action During { get; set; } = () => { };

    /// <summary>Members for every answer.</summary>
    public Action<JsonWriter> Members { get; set; } = _ => { };

    public bool WantsRestart { get; set; }

    public bool TryMeasure(int channels, JsonWriter answer, out string error) => Carry($"measure {channels}", answer, out error);

    public bool TryCalibrate(JsonFields command, JsonWriter answer, out string error)
    {
        command.TryGetText("channel", out var channel);
        return Carry("calibrate " + channel, answer, out error);
    }

    public bool TryConfigure(JsonFields set, string commandId, JsonWriter answer, out string error)
    {
        set.TryGetText("samplePoint", out var samplePoint);
        return Carry($"configure {samplePoint} {commandId}", answer, out error);
    }

    public bool TryIdentify(int seconds, JsonWriter answer, out string error) => Carry($"identify {seconds}", answer, out error);

    public bool TrySelfTest(JsonWriter answer, out string error) => Carry("selftest", answer, out error);

    private bool Carry(string what, JsonWriter answer, out string error)
    {
        Done.Add(what);
        During();
        Members(answer);
        error = Error;
        return error.Length == 0;
    }
}
