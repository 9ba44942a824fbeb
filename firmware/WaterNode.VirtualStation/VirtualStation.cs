using WaterNode.Simulation.Calibration;
using WaterNode.Simulation.Display;
using WaterNode.Simulation.Events;
using WaterNode.Simulation.Link;
using WaterNode.Simulation.Time;
using WaterNode.Simulation.Water;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Simulation;

/// <summary>A station on a PC: the firmware's own duty cycle over simulated water, electrodes and flash, and a real MQTT connection.</summary>
public sealed class VirtualStation : IAsyncDisposable
{
    /// <summary>The longest the station listens to its link before it looks at the clock again, ms of real time.</summary>
    private const int ServeMilliseconds = 100;

    private readonly VirtualStationOptions _options;
    private readonly TimeProvider _calendar;
    private readonly EventSchedule _events;
    private readonly CancellationTokenSource _power = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StationProgress _progress = new();
    private LinkState _link = LinkState.Untried;
    private volatile bool _stopMeasuring;
    private Task? _running;
    private bool _isDisposed;

    public VirtualStation(VirtualStationOptions options)
    {
        _options = options;
        _calendar = options.Calendar ?? new AcceleratedCalendar(options.Speed);
        _events = new EventSchedule(options.Events, options.Index, _calendar);
        Well = new SimulatedWell(options.Seed, options.Index, _events, _calendar);
        Sensors = new SensorPlaces(Well, Seeds.Stream(options.Seed, options.Index, SeedUse.Bottles));
    }

    public string Id => _options.Id;

    /// <summary>The truth about the water, which the station only estimates.</summary>
    public SimulatedWell Well { get; }

    /// <summary>Where the sensors are, for whoever calibrates them.</summary>
    public SensorPlaces Sensors { get; }

    public SimulatedScreen Screen { get; } = new();

    public SimulatedButton Button { get; } = new();

    /// <summary>Safe to read from any thread.</summary>
    public StationProgress Progress => Volatile.Read(ref _progress);

    /// <summary>Safe to read from any thread.</summary>
    public LinkState Link => Volatile.Read(ref _link);

    /// <summary>Completes when the station's journal is open; it does not wait for a gateway.</summary>
    /// <exception cref="IOException">The flash holds unsent readings of another station; the message is for the operator.</exception>
    public Task Ready => _ready.Task;

    /// <summary>After every record, on the station's own thread.</summary>
    public event Action<MeasuredRecord>? Measured;

    /// <summary>Runs the station on a thread of its own, as on its own processor. Called once.</summary>
    /// <param name="cancel">Cuts the station's power: at once, even in the middle of a measurement.</param>
    /// <returns>Completes when the power was cut, or when everything is acknowledged after <see cref="StopMeasuring"/>.</returns>
    public Task Run(CancellationToken cancel)
    {
        if (_running is not null) throw new InvalidOperationException("A virtual station runs once.");
        return _running = Task.Factory.StartNew(
            () =>
            {
                using var power = CancellationTokenSource.CreateLinkedTokenSource(cancel, _power.Token);
                Live(power.Token);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    /// <summary>No new measuring cycles; what is in the journal goes on being published until everything is acknowledged.</summary>
    public void StopMeasuring() => _stopMeasuring = true;

    /// <summary>Cuts the power and waits for the end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        await _power.CancelAsync();
        if (_running is not null) await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _power.Dispose();
    }

    private void Live(CancellationToken power)
    {
        try
        {
            _events.Begin();
            using var board = new SimulatedBoard(_options, Sensors, _events, Screen, Button, _calendar, power);
            for (var reason = StartReason.PowerOn; Live(board.Start(reason), board, power); reason = StartReason.Software) ;
        }
        catch (OperationCanceledException) when (power.IsCancellationRequested)
        {
            // The power is off: what is in flash is what remains.
        }
        catch (Exception e)
        {
            _ready.TrySetException(e);
            throw;
        }
    }

    /// <returns>True when the station restarts.</returns>
    private bool Live(DutyCycle cycle, SimulatedBoard board, CancellationToken power)
    {
        cycle.Measured += (record, isStored) => NoteRecord(record, isStored, cycle);
        if (!cycle.Start() && cycle.Journal.Opening.Problem is { Length: > 0 } problem) throw new IOException(problem);
        NoteJournal(Progress, cycle);
        // What the last run left goes first: at real speed the first measurement takes minutes.
        ServeOnce(cycle, board, power, milliseconds: 0);
        while (!_stopMeasuring && !cycle.WantsRestart)
        {
            var report = cycle.Run();
            Volatile.Write(ref _link, board.Link);
            Serve(cycle, board, power, until: board.Ports.Clock.UpSeconds + report.NextWakeSeconds);
        }
        if (cycle.WantsRestart)
        {
            cycle.End();
            return true;
        }
        Drain(cycle, board, power);
        return false;
    }

    private void Serve(DutyCycle cycle, SimulatedBoard board, CancellationToken power, long until)
    {
        while (!_stopMeasuring && !cycle.WantsRestart && board.Ports.Clock.UpSeconds < until)
        {
            var leftMs = (until - board.Ports.Clock.UpSeconds) * 1000 / _options.Speed;
            ServeOnce(cycle, board, power, (int)Math.Clamp(leftMs, 1, ServeMilliseconds));
        }
    }

    private void Drain(DutyCycle cycle, SimulatedBoard board, CancellationToken power)
    {
        while (Progress.Pending > 0) ServeOnce(cycle, board, power, ServeMilliseconds);
    }

    private void ServeOnce(DutyCycle cycle, SimulatedBoard board, CancellationToken power, int milliseconds)
    {
        power.ThrowIfCancellationRequested();
        cycle.Serve(milliseconds);
        Volatile.Write(ref _link, board.Link);
        NoteJournal(Progress, cycle);
    }

    private void NoteRecord(Record record, bool isStored, DutyCycle cycle)
    {
        NoteJournal(Progress with { Measured = Progress.Measured + 1, Journaled = Progress.Journaled + (isStored ? 1 : 0) }, cycle);
        Measured?.Invoke(new MeasuredRecord(isStored ? record.Sequence : 0, _calendar.GetUtcNow(), VerdictText.Of(cycle.Verdict)));
    }

    private void NoteJournal(StationProgress progress, DutyCycle cycle)
    {
        var journal = cycle.Journal;
        Volatile.Write(ref _progress, progress with
        {
            Acknowledged = journal.AcknowledgedSequence,
            Pending = journal.PendingCount,
            Lost = journal.LostCount,
            Generation = journal.Generation,
            LastSequence = journal.LastSequence,
            OldestSequence = journal.OldestSequence,
            UnreadableBytes = journal.Opening.UnreadableBytes,
            Verdict = VerdictText.Of(cycle.Verdict),
        });
        if (journal.IsOpen) _ready.TrySetResult();
    }
}
