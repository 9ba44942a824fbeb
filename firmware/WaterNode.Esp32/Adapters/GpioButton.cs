using System;
using System.Device.Gpio;
using WaterNode.Station.Display;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>The operator's button between a pin and ground. Presses are noted by interrupt, so that none is missed while the station is busy.</summary>
    public sealed class GpioButton : IButton
    {
        private readonly GpioPin _pin;
        private readonly PressTimer _timer = new PressTimer();

        /// <param name="number">GPIO with a pull-up; low is pressed.</param>
        public GpioButton(GpioController gpio, int number)
        {
            _pin = gpio.OpenPin(number, PinMode.InputPullUp);
            _pin.DebounceTimeout = TimeSpan.FromMilliseconds(PressTimer.BounceMilliseconds);
            _pin.ValueChanged += Changed;
        }

        /// <summary>True while it is pressed, or its cable is shorted.</summary>
        public bool IsDown
        {
            get { return _pin.Read() == PinValue.Low; }
        }

        public ButtonPress Next()
        {
            lock (_timer)
            {
                // An edge that the interrupt lost is found here, so that no press lasts for ever.
                _timer.Changed(IsDown, Environment.TickCount64);
                return _timer.Next(Environment.TickCount64);
            }
        }

        private void Changed(object sender, PinValueChangedEventArgs change)
        {
            lock (_timer)
            {
                _timer.Changed(change.ChangeType == PinEventTypes.Falling, Environment.TickCount64);
            }
        }
    }
}
