using WaterNode.Esp32.Boards;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Energy;

/// <summary>Board revision A by its times: everything takes as long as on the board, and what runs is counted.</summary>
/// <param name="tables">Times that no constant of the firmware tells.</param>
/// <param name="isSlow">True: no electrode ever settles, and there is no network. False: everything is settled and in reach at once.</param>
internal sealed class MeteredBoard(EnergyTables tables, bool isSlow) : IClock, IAdc, ITemperatureProbe, IFluidics, IPotentiostat, IMqttLink
{
    /// <summary>More than any plan calls stable: 6 mV, or 0.6 degrees, in 30 s.</summary>
    private const int MicroVoltsPerSecond = 200, MilliCelsiusPerSecond = 20;

    /// <summary>The drift begins anew so often that the inputs stay within their range, s.</summary>
    private const int DriftPeriodSeconds = 600;

    private readonly SimulatedInstruments _water = new();
    private readonly Esp32.Adapters.Pump[] _pumps = RevA.Pumps();
    private readonly int _column = isSlow ? 1 : 0;

    public double Seconds { get; private set; }

    public double PumpSeconds { get; private set; }

    public double ScanSeconds { get; private set; }

    public double RadioSeconds { get; private set; }

    public bool IsSet => false;

    public long UtcSeconds => 0;

    public long UpSeconds => (long)Seconds;

    public bool IsConnected => false;

    public int SignalDbm => 0;

    private int Drift => isSlow ? (int)(Seconds % DriftPeriodSeconds) : 0;

    public StationPorts Ports(SimulatedFlash flash) => new()
    {
        Clock = this,
        Adc = this,
        TemperatureProbe = this,
        Fluidics = this,
        Potentiostat = this,
        Link = this,
        Flash = flash,
        Screen = _water,
        Power = _water,
        Entropy = _water,
    };

    public void WakeUp(StartReason reason)
    {
        _water.StartReason = reason;
        Pass("start and computing");
    }

    public void Sleep(double seconds) => Seconds += seconds;

    public void Wait(int milliseconds) => Seconds += milliseconds / 1000.0;

    public void Set(long utcSeconds)
    {
    }

    public AdcStatus Read(AdcInput input, out int microVolts)
    {
        Pass("conversion of an electrode");
        var status = _water.Read(input, out microVolts);
        microVolts += Drift * MicroVoltsPerSecond;
        return status;
    }

    public bool TryRead(out int milliCelsius)
    {
        Pass("conversion of the probe");
        var answers = _water.TryRead(out milliCelsius);
        milliCelsius += Drift * MilliCelsiusPerSecond;
        return answers;
    }

    public bool TryMove(FluidLine line, int microLitres)
    {
        var seconds = _pumps[(int)line].MillisecondsFor(microLitres) / 1000.0;
        Seconds += seconds;
        PumpSeconds += seconds;
        return _water.TryMove(line, microLitres);
    }

    public bool TryScan(ScanRequest request, out Voltammogram? voltammogram)
    {
        var answers = _water.TryScan(request, out voltammogram);
        ScanSeconds += request.DepositionMilliseconds / 1000.0;
        Seconds += request.DepositionMilliseconds / 1000.0;
        ScanSeconds += Pass("point of a scan", voltammogram!.PicoAmperes.Length);
        return answers;
    }

    /// <summary>The time in the table holds all of it, so that nothing needs to be said after it.</summary>
    public bool Connect(string stationId, string willTopic, string willPayload)
    {
        RadioSeconds += Pass("joining, connecting, sending");
        return false;
    }

    public bool Subscribe(string topic) => false;

    public int Publish(string topic, byte[] payload, bool retain) => 0;

    public LinkEvent? Next(int timeoutMs) => null;

    public void Disconnect()
    {
    }

    private double Pass(string what, int times = 1)
    {
        var seconds = times * tables.Number(what, _column);
        Seconds += seconds;
        return seconds;
    }
}
