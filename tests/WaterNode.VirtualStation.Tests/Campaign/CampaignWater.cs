using WaterNode.Simulation.Water;

namespace WaterNode.Simulation.Tests.Campaign;

/// <summary>Water that is what the campaign says.</summary>
internal sealed class CampaignWater : IWater
{
    public WaterState Now { get; set; }

    /// <summary>A water of the region: any of them, not the likely ones.</summary>
    public static WaterState Draw(Random random) => new(
        TemperatureCelsius: random.NextBetween(18, 32),
        Ph: random.NextBetween(6, 9),
        Conductivity25MicroSiemensPerCm: random.NextLogBetween(60, 2500),
        FluorideMilligramsPerLitre: random.NextLogBetween(0.2, 5),
        ArsenicMicrogramsPerLitre: random.NextLogBetween(0.1, 100))
    {
        Matrix = WaterMatrix.Draw(random),
    };
}
