using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using WaterNode.Tier.Api;
using WaterNode.Tier.Store;
using WaterNode.Tier.Uplink;

namespace WaterNode.Cli.Commands;

/// <summary>How a command starts something that serves, says so, and ends.</summary>
public static class Serving
{
    /// <summary>Logs go to standard error: standard output is for the ready line.</summary>
    public static ILoggerFactory Logs { get; } = LoggerFactory.Create(logging => logging
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddSimpleConsole(console => { console.SingleLine = true; console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ "; console.UseUtcTimestamp = true; })
        .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));

    /// <summary>An address without the slash that Uri adds.</summary>
    public static string Plain(Uri url) => url.ToString().TrimEnd('/');

    /// <summary>Does one thing that is done at once; what fails for a reason in the field becomes a one-line message.</summary>
    public static int Explained(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (TryExplain(fault, out var message))
        {
            Console.Error.WriteLine("waternode: " + message);
            return ExitCode.Failed;
        }
    }

    /// <summary>Starts, prints the ready line on standard output, and serves until SIGTERM or Ctrl-C.</summary>
    /// <param name="start">Starts every listener; what it throws for a reason in the field becomes a one-line message.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Until<T>(Func<CancellationToken, Task<T>> start, Func<T, string> readyLine, CancellationToken cancel)
        where T : IAsyncDisposable
    {
        T served;
        try
        {
            served = await start(cancel);
        }
        catch (Exception fault) when (TryExplain(fault, out var message))
        {
            Console.Error.WriteLine("waternode: " + message);
            return ExitCode.Failed;
        }

        await using (served)
        {
            Console.WriteLine(readyLine(served));
            await Task.Delay(Timeout.Infinite, cancel).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
        return ExitCode.Good;
    }

    private static bool TryExplain(Exception fault, out string message)
    {
        message = fault is StoreUnavailableException or ListenException or ParentException or IOException or SocketException or UnauthorizedAccessException ? fault.Message : "";
        return message.Length > 0;
    }
}
