using WaterNode.Simulation.Fluidics;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Arsenic;

/// <summary>A potentiostat module with its gold electrode in the arsenic cell. A scan takes its deposition time and the sweep, of simulated time.</summary>
/// <param name="cell">What the electrode stands in; concentrations in micrograms of arsenic per litre.</param>
/// <param name="random">Decides the noise.</param>
public sealed class SimulatedPotentiostat(SimulatedGoldElectrode electrode, MixedCell cell, IClock clock, TimeProvider calendar, Random random) : IPotentiostat
{
    private const int PointsMax = 4096;
    private const double MilliSecondsPerPoint = 40;
    private const double NoisePicoAmperes = 40;

    /// <summary>Below this volume the electrode hangs in the air and carries no current.</summary>
    private const double ImmersedMicroLitres = 1000;

    public bool TryScan(ScanRequest request, out Voltammogram? voltammogram)
    {
        voltammogram = null;
        if (request.StepMilliVolts < 1 || request.EndMilliVolts <= request.StartMilliVolts || request.DepositionMilliseconds < 0) return false;
        var points = (request.EndMilliVolts - request.StartMilliVolts) / request.StepMilliVolts + 1;
        if (points > PointsMax) return false;

        clock.Wait(request.DepositionMilliseconds + (int)(points * MilliSecondsPerPoint));
        var immersed = cell.VolumeMicroLitres >= ImmersedMicroLitres;
        var peak = electrode.PeakNanoAmperes(
            request.DepositionMilliseconds / 1000.0, request.DepositionMilliVolts, cell.Concentration, cell.ReagentShare, calendar.GetUtcNow());
        var currents = new int[points];
        for (var i = 0; i < points; i++)
        {
            var nanoAmperes = immersed ? electrode.CurrentNanoAmperes(request.StartMilliVolts + i * request.StepMilliVolts, peak) : 0;
            currents[i] = (int)Math.Round(1000 * nanoAmperes + random.NextNormal(NoisePicoAmperes));
        }
        voltammogram = new Voltammogram { StartMilliVolts = request.StartMilliVolts, StepMilliVolts = request.StepMilliVolts, PicoAmperes = currents };
        return true;
    }
}
