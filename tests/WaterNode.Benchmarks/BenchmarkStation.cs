using WaterNode.Simulation;
using WaterNode.Simulation.Calibration;
using WaterNode.Simulation.Display;
using WaterNode.Simulation.Events;
using WaterNode.Simulation.Flash;
using WaterNode.Simulation.Power;
using WaterNode.Simulation.Water;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;

namespace WaterNode.Benchmarks;

/// <summary>A station over simulated instruments, whose time jumps and whose gateway answers at once.</summary>
internal sealed class BenchmarkStation
{
    private const long FlashBytes = 4 * 1024 * 1024;

    private readonly JumpingTime _time = new();
    private readonly StationPorts _ports;
    private readonly MeteredPorts _metered;
    private int _peakBytes, _packBytes;
    private bool _isWatching;

    public BenchmarkStation()
    {
        static Random Stream(SeedUse use) => Seeds.Stream(seed: 1, stationIndex: 1, use);

        var events = new EventSchedule([], 1, _time);
        var well = new SimulatedWell(seed: 1, stationIndex: 1, events, _time);
        var clock = new JumpingClock(_time, Watch);
        var instruments = new SimulatedInstruments(well, events, clock, _time, Stream, _time.GetUtcNow());
        Config = new CalibrationVisit(instruments, Stream(SeedUse.Calibration)).Configure("lk-anp-0001", _time.GetUtcNow());
        _metered = new MeteredPorts(instruments.Wire(new StationPorts
        {
            Clock = clock,
            Flash = new SimulatedFlash(FlashBytes),
            Link = new BenchmarkLink(Publish),
            Screen = new SimulatedScreen(),
            Power = new SimulatedPower(_time),
            Entropy = new SystemEntropy(),
        }));
        _ports = _metered.Wire();
        Cycle = new DutyCycle(_ports, Config);
        Cycle.Start();
    }

    public StationConfig Config { get; }

    public DutyCycle Cycle { get; }

    /// <summary>Live bytes by the device's size model.</summary>
    public int LiveBytes => DeviceHeap.BytesOf(Cycle, _ports, Config);

    /// <summary>One cycle, and the wait until the next.</summary>
    public void RunCycle()
    {
        var report = Cycle.Run();
        Cycle.Serve(0);
        Watch();
        _time.Advance(TimeSpan.FromSeconds(report.NextWakeSeconds));
    }

    /// <summary>What the station itself allocated on this thread, bytes of .NET.</summary>
    public long AllocatedBytes => GC.GetAllocatedBytesForCurrentThread() - _metered.OutsideBytes;

    /// <returns>The most that was live at any wait or publish of one cycle, with what M2Mqtt holds then.</returns>
    public int PeakOfOneCycle()
    {
        _isWatching = true;
        _peakBytes = _packBytes = 0;
        RunCycle();
        _isWatching = false;
        return _peakBytes;
    }

    private void Publish(int bytes)
    {
        _packBytes = bytes;
        Watch();
        _packBytes = 0;
    }

    private void Watch()
    {
        if (_isWatching) _peakBytes = Math.Max(_peakBytes, LiveBytes + _packBytes);
    }
}
