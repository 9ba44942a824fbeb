using WaterNode.Simulation;
using WaterNode.Simulation.Deployment;
using WaterNode.Station.Operation.Settings;

namespace WaterNode.Cli.Commands;

/// <summary>A technician's station.json on a virtual station: what a node would make of it, said on standard error, since nobody may look at the display.</summary>
internal static class DeployedSettings
{
    /// <param name="path">The file.</param>
    /// <param name="folder">The flash of a station that has run before; null for a new one.</param>
    /// <exception cref="IOException">The station cannot run with it; every fault was said, and the message is the last word.</exception>
    public static VirtualStationOptions OptionsOf(string path, string? folder)
    {
        var content = StationJson.Read(path);
        var report = StationFileCheck.Of(content, folder);
        foreach (var line in report.Faults.Concat(report.Hints)) Console.Error.WriteLine($"waternode: {path}: {line}");
        if (report.Settings is not { } settings) throw new IOException($"The station has no settings to run with. Correct {path}, and start it again.");

        var id = settings.TextOf(SettingsMember.Id);
        if (!report.IsTaken) Console.Error.WriteLine($"waternode: {id} refuses this file and runs on with the settings that it has, as a node would. Correct the file, and start it again.");
        else if (report.Faults.Count > 0) Console.Error.WriteLine($"waternode: {id} runs with the rest of this file, as a node would. Correct the calibration, and start it again.");
        foreach (var warning in report.Warnings) Console.Error.WriteLine($"waternode: {id}: {warning}");
        if (settings.TextOf(SettingsMember.WirelessName).Length > 0) Console.Error.WriteLine($"waternode: {id} leaves its Wi-Fi out: it has this computer's network.");
        if (report.Calibrations.Count > 0) Console.Error.WriteLine($"waternode: {id} has calibrations of other electrodes than the simulated ones: its readings show that. Calibrate it anew for good ones.");
        return new VirtualStationOptions(id, Gateway: null) { StationFile = content };
    }
}
