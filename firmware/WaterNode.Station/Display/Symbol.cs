namespace WaterNode.Station.Display
{
    /// <summary>The signs of <see cref="Symbols"/>.</summary>
    public enum Symbol
    {
        /// <summary>Water as a whole.</summary>
        Drop = 0,

        /// <summary>Poison: arsenic.</summary>
        Skull = 1,

        /// <summary>Fluoride.</summary>
        Tooth = 2,

        /// <summary>A test strip: pH.</summary>
        Strip = 3,

        /// <summary>Dissolved salts: conductivity.</summary>
        Salt = 4,

        Thermometer = 5,

        /// <summary>There is a connection to the gateway.</summary>
        Waves = 6,

        /// <summary>There is none.</summary>
        NoWaves = 7,

        Clock = 8,

        /// <summary>Work for a technician.</summary>
        Wrench = 9,

        /// <summary>The station is busy: wait.</summary>
        Hourglass = 10,

        /// <summary>On the flash, safe from a power cut.</summary>
        Stored = 11,

        NotStored = 12,
    }
}
