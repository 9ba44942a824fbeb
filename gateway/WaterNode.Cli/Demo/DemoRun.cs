using System.Diagnostics;
using Microsoft.Extensions.Logging;
using WaterNode.Cli.Commands;
using WaterNode.Simulation.Time;

namespace WaterNode.Cli.Demo;

/// <summary>One demonstration from start to report.</summary>
public sealed class DemoRun(DemoOptions options)
{
    private static readonly TimeSpan DrainMax = TimeSpan.FromSeconds(60);

    /// <summary>After Ctrl-C one wants to see the end soon; but the uplink may still be in the pause after its last failure.</summary>
    private static readonly TimeSpan InterruptedDrainMax = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    /// <returns>0 when every journaled record is on the platform exactly once, 1 when not.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        using var folder = DemoFolder.Open(options.DataFolder, out var refusal);
        if (folder is null)
        {
            Console.Error.WriteLine("waternode: " + refusal);
            return ExitCode.WrongUse;
        }

        using var logs = LoggerFactory.Create(logging => logging
            .SetMinimumLevel(LogLevel.Error)
            // A port that is taken after all is no error here: the demonstration takes another.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        var clock = Stopwatch.StartNew();
        // The simulated time ends about now, so that nothing on the pages lies in the future.
        var calendar = new AcceleratedCalendar(options.Speed, DateTimeOffset.UtcNow - options.For * options.Speed);
        await using var village = await TryStart(folder.Path, calendar, logs, cancel);
        if (village is null)
        {
            Console.Error.WriteLine("waternode: ended before the stations had started: nothing was measured.");
            return ExitCode.Failed;
        }
        var progress = DemoProgress.Start(village, options);

        await Measure(village, progress, clock, cancel);
        village.Link.Set(up: true);
        village.StopMeasuring();
        await Drain(village, progress, cancel.IsCancellationRequested ? InterruptedDrainMax : DrainMax);

        var report = await Tally(village, clock);
        progress.Finish(report);
        Console.WriteLine(report.ToJson());
        foreach (var fault in village.Faults) Console.Error.WriteLine("waternode: a station broke down: " + fault);
        return TryWrite(report) && report.Lost == 0 && !village.Faults.Any() ? ExitCode.Good : ExitCode.Failed;
    }

    /// <returns>Null when it was interrupted first.</returns>
    private async Task<Village?> TryStart(string folder, AcceleratedCalendar calendar, ILoggerFactory logs, CancellationToken cancel)
    {
        try
        {
            return await Village.Start(options, folder, calendar, logs, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>The report is on standard output already: a file that cannot be written loses nothing.</summary>
    private bool TryWrite(DemoReport report)
    {
        if (options.ReportFile is not { } file) return true;
        try
        {
            File.WriteAllText(file, report.ToJson() + "\n");
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Console.Error.WriteLine($"waternode: the report could not be written to {file} ({fault.Message.TrimEnd('.')}). It stands above, on standard output; take it from there, or name another file with --report.");
            return false;
        }
    }

    private async Task Measure(Village village, DemoProgress progress, Stopwatch clock, CancellationToken cancel)
    {
        var outages = new OutagePlan(options.For, options.Outage);
        var begun = clock.Elapsed;
        while (clock.Elapsed - begun < options.For && !cancel.IsCancellationRequested)
        {
            village.Link.Set(up: !outages.IsDown(clock.Elapsed - begun));
            await progress.Show(clock.Elapsed - begun);
            await Task.Delay(LookEvery, cancel).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    private static async Task Drain(Village village, DemoProgress progress, TimeSpan max)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < max)
        {
            await progress.ShowDraining(clock.Elapsed, max);
            if (village.StationsAreDrained && (await village.Gateway.Store.Status(CancellationToken.None)).Pending == 0) return;
            await Task.Delay(LookEvery);
        }
    }

    private async Task<DemoReport> Tally(Village village, Stopwatch clock)
    {
        var onPlatform = (await village.Platform.Store.Stations(only: null, CancellationToken.None)).ToDictionary(station => station.Station);
        long measured = 0, journaled = 0, acknowledged = 0, lost = 0;
        foreach (var station in village.Stations)
        {
            var progress = station.Progress;
            measured += progress.Measured;
            journaled += progress.LastSequence;
            acknowledged += progress.Acknowledged;
            // The platform counts rows, and its key admits an identity once: fewer rows than journaled are losses, more would be doubles.
            lost += Math.Abs(progress.LastSequence - (onPlatform.TryGetValue(station.Id, out var there) ? there.Records : 0));
        }
        var gateway = await village.Gateway.Store.Status(CancellationToken.None);
        return new DemoReport(village.Stations.Count, measured, journaled, acknowledged, gateway.Committed, gateway.Synced, gateway.Duplicates,
            gateway.Quarantined, lost, Math.Round(clock.Elapsed.TotalSeconds, 1), village.Gateway.HttpUrl, village.Platform.Url);
    }
}
