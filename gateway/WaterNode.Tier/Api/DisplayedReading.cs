using WaterNode.Sync.Records;
using Channel = WaterNode.Station.Wire.Channel;

namespace WaterNode.Tier.Api;

/// <summary>A reading's numbers in the unit for people. Only decimal points move: nothing is rounded.</summary>
/// <param name="Decimals">Decimals shown to people; null for a channel that this version does not know.</param>
public sealed record DisplayedReading(Scaled? Value, string Unit, Scaled? Uncertainty, Scaled? DetectionLimit, int? Decimals)
{
    /// <returns>In the channel's display unit; unchanged when the channel is unknown, has another unit than SenML's,
    /// or has a number so large that it cannot be shifted.</returns>
    public static DisplayedReading Of(Reading reading)
    {
        var channel = Channel.Find(reading.Channel);
        var power = channel?.DisplayPowerOfTen ?? 0;
        if (channel is null || channel.WireUnit != reading.Unit || !CanShift(reading, power))
            return new(reading.Value, reading.Unit, reading.Uncertainty, reading.DetectionLimit, null);

        return new(reading.Value?.Shift(power), channel.DisplayUnit, reading.Uncertainty?.Shift(power), reading.DetectionLimit?.Shift(power), channel.DisplayDecimals);
    }

    private static bool CanShift(Reading reading, int power) =>
        CanShift(reading.Value, power) && CanShift(reading.Uncertainty, power) && CanShift(reading.DetectionLimit, power);

    private static bool CanShift(Scaled? number, int power) =>
        number is not { } scaled || scaled.Decimals - power is >= -Scaled.DecimalsMax and <= Scaled.DecimalsMax;
}
