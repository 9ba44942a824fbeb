using WaterNode.Simulation.Arsenic;
using WaterNode.Simulation.Calibration;
using WaterNode.Simulation.Electrodes;
using WaterNode.Simulation.Events;
using WaterNode.Simulation.Fluidics;
using WaterNode.Simulation.Water;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation;

/// <summary>Everything of one station that touches water.</summary>
public sealed class SimulatedInstruments
{
    /// <summary>Instruments that nobody takes out of the well.</summary>
    /// <inheritdoc cref="SimulatedInstruments(SensorPlaces, EventSchedule, IClock, TimeProvider, Func{SeedUse, Random}, DateTimeOffset)"/>
    public SimulatedInstruments(IWater well, EventSchedule events, IClock clock, TimeProvider calendar, Func<SeedUse, Random> stream, DateTimeOffset madeAt)
        : this(new SensorPlaces(well, stream(SeedUse.Bottles)), events, clock, calendar, stream, madeAt)
    {
    }

    /// <param name="stream">The random numbers for each use: they decide the specimens and their noise.</param>
    /// <param name="madeAt">When electrodes were new: drift, fouling and ageing count from here.</param>
    public SimulatedInstruments(SensorPlaces places, EventSchedule events, IClock clock, TimeProvider calendar, Func<SeedUse, Random> stream, DateTimeOffset madeAt)
    {
        Fluidics = new SimulatedFluidics(places, events, clock, calendar, stream(SeedUse.Doses));
        Electrodes = ElectrodeSet.Make(stream(SeedUse.Electrodes), madeAt);
        var converter = stream(SeedUse.Converter);
        Adc = new SimulatedAdc(places, Fluidics, Electrodes, new SimulatedConverter(converter), events, calendar, converter);
        Gold = new SimulatedGoldElectrode(stream(SeedUse.Arsenic), madeAt);
        Potentiostat = new SimulatedPotentiostat(Gold, Fluidics.ArsenicCell, places.Well, clock, calendar, stream(SeedUse.Potentiostat));
        TemperatureProbe = new SimulatedTemperatureProbe(places.TemperatureProbe, stream(SeedUse.TemperatureProbe));
    }

    public SimulatedFluidics Fluidics { get; }

    public ElectrodeSet Electrodes { get; }

    public SimulatedAdc Adc { get; }

    public SimulatedGoldElectrode Gold { get; }

    public SimulatedPotentiostat Potentiostat { get; }

    public SimulatedTemperatureProbe TemperatureProbe { get; }

    /// <summary>Fills in the ports that measure.</summary>
    public StationPorts Wire(StationPorts ports)
    {
        ports.Adc = Adc;
        ports.TemperatureProbe = TemperatureProbe;
        ports.Potentiostat = Potentiostat;
        ports.Fluidics = Fluidics;
        return ports;
    }
}
