namespace WaterNode.Simulation.Electrodes;

/// <summary>The specimens that one station got.</summary>
public sealed record ElectrodeSet(SimulatedGlassElectrode Glass, SimulatedConductivityCell Conductivity, SimulatedFluorideElectrode Fluoride)
{
    /// <param name="random">Decides the specimens.</param>
    /// <param name="madeAt">Drift counts from here.</param>
    public static ElectrodeSet Make(Random random, DateTimeOffset madeAt) =>
        new(new SimulatedGlassElectrode(random, madeAt), new SimulatedConductivityCell(random, madeAt), new SimulatedFluorideElectrode(random, madeAt));
}
