namespace WaterNode.Sync.Records;

/// <summary>A decimal number exactly as it was sent: <c>Mantissa * 10^-Decimals</c>. Binary floating point never touches a reading.</summary>
/// <remarks>Always normalised (no trailing zero in the mantissa; zero has 0 decimals), so that equal numbers are equal values.
/// Display units differ from SenML's by powers of ten, so a conversion is a shift of <see cref="Decimals"/>.</remarks>
public readonly record struct Scaled
{
    /// <summary>Decimals lie from -30 to 30: beyond that no quantity of this field is meant.</summary>
    public const int DecimalsMax = 30;

    public Scaled(long mantissa, int decimals)
    {
        if (mantissa == 0) decimals = 0;
        while (mantissa != 0 && mantissa % 10 == 0 && decimals > -DecimalsMax)
        {
            mantissa /= 10;
            decimals--;
        }
        if (decimals is < -DecimalsMax or > DecimalsMax) throw new ArgumentOutOfRangeException(nameof(decimals), decimals, "outside -30 to 30");
        Mantissa = mantissa;
        Decimals = decimals;
    }

    public long Mantissa { get; }

    public int Decimals { get; }

    /// <summary>The number times 10^<paramref name="powerOfTen"/>.</summary>
    public Scaled Shift(int powerOfTen) => new(Mantissa, Decimals - powerOfTen);

    /// <summary>The nearest double: for charts and comparisons, never for storing.</summary>
    public double ToDouble() => double.Parse($"{Mantissa}e{-Decimals}", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Reads a JSON number (RFC 8259, section 6).</summary>
    /// <returns>False when the text is no number, has more than 18 significant digits, or lies outside the decimals allowed: it would have to be rounded.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Scaled value)
    {
        value = default;
        var negative = text.StartsWith("-");
        if (negative) text = text[1..];
        if (text.IsEmpty || !char.IsAsciiDigit(text[0])) return false;

        long mantissa = 0;
        int decimals = 0, position = 0, trailingZeros = 0;
        var seenPoint = false;
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (c == '.' && !seenPoint) { seenPoint = true; continue; }
            if (!char.IsAsciiDigit(c)) break;
            if (seenPoint) decimals++;
            // Zeros are held back, so that 1.000...0 of any length is exact.
            if (c == '0') { if (trailingZeros < 1000) trailingZeros++; continue; }
            for (; trailingZeros >= 0; trailingZeros--)
            {
                if (mantissa > long.MaxValue / 100) return false;
                mantissa *= 10;
                if (mantissa == 0) trailingZeros = 0;
            }
            trailingZeros = 0;
            mantissa += c - '0';
        }
        if (text[position - 1] == '.') return false;
        if (position < text.Length && !TryExponent(text[position..], ref decimals)) return false;
        if (mantissa == 0) { value = default; return true; }
        decimals -= trailingZeros;
        if (decimals is < -DecimalsMax or > DecimalsMax) return false;
        value = new Scaled(negative ? -mantissa : mantissa, decimals);
        return true;
    }

    private static bool TryExponent(ReadOnlySpan<char> text, ref int decimals)
    {
        if (text[0] is not ('e' or 'E') || text.Length is < 2 or > 6) return false;
        if (!int.TryParse(text[1..], System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var exponent)) return false;
        decimals -= exponent;
        return true;
    }

    /// <summary>Plain decimal notation without exponent: valid JSON.</summary>
    public override string ToString()
    {
        if (Decimals <= 0) return Mantissa.ToString(System.Globalization.CultureInfo.InvariantCulture) + new string('0', -Decimals);
        var digits = Math.Abs((decimal)Mantissa).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(Decimals + 1, '0');
        return $"{(Mantissa < 0 ? "-" : "")}{digits[..^Decimals]}.{digits[^Decimals..]}";
    }
}
