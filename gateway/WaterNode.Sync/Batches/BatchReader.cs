using System.Text;
using WaterNode.Sync.Records;
using Topics = WaterNode.Station.Wire.Topics;

namespace WaterNode.Sync.Batches;

/// <summary>The reading half of <see cref="BatchCodec"/>. The first error stops it: every later call returns a default and takes nothing.</summary>
internal ref struct BatchReader(ReadOnlySpan<byte> rest)
{
    /// <summary>The fewest bytes that a record can take: a count above the rest divided by this is a lie.</summary>
    public const int RecordBytesMin = 7;
    private const int ReadingBytesMin = 4;
    private const int RangeBytesMin = 2;
    private const int VarintBytesMax = 10;

    // Throws on invalid UTF-8 instead of replacing it: a batch is lossless or refused.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<string> _texts = [];
    private ReadOnlySpan<byte> _rest = rest;

    public string Error { get; private set; } = "";

    public readonly bool Good => Error.Length == 0;

    public Record Record()
    {
        var station = Text();
        if (Good && !Topics.IsStationId(station)) Fail($"'{Shortened(station)}' is not a station id");
        var generation = Unsigned();
        if (generation > uint.MaxValue) Fail("a generation has more than 32 bits");
        var sequence = Signed();
        if (Good && sequence < 1) Fail($"sequence {sequence} of {station} is below 1");
        var fields = (RecordFields)Byte();
        if ((fields & ~RecordFields.All) != 0) Fail("a record has unknown fields");
        return new Record(new RecordId(station, (uint)generation, sequence))
        {
            Time = fields.HasFlag(RecordFields.Time) ? Signed() : null,
            DerivedTime = fields.HasFlag(RecordFields.DerivedTime) ? Signed() : null,
            PowerOn = fields.HasFlag(RecordFields.PowerOn) ? Signed() : null,
            UpSeconds = fields.HasFlag(RecordFields.UpSeconds) ? Signed() : null,
            SamplePoint = Text(),
            LimitSet = fields.HasFlag(RecordFields.LimitSet) ? Text() : null,
            Event = fields.HasFlag(RecordFields.Event) ? Text() : null,
            Oldest = Signed(),
            Lost = fields.HasFlag(RecordFields.Lost) ? Lost() : [],
            Readings = Readings(),
        };
    }

    /// <summary>A count of things that take at least <paramref name="bytesEachMin"/> bytes.</summary>
    public int Count(int max, int bytesEachMin, string what)
    {
        var count = Unsigned();
        if (!Good) return 0;
        if (count > (ulong)max) return (int)Fail($"{count} {what} are more than {max}");
        if (count > (ulong)(_rest.Length / bytesEachMin)) return (int)Fail($"{count} {what} are announced, the rest of the batch is too short for them");
        return (int)count;
    }

    public void End()
    {
        if (Good && !_rest.IsEmpty) Fail($"{_rest.Length} bytes follow the last record");
    }

    private Reading[] Readings()
    {
        var readings = new Reading[Count(BatchCodec.ReadingsMax, ReadingBytesMin, "readings")];
        for (var i = 0; i < readings.Length; i++) readings[i] = Reading();
        return readings;
    }

    private Reading Reading()
    {
        var channel = Text();
        var unit = Text();
        var fields = (ReadingFields)Byte();
        if ((fields & ~ReadingFields.All) != 0) Fail("a reading has unknown fields");
        var quality = (Quality)Byte();
        if (Good && !Enum.IsDefined(quality)) Fail($"{(int)quality} is not a quality flag");
        return new Reading(channel, unit)
        {
            Quality = quality,
            BelowDetectionLimit = fields.HasFlag(ReadingFields.BelowDetectionLimit),
            Value = fields.HasFlag(ReadingFields.Value) ? Scaled() : null,
            Uncertainty = fields.HasFlag(ReadingFields.Uncertainty) ? Scaled() : null,
            DetectionLimit = fields.HasFlag(ReadingFields.DetectionLimit) ? Scaled() : null,
            Calibration = fields.HasFlag(ReadingFields.Calibration) ? Signed() : null,
            Verdict = fields.HasFlag(ReadingFields.Verdict) ? Text() : null,
            Reasons = fields.HasFlag(ReadingFields.Reasons) ? Text() : "",
        };
    }

    private SequenceRange[] Lost()
    {
        var lost = new SequenceRange[Count(BatchCodec.LostMax, RangeBytesMin, "lost ranges")];
        for (var i = 0; i < lost.Length; i++)
        {
            lost[i] = new SequenceRange(Signed(), Signed());
            if (Good && (lost[i].First < 1 || lost[i].Last < lost[i].First)) Fail($"{lost[i].First} to {lost[i].Last} is not a range of sequences");
        }
        return lost;
    }

    private Scaled Scaled()
    {
        var decimals = (int)(sbyte)Byte();
        var mantissa = Signed();
        if (Math.Abs(decimals) <= Records.Scaled.DecimalsMaxShifted) return new Scaled(mantissa, decimals);
        Fail($"{decimals} decimals are more than a number has");
        return default;
    }

    private string Text()
    {
        var number = Unsigned();
        if (!Good) return "";
        if (number > 0)
        {
            if (number <= (ulong)_texts.Count) return _texts[(int)number - 1];
            Fail($"text {number} was never spelled");
            return "";
        }
        var bytes = Take(Count(BatchCodec.TextBytesMax, 1, "bytes of text"));
        if (!Good) return "";
        try
        {
            _texts.Add(Utf8.GetString(bytes));
            return _texts[^1];
        }
        catch (DecoderFallbackException)
        {
            Fail("a text is not UTF-8");
            return "";
        }
    }

    private byte Byte()
    {
        var one = Take(1);
        return one.IsEmpty ? (byte)0 : one[0];
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (Good && _rest.Length < count) Fail("it ends in the middle of a record");
        if (!Good) return default;
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private long Signed()
    {
        var value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private ulong Unsigned()
    {
        ulong value = 0;
        for (var i = 0; i < VarintBytesMax; i++)
        {
            var next = Byte();
            if (!Good) return 0;
            // The tenth byte holds the 64th bit only.
            if (i == VarintBytesMax - 1 && next > 1) break;
            value |= (ulong)(next & 0x7F) << (7 * i);
            if (next < 0x80) return value;
        }
        return Fail("a number has more than 64 bits");
    }

    private ulong Fail(string what)
    {
        if (Good) Error = $"The batch cannot be read: {what}.";
        return 0;
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
