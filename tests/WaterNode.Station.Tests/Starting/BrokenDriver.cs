using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Starting;

/// <summary>A driver with a fault in its program: where it should answer "no", it throws.</summary>
internal sealed class BrokenDriver : IAdc, ITemperatureProbe, IPotentiostat, IFluidics, IScreen, IMqttLink
{
    public bool IsConnected => false;

    public int SignalDbm => 0;

    public AdcStatus Read(AdcInput input, out int microVolts) => throw new InvalidOperationException();

    public bool TryRead(out int milliCelsius) => throw new InvalidOperationException();

    public bool TryScan(ScanRequest request, out Voltammogram voltammogram) => throw new InvalidOperationException();

    public bool TryMove(FluidLine line, int microLitres) => throw new InvalidOperationException();

    public bool Show(byte[] page) => throw new InvalidOperationException();

    public bool Connect(string stationId, string willTopic, string willPayload) => throw new InvalidOperationException();

    public bool Subscribe(string topic) => throw new InvalidOperationException();

    public int Publish(string topic, byte[] payload, bool retain) => throw new InvalidOperationException();

    public LinkEvent Next(int timeoutMs) => throw new InvalidOperationException();

    public void Disconnect() => throw new InvalidOperationException();
}
