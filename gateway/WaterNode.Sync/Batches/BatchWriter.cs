using System.Text;
using WaterNode.Sync.Records;

namespace WaterNode.Sync.Batches;

/// <summary>Which optional fields of a record follow.</summary>
[Flags]
internal enum RecordFields : byte
{
    None = 0,
    Time = 1,
    DerivedTime = 2,
    PowerOn = 4,
    UpSeconds = 8,
    LimitSet = 16,
    Event = 32,
    Lost = 64,
    All = 127,
}

/// <summary>Which optional fields of a reading follow; <see cref="BelowDetectionLimit"/> is itself the field.</summary>
[Flags]
internal enum ReadingFields : byte
{
    None = 0,
    Value = 1,
    Uncertainty = 2,
    DetectionLimit = 4,
    BelowDetectionLimit = 8,
    Calibration = 16,
    Verdict = 32,
    Reasons = 64,
    All = 127,
}

/// <summary>The writing half of <see cref="BatchCodec"/>; <see cref="BatchReader"/> mirrors it line by line.</summary>
internal sealed class BatchWriter(Stream stream)
{
    private readonly Dictionary<string, int> _texts = [];

    public void Record(Record record)
    {
        Text(record.Id.Station);
        Unsigned(record.Id.Generation);
        Signed(record.Id.Sequence);
        var fields = FieldsOf(record);
        stream.WriteByte((byte)fields);
        if (record.Time is { } time) Signed(time);
        if (record.DerivedTime is { } derived) Signed(derived);
        if (record.PowerOn is { } powerOn) Signed(powerOn);
        if (record.UpSeconds is { } up) Signed(up);
        Text(record.SamplePoint);
        if (record.LimitSet is { } limitSet) Text(limitSet);
        if (record.Event is { } json) Text(json);
        Signed(record.Oldest);
        if (fields.HasFlag(RecordFields.Lost)) Lost(record.Lost);
        if (record.Readings.Count > BatchCodec.ReadingsMax) throw new ArgumentException($"{record.Id} has more than {BatchCodec.ReadingsMax} readings.");
        Unsigned((ulong)record.Readings.Count);
        foreach (var reading in record.Readings) Reading(reading);
    }

    private void Reading(Reading reading)
    {
        Text(reading.Channel);
        Text(reading.Unit);
        stream.WriteByte((byte)FieldsOf(reading));
        stream.WriteByte((byte)reading.Quality);
        if (reading.Value is { } value) Scaled(value);
        if (reading.Uncertainty is { } uncertainty) Scaled(uncertainty);
        if (reading.DetectionLimit is { } limit) Scaled(limit);
        if (reading.Calibration is { } calibration) Signed(calibration);
        if (reading.Verdict is { } verdict) Text(verdict);
        if (reading.Reasons.Length > 0) Text(reading.Reasons);
    }

    private void Lost(IReadOnlyList<SequenceRange> lost)
    {
        if (lost.Count > BatchCodec.LostMax) throw new ArgumentException($"More than {BatchCodec.LostMax} lost ranges in one record.");
        Unsigned((ulong)lost.Count);
        foreach (var range in lost)
        {
            Signed(range.First);
            Signed(range.Last);
        }
    }

    private void Scaled(Scaled value)
    {
        stream.WriteByte((byte)(sbyte)value.Decimals);
        Signed(value.Mantissa);
    }

    /// <summary>0 and the text, or n for the n-th text of this batch.</summary>
    private void Text(string text)
    {
        if (_texts.TryGetValue(text, out var number))
        {
            Unsigned((ulong)number);
            return;
        }
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > BatchCodec.TextBytesMax) throw new ArgumentException($"A text of {bytes.Length} bytes exceeds {BatchCodec.TextBytesMax}.");
        Unsigned(0);
        Unsigned((ulong)bytes.Length);
        stream.Write(bytes);
        _texts.Add(text, _texts.Count + 1);
    }

    private void Signed(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    public void Unsigned(ulong value)
    {
        for (; value >= 0x80; value >>= 7) stream.WriteByte((byte)(value | 0x80));
        stream.WriteByte((byte)value);
    }

    private static RecordFields FieldsOf(Record record) =>
        (record.Time is null ? 0 : RecordFields.Time)
        | (record.DerivedTime is null ? 0 : RecordFields.DerivedTime)
        | (record.PowerOn is null ? 0 : RecordFields.PowerOn)
        | (record.UpSeconds is null ? 0 : RecordFields.UpSeconds)
        | (record.LimitSet is null ? 0 : RecordFields.LimitSet)
        | (record.Event is null ? 0 : RecordFields.Event)
        | (record.Lost.Count == 0 ? 0 : RecordFields.Lost);

    private static ReadingFields FieldsOf(Reading reading) =>
        (reading.Value is null ? 0 : ReadingFields.Value)
        | (reading.Uncertainty is null ? 0 : ReadingFields.Uncertainty)
        | (reading.DetectionLimit is null ? 0 : ReadingFields.DetectionLimit)
        | (reading.BelowDetectionLimit ? ReadingFields.BelowDetectionLimit : 0)
        | (reading.Calibration is null ? 0 : ReadingFields.Calibration)
        | (reading.Verdict is null ? 0 : ReadingFields.Verdict)
        | (reading.Reasons.Length == 0 ? 0 : ReadingFields.Reasons);
}
