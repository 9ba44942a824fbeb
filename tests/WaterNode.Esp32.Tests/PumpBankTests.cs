using System.Device.Gpio;
using WaterNode.Esp32.Adapters;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Tests;

[TestClass]
public class PumpBankTests
{
    private const int PumpPin = 4, RailPin = 2, FaultPin = 39;

    private readonly GpioController _gpio = new();
    private readonly PumpBank _pumps;

    public PumpBankTests()
    {
        _gpio.Pin(FaultPin).Value = PinValue.High;
        _pumps = new PumpBank(_gpio, [Pump.Dosing(PumpPin, 200)], RailPin, FaultPin);
    }

    [TestMethod]
    public void A_dose_switches_pump_and_rail_on_and_off_again()
    {
        Assert.IsTrue(_pumps.TryMove(FluidLine.Sample, 10));
        CollectionAssert.AreEqual(new[] { PinValue.Low, PinValue.High, PinValue.Low }, _gpio.Pin(PumpPin).Written);
        CollectionAssert.AreEqual(new[] { PinValue.Low, PinValue.High, PinValue.Low }, _gpio.Pin(RailPin).Written);
    }

    [TestMethod]
    public void Volume_becomes_time_by_the_flow()
    {
        Assert.AreEqual(25000, Pump.Dosing(PumpPin, 200).MillisecondsFor(5000));
        Assert.AreEqual(20000, Pump.Emptying(PumpPin, 20000).MillisecondsFor(0));
    }

    [TestMethod]
    public void An_overcurrent_stops_the_pump_and_is_told()
    {
        _gpio.Pin(FaultPin).Value = PinValue.Low;

        Assert.IsFalse(_pumps.TryMove(FluidLine.Sample, 10));
        Assert.AreEqual(PinValue.Low, _gpio.Pin(PumpPin).Value);
        Assert.AreEqual(PinValue.Low, _gpio.Pin(RailPin).Value);
    }

    [TestMethod]
    public void A_flood_is_refused_before_it_begins()
    {
        Assert.IsFalse(_pumps.TryMove(FluidLine.Sample, 1_000_000));
        CollectionAssert.DoesNotContain(_gpio.Pin(PumpPin).Written, PinValue.High);
    }
}
