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
        .AddFilter("Microsoft", LogLevel.Error)
        // The host logs a failed start with its stack; the command says it in one line instead.
        .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
        .AddSimpleConsole(console => { console.SingleLine = true; console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ "; console.UseUtcTimestamp = true; })
        .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));

    /// <summary>An address without the slash that Uri adds.</summary>
    public static string Plain(Uri url) => url.ToString().TrimEnd('/');

    /// <summary>Does one thing that is done at once; what fails for a reason in the field becomes a one-line message.</summary>
    public static int Explained(Func<int> work) => Explained(() => Task.FromResult(work())).GetAwaiter().GetResult();

    /// <summary>Does one thing to its end; what fails for a reason in the field becomes a one-line message.</summary>
    public static async Task<int> Explained(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (TryExplain(fault, out var message))
        {
            Console.Error.WriteLine("waternode: " + message);
            return ExitCode.Failed;
        }
    }

    /// <summary>Starts, prints the ready line on standard output, and serves until SIGTERM or Ctrl-C.</summary>
    /// <param name="start">Starts every listener; what it throws for a reason in the field becomes a one-line message.</param>
    /// <param name="serve">Returns when it was cancelled; throws when it cannot go on. Null when it serves by itself.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> Until<T>(Func<CancellationToken, Task<T>> start, Func<T, string> readyLine, CancellationToken cancel, Func<T, CancellationToken, Task>? serve = null)
        where T : IAsyncDisposable => Explained(async () =>
    {
        try
        {
            await using var served = await start(cancel);
            Console.WriteLine(readyLine(served));
            await (serve?.Invoke(served, cancel) ?? Task.Delay(Timeout.Infinite, cancel));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Asked to end, perhaps even before it served: that is a good end.
        }
        return ExitCode.Good;
    });

    private static bool TryExplain(Exception fault, out string message)
    {
        message = fault is StoreUnavailableException or ListenException or ParentException or IOException or SocketException or UnauthorizedAccessException ? fault.Message : "";
        return message.Length > 0;
    }
}
