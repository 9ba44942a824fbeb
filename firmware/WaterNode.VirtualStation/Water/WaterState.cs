namespace WaterNode.Simulation.Water;

/// <summary>What the water really is at one moment: the truth that the station only estimates.</summary>
/// <param name="TemperatureCelsius">Degrees C.</param>
/// <param name="Ph">pH at that temperature.</param>
/// <param name="Conductivity25MicroSiemensPerCm">Conductivity referred to 25 degrees C, microsiemens per cm.</param>
/// <param name="FluorideMilligramsPerLitre">Total fluoride, mg/L.</param>
/// <param name="ArsenicMicrogramsPerLitre">Total inorganic arsenic, micrograms per litre.</param>
public readonly record struct WaterState(
    double TemperatureCelsius,
    double Ph,
    double Conductivity25MicroSiemensPerCm,
    double FluorideMilligramsPerLitre,
    double ArsenicMicrogramsPerLitre)
{
    /// <summary>What else is in the water and disturbs the measurement of the five; of a well it never changes.</summary>
    public WaterMatrix Matrix { get; init; } = WaterMatrix.Plain;
}
