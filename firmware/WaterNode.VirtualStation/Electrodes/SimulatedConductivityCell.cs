namespace WaterNode.Simulation.Electrodes;

/// <summary>A two-electrode conductivity cell with its own cell constant.</summary>
/// <remarks>The water's temperature coefficient depends on which salts it holds. The station uses the one curve of ISO 7888 for all natural waters.</remarks>
public sealed class SimulatedConductivityCell
{
    /// <summary>What the board's front end makes of a conductance: 1,000 microsiemens give 1 V.</summary>
    public const double FrontEndMicroVoltsPerSiemens = 1e9;

    private readonly double _waterCoefficientPerKelvin;

    /// <param name="random">Decides this specimen and the salts of its water.</param>
    public SimulatedConductivityCell(Random random)
    {
        CellConstantPerCm = 1 + random.NextWithin(0.06);
        _waterCoefficientPerKelvin = 0.0207 + 0.0008 * random.NextDouble();
    }

    /// <summary>1/cm; 1.0 within 6 %.</summary>
    public double CellConstantPerCm { get; }

    /// <param name="conductivity25MicroSiemensPerCm">Conductivity of the water referred to 25 degrees C.</param>
    /// <returns>Conductance between the plates, siemens.</returns>
    public double ConductanceSiemens(double conductivity25MicroSiemensPerCm, double celsius) =>
        conductivity25MicroSiemensPerCm * 1e-6 * (1 + _waterCoefficientPerKelvin * (celsius - 25)) / CellConstantPerCm;

    /// <summary>The conductance in potassium chloride, whose coefficient differs from that of natural water: 1.94 % per kelvin near 25 degrees C (1278, 1413 and 1552 microsiemens per cm at 20, 25 and 30).</summary>
    public double ConductanceInChlorideSiemens(double conductivity25MicroSiemensPerCm, double celsius) =>
        conductivity25MicroSiemensPerCm * 1e-6 * (1 + 0.0194 * (celsius - 25)) / CellConstantPerCm;
}
