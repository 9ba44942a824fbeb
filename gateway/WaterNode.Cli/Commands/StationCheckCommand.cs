using System.CommandLine;
using WaterNode.Simulation.Deployment;
using WaterNode.Station.Operation.Settings;

namespace WaterNode.Cli.Commands;

/// <summary><c>waternode station check FILE</c>: what a station would say to its station.json, before it is flashed.</summary>
public static class StationCheckCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "The station.json to look at; it is not changed.", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Command("check", "Says what a station would say to a station.json, by the station's own program: every fault, or what it would run with.") { File };
        command.SetAction(parsed => Serving.Explained(() => Run(parsed.GetValue(File)!)));
        return command;
    }

    private static int Run(string path)
    {
        var report = StationFileCheck.Of(StationJson.Read(path));
        foreach (var line in report.Faults.Concat(report.Hints).Concat(report.Forgotten)) Console.Error.WriteLine($"{path}: {line}");
        foreach (var warning in report.Warnings) Console.Error.WriteLine($"{path}: warning: {warning}");
        if (report.Settings is not { } settings || report.Faults.Count > 0 || report.Forgotten.Count > 0)
        {
            Console.Error.WriteLine(report.Settings is not null
                ? "The station would run with this file, but not as you want it: correct it, and check again."
                : "A station would refuse this file and go on with the settings it has; a new one would wait. Correct it, and check again.");
            return ExitCode.Failed;
        }

        Console.WriteLine($"{path} is good. The station would run with:");
        for (var member = 0; member < SettingsMember.Count; member++)
        {
            if (settings.Shown(member) is { Length: > 0 } value) Console.WriteLine($"  {SettingsMember.At(member).Path,-32} {value}");
        }
        Console.WriteLine(report.Calibrations.Count > 0 ? "Calibrations in the file; the other sensors are to be calibrated at the station:" : "Calibrations: none in the file. Calibrate at the station.");
        foreach (var (channel, words) in report.Calibrations) Console.WriteLine($"  {channel,-32} {words}");
        return ExitCode.Good;
    }
}
