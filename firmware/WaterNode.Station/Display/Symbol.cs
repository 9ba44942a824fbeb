namespace WaterNode.Station.Display
{
    /// <summary>The signs of <see cref="Symbols"/>.</summary>
    public enum Symbol
    {
        /// <summary>Poison: arsenic.</summary>
        Skull = 0,

        /// <summary>Fluoride.</summary>
        Tooth = 1,

        /// <summary>A test strip: pH.</summary>
        Strip = 2,

        /// <summary>Dissolved salts: conductivity.</summary>
        Salt = 3,

        Thermometer = 4,

        /// <summary>There is a connection to the gateway.</summary>
        Waves = 5,

        /// <summary>There is none.</summary>
        NoWaves = 6,

        Clock = 7,

        /// <summary>Work for a technician.</summary>
        Wrench = 8,

        /// <summary>The station is busy: wait.</summary>
        Hourglass = 9,

        /// <summary>On the flash, safe from a power cut.</summary>
        Stored = 10,

        NotStored = 11,

        /// <summary>Something from afar waits for an answer.</summary>
        Letter = 12,

        /// <summary>Reagents.</summary>
        Flask = 13,
    }
}
