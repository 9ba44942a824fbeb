using System.CommandLine;
using System.Net;
using WaterNode.Platform;
using WaterNode.Tier.Access;

namespace WaterNode.Cli.Commands;

/// <summary><c>waternode platform</c>: takes batches from gateways, or from platforms below.</summary>
public static class PlatformCommand
{
    private static readonly Option<string> Data = CommonOptions.Data("./data/platform");
    private static readonly Option<int> HttpPort = CommonOptions.Port("--http-port", 8090, "Port of the pages, the HTTP API and the sync.");
    private static readonly Option<IPAddress> Bind = CommonOptions.Bind();
    private static readonly Option<string?> Parent = CommonOptions.Parent("--parent", "Address of the platform above; https, or http on this computer.");
    private static readonly Option<string?> Token = CommonOptions.Token("The token that the platform above printed for this one.");

    public static Command Create()
    {
        var command = new Command("platform", "Runs a regional or national platform.") { Data, HttpPort, Bind, Parent, Token, Child() };
        CommonOptions.GoTogether(command, Parent, Token);
        command.SetAction((parsed, cancel) => Serving.Until(
            starting => PlatformHost.Start(new PlatformOptions
            {
                DataFolder = parsed.GetValue(Data)!,
                HttpPort = parsed.GetValue(HttpPort),
                Bind = parsed.GetValue(Bind)!,
                Parent = parsed.GetValue(Parent),
                Token = parsed.GetValue(Token),
            }, Serving.Logs, starting),
            platform => $"ready platform {Serving.Plain(platform.Url)}",
            cancel));
        return command;
    }

    private static Command Child()
    {
        var name = new Argument<string>("NAME") { Description = "Name of the gateway or platform: 1 to 64 characters of a-z 0-9 -." };
        name.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !Children.IsName(result.Tokens[0].Value))
                result.AddError($"'{result.Tokens[0].Value}' is no name: it takes 1 to {Children.NameLengthMax} characters of a-z 0-9 -");
        });
        var add = new Command("add", "Admits a gateway or platform below this one and prints its token, once.") { name, Data };
        add.SetAction(parsed => PrintToken(parsed.GetValue(Data)!, parsed.GetValue(name)!));
        return new Command("child", "The gateways and platforms that may send batches to this one.") { add };
    }

    private static int PrintToken(string folder, string name) => Serving.Explained(() =>
    {
        if (Children.Open(folder, TimeProvider.System).TryAdd(name, out var token, out var error)) Console.WriteLine(token);
        else Console.Error.WriteLine("waternode: " + error);
        return error.Length == 0 ? ExitCode.Good : ExitCode.Failed;
    });
}
