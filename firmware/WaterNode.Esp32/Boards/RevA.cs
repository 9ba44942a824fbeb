using WaterNode.Esp32.Adapters;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Boards
{
    /// <summary>Every pin, address and electrical constant of board revision A. hardware/README.md shows the same table; change both together.</summary>
    /// <remarks>
    /// The module is an ESP32-WROVER-E with 8 MB flash. Never used: GPIO 6 to 11 (flash), 16 and 17 (PSRAM), 1 and 3 (UART0: flashing and
    /// debugging), and the strapping pins 0, 5 and 12. GPIO 34 to 39 are inputs only.
    /// </remarks>
    public static class RevA
    {
        /// <summary>The name in the station's status message.</summary>
        public const string Name = "rev-a";

        // I2C bus 1.
        public const int I2cBus = 1;
        public const int I2cDataPin = 21;
        public const int I2cClockPin = 22;
        public const int Ads1115Address = 0x48;
        public const int Ssd1306Address = 0x3C;
        public const int Ds3231Address = 0x68;

        // 1-Wire: nanoFramework drives it through UART 2, which it calls COM3. Transmit is open drain; both pins meet at the probe's data line.
        public const int OneWireTransmitPin = 26;
        public const int OneWireReceivePin = 35;

        // Potentiostat module on UART 1, which nanoFramework calls COM2.
        public const string PotentiostatPort = "COM2";
        public const int PotentiostatTransmitPin = 25;
        public const int PotentiostatReceivePin = 34;

        // Supply switches, high is on. Both gates are pulled down, so that they are off in reset and in deep sleep.
        public const int SensorRailPin = 33;

        /// <summary>GPIO 2 must be low at reset for flashing; the pull-down of the gate does that as well.</summary>
        public const int PumpRailPin = 2;

        /// <summary>The electronic fuse of the pump rail pulls it low on overcurrent; external pull-up.</summary>
        public const int PumpFaultPin = 39;

        // Pumps and valves, one low-side switch each, high is running.
        public const int SamplePin = 4;
        public const int ElectrolytePin = 13;
        public const int ArsenicStandardPin = 14;
        public const int RinsePin = 18;
        public const int DrainPin = 19;
        public const int TisabPin = 23;
        public const int FluorideSamplePin = 27;
        public const int FluorideDrainPin = 32;

        /// <summary>The operator's button, to ground, external pull-up; it also wakes the station from deep sleep.</summary>
        /// <remarks>Of the four free pins 15 alone does no harm when somebody holds the button while the power returns: low at reset it only
        /// silences the start messages on UART 0. GPIO 0 would leave the station waiting to be flashed, 12 would set the flash's voltage wrong,
        /// and 5 cannot wake it.</remarks>
        public const int ButtonPin = 15;

        // Flow of each pump, microlitres per second: nominal, to be replaced by weighing (hardware/README.md, bring-up).
        public const int SampleFlow = 200;
        public const int ElectrolyteFlow = 100;
        public const int ArsenicStandardFlow = 10;
        public const int RinseFlow = 400;
        public const int TisabFlow = 100;
        public const int FluorideSampleFlow = 200;

        /// <summary>Long enough to empty a full cell of 12 mL and its tube at 1 mL/s, ms.</summary>
        public const int DrainMilliseconds = 20000;

        /// <summary>Battery divider on GPIO 36, which is channel 0 of the first converter: 100 kilohms over 100 kilohms.</summary>
        public const int BatteryChannel = 0;
        public const int BatteryDivider = 2;

        /// <summary>Time from switching the sensor rail on until the references and amplifiers have settled, ms.</summary>
        public const int SensorRailSettleMilliseconds = 500;

        /// <summary>Size of the partition behind drive I: in nanoFramework's layout for 8 MB of flash, bytes.</summary>
        /// <remarks>Written down here because littlefs on this target reports neither its size nor its free space (DriveInfo says -1).</remarks>
        public const int FileSystemBytes = 0x200000;

        /// <summary>Space for journal frames, bytes: 60 files of 16 KiB, the most that the journal looks through at a waking within a second or two.</summary>
        public const int JournalBytes = 60 * 16 * 1024;

        /// <summary>Gain of the conductivity front end, microvolts per microsiemens, which is volts per siemens: nominal, taken up by the calibration.</summary>
        public const double ConductivityMicroVoltsPerMicroSiemens = 200;

        /// <summary>What each analogue input is wired to, by <see cref="AdcInput"/>. AIN3 is the buffered mid-rail.</summary>
        public static Ads1115Input[] AnalogueInputs()
        {
            Ads1115Input[] inputs = new Ads1115Input[3];
            inputs[(int)AdcInput.Ph] = new Ads1115Input(Ads1115Input.Ain0AgainstAin3, Ads1115Input.Range512MilliVolts);
            inputs[(int)AdcInput.Conductivity] = new Ads1115Input(Ads1115Input.Ain2AgainstGround, Ads1115Input.Range2048MilliVolts);
            inputs[(int)AdcInput.Fluoride] = new Ads1115Input(Ads1115Input.Ain1AgainstAin3, Ads1115Input.Range512MilliVolts);
            return inputs;
        }

        /// <summary>What moves each fluid, by <see cref="FluidLine"/>. No pin is left for the on-board fluoride standards: fluoride is calibrated by hand.</summary>
        public static Pump[] Pumps()
        {
            Pump[] pumps = new Pump[8];
            pumps[(int)FluidLine.Sample] = Pump.Dosing(SamplePin, SampleFlow);
            pumps[(int)FluidLine.Electrolyte] = Pump.Dosing(ElectrolytePin, ElectrolyteFlow);
            pumps[(int)FluidLine.ArsenicStandard] = Pump.Dosing(ArsenicStandardPin, ArsenicStandardFlow);
            pumps[(int)FluidLine.Rinse] = Pump.Dosing(RinsePin, RinseFlow);
            pumps[(int)FluidLine.Drain] = Pump.Emptying(DrainPin, DrainMilliseconds);
            pumps[(int)FluidLine.Tisab] = Pump.Dosing(TisabPin, TisabFlow);
            pumps[(int)FluidLine.FluorideSample] = Pump.Dosing(FluorideSamplePin, FluorideSampleFlow);
            pumps[(int)FluidLine.FluorideDrain] = Pump.Emptying(FluorideDrainPin, DrainMilliseconds);
            return pumps;
        }
    }
}
