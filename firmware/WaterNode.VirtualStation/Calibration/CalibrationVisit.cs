using WaterNode.Simulation.Electrodes;
using WaterNode.Station.Operation;

namespace WaterNode.Simulation.Calibration;

/// <summary>A technician's visit: buffers and standards, each a little off what its label says, measured on this station's own electrodes.</summary>
/// <param name="random">Decides the errors of buffers, standards and thermometer.</param>
/// <remarks>The constants are worked out here, not by the station's own code: a mistake there must show, not cancel.</remarks>
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
    private const double LowFluorideMilligramsPerLitre = 0.4, HighFluorideMilligramsPerLitre = 4;

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
        var atPhosphate = InBuffer(PhosphatePh, time);
        var ideal = Thermodynamics.MilliVoltsPerDecade(RoomCelsius + random.NextNormal(ThermometerDeviationCelsius));
        config.PhEfficiency = (InBuffer(PhthalatePh, time) - atPhosphate) / (ideal * (PhosphatePh - PhthalatePh));
        config.PhOffsetMilliVolts = atPhosphate - config.PhEfficiency * ideal * (7 - PhosphatePh);
        config.PhCalibration = 1;
    }

    private void CalibrateConductivity(StationConfig config, DateTimeOffset time)
    {
        electrodes.Conductivity.Clean(time);
        var standard = ChlorideMicroSiemensPerCm * (1 + random.NextNormal(StandardDeviation));
        var siemens = electrodes.Conductivity.ConductanceInChlorideSiemens(standard, RoomCelsius + random.NextNormal(ThermometerDeviationCelsius), time);
        var shown = electrodes.Conductivity.ZeroMicroVolts + siemens * SimulatedConductivityCell.FrontEndMicroVoltsPerSiemens;
        var microVolts = Average((out int converted) => adc.ConvertConductivity(shown, out converted));
        config.EcMicroVoltsPerMicroSiemens = SimulatedConductivityCell.FrontEndMicroVoltsPerSiemens * 1e-6;
        config.EcCellConstantPerCentimetre = ChlorideMicroSiemensPerCm * config.EcMicroVoltsPerMicroSiemens / microVolts;
        config.EcCalibration = 2;
    }

    private void CalibrateFluoride(StationConfig config, DateTimeOffset time)
    {
        var low = InFluoride(LowFluorideMilligramsPerLitre, time);
        var high = InFluoride(HighFluorideMilligramsPerLitre, time);
        var slope = (low - high) / Math.Log10(HighFluorideMilligramsPerLitre / LowFluorideMilligramsPerLitre);
        config.FluorideCalibrationCelsius = WellCelsius + random.NextNormal(ThermometerDeviationCelsius);
        config.FluorideEfficiency = slope / Thermodynamics.MilliVoltsPerDecade(config.FluorideCalibrationCelsius);
        config.FluorideE0MilliVolts = low + slope * Math.Log10(LowFluorideMilligramsPerLitre);
        config.FluorideStandardsWereDiluted = true;
        config.FluorideCalibration = 3;
    }

    /// <returns>mV.</returns>
    private double InBuffer(double ph, DateTimeOffset time) =>
        ElectrodeMilliVolts(electrodes.Glass.PotentialMilliVolts(ph + random.NextNormal(BufferDeviationPh), RoomCelsius, time));

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
