using System.Security.Cryptography;
using WaterNode.Sync.Records;

namespace WaterNode.Sync.Batches;

/// <summary>Records on their way from one tier to the next (wire.md, section 4), little-endian and lossless:
/// <code>
/// "WNB" | version | packing | records | record ... | checksum
/// </code>
/// Numbers are varints (LEB128, signed ones in zigzag), texts refer to an earlier equal text or spell a new one.
/// </summary>
/// <remarks>A batch comes from another organisation's machine: nothing in it is trusted. Every count is compared with the bytes that are left
/// before memory is taken. The maxima follow from the 8 KiB pack that a station may send, so that every record that intake takes fits.</remarks>
public static class BatchCodec
{
    public const byte Version = 1;

    /// <summary>How the records are packed: 0 is plain. Another number is room for compression.</summary>
    public const byte PackingPlain = 0;

    public const string ContentType = "application/vnd.waternode.batch";

    public const int RecordsMax = 4096;
    public const int ReadingsMax = 1024;
    public const int LostMax = 2048;
    public const int TextBytesMax = 32 * 1024;

    internal static ReadOnlySpan<byte> Magic => "WNB"u8;

    internal const int HeaderBytes = 5;
    internal const int ChecksumBytes = 8;

    /// <exception cref="ArgumentException">A record exceeds the maxima, which intake does not let happen.</exception>
    public static byte[] Encode(IReadOnlyList<Record> records)
    {
        if (records.Count > RecordsMax) throw new ArgumentException($"A batch holds at most {RecordsMax} records, not {records.Count}.", nameof(records));
        using var stream = new MemoryStream();
        stream.Write(Magic);
        stream.WriteByte(Version);
        stream.WriteByte(PackingPlain);
        var writer = new BatchWriter(stream);
        writer.Unsigned((ulong)records.Count);
        foreach (var record in records) writer.Record(record);
        stream.Write(Checksum(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    /// <param name="batch">Anything at all.</param>
    /// <param name="records">Empty when false.</param>
    /// <param name="error">What is wrong, for the operator of the sending tier; "" when true.</param>
    public static bool TryDecode(ReadOnlySpan<byte> batch, out IReadOnlyList<Record> records, out string error)
    {
        records = [];
        error = HeaderError(batch);
        if (error.Length > 0) return false;

        var reader = new BatchReader(batch[HeaderBytes..^ChecksumBytes]);
        var decoded = new List<Record>();
        var count = reader.Count(RecordsMax, BatchReader.RecordBytesMin, "records");
        for (var i = 0; i < count && reader.Good; i++) decoded.Add(reader.Record());
        reader.End();
        error = reader.Error;
        if (!reader.Good) return false;
        records = decoded;
        return true;
    }

    private static string HeaderError(ReadOnlySpan<byte> batch)
    {
        if (batch.Length < HeaderBytes + ChecksumBytes) return $"The batch is torn: {batch.Length} bytes are less than an empty batch has.";
        if (!batch.StartsWith(Magic)) return "This is not a WaterNode batch: it does not begin with WNB.";
        if (batch[3] != Version) return $"The batch has version {batch[3]}, this tier reads version {Version}: update this tier.";
        if (batch[4] != PackingPlain) return $"The batch is packed by method {batch[4]}, this tier reads method {PackingPlain}: update this tier.";
        if (!Checksum(batch[..^ChecksumBytes]).SequenceEqual(batch[^ChecksumBytes..])) return "The batch is torn or altered: its checksum is wrong.";
        return "";
    }

    /// <summary>Against damage, not against forgery: the connection is authenticated.</summary>
    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes).AsSpan(0, ChecksumBytes);
}
