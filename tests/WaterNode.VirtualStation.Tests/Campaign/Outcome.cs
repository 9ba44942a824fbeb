using WaterNode.Simulation.Water;
using WaterNode.Station.Wire;

namespace WaterNode.Simulation.Tests.Campaign;

/// <summary>One result beside the truth, both in the channel's display unit.</summary>
/// <param name="Factor">Coverage factor of the stated 95 % interval, two-sided.</param>
internal sealed record Outcome(
    int Channel, double Truth, bool HasValue, double Value, double Uncertainty, double Factor, double DetectionLimit, int Quality, int Reasons, Verdict Verdict)
{
    public bool IsPass => HasValue && Quality == QualityFlag.Pass;

    public double Error => Value - Truth;

    public bool IsCovered => Math.Abs(Error) <= Factor * Uncertainty;

    public double RelativeUncertainty => Uncertainty / Truth;

    public static Outcome Of(Reading reading, WaterState water)
    {
        var scale = Math.Pow(10, reading.Channel.DisplayPowerOfTen - reading.Channel.WireDecimals);
        return new Outcome(
            reading.ChannelIndex,
            TruthOf(reading.ChannelIndex, water),
            reading.HasValue,
            reading.Value * scale,
            reading.Uncertainty * scale,
            CoverageFactor.TwoSided(reading.GuardThousandths / 1000.0),
            reading.DetectionLimit * scale,
            reading.Quality,
            reading.Reasons,
            reading.Verdict);
    }

    private static double TruthOf(int channel, WaterState water) => channel switch
    {
        Station.Wire.Channel.Temp => water.TemperatureCelsius,
        Station.Wire.Channel.Ph => water.Ph,
        Station.Wire.Channel.Ec => water.Conductivity25MicroSiemensPerCm,
        Station.Wire.Channel.F => water.FluorideMilligramsPerLitre,
        Station.Wire.Channel.As => water.ArsenicMicrogramsPerLitre,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "no truth for this channel"),
    };
}
