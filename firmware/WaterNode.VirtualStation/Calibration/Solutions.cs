using WaterNode.Simulation.Water;

namespace WaterNode.Simulation.Calibration;

/// <summary>What a technician brings along: buffers and standards at room temperature, each a little off what its label says.</summary>
public static class Solutions
{
    public const double RoomCelsius = 25;

    /// <summary>Standard deviations from the label, of the standards as a share.</summary>
    public const double BufferDeviationPh = 0.007, ConductivityDeviation = 0.004, FluorideDeviation = 0.015;

    /// <summary>Buffers are about 0.05 mol/L: the junction's potential in them is what the electrode's own model counts from.</summary>
    private const double BufferMicroSiemensPerCm = 5000;

    /// <summary>1.94 % per kelvin near 25 degrees C (1278, 1413 and 1552 microsiemens per cm at 20, 25 and 30).</summary>
    private const double ChloridePerKelvin = 0.0194;

    /// <summary>Chloride in contact with air.</summary>
    private const double ChloridePh = 5.6;

    private const double FluorideStandardPh = 6.5, FluorideStandardMicroSiemensPerCm = 300;

    // JIS Z 8802 at 25 degrees C (phthalate, phosphate, borax, carbonate); 7.00 is a technical buffer.
    private static readonly (string Label, double Ph)[] Buffers = [("4.01", 4.01), ("6.86", 6.86), ("7.00", 7.00), ("9.18", 9.18), ("10.01", 10.02)];

    private static readonly (string Label, double MicroSiemensPerCm)[] Conductivities = [("84", 84), ("1413", 1413), ("12880", 12880)];

    private static readonly (string Label, double MilligramsPerLitre)[] Fluorides = [("0.1", 0.1), ("0.4", 0.4), ("1", 1), ("2", 2), ("4", 4), ("10", 10)];

    /// <summary>The bottles for the electrodes, by label; one bottle has one deviation for ever.</summary>
    /// <param name="random">Decides the deviations.</param>
    public static IReadOnlyDictionary<string, WaterState> ForElectrodes(Random random) =>
        Buffers.Select(buffer => KeyValuePair.Create(buffer.Label, new WaterState(RoomCelsius, buffer.Ph + random.NextNormal(BufferDeviationPh), BufferMicroSiemensPerCm, 0, 0)))
            .Concat(Conductivities.Select(standard => KeyValuePair.Create(standard.Label, Chloride(standard.MicroSiemensPerCm * (1 + random.NextNormal(ConductivityDeviation))))))
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>The fluoride standards, by their mg/L.</summary>
    /// <inheritdoc cref="ForElectrodes"/>
    public static IReadOnlyDictionary<string, WaterState> ForFluoride(Random random) =>
        Fluorides.ToDictionary(standard => standard.Label, standard => Fluoride(standard.MilligramsPerLitre * (1 + random.NextNormal(FluorideDeviation))), StringComparer.Ordinal);

    private static WaterState Chloride(double microSiemensPerCm) => new(RoomCelsius, ChloridePh, microSiemensPerCm, 0, 0)
    {
        Matrix = WaterMatrix.Plain with { ConductivityPerKelvin = ChloridePerKelvin },
    };

    /// <summary>Nothing in a standard binds fluoride.</summary>
    private static WaterState Fluoride(double milligramsPerLitre) => new(RoomCelsius, FluorideStandardPh, FluorideStandardMicroSiemensPerCm, milligramsPerLitre, 0)
    {
        Matrix = WaterMatrix.Plain with { BoundFluorideShare = 0 },
    };
}
