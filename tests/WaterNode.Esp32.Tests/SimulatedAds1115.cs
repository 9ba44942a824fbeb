using System.Device.I2c;

namespace WaterNode.Esp32.Tests;

/// <summary>The registers of TI SBAS444: 0 is the conversion, 1 the configuration, whose highest bit says "ready" when read.</summary>
internal sealed class SimulatedAds1115 : ISimulatedChip
{
    private const ushort ResetConfig = 0x8583;

    public bool Answers { get; set; } = true;

    /// <summary>The supply fails between the command and the answer.</summary>
    public bool LosesSupply { get; set; }

    public short Conversion { get; set; }

    public ushort Config { get; private set; } = ResetConfig;

    public void Write(byte[] bytes) => Config = (ushort)((bytes[1] << 8) | bytes[2]);

    public void Read(byte register, byte[] into)
    {
        var config = LosesSupply ? ResetConfig : Config;
        var value = register == 1 ? config | 0x8000 : (ushort)Conversion;
        into[0] = (byte)(value >> 8);
        into[1] = (byte)value;
    }
}
