using System;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>The power went in the middle of a write.</summary>
    internal sealed class PowerWentException : Exception
    {
    }
}
