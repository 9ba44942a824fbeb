using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>A button that a test presses.</summary>
    internal sealed class SimulatedButton : IButton
    {
        private const int PressesMax = 64;

        private readonly ButtonPress[] _presses = new ButtonPress[PressesMax];
        private int _next;
        private int _count;

        public void Press(params ButtonPress[] presses)
        {
            for (int i = 0; i < presses.Length; i++)
            {
                _presses[(_next + _count) % PressesMax] = presses[i];
                _count++;
            }
        }

        public ButtonPress Next()
        {
            if (_count == 0)
            {
                return ButtonPress.None;
            }

            ButtonPress press = _presses[_next];
            _next = (_next + 1) % PressesMax;
            _count--;
            return press;
        }
    }
}
