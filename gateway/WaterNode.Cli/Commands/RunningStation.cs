using System.Globalization;
using WaterNode.Simulation;
using WaterNode.Simulation.Display;
using WaterNode.Simulation.Link;

namespace WaterNode.Cli.Commands;

/// <summary>A virtual station that runs until it is disposed, alone on its folder.</summary>
public sealed class RunningStation : IAsyncDisposable
{
    /// <summary>The station's flash ignores it: the journal's files have other names.</summary>
    private const string LockName = "station.lock";

    /// <summary>What a first cycle takes in the station's own time: rinsing, three electrodes, and an arsenic determination with its additions.</summary>
    private static readonly TimeSpan FirstReading = TimeSpan.FromMinutes(1.5);

    /// <summary>A pause in which nobody begins to wonder.</summary>
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stop = new();
    private readonly VirtualStation _station;
    private readonly FileStream? _lock;
    private readonly Task _loop;

    private RunningStation(VirtualStation station, FileStream? folderLock, string? pictureFile)
    {
        _station = station;
        _lock = folderLock;
        station.Measured += Tell;
        if (pictureFile is not null) ShowIn(pictureFile);
        _loop = station.Run(_stop.Token);
    }

    public string Id => _station.Id;

    /// <summary>Runs when the task has completed; a gateway is not waited for.</summary>
    /// <param name="dataFolder">Stands for its flash; null for none.</param>
    /// <param name="optionsOf">Is asked when nobody else uses the folder.</param>
    /// <param name="pictureFile">Shows its display, and has a person press its button; null for nobody.</param>
    /// <exception cref="IOException">The folder or the settings cannot be used; the message is for the operator.</exception>
    public static async Task<RunningStation> Start(string? dataFolder, Func<VirtualStationOptions> optionsOf, string? pictureFile, CancellationToken cancel)
    {
        var folderLock = dataFolder is null ? null : Lock(dataFolder);
        VirtualStationOptions options;
        try
        {
            options = optionsOf();
        }
        catch
        {
            if (folderLock is not null) await folderLock.DisposeAsync();
            throw;
        }

        var running = new RunningStation(new VirtualStation(options), folderLock, pictureFile);
        try
        {
            await running._station.Ready.WaitAsync(cancel);
            running.TellStart(options);
            if (pictureFile is not null) running.Attend();
            return running;
        }
        catch
        {
            await running.DisposeAsync();
            throw;
        }
    }

    /// <summary>Tells on standard error when the gateway is lost and when it is there, once each time, until cancelled.</summary>
    /// <exception cref="Exception">The station's loop has ended by a fault.</exception>
    public async Task Watch(CancellationToken cancel)
    {
        var said = LinkState.Untried;
        while (!_loop.IsCompleted)
        {
            var link = _station.Link;
            if (link != said && (link.IsConnected || link.Failure.Length > 0))
            {
                said = link;
                Console.Error.WriteLine(link.IsConnected
                    ? $"waternode: {Id} is connected to {link.Gateway}."
                    : $"waternode: {Id} cannot connect to {link.Gateway}: {link.Failure.TrimEnd('.')}. It goes on measuring and trying; its readings wait in its journal.");
            }
            await Task.Delay(LookEvery, cancel);
        }
        await _loop;
    }

    private void ShowIn(string pictureFile) => new PagePictureFile(_station.Screen, pictureFile, why =>
        Console.Error.WriteLine($"waternode: {Id} cannot write its page to {pictureFile} ({why.TrimEnd('.')}). It goes on without; name another file with --screen.")).Follow();

    /// <summary>On a thread that the end of the process does not wait for: nobody can be made to finish a line.</summary>
    private void Attend() => new Thread(() => new PersonAtStation(_station).Follow(Console.In)) { IsBackground = true, Name = "person at the station" }.Start();

    private void TellStart(VirtualStationOptions options)
    {
        if (_station.Progress.UnreadableBytes is > 0 and var bytes)
        {
            Console.Error.WriteLine($"waternode: {Id} found {bytes} bytes in {options.DataFolder} in which no reading can be read: its journal was damaged. "
                + "It begins a new one and tells the gateway; what was there is not deleted before its space is needed. Copy the folder if somebody is to look at it.");
        }
        var wait = FirstReading / options.Speed;
        if (wait > ShortWait)
        {
            var length = wait < TimeSpan.FromMinutes(2) ? $"{wait.TotalSeconds:0} seconds" : $"{wait.TotalMinutes:0} minutes";
            Console.Error.WriteLine($"waternode: {Id} is measuring; the first reading takes about {length} at this speed. --speed 900 shows it at once.");
        }
    }

    private void Tell(MeasuredRecord record)
    {
        var time = record.Time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        Console.Error.WriteLine(record.Sequence > 0
            ? $"waternode: {Id} {time} stored reading {record.Sequence}, verdict {record.Verdict}."
            : $"waternode: {Id} {time} measured, but its flash refused the reading: it is not stored. Look whether the disk is full.");
    }

    /// <summary>Two stations on one journal would give two readings the same identity.</summary>
    private static FileStream Lock(string folder)
    {
        var path = Path.Combine(folder, LockName);
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (File.Exists(path))
        {
            throw new IOException($"The folder {folder} is in use by another station. Two on one journal would give two readings one identity. Stop the other one, or choose another folder with --data.", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The folder {folder} cannot be used ({fault.Message.TrimEnd('.')}). The station could store nothing there. Choose another folder with --data.", fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop.ContinueWith(static _ => { }, TaskScheduler.Default);
        await _station.DisposeAsync();
        if (_lock is not null) await _lock.DisposeAsync();
        _stop.Dispose();
    }
}
