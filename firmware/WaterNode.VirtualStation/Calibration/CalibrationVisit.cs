using WaterNode.Simulation.Electrodes;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;

namespace WaterNode.Simulation.Calibration;

/// <summary>A technician's visit: buffers and standards, each a little off what its label says, measured on this station's own electrodes.</summary>
/// <param name="random">Decides the errors of buffers, standards and thermometer.</param>
/// <remarks>The station works its constants out by itself, as it does when a technician presses its buttons: what it makes of them is
/// held against the true water. A sensor that it refuses (worn out by then) stays uncalibrated.</remarks>
public sealed class CalibrationVisit(SimulatedInstruments instruments, Random random)
{
    private readonly ElectrodeSet electrodes = instruments.Electrodes;
    private readonly SimulatedAdc adc = instruments.Adc;

    private const double RoomCelsius = 25;

    /// <summary>Fluoride standards are brought to about the temperature of the wells.</summary>
    private const double WellCelsius = 28;

    private const double BufferDeviationPh = 0.007, StandardDeviation = 0.004, FluorideStandardDeviation = 0.015, ThermometerDeviationCelsius = 0.2;

    // JIS Z 8802: phthalate and phosphate at 25 degrees C.
    private const double PhthalatePh = 4.01, PhosphatePh = 6.86;

    private const double ChlorideMicroSiemensPerCm = 1413;

    /// <summary>Around the limits of 1.0 and 1.5, above the bend of the electrode.</summary>
    private static readonly double[] FluorideMilligramsPerLitre = [0.4, 1, 4];

    /// <summary>Standards are mixed with TISAB one to one, as samples are.</summary>
    private const double StandardShare = 0.5;

    private const int Conversions = 16;

    /// <summary>All electrodes on one day.</summary>
    public StationConfig Configure(string id, DateTimeOffset at) => Configure(id, at, at, at);

    /// <returns>The station's defaults with the constants of these electrodes, each as it was on its day.</returns>
    public StationConfig Configure(string id, DateTimeOffset phAt, DateTimeOffset conductivityAt, DateTimeOffset fluorideAt)
    {
        var config = StationConfig.Default(id);
        CalibratePh(config, phAt);
        CalibrateConductivity(config, conductivityAt);
        CalibrateFluoride(config, fluorideAt);
        config.ArsenicCalibration = 4;
        return config;
    }

    private void CalibratePh(StationConfig config, DateTimeOffset time)
    {
        PhPoint[] points = [InBuffer(PhBuffer.Phosphate686, PhosphatePh, time), InBuffer(PhBuffer.Phthalate401, PhthalatePh, time)];
        if (PhCalibration.TryFit(points, points.Length, config.PhCalibration, out var calibration, out _)) config.PhCalibration = Dated(calibration, 1, time);
    }

    private void CalibrateConductivity(StationConfig config, DateTimeOffset time)
    {
        electrodes.Conductivity.Clean(time);
        var standard = ChlorideMicroSiemensPerCm * (1 + random.NextNormal(StandardDeviation));
        var siemens = electrodes.Conductivity.ConductanceInChlorideSiemens(standard, RoomCelsius, time);
        var shown = electrodes.Conductivity.ZeroMicroVolts + siemens * SimulatedConductivityCell.FrontEndMicroVoltsPerSiemens;
        var microVolts = Average((out int converted) => adc.ConvertConductivity(shown, out converted));
        config.EcMicroVoltsPerMicroSiemens = SimulatedConductivityCell.FrontEndMicroVoltsPerSiemens * 1e-6;
        var accepted = ConductivityCalibration.TryFit(
            ConductivityStandard.Chloride1413,
            microVolts / config.EcMicroVoltsPerMicroSiemens,
            conductanceUncertainty: 0,
            Thermometer(RoomCelsius),
            ThermometerDeviationCelsius,
            config.EcNominalCellConstantPerCentimetre,
            out var calibration,
            out _);
        if (accepted) config.EcCalibration = Dated(calibration, 2, time);
    }

    private void CalibrateFluoride(StationConfig config, DateTimeOffset time)
    {
        var celsius = Thermometer(WellCelsius);
        FluoridePoint[] points = [.. FluorideMilligramsPerLitre.Select(label => new FluoridePoint(label, InFluoride(label, time), celsius))];
        if (new FluorideFit().TryFit(points, points.Length, standardsWereDiluted: true, out var calibration, out _)) config.FluorideCalibration = Dated(calibration, 3, time);
    }

    private static T Dated<T>(T calibration, int id, DateTimeOffset time)
        where T : Station.Chemistry.Calibration
    {
        calibration.Id = id;
        calibration.TakenUtcSeconds = time.ToUnixTimeSeconds();
        return calibration;
    }

    private double Thermometer(double celsius) => celsius + random.NextNormal(ThermometerDeviationCelsius);

    private PhPoint InBuffer(PhBuffer buffer, double ph, DateTimeOffset time) =>
        new(buffer, ElectrodeMilliVolts(electrodes.Glass.PotentialMilliVolts(ph + random.NextNormal(BufferDeviationPh), RoomCelsius, time)), Thermometer(RoomCelsius));

    /// <returns>mV.</returns>
    private double InFluoride(double milligramsPerLitre, DateTimeOffset time) =>
        ElectrodeMilliVolts(electrodes.Fluoride.PotentialMilliVolts(
            milligramsPerLitre * (1 + random.NextNormal(FluorideStandardDeviation)) * StandardShare, boundShare: 0, 1 - StandardShare, WellCelsius, time));

    private double ElectrodeMilliVolts(double milliVolts) =>
        Average((out int converted) => adc.ConvertElectrode(1000 * milliVolts, out converted)) / 1000;

    private delegate Station.Ports.AdcStatus Conversion(out int microVolts);

    private static double Average(Conversion convert)
    {
        var sum = 0.0;
        for (var i = 0; i < Conversions; i++)
        {
            convert(out var microVolts);
            sum += microVolts;
        }
        return sum / Conversions;
    }
}
