using System.Text;
using WaterNode.Simulation.Flash;
using WaterNode.Simulation.Power;
using WaterNode.Simulation.Time;
using WaterNode.Station.Journal;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Calibrating;
using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation;

/// <summary>What a new station would say to a station.json: by the station's own program, on a flash in memory, before anybody walks to the well.</summary>
public static class StationFileCheck
{
    private const string Name = "station.json";
    private const int FlashBytes = 1 << 20;

    /// <param name="content">The file's bytes.</param>
    /// <param name="settings">By member of the file, as far as they can be shown to people (never a password); what the file leaves out is the default.
    /// Empty when the station could not run.</param>
    /// <returns>Every fault, also of the calibrations in it; none when the file is good.</returns>
    public static IReadOnlyList<string> FaultsOf(byte[] content, out IReadOnlyList<KeyValuePair<string, string>> settings)
    {
        var flash = new SimulatedFlash(FlashBytes);
        flash.Open(Name).Append(content, 0, Math.Min(content.Length, FlashBytes));
        var start = new StationStart(flash, StartReason.PowerOn);
        var config = StationConfig.Default("");
        settings = [];
        if (!start.TryConfigure(config)) return start.Settings.Faults.ToArray();

        TakeCalibrations(start, config, flash);
        settings = [.. Enumerable.Range(0, SettingsMember.Count).Select(i => KeyValuePair.Create(SettingsMember.At(i).Path, start.Settings.InForce.Shown(i)))];
        return start.Settings.Faults.ToArray();
    }

    private static void TakeCalibrations(StationStart start, StationConfig config, SimulatedFlash flash)
    {
        var ports = new StationPorts { Clock = new SimulatedClock(TimeProvider.System, speed: 1), Flash = flash, Entropy = new SystemEntropy() };
        var journal = new ReadingJournal(start.Shelf, ports.Entropy, FlashBytes / 2, config.Id);
        if (!journal.TryOpen()) throw new InvalidOperationException("A journal could not be made in memory.");
        var events = new StationEvents(journal, ports.Clock);
        start.Settings.Tell(events, new Calibrations(ports, config, start.Shelf, events));
    }
}
