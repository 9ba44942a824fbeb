using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Simulation;

/// <summary>The power went away in the middle of a write.</summary>
internal sealed class PowerCutException : Exception;

/// <summary>A flash in memory that can lose power after any byte, be full, or refuse.</summary>
internal sealed class SimulatedFlash : IFlash
{
    private readonly Dictionary<string, List<byte>> _files = [];

    public long CapacityBytes { get; set; } = 256 * 1024;

    /// <summary>Bytes that can still be written (a deletion counts one) before the power goes; null for ever.</summary>
    public int? BytesUntilPowerCut { get; set; }

    /// <summary>Bytes of an append that reach the flash before it is refused; null accepts appends.</summary>
    public int? RefusesAfterBytes { get; set; }

    public bool RefusesDeletion { get; set; }

    public long WrittenBytes { get; private set; }

    public IReadOnlyCollection<string> Names => _files.Keys;

    public long FreeBytes => CapacityBytes - _files.Values.Sum(file => file.Count);

    public IAppendFile Open(string name) => new SimulatedFile(this, name);

    public string[] List() => [.. _files.Keys];

    public bool Delete(string name)
    {
        if (RefusesDeletion) return false;
        Spend();
        return _files.Remove(name);
    }

    public List<byte> Bytes(string name) => _files[name];

    private void Spend()
    {
        if (BytesUntilPowerCut == 0) throw new PowerCutException();
        BytesUntilPowerCut--;
    }

    private sealed class SimulatedFile(SimulatedFlash flash, string name) : IAppendFile
    {
        public int Length => flash._files.TryGetValue(name, out var file) ? file.Count : 0;

        public bool Append(byte[] buffer, int offset, int count)
        {
            for (var i = 0; i < count; i++)
            {
                if (i == flash.RefusesAfterBytes || flash.FreeBytes == 0) return false;
                flash.Spend();
                if (!flash._files.TryGetValue(name, out var file)) flash._files[name] = file = [];
                file.Add(buffer[offset + i]);
                flash.WrittenBytes++;
            }
            return flash.RefusesAfterBytes is null;
        }

        public int Read(int position, byte[] buffer, int offset, int count)
        {
            if (!flash._files.TryGetValue(name, out var file) || position >= file.Count) return 0;
            var read = Math.Min(count, file.Count - position);
            file.CopyTo(position, buffer, offset, read);
            return read;
        }
    }
}
