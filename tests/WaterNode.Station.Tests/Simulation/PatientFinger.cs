using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Simulation;

/// <summary>A button that is pressed at once, as the button given is, or every five seconds, as long as there are presses to make.</summary>
internal sealed class PatientFinger(SimulatedClock clock, SimulatedButton button) : IButton
{
    private const int PauseSeconds = 5;

    private readonly Queue<ButtonPress> _presses = new();
    private long _pressedUpSeconds;

    public void Presses(params ButtonPress[] presses)
    {
        _pressedUpSeconds = clock.UpSeconds;
        foreach (var press in presses) _presses.Enqueue(press);
    }

    public ButtonPress Next()
    {
        if (_presses.Count == 0 || clock.UpSeconds - _pressedUpSeconds < PauseSeconds) return button.Next();
        _pressedUpSeconds = clock.UpSeconds;
        return _presses.Dequeue();
    }
}
