using WaterNode.Simulation.Arsenic;
using WaterNode.Simulation.Electrodes;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Operation;

namespace WaterNode.Simulation.Calibration;

/// <summary>A technician's visit: buffers and standards, each a little off what its label says, measured on this station's own electrodes.</summary>
/// <param name="random">Decides the errors of buffers, standards and thermometer.</param>
/// <param name="time">Of the visit.</param>
/// <remarks>The station works its constants out by itself, as it does when a technician presses its buttons: what it makes of them is held against the true water.</remarks>
public sealed class CalibrationVisit(ElectrodeSet electrodes, SimulatedAdc adc, SimulatedGoldElectrode gold, Random random, DateTimeOffset time)
{
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

    /// <summary>Where the feet of the arsenic peak are read, mV from its top.</summary>
    private const double PeakFootMilliVolts = 90;

    /// <returns>The station's defaults with the constants of these electrodes.</returns>
    public StationConfig Configure(string id)
    {
        var config = StationConfig.Default(id);
        CalibratePh(config);
        CalibrateConductivity(config);
        CalibrateFluoride(config);
        MeasureArsenicBlank(config);
        return config;
    }

    private void CalibratePh(StationConfig config)
    {
        PhPoint[] points = [InBuffer(PhBuffer.Phosphate686, PhosphatePh), InBuffer(PhBuffer.Phthalate401, PhthalatePh)];
        if (!PhCalibration.TryFit(points, points.Length, config.PhCalibration, out var calibration, out var problem)) throw Refused("pH", problem);
        config.PhCalibration = Dated(calibration, 1);
    }

    private void CalibrateConductivity(StationConfig config)
    {
        var standard = ChlorideMicroSiemensPerCm * (1 + random.NextNormal(StandardDeviation));
        var siemens = electrodes.Conductivity.ConductanceInChlorideSiemens(standard, RoomCelsius);
        var microVolts = Average((out int converted) => adc.ConvertConductivity(siemens, out converted));
        var accepted = ConductivityCalibration.TryFit(
            ConductivityStandard.Chloride1413,
            microVolts / config.EcMicroVoltsPerMicroSiemens,
            conductanceUncertainty: 0,
            Thermometer(RoomCelsius),
            ThermometerDeviationCelsius,
            config.EcNominalCellConstantPerCentimetre,
            out var calibration,
            out var problem);
        if (!accepted) throw Refused("conductivity", problem);
        config.EcCalibration = Dated(calibration, 2);
    }

    private void CalibrateFluoride(StationConfig config)
    {
        var celsius = Thermometer(WellCelsius);
        FluoridePoint[] points = [.. FluorideMilligramsPerLitre.Select(label => new FluoridePoint(label, InFluoride(label), celsius))];
        if (!new FluorideFit().TryFit(points, points.Length, standardsWereDiluted: true, out var calibration, out var problem)) throw Refused("fluoride", problem);
        config.FluorideCalibration = Dated(calibration, 3);
    }

    private T Dated<T>(T calibration, int id)
        where T : Station.Chemistry.Calibration
    {
        calibration.Id = id;
        calibration.TakenUtcSeconds = time.ToUnixTimeSeconds();
        return calibration;
    }

    private static InvalidOperationException Refused(string sensor, CalibrationProblem problem) =>
        new($"The station refused the {sensor} calibration of its simulated electrode. {CalibrationProblemText.Of(problem)}");

    private double Thermometer(double celsius) => celsius + random.NextNormal(ThermometerDeviationCelsius);

    private void MeasureArsenicBlank(StationConfig config)
    {
        var peak = gold.PeakNanoAmperes(config.ArsenicDepositionMilliseconds / 1000.0, config.ArsenicDepositionMilliVolts, cellMicrogramsPerLitre: 0, electrolyteShare: 0.5, time);
        double Current(double fromTop) => gold.CurrentNanoAmperes(gold.PeakMilliVolts + fromTop, peak);
        config.ArsenicBlankPicoAmperes = 1000 * (Current(0) - (Current(-PeakFootMilliVolts) + Current(PeakFootMilliVolts)) / 2);
        config.ArsenicCalibration = 4;
    }

    private PhPoint InBuffer(PhBuffer buffer, double ph) =>
        new(buffer, ElectrodeMilliVolts(electrodes.Glass.PotentialMilliVolts(ph + random.NextNormal(BufferDeviationPh), RoomCelsius, time)), Thermometer(RoomCelsius));

    /// <returns>mV.</returns>
    private double InFluoride(double milligramsPerLitre) =>
        ElectrodeMilliVolts(electrodes.Fluoride.PotentialMilliVolts(
            milligramsPerLitre * (1 + random.NextNormal(FluorideStandardDeviation)) * StandardShare, 1 - StandardShare, WellCelsius, time));

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
