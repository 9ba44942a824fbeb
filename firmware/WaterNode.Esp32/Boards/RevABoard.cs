using System.Device.Adc;
using System.Device.Gpio;
using System.IO.Ports;
using System.Threading;
using nanoFramework.Device.OneWire;
using nanoFramework.Hardware.Esp32;
using WaterNode.Esp32.Adapters;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Boards
{
    /// <summary>Board revision A with everything on it, as the station's ports.</summary>
    public sealed class RevABoard
    {
        private const int PotentiostatBaud = 115200;

        /// <summary>The module sends a scan (176 lines, about 4 KB) faster than the interpreter takes it in: the driver has to hold all of it.</summary>
        private const int PotentiostatBufferBytes = 8 * 1024;

        private const string OriginPath = "I:\\origin.txt";

        private readonly GpioController _gpio = new GpioController();
        private GpioPin _sensorRail;
        private GpioButton _button;

        /// <summary>Gives the processor's buses their pins and opens the display, which works without the rest. To be called once, first.</summary>
        public IScreen OpenScreen()
        {
            Configuration.SetPinFunction(RevA.I2cDataPin, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(RevA.I2cClockPin, DeviceFunction.I2C1_CLOCK);
            Configuration.SetPinFunction(RevA.PotentiostatTransmitPin, DeviceFunction.COM2_TX);
            Configuration.SetPinFunction(RevA.PotentiostatReceivePin, DeviceFunction.COM2_RX);
            Configuration.SetPinFunction(RevA.OneWireTransmitPin, DeviceFunction.COM3_TX);
            Configuration.SetPinFunction(RevA.OneWireReceivePin, DeviceFunction.COM3_RX);
            return new Ssd1306Screen(Chip(RevA.Ssd1306Address));
        }

        /// <summary>Switches the sensors on and opens every port. To be called once.</summary>
        public StationPorts Open(StationSettings settings, IFlash flash, IScreen screen)
        {
            _sensorRail = _gpio.OpenPin(RevA.SensorRailPin, PinMode.Output);
            _sensorRail.Write(PinValue.High);
            Thread.Sleep(RevA.SensorRailSettleMilliseconds);

            AdcChannel battery = new AdcController().OpenChannel(RevA.BatteryChannel);
            BoardPower power = new BoardPower(battery, RevA.BatteryDivider);
            StationClock clock = new StationClock(new Ds3231(Chip(RevA.Ds3231Address)), new SmallFile(OriginPath));
            clock.Start(power.StartReason);
            AttendedClock attended = new AttendedClock(clock);

            _button = new GpioButton(_gpio, RevA.ButtonPin);

            return new StationPorts
            {
                Clock = attended,
                Adc = new Ads1115(Chip(RevA.Ads1115Address), RevA.AnalogueInputs()),
                TemperatureProbe = new Ds18b20Probe(new OneWireHost()),
                Potentiostat = new SerialPotentiostat(new ChecksummedLine(OpenPotentiostatPort(), attended)),
                Fluidics = new PumpBank(_gpio, RevA.Pumps(), RevA.PumpRailPin, RevA.PumpFaultPin),
                Flash = flash,
                Link = LinkFor(settings),
                Screen = screen,
                Button = _button,
                Power = power,
                Entropy = new HardwareEntropy(battery),
            };
        }

        /// <summary>Lets the button wake the station. One that is down now, or shorted, would wake it at once and for ever.</summary>
        public void EnableWakeupByButton()
        {
            if (!_button.IsDown)
            {
                // The pin of RevA.ButtonPin, as the sleep functions name it.
                Sleep.EnableWakeupByPin(Sleep.WakeupGpioPin.Pin15, 0);
            }
        }

        /// <summary>Switches the sensors off, before deep sleep.</summary>
        public void SwitchSensorsOff()
        {
            _sensorRail.Write(PinValue.Low);
        }

        private static MqttLink LinkFor(StationSettings settings)
        {
            return new MqttLink(
                new WirelessNetwork(settings.TextOf(SettingsMember.WirelessName), settings.TextOf(SettingsMember.WirelessPassword)),
                settings.TextOf(SettingsMember.GatewayHost),
                settings.NumberOf(SettingsMember.GatewayPort),
                settings.TextOf(SettingsMember.GatewayPassword));
        }

        private static I2cChip Chip(int address)
        {
            return new I2cChip(RevA.I2cBus, address);
        }

        private static SerialPort OpenPotentiostatPort()
        {
            SerialPort port = new SerialPort(RevA.PotentiostatPort, PotentiostatBaud)
            {
                ReadBufferSize = PotentiostatBufferBytes,
            };
            port.Open();
            return port;
        }
    }
}
