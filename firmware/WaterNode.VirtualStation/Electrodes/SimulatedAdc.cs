using WaterNode.Simulation.Events;
using WaterNode.Simulation.Fluidics;
using WaterNode.Simulation.Water;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Electrodes;

/// <summary>The three electrodes behind their front ends and the converter.</summary>
public sealed class SimulatedAdc(
    SimulatedWell well,
    MixedCell fluorideCell,
    ElectrodeSet electrodes,
    SimulatedConverter converter,
    EventSchedule events,
    TimeProvider calendar) : IAdc
{
    private const int ElectrodeRangeMicroVolts = 512_000, ConductivityRangeMicroVolts = 2_048_000;
    private const double ElectrodeNoiseMicroVolts = 60, ConductivityNoiseMicroVolts = 150;

    /// <summary>An electrode in the air, or a broken lead: the buffer's bias current drives the input to the end of its range.</summary>
    private const double OpenInputMicroVolts = 1_650_000;

    /// <summary>Below this volume in the cell the fluoride electrode hangs in the air.</summary>
    private const double ImmersedMicroLitres = 1000;

    public AdcStatus Read(AdcInput input, out int microVolts)
    {
        var water = well.Now;
        var time = calendar.GetUtcNow();
        return input switch
        {
            AdcInput.Ph => ConvertElectrode(PhMicroVolts(water, time), out microVolts),
            AdcInput.Fluoride => ConvertElectrode(FluorideMicroVolts(water, time), out microVolts),
            AdcInput.Conductivity => ConvertConductivity(electrodes.Conductivity.ConductanceSiemens(water.Conductivity25MicroSiemensPerCm, water.TemperatureCelsius), out microVolts),
            _ => throw new ArgumentOutOfRangeException(nameof(input), input, "no such input"),
        };
    }

    /// <summary>Converts a potential as the electrodes' inputs do: also the technician's view while calibrating.</summary>
    public AdcStatus ConvertElectrode(double microVolts, out int converted) =>
        converter.Convert(microVolts, ElectrodeRangeMicroVolts, ElectrodeNoiseMicroVolts, out converted);

    /// <summary>Converts a conductance as the conductivity input does.</summary>
    public AdcStatus ConvertConductivity(double siemens, out int converted) =>
        converter.Convert(siemens * SimulatedConductivityCell.FrontEndMicroVoltsPerSiemens, ConductivityRangeMicroVolts, ConductivityNoiseMicroVolts, out converted);

    private double PhMicroVolts(WaterState water, DateTimeOffset time) =>
        events.IsUnderWay(StationEventKind.DeadElectrode)
            ? OpenInputMicroVolts
            : 1000 * electrodes.Glass.PotentialMilliVolts(water.Ph, water.TemperatureCelsius, time);

    private double FluorideMicroVolts(WaterState water, DateTimeOffset time) =>
        fluorideCell.VolumeMicroLitres < ImmersedMicroLitres
            ? OpenInputMicroVolts
            : 1000 * electrodes.Fluoride.PotentialMilliVolts(fluorideCell.Concentration, fluorideCell.ReagentShare, water.TemperatureCelsius, time);
}
