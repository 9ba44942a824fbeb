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
var test = new Command("test", "Runs every test; --all first installs what some of them need. (Start it by ./waternode test.)");
test.SetAction(_ =>
{
    Console.Error.WriteLine("waternode: the tests are run by the launcher, which builds them: ./waternode test [--all].");
    return ExitCode.WrongUse;
});
root.Subcommands.Add(test);

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    // A wrong option is one line and exit code 2, not a page of help.
    var path = string.Join(' ', parsed.CommandResult.PathOf());
    var unknown = parsed.UnmatchedTokens.Count == 0 ? null : parsed.Errors.FirstOrDefault(error => error.Message.Contains($"'{parsed.UnmatchedTokens[0]}'", StringComparison.Ordinal));
    Console.Error.WriteLine($"waternode: {(unknown ?? parsed.Errors[0]).Message.TrimEnd('.')}. '{path} --help' lists what there is.");
    return ExitCode.WrongUse;
}

// The library would end the process two seconds after Ctrl-C or SIGTERM: too short to drain a demonstration or a commit.
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(90) });
