using System.Security.Cryptography;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Power;

/// <summary>The operating system's random numbers: a virtual station's generation must be as unique as a real one's, whatever its seed.</summary>
public sealed class SystemEntropy : IEntropy
{
    public uint NextUInt32() => BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint)));
}
