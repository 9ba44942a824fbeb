using System.CommandLine;
using WaterNode.Cli.Commands;

var root = new RootCommand("WaterNode: village drinking-water stations, the gateway that never loses a reading, and the platform above it.")
{
    DemoCommand.Create(),
    GatewayCommand.Create(),
    PlatformCommand.Create(),
    StationCommand.Create(),
};

// The launcher runs the tests, since it builds them; it is named here so that --help shows everything.
root.Subcommands.Add(new Command("test", "Runs every test; --all first installs what some of them need. (Start it by ./waternode test.)"));

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    // A wrong option is one line and exit code 2, not a page of help.
    var path = string.Join(' ', parsed.CommandResult.PathOf());
    Console.Error.WriteLine($"waternode: {parsed.Errors[0].Message.TrimEnd('.')}. '{path} --help' lists what there is.");
    return ExitCode.WrongUse;
}

return await parsed.InvokeAsync();
