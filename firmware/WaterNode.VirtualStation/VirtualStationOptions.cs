using WaterNode.Simulation.Events;
using WaterNode.Simulation.Time;
using WaterNode.Station.Quality;

namespace WaterNode.Simulation;

/// <summary>What one virtual station is.</summary>
/// <param name="Id">Station id: 3 to 32 characters of a-z 0-9 -.</param>
/// <param name="Gateway"><c>mqtt://[user:password@]host[:port]</c>; without a user the id logs in. Null when <see cref="StationFile"/> names it.</param>
public sealed record VirtualStationOptions(string Id, Uri? Gateway)
{
    /// <summary>The bytes of a station.json for its flash, whose gateway, schedule, limit set and calibrations then count instead of those here. Null
    /// has one made that says what the options say.</summary>
    public byte[]? StationFile { get; init; }

    /// <summary>Where its flash is kept, so that it survives the process; null keeps it in memory.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Simulated seconds per second, above 0.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Decides, with <see cref="Index"/>, the water and the electrodes.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Id of a set in <see cref="LimitSets"/>, for the verdicts.</summary>
    public string LimitSetId { get; init; } = LimitSets.DefaultId;

    /// <summary>From one measurement of fluoride and arsenic to the next, simulated seconds.</summary>
    public int WetIntervalSeconds { get; init; } = 6 * 3600;

    /// <summary>1, 2, 3 ... within a run: stations of one seed have different water, and events are addressed by it.</summary>
    public int Index { get; init; } = 1;

    /// <summary>All events of the run; those of other stations are ignored.</summary>
    public IReadOnlyList<StationEvent> Events { get; init; } = [];

    /// <summary>The date, running at <see cref="Speed"/>: one <see cref="AcceleratedCalendar"/> for all stations and the gateway of a demo. Null makes an own one that starts now.</summary>
    public TimeProvider? Calendar { get; init; }
}
