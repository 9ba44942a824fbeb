using System;
using System.Device.Adc;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;
using WaterNode.Station.Ports;
using GC = nanoFramework.Runtime.Native.GC;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>Battery, free memory, and why the processor started.</summary>
    public sealed class BoardPower : IPower
    {
        /// <summary>Full scale of the ESP32's own converter at 12 dB attenuation, mV: nominal, so the battery is known within about 6 %.</summary>
        private const int FullScaleMilliVolts = 3100;
        private const int FullScaleCounts = 4095;

        /// <summary>A processor that has been counting for less than this was just switched on.</summary>
        private const long PowerOnSecondsMax = 60;

        private readonly AdcChannel _battery;
        private readonly int _batteryDivider;

        public BoardPower(AdcChannel battery, int batteryDivider)
        {
            _battery = battery;
            _batteryDivider = batteryDivider;
            StartReason = FindStartReason();
        }

        public StartReason StartReason { get; }

        public int BatteryMilliVolts
        {
            get { return (int)((long)_battery.ReadValue() * FullScaleMilliVolts * _batteryDivider / FullScaleCounts); }
        }

        /// <remarks>The runtime tells its free memory only after a collection, so this property takes some milliseconds.</remarks>
        public int FreeHeapBytes
        {
            get { return (int)GC.Run(false); }
        }

        /// <remarks>
        /// nanoFramework does not tell the ESP32's reset reason. Its system time does: it begins at 1970 when power comes on, and runs on
        /// through deep sleep, restarts and watchdog resets. A restart that this application asks for follows a fault too (Program), so
        /// "Software" does not occur. A crash within the first minute counts as another power-on, which is harmless: the count is only ever
        /// used together with the seconds since then, and both begin anew.
        /// </remarks>
        public static StartReason FindStartReason()
        {
            if (Sleep.GetWakeupCause() != Sleep.WakeupCause.Undefined)
            {
                return StartReason.DeepSleep;
            }

            return DateTime.UtcNow.ToUnixTimeSeconds() < PowerOnSecondsMax ? StartReason.PowerOn : StartReason.Fault;
        }
    }
}
