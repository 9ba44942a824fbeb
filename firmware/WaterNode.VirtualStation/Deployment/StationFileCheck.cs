using WaterNode.Simulation.Flash;
using WaterNode.Simulation.Power;
using WaterNode.Simulation.Time;
using WaterNode.Station.Journal;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Calibrating;
using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Ports;
using WaterNode.Station.Quality;
using WaterNode.Station.Wire;

namespace WaterNode.Simulation.Deployment;

/// <summary>What a station would say to a station.json: by the station's own program, on a flash in memory, before anybody walks to the well.</summary>
public static class StationFileCheck
{
    private const int FlashBytes = 4 << 20;

    /// <summary>Passwords of firmware/station.example.json.</summary>
    private static readonly string[] ExamplePasswords = ["what the gateway showed", "the Wi-Fi password"];

    /// <param name="content">The file's bytes.</param>
    /// <param name="keptIn">The folder that stands for the flash of a station that has run before; null for a new station. It is only read.</param>
    public static StationFileReport Of(byte[] content, string? keptIn = null)
    {
        var flash = StatesIn(keptIn);
        flash.Delete(SettingsFile.Name);
        flash.Open(SettingsFile.Name).Append(content, 0, Math.Min(content.Length, FlashBytes));
        var start = new StationStart(flash, StartReason.PowerOn);
        var config = StationConfig.Default("");
        var isRunning = start.TryConfigure(config);
        List<string> faults = [.. start.Settings.Faults.ToArray()];
        var isTaken = faults.Count == 0;
        var hints = isTaken ? [] : StationFileHints.Of(flash);
        if (!isRunning) return new StationFileReport(null, isTaken, faults, hints, [], [], []);

        var settings = start.Settings.InForce;
        if (TakeCalibrations(start, config, flash) is { Length: > 0 } refused) faults.Add(refused);
        return new StationFileReport(
            settings, isTaken, faults, hints, ForgottenIn(settings), WarningsOf(settings), CalibrationWords.Of(config, StationFile.CalibrationsIn(flash), TimeProvider.System.GetUtcNow()));
    }

    /// <summary>What a station keeps besides its readings: settings, calibrations.</summary>
    private static SimulatedFlash StatesIn(string? folder)
    {
        const char journal = 'j';
        var copy = new SimulatedFlash(FlashBytes);
        if (folder is null) return copy;
        var kept = new FolderFlash(folder, FlashBytes);
        foreach (var name in kept.List().Where(name => name[0] != journal && name.EndsWith(".log", StringComparison.Ordinal)))
        {
            var file = kept.Open(name);
            var bytes = new byte[file.Length];
            copy.Open(name).Append(bytes, 0, file.Read(0, bytes, 0, bytes.Length));
        }
        return copy;
    }

    /// <returns>What was refused and why, in full; "" when nothing was.</returns>
    private static string TakeCalibrations(StationStart start, StationConfig config, SimulatedFlash flash)
    {
        var ports = new StationPorts { Clock = new SimulatedClock(TimeProvider.System, speed: 1), Flash = flash, Entropy = new SystemEntropy() };
        var journal = new ReadingJournal(start.Shelf, ports.Entropy, FlashBytes / 2, config.Id);
        if (!journal.TryOpen()) throw new InvalidOperationException("A journal could not be made in memory.");
        var events = new StationEvents(journal, ports.Clock);
        var calibrations = new Calibrations(ports, config, start.Shelf, events);
        calibrations.Load();
        var listening = new ListeningTaker(calibrations);
        start.Settings.Tell(events, listening);
        return listening.Refused;
    }

    private static string[] ForgottenIn(StationSettings settings) =>
    [
        .. new[] { SettingsMember.GatewayPassword, SettingsMember.WirelessPassword }
            .Where(member => ExamplePasswords.Contains(settings.TextOf(member)))
            .Select(member => $"{SettingsMember.At(member).Path} is still that of the example: give the real one, or leave it out where there is none."),
    ];

    /// <summary>A limit that nobody could verify gives no verdict, and without those of the health channels there is no safe water.</summary>
    private static string[] WarningsOf(StationSettings settings)
    {
        var limits = LimitSets.Find(settings.TextOf(SettingsMember.LimitSet));
        return
        [
            .. new[] { (Channel: Channel.F, Name: "fluoride"), (Channel: Channel.As, Name: "arsenic") }
                .Where(health => limits.Of(health.Channel) is null)
                .Select(health => $"{limits.Id} gives no verdict on {health.Name}: "
                    + $"{(limits.Limits.Any(limit => limit.ChannelIndex == health.Channel) ? "its limit could not be verified" : "it has no limit for it")}. The station will never say safe."),
        ];
    }

    /// <summary>Hears in full what the display has no room for.</summary>
    private sealed class ListeningTaker(Calibrations calibrations) : ICalibrationTaker
    {
        public string Refused { get; private set; } = "";

        public string TakeFile(JsonFields calibration) => Refused = calibrations.TakeFile(calibration);
    }
}
