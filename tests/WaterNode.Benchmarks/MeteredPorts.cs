using WaterNode.Station.Ports;

namespace WaterNode.Benchmarks;

/// <summary>Passes everything on, and counts what the other side of the ports allocates: it is not the station's.</summary>
internal sealed class MeteredPorts(StationPorts inner) : IAdc, ITemperatureProbe, IPotentiostat, IFluidics, IFlash, IMqttLink, IScreen, IPower, IEntropy
{
    private readonly Dictionary<string, IAppendFile> _files = new(StringComparer.Ordinal);

    /// <summary>Bytes of .NET allocated behind the ports on this thread.</summary>
    public long OutsideBytes { get; private set; }

    public StartReason StartReason => inner.Power.StartReason;

    public int BatteryMilliVolts => inner.Power.BatteryMilliVolts;

    public int FreeHeapBytes => inner.Power.FreeHeapBytes;

    public long FreeBytes
    {
        get
        {
            using var _ = Outside();
            return inner.Flash.FreeBytes;
        }
    }

    public bool IsConnected => inner.Link.IsConnected;

    public int SignalDbm => inner.Link.SignalDbm;

    /// <summary>The ports with this in between.</summary>
    public StationPorts Wire() => new()
    {
        Clock = inner.Clock,
        Adc = this,
        TemperatureProbe = this,
        Potentiostat = this,
        Fluidics = this,
        Flash = this,
        Link = this,
        Screen = this,
        Power = this,
        Entropy = this,
    };

    public AdcStatus Read(AdcInput input, out int microVolts)
    {
        using var _ = Outside();
        return inner.Adc.Read(input, out microVolts);
    }

    public bool TryRead(out int milliCelsius)
    {
        using var _ = Outside();
        return inner.TemperatureProbe.TryRead(out milliCelsius);
    }

    public bool TryScan(ScanRequest request, out Voltammogram voltammogram)
    {
        using var _ = Outside();
        return inner.Potentiostat.TryScan(request, out voltammogram);
    }

    public bool TryMove(FluidLine line, int microLitres)
    {
        using var _ = Outside();
        return inner.Fluidics.TryMove(line, microLitres);
    }

    public IAppendFile Open(string name)
    {
        using var _ = Outside();
        if (!_files.TryGetValue(name, out var file)) _files[name] = file = new MeteredFile(this, inner.Flash.Open(name));
        return file;
    }

    public string[] List()
    {
        using var _ = Outside();
        return inner.Flash.List();
    }

    public bool Delete(string name)
    {
        using var _ = Outside();
        _files.Remove(name);
        return inner.Flash.Delete(name);
    }

    public bool Connect(string stationId, string willTopic, string willPayload)
    {
        using var _ = Outside();
        return inner.Link.Connect(stationId, willTopic, willPayload);
    }

    public bool Subscribe(string topic)
    {
        using var _ = Outside();
        return inner.Link.Subscribe(topic);
    }

    public int Publish(string topic, byte[] payload, bool retain)
    {
        using var _ = Outside();
        return inner.Link.Publish(topic, payload, retain);
    }

    public LinkEvent? Next(int timeoutMs)
    {
        using var _ = Outside();
        return inner.Link.Next(timeoutMs);
    }

    public void Disconnect()
    {
        using var _ = Outside();
        inner.Link.Disconnect();
    }

    public bool Show(byte[] page)
    {
        using var _ = Outside();
        return inner.Screen.Show(page);
    }

    public uint NextUInt32()
    {
        using var _ = Outside();
        return inner.Entropy.NextUInt32();
    }

    private Stay Outside() => new(this, GC.GetAllocatedBytesForCurrentThread());

    private readonly struct Stay(MeteredPorts ports, long before) : IDisposable
    {
        public void Dispose() => ports.OutsideBytes += GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class MeteredFile(MeteredPorts ports, IAppendFile inner) : IAppendFile
    {
        public int Length
        {
            get
            {
                using var _ = ports.Outside();
                return inner.Length;
            }
        }

        public bool Append(byte[] buffer, int offset, int count)
        {
            using var _ = ports.Outside();
            return inner.Append(buffer, offset, count);
        }

        public int Read(int position, byte[] buffer, int offset, int count)
        {
            using var _ = ports.Outside();
            return inner.Read(position, buffer, offset, count);
        }
    }
}
