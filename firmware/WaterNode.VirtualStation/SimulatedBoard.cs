using WaterNode.Simulation.Calibration;
using WaterNode.Simulation.Deployment;
using WaterNode.Simulation.Display;
using WaterNode.Simulation.Events;
using WaterNode.Simulation.Flash;
using WaterNode.Simulation.Link;
using WaterNode.Simulation.Power;
using WaterNode.Simulation.Time;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Ports;

namespace WaterNode.Simulation;

/// <summary>The composition root of a virtual station, as Program.cs is that of a real one: every port, and the constants of its calibration.</summary>
internal sealed class SimulatedBoard : IDisposable
{
    /// <summary>The file partition of a board with 8 MB of flash.</summary>
    private const long FlashBytes = 4 * 1024 * 1024;

    private readonly VirtualStationOptions _options;
    private readonly IFlash _flash;
    private readonly SimulatedPower _power;
    private readonly StationConfig _config;
    private TcpMqttLink? _link;

    /// <param name="power">Cancelled when the power goes.</param>
    public SimulatedBoard(VirtualStationOptions options, SensorPlaces sensors, EventSchedule events, SimulatedScreen screen, SimulatedButton button, TimeProvider calendar, CancellationToken power)
    {
        Random Stream(SeedUse use) => Seeds.Stream(options.Seed, options.Index, use);

        _options = options;
        _flash = options.DataFolder is { } folder ? new FolderFlash(folder, FlashBytes) : new SimulatedFlash(FlashBytes);
        _power = new SimulatedPower(calendar);
        var clock = new SimulatedClock(calendar, options.Speed, power);
        var now = calendar.GetUtcNow();
        var instruments = new SimulatedInstruments(sensors, events, clock, calendar, Stream, madeAt: now);
        _config = new CalibrationVisit(instruments, Stream(SeedUse.Calibration)).Configure(options.Id, now);
        Ports = instruments.Wire(new StationPorts
        {
            Clock = new AttendedClock(clock),
            Flash = _flash,
            Screen = screen,
            Button = button,
            Power = _power,
            Entropy = new SystemEntropy(),
        });
        StationFile.Write(_flash, options.StationFile ?? StationFile.Make(options, AddressOf(options.Gateway)));
        StationFile.MakeRoomForCalibrations(_flash, _config);
    }

    public StationPorts Ports { get; }

    /// <summary>The gateway as the station sees it now.</summary>
    public LinkState Link => _link is null ? LinkState.Untried : new LinkState(_link.IsConnected, _link.Gateway, _link.IsConnected ? "" : _link.Failure);

    /// <summary>The processor starts: it reads its settings, as after every restart.</summary>
    /// <exception cref="IOException">The settings cannot be used; the message is for the operator.</exception>
    public DutyCycle Start(StartReason reason)
    {
        _power.StartReason = reason;
        var start = new StationStart(_flash, reason);
        if (!start.TryConfigure(_config)) throw new IOException($"The station's station.json cannot be used. {string.Join(' ', start.Settings.Faults.ToArray())}");
        _link?.Dispose();
        _link = new TcpMqttLink(AddressIn(start.Settings.InForce));
        Ports.Link = _link;
        return new DutyCycle(Ports, _config, start);
    }

    /// <summary>The power goes: the gateway sees the connection end without a goodbye, and publishes the will.</summary>
    public void Dispose() => _link?.Dispose();

    private GatewayAddress AddressIn(StationSettings settings) => new(
        settings.TextOf(SettingsMember.GatewayHost),
        settings.NumberOf(SettingsMember.GatewayPort),
        _options.Gateway is null ? null : AddressOf(_options.Gateway).UserName,
        settings.TextOf(SettingsMember.GatewayPassword) is { Length: > 0 } password ? password : null);

    private static GatewayAddress AddressOf(Uri? gateway) =>
        gateway is not null && GatewayAddress.TryFrom(gateway, out var address)
            ? address!
            : throw new ArgumentException($"'{gateway}' is no gateway address: expected mqtt://[user:password@]host[:port].", nameof(gateway));
}
