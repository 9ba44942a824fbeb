using System.CommandLine;
using WaterNode.Simulation;

namespace WaterNode.Cli.Commands;

/// <summary><c>waternode station check FILE</c>: what a station would say to its station.json, before it is flashed.</summary>
public static class StationCheckCommand
{
    /// <summary>A station takes no more than a few kilobytes; beyond this it is another file.</summary>
    private const long BytesMax = 1 << 20;

    private static readonly Argument<string> File = new("FILE") { Description = "The station.json to look at; it is not changed.", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Command("check", "Says what a station would say to a station.json, by the station's own program: every fault, or what it would run with.") { File };
        command.SetAction(parsed => Run(parsed.GetValue(File)!));
        return command;
    }

    private static int Run(string path)
    {
        if (!TryRead(path, out var content)) return ExitCode.Failed;
        var faults = StationFileCheck.FaultsOf(content, out var settings);
        foreach (var fault in faults) Console.Error.WriteLine($"{path}: {fault}");
        if (faults.Count > 0)
        {
            Console.Error.WriteLine(settings.Count > 0
                ? "The station would run with this file and say so on its display: correct it, and check again."
                : "A station would refuse this file and go on with the settings it has; a new one would wait. Correct it, and check again.");
            return ExitCode.Failed;
        }

        Console.WriteLine($"{path} is good. The station would run with:");
        foreach (var (member, value) in settings.Where(setting => setting.Value.Length > 0)) Console.WriteLine($"  {member,-32} {value}");
        return ExitCode.Good;
    }

    private static bool TryRead(string path, out byte[] content)
    {
        content = [];
        try
        {
            if (new FileInfo(path).Length > BytesMax)
            {
                Console.Error.WriteLine($"waternode: {path} is larger than a station's whole file system could take: this is no station.json.");
                return false;
            }
            content = System.IO.File.ReadAllBytes(path);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"waternode: {path} cannot be read ({fault.Message.TrimEnd('.')}). Give the path of the file that you would write to the station.");
            return false;
        }
    }
}
