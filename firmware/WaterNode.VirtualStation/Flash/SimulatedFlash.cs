using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Flash;

/// <summary>What a power cut in the middle of an append leaves of it. Both kinds of file system exist.</summary>
public enum TornAppend
{
    /// <summary>Nothing: the file system commits at the close (LittleFS).</summary>
    LeavesNothing,

    /// <summary>The bytes written before the cut (FAT, SPIFFS).</summary>
    LeavesPrefix,
}

/// <summary>The power went while the flash was written. Everything that the processor did not put on flash is gone.</summary>
public sealed class PowerLostException() : Exception("The simulated power is off: restore it and start the station again.");

/// <summary>The station's flash in memory. It forgets what was not closed, and its power can be cut at any byte.</summary>
/// <param name="capacityBytes">Size of the flash; appends beyond it are refused.</param>
/// <remarks>Deleting a file counts as one byte written, so that the power can go before or after it.</remarks>
public sealed class SimulatedFlash(long capacityBytes, TornAppend torn = TornAppend.LeavesNothing) : IFlash
{
    private readonly Dictionary<string, List<byte>> _closed = new(StringComparer.Ordinal);
    private long? _bytesUntilCut;
    private bool _isOff;

    public long FreeBytes
    {
        get
        {
            ThrowIfOff();
            return capacityBytes - _closed.Values.Sum(file => (long)file.Count);
        }
    }

    /// <summary>Cuts the power once that many more bytes were written: the write in which it happens, and everything after it, throws <see cref="PowerLostException"/>.</summary>
    public void CutPowerAfter(long bytes) => _bytesUntilCut = bytes;

    /// <summary>Power is back. What was closed before the cut is there.</summary>
    public void RestorePower()
    {
        _isOff = false;
        _bytesUntilCut = null;
    }

    public IAppendFile Open(string name)
    {
        ThrowIfOff();
        return new SimulatedFile(this, FlashNames.Checked(name));
    }

    public string[] List()
    {
        ThrowIfOff();
        return [.. _closed.Keys];
    }

    public bool Delete(string name)
    {
        ThrowIfOff();
        if (Spend(1) < 1) throw CutPower();
        return _closed.Remove(FlashNames.Checked(name));
    }

    private bool Append(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > FreeBytes) return false;
        var written = Spend(bytes.Length);
        var isCut = written < bytes.Length;
        if (!isCut || torn is TornAppend.LeavesPrefix)
        {
            if (!_closed.TryGetValue(name, out var file)) _closed[name] = file = [];
            file.AddRange(bytes[..written]);
        }
        return isCut ? throw CutPower() : true;
    }

    /// <returns>How many of the bytes are written before the power goes.</returns>
    private int Spend(int bytes)
    {
        if (_bytesUntilCut is not { } left) return bytes;
        var written = (int)Math.Min(bytes, left);
        _bytesUntilCut = left - written;
        return written;
    }

    private PowerLostException CutPower()
    {
        _isOff = true;
        return new PowerLostException();
    }

    private void ThrowIfOff()
    {
        if (_isOff) throw new PowerLostException();
    }

    private sealed class SimulatedFile(SimulatedFlash flash, string name) : IAppendFile
    {
        public int Length
        {
            get
            {
                flash.ThrowIfOff();
                return flash._closed.TryGetValue(name, out var file) ? file.Count : 0;
            }
        }

        public bool Append(byte[] buffer, int offset, int count)
        {
            flash.ThrowIfOff();
            return flash.Append(name, buffer.AsSpan(offset, count));
        }

        public int Read(int position, byte[] buffer, int offset, int count)
        {
            flash.ThrowIfOff();
            if (!flash._closed.TryGetValue(name, out var file) || position >= file.Count) return 0;
            var read = Math.Min(count, file.Count - position);
            file.CopyTo(position, buffer, offset, read);
            return read;
        }
    }
}
