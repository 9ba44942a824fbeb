using System.Device.I2c;

namespace WaterNode.Esp32.Tests;

/// <summary>The clock registers of the Maxim DS3231 data sheet in 24-hour mode; register 15 bit 7 says that the oscillator stood still.</summary>
internal sealed class SimulatedDs3231 : ISimulatedChip
{
    private const byte Status = 15;

    private readonly byte[] _registers = new byte[19];

    public bool Answers { get; set; } = true;

    public DateTimeOffset Now { get; set; } = new(2000, 1, 1, 0, 0, 5, TimeSpan.Zero);

    public SimulatedDs3231() => _registers[Status] = 0x88;

    public byte StatusRegister => _registers[Status];

    public void Write(byte[] bytes)
    {
        Array.Copy(bytes, 1, _registers, bytes[0], bytes.Length - 1);
        if (bytes[0] == 0)
        {
            Now = new DateTimeOffset(2000 + Number(6), Number(5), Number(4), Number(2), Number(1), Number(0), TimeSpan.Zero);
        }
    }

    public void Read(byte register, byte[] into)
    {
        int[] time = [Now.Second, Now.Minute, Now.Hour, 0, Now.Day, Now.Month, Now.Year - 2000];
        for (var i = 0; i < time.Length; i++)
        {
            if (i != 3) _registers[i] = (byte)((time[i] / 10 << 4) | (time[i] % 10));
        }
        Array.Copy(_registers, register, into, 0, into.Length);
    }

    private int Number(int register) => (_registers[register] >> 4) * 10 + (_registers[register] & 0x0F);
}
