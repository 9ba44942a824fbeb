using WaterNode.Station.Display;

namespace WaterNode.Simulation.Tests.Display;

/// <summary>A proposal from afar, as the test says, and what became of it.</summary>
internal sealed class ScriptedChanges(string commandId, params (string Name, string From, string To)[] changes) : IChangeConfirmation
{
    public string Answer { get; private set; } = "none";

    public string CommandId => Answer == "none" ? commandId : "";

    public int ChangeCount => changes.Length;

    public string NameOf(int change) => changes[change].Name;

    public string FromOf(int change) => changes[change].From;

    public string ToOf(int change) => changes[change].To;

    public bool FlashTakes { get; set; } = true;

    public bool TryAccept() => TryAnswer("accepted");

    public bool TryRefuse() => TryAnswer("refused");

    private bool TryAnswer(string answer)
    {
        if (FlashTakes) Answer = answer;
        return FlashTakes;
    }
}
