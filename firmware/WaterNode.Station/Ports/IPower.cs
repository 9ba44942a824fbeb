namespace WaterNode.Station.Ports
{
    /// <summary>Why the processor started.</summary>
    public enum StartReason
    {
        /// <summary>Power came on: a new power-on is counted.</summary>
        PowerOn = 0,

        /// <summary>Woke from deep sleep.</summary>
        DeepSleep = 1,

        /// <summary>Restarted by software.</summary>
        Software = 2,

        /// <summary>Watchdog, brown-out or crash.</summary>
        Fault = 3,
    }

    /// <summary>Battery, start reason and free memory.</summary>
    public interface IPower
    {
        StartReason StartReason { get; }

        /// <summary>Battery voltage, mV; 0 when unknown.</summary>
        int BatteryMilliVolts { get; }

        /// <summary>Free managed heap, bytes; 0 when unknown.</summary>
        int FreeHeapBytes { get; }
    }
}
