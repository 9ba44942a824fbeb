using WaterNode.Station.Operation.Settings;

namespace WaterNode.Simulation.Deployment;

/// <summary>What a station makes of a station.json.</summary>
/// <param name="Settings">What it would run with: those of the file or, when it is refused, those of before. Null when there are none, so that it could not run.</param>
/// <param name="IsTaken">False when the file is refused as a whole.</param>
/// <param name="Faults">By the station's own program, each with what to do; also of the calibrations in the file. None when all of it is taken.</param>
/// <param name="Hints">What a person at a PC may be told besides, about the faults.</param>
/// <param name="Forgotten">What the example says in places where the truth should stand.</param>
/// <param name="Warnings">What is right and may surprise all the same.</param>
/// <param name="Calibrations">By channel, in words, of the sensors for which the file brought one that is taken.</param>
public sealed record StationFileReport(
    StationSettings? Settings,
    bool IsTaken,
    IReadOnlyList<string> Faults,
    IReadOnlyList<string> Hints,
    IReadOnlyList<string> Forgotten,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<KeyValuePair<string, string>> Calibrations);
