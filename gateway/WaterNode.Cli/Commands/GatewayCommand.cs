using System.CommandLine;
using System.Net;
using WaterNode.Gateway;

namespace WaterNode.Cli.Commands;

/// <summary><c>waternode gateway</c>: takes readings from stations, keeps them, carries them to the platform.</summary>
public static class GatewayCommand
{
    private static readonly Option<string> Data = CommonOptions.Data("./data/gateway");
    private static readonly Option<int> MqttPort = CommonOptions.Port("--mqtt-port", 1883, "Port of the stations.");
    private static readonly Option<int> HttpPort = CommonOptions.Port("--http-port", 8080, "Port of the dashboard and the HTTP API.");
    private static readonly Option<IPAddress> Bind = CommonOptions.Bind();
    private static readonly Option<bool> AllowAnonymous = new("--allow-anonymous") { Description = "Take stations and viewers without a password; on loopback only. Without it every client is refused so far: accounts are not there yet." };
    private static readonly Option<bool> RequireLogin = new("--require-login") { Description = "Ask for a login even from this computer." };
    private static readonly Option<string> LimitSet = CommonOptions.LimitSet("Limit set that the pages show beside values whose station names none.");
    private static readonly Option<string?> Uplink = CommonOptions.Parent("--uplink", "Address of the platform; https, or http on this computer.");
    private static readonly Option<string?> Token = CommonOptions.Token("The token that the platform printed for this gateway ('waternode platform child add NAME').");

    public static Command Create()
    {
        var command = new Command("gateway", "Runs a village gateway.") { Data, MqttPort, HttpPort, Bind, AllowAnonymous, RequireLogin, LimitSet, Uplink, Token };
        CommonOptions.GoTogether(command, Uplink, Token);
        command.SetAction((parsed, cancel) => Serving.Until(
            starting => GatewayHost.Start(new GatewayOptions
            {
                DataFolder = parsed.GetValue(Data)!,
                MqttPort = parsed.GetValue(MqttPort),
                HttpPort = parsed.GetValue(HttpPort),
                Bind = parsed.GetValue(Bind)!,
                AllowAnonymous = parsed.GetValue(AllowAnonymous),
                RequireLogin = parsed.GetValue(RequireLogin),
                LimitSet = parsed.GetValue(LimitSet)!,
                Uplink = parsed.GetValue(Uplink),
                Token = parsed.GetValue(Token),
            }, Serving.Logs, starting),
            gateway => $"ready gateway {Serving.Plain(gateway.HttpUrl)} {Serving.Plain(gateway.MqttUrl)}",
            cancel));
        return command;
    }
}
