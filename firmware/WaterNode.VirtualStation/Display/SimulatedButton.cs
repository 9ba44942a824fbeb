using System.Collections.Concurrent;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Display;

/// <summary>The button beside the display, pressed by a program. Safe from any thread.</summary>
public sealed class SimulatedButton : IButton
{
    private readonly ConcurrentQueue<ButtonPress> _presses = new();

    public void Press(ButtonPress press) => _presses.Enqueue(press);

    public ButtonPress Next() => _presses.TryDequeue(out var press) ? press : ButtonPress.None;
}
