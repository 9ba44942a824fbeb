using WaterNode.Simulation.Calibration;
using WaterNode.Simulation.Events;
using WaterNode.Simulation.Fluidics;
using WaterNode.Simulation.Water;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Electrodes;

/// <summary>The three electrodes behind their leads, their front ends and the converter.</summary>
/// <param name="random">Decides the leads, their noise, and where the inputs stand when the analogue rail comes on.</param>
public sealed class SimulatedAdc(
    SensorPlaces places,
    SimulatedFluidics fluidics,
    ElectrodeSet electrodes,
    SimulatedConverter converter,
    EventSchedule events,
    TimeProvider calendar,
    Random random) : IAdc
{
    private const int ElectrodeRangeMicroVolts = 512_000, ConductivityRangeMicroVolts = 2_048_000;

    /// <summary>Rectifier and converter; the conductivity lead is of low impedance.</summary>
    private const double ConductivityNoiseMicroVolts = 60;

    /// <summary>An electrode in the air, or a broken lead: the buffer's bias current drives the input to the end of its range.</summary>
    private const double OpenInputMicroVolts = 1_650_000;

    /// <summary>Below this volume in the cell the fluoride electrode hangs in the air.</summary>
    private const double ImmersedMicroLitres = 1000;

    // The electrometers' inputs are charged through the electrode's own resistance, the rectifier's filter from zero.
    private const double GlassAwakeDeviationMilliVolts = 15, ConductivityAwakeDeviationMicroVolts = 3000;

    private readonly SimulatedCable _glassLead = new(random), _fluorideLead = new(random);
    private readonly ElectrodeResponse _glass = new(random, GlassAwakeDeviationMilliVolts);
    private readonly ElectrodeResponse _conductivity = new(random, ConductivityAwakeDeviationMicroVolts);
    private readonly ElectrodeResponse _fluoride = new(random, awakeDeviation: 0);
    private DateTimeOffset _fluorideSince = DateTimeOffset.MinValue;
    private double _fluorideShown = electrodes.Fluoride.StandardMilliVolts;

    public AdcStatus Read(AdcInput input, out int microVolts)
    {
        var time = calendar.GetUtcNow();
        return input switch
        {
            AdcInput.Ph => ConvertElectrode(PhMicroVolts(places.Electrodes.Now, time) + _glassLead.NextMicroVolts(), out microVolts),
            AdcInput.Fluoride => ConvertElectrode(FluorideMicroVolts(places.FluorideLine.Now, time) + _fluorideLead.NextMicroVolts(), out microVolts),
            AdcInput.Conductivity => ConvertConductivity(ConductivityMicroVolts(places.Electrodes.Now, time), out microVolts),
            _ => throw new ArgumentOutOfRangeException(nameof(input), input, "no such input"),
        };
    }

    /// <summary>Converts a potential as the electrodes' inputs do: also the technician's view while calibrating, who waits and averages.</summary>
    public AdcStatus ConvertElectrode(double microVolts, out int converted) =>
        converter.Convert(microVolts, ElectrodeRangeMicroVolts, noiseMicroVolts: 0, out converted);

    /// <summary>Converts the voltage of the conductivity front end.</summary>
    public AdcStatus ConvertConductivity(double microVolts, out int converted) =>
        converter.Convert(microVolts, ConductivityRangeMicroVolts, ConductivityNoiseMicroVolts, out converted);

    private double PhMicroVolts(WaterState water, DateTimeOffset time)
    {
        if (events.IsUnderWay(StationEventKind.DeadElectrode)) return OpenInputMicroVolts;
        var settled = electrodes.Glass.PotentialMilliVolts(water, time);
        return 1000 * _glass.Follow(settled, electrodes.Glass.TimeConstantSeconds(water.Conductivity25MicroSiemensPerCm), time);
    }

    private double ConductivityMicroVolts(WaterState water, DateTimeOffset time)
    {
        var cell = electrodes.Conductivity;
        var settled = cell.ZeroMicroVolts + cell.ConductanceSiemens(water, time) * SimulatedConductivityCell.FrontEndMicroVoltsPerSiemens;
        return _conductivity.Follow(settled, cell.TimeConstantSeconds, time);
    }

    private double FluorideMicroVolts(WaterState water, DateTimeOffset time)
    {
        var cell = fluidics.FluorideCell;
        if (cell.VolumeMicroLitres < ImmersedMicroLitres) return OpenInputMicroVolts;
        if (_fluorideSince != fluidics.FluorideChangedAt)
        {
            // The film of the solution before still covers the crystal when the new one arrives.
            _fluorideSince = fluidics.FluorideChangedAt;
            _fluoride.Restart(_fluorideShown, _fluorideSince);
        }
        var settled = electrodes.Fluoride.PotentialMilliVolts(
            cell.Concentration, cell.SampleShare > 0 ? water.Matrix.BoundFluorideShare : 0, cell.ReagentShare, water.TemperatureCelsius + fluidics.FluorideCellWarmerCelsius, time);
        _fluorideShown = _fluoride.Follow(settled, electrodes.Fluoride.TimeConstantSeconds(cell.Concentration), time);
        return 1000 * _fluorideShown;
    }
}
