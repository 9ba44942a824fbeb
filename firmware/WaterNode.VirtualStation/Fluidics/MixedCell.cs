namespace WaterNode.Simulation.Fluidics;

/// <summary>The balance of a stirred measuring cell: volumes, the substance looked for, the sample's water, and the reagent.</summary>
/// <param name="capacityMicroLitres">What is beyond runs over, well mixed.</param>
/// <param name="residueMicroLitres">What the drain cannot reach.</param>
/// <remarks>The substance is counted in concentration times microlitres, so that the unit of the concentration is the caller's choice.</remarks>
public sealed class MixedCell(double capacityMicroLitres, double residueMicroLitres)
{
    private double _substance, _sampleMicroLitres, _reagentMicroLitres;

    public double VolumeMicroLitres { get; private set; }

    /// <summary>In the unit that <see cref="Add"/> was given; 0 in an empty cell.</summary>
    public double Concentration => VolumeMicroLitres > 0 ? _substance / VolumeMicroLitres : 0;

    /// <summary>Share of the volume that is reagent (electrolyte, TISAB), 0 to 1.</summary>
    public double ReagentShare => VolumeMicroLitres > 0 ? _reagentMicroLitres / VolumeMicroLitres : 0;

    /// <summary>Share of the volume that is the well's water, with all that it holds, 0 to 1.</summary>
    public double SampleShare => VolumeMicroLitres > 0 ? _sampleMicroLitres / VolumeMicroLitres : 0;

    public void Add(double microLitres, double concentration)
    {
        _substance += microLitres * concentration;
        VolumeMicroLitres += microLitres;
        if (VolumeMicroLitres > capacityMicroLitres) KeepOnly(capacityMicroLitres);
    }

    /// <summary>Adds the well's water.</summary>
    public void AddSample(double microLitres, double concentration)
    {
        _sampleMicroLitres += microLitres;
        Add(microLitres, concentration);
    }

    /// <summary>Adds reagent.</summary>
    /// <param name="concentration">Traces of the substance in it.</param>
    public void AddReagent(double microLitres, double concentration = 0)
    {
        _reagentMicroLitres += microLitres;
        Add(microLitres, concentration);
    }

    public void Drain()
    {
        if (VolumeMicroLitres > residueMicroLitres) KeepOnly(residueMicroLitres);
    }

    private void KeepOnly(double microLitres)
    {
        var kept = microLitres / VolumeMicroLitres;
        _substance *= kept;
        _sampleMicroLitres *= kept;
        _reagentMicroLitres *= kept;
        VolumeMicroLitres = microLitres;
    }
}
