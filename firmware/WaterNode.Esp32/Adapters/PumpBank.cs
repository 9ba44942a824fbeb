using System;
using System.Device.Gpio;
using System.Threading;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>The pumps and valves on their common, fused rail; one runs at a time.</summary>
    /// <remarks>
    /// Revision A sees an overcurrent (a stalled or shorted pump) but not a pump that turns without moving water, nor one that is unplugged:
    /// that shows only in the chemistry (no standard addition response, no change of the fluoride electrode).
    /// </remarks>
    public sealed class PumpBank : IFluidics
    {
        /// <summary>No line runs longer than this, whatever it is asked for: a flooded case is worse than a missing reading.</summary>
        private const int RunMillisecondsMax = 180000;

        private const int RailSettleMilliseconds = 20;
        private const int FaultPollMilliseconds = 50;

        private readonly Pump[] _pumps;
        private readonly GpioPin[] _switches;
        private readonly GpioPin _rail;
        private readonly GpioPin _fault;

        /// <param name="pumps">Wiring, by <see cref="FluidLine"/>; a line beyond the last has no pump on this board.</param>
        public PumpBank(GpioController gpio, Pump[] pumps, int railPin, int faultPin)
        {
            _pumps = pumps;
            _switches = new GpioPin[pumps.Length];
            for (int i = 0; i < pumps.Length; i++)
            {
                _switches[i] = gpio.OpenPin(pumps[i].Pin, PinMode.Output);
                _switches[i].Write(PinValue.Low);
            }

            _rail = gpio.OpenPin(railPin, PinMode.Output);
            _rail.Write(PinValue.Low);
            _fault = gpio.OpenPin(faultPin, PinMode.Input);
        }

        public bool TryMove(FluidLine line, int microLitres)
        {
            if ((int)line >= _pumps.Length)
            {
                return false;
            }

            int milliseconds = _pumps[(int)line].MillisecondsFor(microLitres);
            if (milliseconds < 0 || milliseconds > RunMillisecondsMax)
            {
                return false;
            }

            GpioPin pump = _switches[(int)line];
            try
            {
                _rail.Write(PinValue.High);
                Thread.Sleep(RailSettleMilliseconds);
                pump.Write(PinValue.High);
                return RunFor(milliseconds);
            }
            finally
            {
                pump.Write(PinValue.Low);
                _rail.Write(PinValue.Low);
            }
        }

        private bool RunFor(int milliseconds)
        {
            long end = Environment.TickCount64 + milliseconds;
            for (long left = milliseconds; left > 0; left = end - Environment.TickCount64)
            {
                Thread.Sleep(left < FaultPollMilliseconds ? (int)left : FaultPollMilliseconds);
                if (_fault.Read() == PinValue.Low)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
