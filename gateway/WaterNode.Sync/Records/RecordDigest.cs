using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WaterNode.Sync.Records;

/// <summary>The fingerprint of a record's content: two arrivals under one identity are the same record exactly when it is equal.</summary>
/// <remarks>Digests are stored for ever, so this order of fields never changes; a new field may only be added in a way that leaves
/// records without it as they are. Transport state (<see cref="Record.Oldest"/>, <see cref="Record.Lost"/>) and
/// <see cref="Record.DerivedTime"/> are left out.</remarks>
public static class RecordDigest
{
    /// <summary>Length of a digest: the first half of a SHA-256.</summary>
    public const int Bytes = 16;

    public static byte[] Of(Record record)
    {
        using var content = new MemoryStream(256);
        Write(content, record.Id.Station);
        Write(content, record.Id.Generation);
        Write(content, record.Id.Sequence);
        Write(content, record.Time);
        Write(content, record.PowerOn);
        Write(content, record.UpSeconds);
        Write(content, record.SamplePoint);
        Write(content, record.LimitSet);
        Write(content, record.Event);
        Write(content, record.Readings.Count);
        foreach (var reading in record.Readings) Write(content, reading);
        return SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length))[..Bytes];
    }

    private static void Write(Stream content, Reading reading)
    {
        Write(content, reading.Channel);
        Write(content, reading.Unit);
        Write(content, reading.Value);
        Write(content, (long)reading.Quality);
        Write(content, reading.Uncertainty);
        Write(content, reading.DetectionLimit);
        Write(content, reading.BelowDetectionLimit ? 1 : 0);
        Write(content, reading.Reasons);
        Write(content, reading.Calibration);
        Write(content, reading.Verdict);
    }

    private static void Write(Stream content, Scaled? value)
    {
        Write(content, value?.Mantissa);
        if (value is { } number) Write(content, number.Decimals);
    }

    private static void Write(Stream content, long? value)
    {
        content.WriteByte(value is null ? (byte)0 : (byte)1);
        if (value is { } number) Write(content, number);
    }

    private static void Write(Stream content, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        content.Write(bytes);
    }

    private static void Write(Stream content, string? text)
    {
        if (text is null)
        {
            Write(content, -1L);
            return;
        }
        var bytes = Encoding.UTF8.GetBytes(text);
        Write(content, (long)bytes.Length);
        content.Write(bytes);
    }
}
