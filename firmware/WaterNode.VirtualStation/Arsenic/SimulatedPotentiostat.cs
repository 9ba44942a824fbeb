using WaterNode.Simulation.Fluidics;
using WaterNode.Simulation.Water;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Arsenic;

/// <summary>A potentiostat module with its gold electrode in the arsenic cell. A scan takes its deposition time and the sweep, of simulated time.</summary>
public sealed class SimulatedPotentiostat : IPotentiostat
{
    private const int PointsMax = 4096;
    private const double MilliSecondsPerPoint = 40;
    private const double NoiseMinPicoAmperes = 30, NoiseMaxPicoAmperes = 120;

    /// <summary>Below this volume the electrode hangs in the air and carries no current.</summary>
    private const double ImmersedMicroLitres = 1000;

    private readonly SimulatedGoldElectrode _electrode;
    private readonly MixedCell _cell;
    private readonly IWater _well;
    private readonly IClock _clock;
    private readonly TimeProvider _calendar;
    private readonly Random _random;
    private readonly double _noisePicoAmperes;

    /// <param name="cell">What the electrode stands in; concentrations in micrograms of arsenic per litre.</param>
    /// <param name="well">Whose matrix the sample brings along.</param>
    /// <param name="random">Decides the noise.</param>
    public SimulatedPotentiostat(SimulatedGoldElectrode electrode, MixedCell cell, IWater well, IClock clock, TimeProvider calendar, Random random)
    {
        _electrode = electrode;
        _cell = cell;
        _well = well;
        _clock = clock;
        _calendar = calendar;
        _random = random;
        _noisePicoAmperes = random.NextLogBetween(NoiseMinPicoAmperes, NoiseMaxPicoAmperes);
    }

    public bool TryScan(ScanRequest request, out Voltammogram? voltammogram)
    {
        voltammogram = null;
        if (request.StepMilliVolts < 1 || request.EndMilliVolts <= request.StartMilliVolts || request.DepositionMilliseconds < 0) return false;
        var points = (request.EndMilliVolts - request.StartMilliVolts) / request.StepMilliVolts + 1;
        if (points > PointsMax) return false;

        _clock.Wait(request.DepositionMilliseconds + (int)(points * MilliSecondsPerPoint));
        var content = new CellContent(_cell.Concentration, _cell.SampleShare, _cell.ReagentShare);
        var scan = _electrode.Scan(request.DepositionMilliseconds / 1000.0, request.DepositionMilliVolts, content, _well.Now.Matrix, _calendar.GetUtcNow());
        var immersed = _cell.VolumeMicroLitres >= ImmersedMicroLitres;
        var currents = new int[points];
        for (var i = 0; i < points; i++)
        {
            var nanoAmperes = immersed ? scan.NanoAmperes(request.StartMilliVolts + i * request.StepMilliVolts) : 0;
            currents[i] = (int)Math.Round(1000 * nanoAmperes + _random.NextNormal(_noisePicoAmperes));
        }
        voltammogram = new Voltammogram { StartMilliVolts = request.StartMilliVolts, StepMilliVolts = request.StepMilliVolts, PicoAmperes = currents };
        return true;
    }
}
