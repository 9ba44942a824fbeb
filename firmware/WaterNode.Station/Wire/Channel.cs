namespace WaterNode.Station.Wire
{
    /// <summary>What a channel measures and how its numbers are written. Another channel is another line in <see cref="All"/>.</summary>
    /// <remarks>The station keeps values as whole numbers of 10^-WireDecimals of the SenML unit, so that nothing is rounded between journal, wire and display.</remarks>
    public sealed class Channel
    {
        /// <summary>Name on the wire and in the API.</summary>
        public readonly string Name;

        /// <summary>SenML primary unit (RFC 8428, section 12.1).</summary>
        public readonly string WireUnit;

        /// <summary>A stored whole number is the value times 10^WireDecimals in <see cref="WireUnit"/>.</summary>
        public readonly int WireDecimals;

        /// <summary>Unit for people.</summary>
        public readonly string DisplayUnit;

        /// <summary>A value in <see cref="WireUnit"/> times 10^DisplayPowerOfTen is in <see cref="DisplayUnit"/>.</summary>
        public readonly int DisplayPowerOfTen;

        /// <summary>Decimals shown to people.</summary>
        public readonly int DisplayDecimals;

        /// <summary>True for the channels that decide about health (fluoride, arsenic); the others are acceptability.</summary>
        public readonly bool IsHealth;

        private Channel(string name, string wireUnit, int wireDecimals, string displayUnit, int displayPowerOfTen, int displayDecimals, bool isHealth)
        {
            Name = name;
            WireUnit = wireUnit;
            WireDecimals = wireDecimals;
            DisplayUnit = displayUnit;
            DisplayPowerOfTen = displayPowerOfTen;
            DisplayDecimals = displayDecimals;
            IsHealth = isHealth;
        }

        /// <summary>Index of each channel in <see cref="All"/>, and its number in the journal: never renumber.</summary>
        public const int Temp = 0, Ph = 1, Ec = 2, F = 3, As = 4;

        /// <summary>All channels, by index. 1 kg/m3 is 1,000 mg/L and 1,000,000 micrograms per litre; 1 S/m is 10,000 microsiemens per cm.</summary>
        public static readonly Channel[] All =
        {
            new Channel("temp", "Cel", 3, "\u00B0C", 0, 1, false),
            new Channel("ph", "pH", 4, "pH", 0, 2, false),
            new Channel("ec", "S/m", 6, "\u00B5S/cm", 4, 0, false),
            new Channel("f", "kg/m3", 8, "mg/L", 3, 2, true),
            new Channel("as", "kg/m3", 11, "\u00B5g/L", 6, 1, true),
        };

        /// <param name="value">In <see cref="DisplayUnit"/>.</param>
        /// <returns>The nearest whole number as readings are stored, compared and sent.</returns>
        public long Scaled(double value)
        {
            return (long)System.Math.Floor((value * DecimalText.Power10(WireDecimals - DisplayPowerOfTen)) + 0.5);
        }

        /// <returns>The channel of that name, or null.</returns>
        public static Channel Find(string name)
        {
            int index = IndexOf(name);
            return index < 0 ? null : All[index];
        }

        /// <returns>The index of the channel of that name in <see cref="All"/>, or -1.</returns>
        public static int IndexOf(string name)
        {
            for (int i = 0; i < All.Length; i++)
            {
                if (All[i].Name == name)
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
