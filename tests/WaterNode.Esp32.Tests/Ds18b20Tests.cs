using nanoFramework.Device.OneWire;
using WaterNode.Esp32.Adapters;

namespace WaterNode.Esp32.Tests;

[TestClass]
public class Ds18b20Tests
{
    private readonly OneWireHost _line = new();

    [TestMethod]
    [DataRow(0x07D0, 125000)]
    [DataRow(0x0191, 25062)]
    [DataRow(0x0008, 500)]
    [DataRow(0xFFF8, -500)]
    [DataRow(0xFF5E, -10125)]
    public void Temperatures_are_those_of_the_data_sheet(int counts, int expectedMilliCelsius)
    {
        _line.Scratchpad = ScratchpadWith(counts);

        Assert.IsTrue(new Ds18b20Probe(_line).TryRead(out var milliCelsius));
        Assert.AreEqual(expectedMilliCelsius, milliCelsius);
    }

    [TestMethod]
    public void The_checksum_of_the_test_is_that_of_application_note_27()
    {
        Assert.AreEqual(0xA2, Crc8([0x02, 0x1C, 0xB8, 0x01, 0, 0, 0]));
    }

    [TestMethod]
    public void The_power_on_value_of_85_degrees_is_no_temperature()
    {
        _line.Scratchpad = ScratchpadWith(0x0550);

        AssertNoTemperature();
    }

    [TestMethod]
    public void A_line_shorted_to_ground_open_or_disturbed_gives_no_temperature()
    {
        _line.Scratchpad = new byte[9];
        AssertNoTemperature();

        _line.Scratchpad = [.. Enumerable.Repeat((byte)0xFF, 9)];
        AssertNoTemperature();

        _line.Scratchpad = ScratchpadWith(0x0191);
        _line.Scratchpad[0] ^= 1;
        AssertNoTemperature();

        _line.IsPresent = false;
        AssertNoTemperature();
    }

    private void AssertNoTemperature()
    {
        Assert.IsFalse(new Ds18b20Probe(_line).TryRead(out var milliCelsius));
        Assert.AreEqual(0, milliCelsius);
    }

    private static byte[] ScratchpadWith(int counts)
    {
        byte[] bytes = [(byte)counts, (byte)(counts >> 8), 0x4B, 0x46, 0x7F, 0xFF, 0x0C, 0x10];
        return [.. bytes, Crc8(bytes)];
    }

    private static byte Crc8(byte[] bytes)
    {
        var crc = 0;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x8C : crc >> 1;
        }
        return (byte)crc;
    }
}
