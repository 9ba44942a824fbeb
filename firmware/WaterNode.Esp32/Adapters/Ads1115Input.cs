namespace WaterNode.Esp32.Adapters
{
    /// <summary>How the ADS1115 measures one input: multiplexer and range (TI SBAS444, config register).</summary>
    public sealed class Ads1115Input
    {
        // Bits 14 to 12.
        public const int Ain0AgainstAin3 = 0x1000;
        public const int Ain1AgainstAin3 = 0x2000;
        public const int Ain2AgainstGround = 0x6000;

        // Bits 11 to 9.
        public const int Range2048MilliVolts = 0x0400;
        public const int Range512MilliVolts = 0x0800;

        /// <summary>Multiplexer and range bits of the config register.</summary>
        public readonly int ConfigBits;

        /// <summary>Size of one count, nanovolts.</summary>
        public readonly int NanoVoltsPerCount;

        public Ads1115Input(int multiplexer, int range)
        {
            ConfigBits = multiplexer | range;
            NanoVoltsPerCount = range == Range512MilliVolts ? 15625 : 62500;
        }
    }
}
