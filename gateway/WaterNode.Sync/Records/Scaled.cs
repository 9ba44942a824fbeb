using System.Globalization;

namespace WaterNode.Sync.Records;

/// <summary>A decimal number exactly as it was sent: <c>Mantissa * 10^-Decimals</c>. Binary floating point never touches a reading.</summary>
/// <remarks>Always normalised (no trailing zero in the mantissa; zero has 0 decimals), so that equal numbers are equal values.
/// Display units differ from SenML's by powers of ten, so a conversion is a shift of <see cref="Decimals"/>.</remarks>
public readonly record struct Scaled
{
    /// <summary>A number that is read has -30 to 30 decimals: beyond that no quantity of this field is meant.</summary>
    public const int DecimalsMax = 30;

    /// <summary>A number that was shifted into another unit may have ten more, so that no conversion of what was read can fail.</summary>
    public const int DecimalsMaxShifted = DecimalsMax + 10;

    private const int SignificantDigitsMax = 18;
    private const int ExponentMax = 100_000;

    /// <exception cref="ArgumentOutOfRangeException">More decimals than <see cref="DecimalsMaxShifted"/> either way.</exception>
    public Scaled(long mantissa, int decimals)
    {
        if (mantissa == 0) decimals = 0;
        while (mantissa != 0 && mantissa % 10 == 0 && decimals > -DecimalsMaxShifted)
        {
            mantissa /= 10;
            decimals--;
        }
        if (decimals is < -DecimalsMaxShifted or > DecimalsMaxShifted)
        {
            throw new ArgumentOutOfRangeException(nameof(decimals), decimals, $"outside -{DecimalsMaxShifted} to {DecimalsMaxShifted}");
        }
        Mantissa = mantissa;
        Decimals = decimals;
    }

    public long Mantissa { get; }

    public int Decimals { get; }

    /// <summary>The number times 10^<paramref name="powerOfTen"/>.</summary>
    public Scaled Shift(int powerOfTen) => new(Mantissa, Decimals - powerOfTen);

    /// <summary>The nearest double: for charts and comparisons, never for storing.</summary>
    public double ToDouble() => double.Parse($"{Mantissa}e{-Decimals}", CultureInfo.InvariantCulture);

    /// <summary>Reads a JSON number (RFC 8259, section 6).</summary>
    /// <returns>False when the text is no such number, has more than 18 significant digits, or lies outside the decimals allowed: it would have to be rounded.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Scaled value)
    {
        value = default;
        var negative = text.StartsWith("-");
        if (negative) text = text[1..];
        if (!TrySplit(text, out var whole, out var fraction, out var exponent)) return false;
        if (!TryDigits(whole, fraction, out var mantissa, out var trailingZeros)) return false;
        if (mantissa == 0) return true;

        var decimals = fraction.Length - trailingZeros - exponent;
        if (decimals is < -DecimalsMax or > DecimalsMax) return false;
        value = new Scaled(negative ? -mantissa : mantissa, decimals);
        return true;
    }

    /// <summary>The grammar: <c>int [ frac ] [ exp ]</c>, without the sign.</summary>
    private static bool TrySplit(ReadOnlySpan<char> text, out ReadOnlySpan<char> whole, out ReadOnlySpan<char> fraction, out int exponent)
    {
        fraction = default;
        exponent = 0;
        whole = LeadingDigits(text);
        if (whole.IsEmpty || (whole.Length > 1 && whole[0] == '0')) return false;

        text = text[whole.Length..];
        if (text.StartsWith("."))
        {
            fraction = LeadingDigits(text[1..]);
            if (fraction.IsEmpty) return false;
            text = text[(1 + fraction.Length)..];
        }
        if (text.IsEmpty) return true;
        return text[0] is 'e' or 'E'
            && int.TryParse(text[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
            && exponent is >= -ExponentMax and <= ExponentMax;
    }

    private static ReadOnlySpan<char> LeadingDigits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text : text[..end];
    }

    /// <summary>Zeros are held back until a digit follows, so that 1.000...0 of any length is exact.</summary>
    private static bool TryDigits(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, out long mantissa, out int trailingZeros)
    {
        mantissa = 0;
        trailingZeros = 0;
        var significantDigits = 0;
        for (var i = 0; i < whole.Length + fraction.Length; i++)
        {
            var c = i < whole.Length ? whole[i] : fraction[i - whole.Length];
            if (c == '0')
            {
                if (significantDigits > 0) trailingZeros++;
                continue;
            }
            significantDigits += trailingZeros + 1;
            if (significantDigits > SignificantDigitsMax) return false;
            for (; trailingZeros >= 0; trailingZeros--) mantissa *= 10;
            trailingZeros = 0;
            mantissa += c - '0';
        }
        return true;
    }

    /// <summary>Plain decimal notation without exponent: valid JSON.</summary>
    public override string ToString()
    {
        if (Decimals <= 0) return Mantissa.ToString(CultureInfo.InvariantCulture) + new string('0', -Decimals);
        var digits = Math.Abs((decimal)Mantissa).ToString(CultureInfo.InvariantCulture).PadLeft(Decimals + 1, '0');
        return $"{(Mantissa < 0 ? "-" : "")}{digits[..^Decimals]}.{digits[^Decimals..]}";
    }
}
