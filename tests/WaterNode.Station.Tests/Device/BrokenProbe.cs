using System;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>A probe whose driver fails.</summary>
    internal sealed class BrokenProbe : ITemperatureProbe
    {
        public bool TryRead(out int milliCelsius)
        {
            throw new InvalidOperationException("The driver failed.");
        }
    }
}
