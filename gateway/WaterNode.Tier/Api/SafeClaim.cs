using System.Globalization;
using System.Numerics;
using WaterNode.Station.Quality;
using WaterNode.Sync.Records;
using WaterNode.Tier.Store;
using Channel = WaterNode.Station.Wire.Channel;

namespace WaterNode.Tier.Api;

/// <summary>Whether the numbers that came with a station's "safe" show it: nobody is told to drink on the strength of a word alone.</summary>
public static class SafeClaim
{
    /// <summary>The numbers do not show that the water is within the limit, or say too little to show anything.</summary>
    public const string Contradicted = "verdict-contradicted";

    /// <summary>The station named no limit set, or one that this version does not know.</summary>
    public const string UnknownLimitSet = "unknown-limit-set";

    /// <summary>The limit set has no limit for this channel that was read in the standard.</summary>
    public const string LimitUnverified = "limit-unverified";

    /// <summary>One-sided 95 % of the normal distribution (JCGM 106:2012), as the station guards; in thousandths, so that the sum is exact.</summary>
    private const int GuardThousandths = 1645;

    /// <returns>Why a "safe" on this reading cannot be repeated, as a reason code; null when its numbers show it, or when the station did not say safe.</returns>
    public static string? DoubtOf(StoredReading stored)
    {
        if (stored.Reading.Verdict != StationVerdict.Safe) return null;
        if (stored.LimitSet is not { } id || LimitSets.Find(id) is not { } set) return UnknownLimitSet;
        var index = Array.FindIndex(Channel.All, channel => channel.Name == stored.Reading.Channel);
        if (index < 0 || set.Of(index) is not { } limit) return LimitUnverified;
        return IsWithin(stored.Reading, Channel.All[index], limit) ? null : Contradicted;
    }

    private static bool IsWithin(Reading reading, Channel channel, Limit limit)
    {
        if (DisplayedReading.Of(reading) is not { Decimals: not null, Value: { } value, Uncertainty: { Mantissa: > 0 } uncertainty }) return false;
        if (limit.High != Limit.None && Compare(value, GuardThousandths, uncertainty, limit.High) > 0) return false;
        // As on the station: the least fluoride that a standard wants is for teeth, and less of it is no danger.
        return limit.Low == Limit.None || channel.IsHealth || Compare(value, -GuardThousandths, uncertainty, limit.Low) >= 0;
    }

    /// <returns>The sign of <c>value + thousandths / 1000 * uncertainty - bound</c>, without any rounding.</returns>
    private static int Compare(Scaled value, int thousandths, Scaled uncertainty, double bound) =>
        (Whole(value, 1000) + Whole(uncertainty, thousandths) - Whole(Exact(bound), 1000)).Sign;

    /// <summary>The number times <paramref name="factor"/> in units of 10^-<see cref="Scaled.DecimalsMaxShifted"/>.</summary>
    private static BigInteger Whole(Scaled number, int factor) =>
        BigInteger.Pow(10, Scaled.DecimalsMaxShifted - number.Decimals) * number.Mantissa * factor;

    /// <summary>A limit as it is printed in its standard: 1.5 and not the double that lies nearest.</summary>
    private static Scaled Exact(double bound) => Scaled.TryParse(bound.ToString("R", CultureInfo.InvariantCulture), out var number)
        ? number
        : throw new ArgumentOutOfRangeException(nameof(bound), bound, "A limit is a number of few digits.");
}
