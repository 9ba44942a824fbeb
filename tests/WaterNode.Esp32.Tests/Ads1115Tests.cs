using System.Device.I2c;
using WaterNode.Esp32.Adapters;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Tests;

[TestClass]
public class Ads1115Tests
{
    private readonly SimulatedAds1115 _chip = new();
    private readonly Ads1115 _converter;

    public Ads1115Tests()
    {
        I2cDevice.Connect(_chip);
        _converter = new Ads1115(new I2cChip(1, 0x48),
        [
            new Ads1115Input(Ads1115Input.Ain0AgainstAin3, Ads1115Input.Range512MilliVolts),
            new Ads1115Input(Ads1115Input.Ain2AgainstGround, Ads1115Input.Range2048MilliVolts),
            new Ads1115Input(Ads1115Input.Ain1AgainstAin3, Ads1115Input.Range512MilliVolts),
        ]);
    }

    [TestMethod]
    [DataRow(AdcInput.Ph, 0x4000, 256000, 0x9923)]
    [DataRow(AdcInput.Conductivity, 0x4000, 1024000, 0xE523)]
    [DataRow(AdcInput.Fluoride, -64, -1000, 0xA923)]
    public void Counts_become_microvolts_by_the_range_of_the_input(AdcInput input, int counts, int expectedMicroVolts, int config)
    {
        _chip.Conversion = (short)counts;

        Assert.AreEqual(AdcStatus.Ok, _converter.Read(input, out var microVolts));
        Assert.AreEqual(expectedMicroVolts, microVolts);
        Assert.AreEqual(config, _chip.Config, "multiplexer, range, single shot, 16 a second, comparator off");
    }

    [TestMethod]
    [DataRow(short.MaxValue)]
    [DataRow(short.MinValue)]
    public void The_end_of_the_range_is_a_rail_and_no_value(short counts)
    {
        _chip.Conversion = counts;

        Assert.AreEqual(AdcStatus.Rail, _converter.Read(AdcInput.Ph, out _));
    }

    [TestMethod]
    public void A_converter_that_is_gone_does_not_read_as_zero_volts()
    {
        _chip.Answers = false;

        Assert.AreEqual(AdcStatus.NoAnswer, _converter.Read(AdcInput.Ph, out _));
    }

    [TestMethod]
    public void A_converter_that_was_reset_in_between_gives_no_value_of_another_input()
    {
        _chip.LosesSupply = true;

        Assert.AreEqual(AdcStatus.NoAnswer, _converter.Read(AdcInput.Ph, out _));
    }
}
