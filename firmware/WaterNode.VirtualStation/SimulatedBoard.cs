using WaterNode.Simulation.Calibration;
using WaterNode.Simulation.Display;
using WaterNode.Simulation.Events;
using WaterNode.Simulation.Flash;
using WaterNode.Simulation.Link;
using WaterNode.Simulation.Power;
using WaterNode.Simulation.Time;
using WaterNode.Simulation.Water;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation;

/// <summary>The composition root of a virtual station, as Program.cs is that of a real one: every port, and the constants of its calibration.</summary>
internal sealed class SimulatedBoard : IDisposable
{
    /// <summary>The file partition of a board with 8 MB of flash.</summary>
    private const long FlashBytes = 4 * 1024 * 1024;

    private readonly TcpMqttLink _link;

    /// <param name="power">Cancelled when the power goes.</param>
    public SimulatedBoard(VirtualStationOptions options, SimulatedWell well, EventSchedule events, SimulatedScreen screen, TimeProvider calendar, CancellationToken power)
    {
        Random Stream(SeedUse use) => Seeds.Stream(options.Seed, options.Index, use);

        var clock = new SimulatedClock(calendar, options.Speed, power);
        var now = calendar.GetUtcNow();
        var instruments = new SimulatedInstruments(well, events, clock, calendar, Stream, madeAt: now);
        _link = new TcpMqttLink(AddressOf(options.Gateway));
        Config = new CalibrationVisit(instruments, Stream(SeedUse.Calibration)).Configure(options.Id, now);
        Config.LimitSetId = options.LimitSetId;
        Config.WetIntervalSeconds = options.WetIntervalSeconds;
        Ports = instruments.Wire(new StationPorts
        {
            Clock = clock,
            Flash = options.DataFolder is { } folder ? new FolderFlash(folder, FlashBytes) : new SimulatedFlash(FlashBytes),
            Link = _link,
            Screen = screen,
            Power = new SimulatedPower(calendar),
            Entropy = new SystemEntropy(),
        });
    }

    public StationPorts Ports { get; }

    /// <summary>The gateway as the station sees it now.</summary>
    public LinkState Link => _link.IsConnected ? LinkState.Connected : new LinkState(false, _link.Failure);

    /// <summary>What a technician wrote into the station after calibrating these electrodes.</summary>
    public StationConfig Config { get; }

    /// <summary>The power goes: the gateway sees the connection end without a goodbye, and publishes the will.</summary>
    public void Dispose() => _link.Dispose();

    private static GatewayAddress AddressOf(Uri gateway) =>
        GatewayAddress.TryFrom(gateway, out var address)
            ? address!
            : throw new ArgumentException($"'{gateway}' is no gateway address: expected mqtt://[user:password@]host[:port].", nameof(gateway));
}
