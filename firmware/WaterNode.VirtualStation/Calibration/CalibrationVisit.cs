using WaterNode.Simulation.Electrodes;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;

namespace WaterNode.Simulation.Calibration;

/// <summary>A technician's visit: buffers and standards, each a little off what its label says, measured on this station's own electrodes.</summary>
/// <param name="random">Decides the errors of buffers, standards and thermometer, and how thorough this technician is.</param>
/// <remarks>The station works its constants out by itself, as it does when a technician presses its buttons: what it makes of them is held against the true water.</remarks>
public sealed class CalibrationVisit(SimulatedInstruments instruments, Random random)
{
    private const double RoomCelsius = Solutions.RoomCelsius;

    /// <summary>Fluoride standards are brought to about the temperature of the wells.</summary>
    private const double WellCelsius = 28;

    private const double ThermometerDeviationCelsius = 0.2;

    // JIS Z 8802: phthalate, phosphate and borax at 25 degrees C.
    private const double PhthalatePh = 4.01, PhosphatePh = 6.86, BoraxPh = 9.18;

    private const double ChlorideMicroSiemensPerCm = 1413;

    /// <summary>Around the limits of 1.0 and 1.5, above the bend of the electrode; the longer row shows the bend too.</summary>
    private static readonly double[] UsualFluorideMilligramsPerLitre = [0.4, 1, 4], LongFluorideMilligramsPerLitre = [0.1, 0.4, 1, 4];

    /// <summary>Standards are mixed with TISAB one to one, as samples are.</summary>
    private const double StandardShare = 0.5;

    private const int Conversions = 16;

    /// <summary>A calibration that the station refuses is repeated with fresh solutions, so many times at most.</summary>
    private const int TriesMax = 8;

    private readonly ElectrodeSet _electrodes = instruments.Electrodes;

    /// <summary>All electrodes on one day.</summary>
    public StationConfig Configure(string id, DateTimeOffset at) => Configure(id, at, at, at);

    /// <returns>The station's defaults with the constants of these electrodes, each as it was on its day.</returns>
    /// <exception cref="CalibrationRefusedException">The station refuses one of them.</exception>
    public StationConfig Configure(string id, DateTimeOffset phAt, DateTimeOffset conductivityAt, DateTimeOffset fluorideAt)
    {
        var config = StationConfig.Default(id);
        config.EcMicroVoltsPerMicroSiemens = SimulatedConductivityCell.FrontEndMicroVoltsPerSiemens * 1e-6;
        config.PhCalibration = Dated(CalibratePh(phAt), 1, phAt);
        config.EcCalibration = Dated(CalibrateConductivity(config, conductivityAt), 2, conductivityAt);
        config.FluorideCalibration = Dated(CalibrateFluoride(fluorideAt), 3, fluorideAt);
        config.ArsenicCalibration = 4;
        config.ArsenicStandardTakenUtcSeconds = fluorideAt.ToUnixTimeSeconds();
        return config;
    }

    private PhCalibration CalibratePh(DateTimeOffset time)
    {
        var withBorax = random.NextDouble() < 0.5;
        return UntilAccepted("pH", (out CalibrationProblem problem) =>
        {
            PhPoint[] points = withBorax
                ? [InBuffer(PhBuffer.Phosphate686, PhosphatePh, time), InBuffer(PhBuffer.Phthalate401, PhthalatePh, time), InBuffer(PhBuffer.Borax918, BoraxPh, time)]
                : [InBuffer(PhBuffer.Phosphate686, PhosphatePh, time), InBuffer(PhBuffer.Phthalate401, PhthalatePh, time)];
            return PhCalibration.TryFit(points, points.Length, null, out var calibration, out problem) ? calibration : null;
        });
    }

    private ConductivityCalibration CalibrateConductivity(StationConfig config, DateTimeOffset time)
    {
        var cell = _electrodes.Conductivity;
        cell.Clean(time);
        return UntilAccepted("conductivity", (out CalibrationProblem problem) =>
        {
            var standard = ChlorideMicroSiemensPerCm * (1 + random.NextNormal(Solutions.ConductivityDeviation));
            var shown = cell.ZeroMicroVolts + cell.ConductanceInChlorideSiemens(standard, RoomCelsius, time) * SimulatedConductivityCell.FrontEndMicroVoltsPerSiemens;
            var microVolts = Average((out int converted) => instruments.Adc.ConvertConductivity(shown, out converted));
            return ConductivityCalibration.TryFit(
                ConductivityStandard.Chloride1413,
                microVolts / config.EcMicroVoltsPerMicroSiemens,
                conductanceUncertainty: 0,
                Thermometer(RoomCelsius),
                ThermometerDeviationCelsius,
                config.EcNominalCellConstantPerCentimetre,
                out var calibration,
                out problem) ? calibration : null;
        });
    }

    private FluorideCalibration CalibrateFluoride(DateTimeOffset time)
    {
        var labels = random.NextDouble() < 0.5 ? UsualFluorideMilligramsPerLitre : LongFluorideMilligramsPerLitre;
        return UntilAccepted("fluoride", (out CalibrationProblem problem) =>
        {
            var celsius = Thermometer(WellCelsius);
            FluoridePoint[] points = [.. labels.Select(label => new FluoridePoint(label, InFluoride(label, time), celsius))];
            return new FluorideFit().TryFit(points, points.Length, standardsWereDiluted: true, out var calibration, out problem) ? calibration : null;
        });
    }

    private delegate T? Attempt<T>(out CalibrationProblem problem);

    private static T UntilAccepted<T>(string sensor, Attempt<T> attempt)
        where T : class
    {
        var problem = CalibrationProblem.None;
        for (var i = 0; i < TriesMax; i++)
        {
            if (attempt(out problem) is { } accepted) return accepted;
        }
        throw new CalibrationRefusedException($"The station refused the {sensor} calibration of its simulated electrode. {CalibrationProblemText.Of(problem)}");
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
        new(buffer, ElectrodeMilliVolts(_electrodes.Glass.PotentialMilliVolts(ph + random.NextNormal(Solutions.BufferDeviationPh), RoomCelsius, time)), Thermometer(RoomCelsius));

    /// <returns>mV.</returns>
    private double InFluoride(double milligramsPerLitre, DateTimeOffset time) =>
        ElectrodeMilliVolts(_electrodes.Fluoride.PotentialMilliVolts(
            milligramsPerLitre * (1 + random.NextNormal(Solutions.FluorideDeviation)) * StandardShare, boundShare: 0, 1 - StandardShare, WellCelsius, time));

    private double ElectrodeMilliVolts(double milliVolts) =>
        Average((out int converted) => instruments.Adc.ConvertElectrode(1000 * milliVolts, out converted)) / 1000;

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
