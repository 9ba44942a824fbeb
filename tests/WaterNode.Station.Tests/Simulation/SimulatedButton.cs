using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Simulation;

/// <summary>A button that a test presses.</summary>
internal sealed class SimulatedButton : IButton
{
    private readonly Queue<ButtonPress> _presses = new();

    public void Press(params ButtonPress[] presses)
    {
        foreach (var press in presses) _presses.Enqueue(press);
    }

    public ButtonPress Next() => _presses.TryDequeue(out var press) ? press : ButtonPress.None;
}
