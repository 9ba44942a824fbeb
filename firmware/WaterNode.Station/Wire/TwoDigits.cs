namespace WaterNode.Station.Wire
{
    /// <summary>Numbers of two significant digits, as uncertainties are stated: two bytes in the journal.</summary>
    public static class TwoDigits
    {
        /// <summary>Rounds up, so that an uncertainty is never understated: 101 becomes 110.</summary>
        /// <param name="value">0 or more.</param>
        public static long RoundUp(long value)
        {
            long power = 1;
            while (value > 99)
            {
                value = (value + 9) / 10;
                power *= 10;
            }

            return value * power;
        }

        /// <param name="value">A result of <see cref="RoundUp"/>.</param>
        public static void Write(long value, ByteWriter writer)
        {
            int exponent = 0;
            while (value > 99)
            {
                value /= 10;
                exponent++;
            }

            writer.Byte((byte)value);
            writer.Byte((byte)exponent);
        }

        public static long Read(ByteReader reader)
        {
            long digits = reader.Byte();
            return digits * DecimalText.Power10(reader.Byte());
        }
    }
}
