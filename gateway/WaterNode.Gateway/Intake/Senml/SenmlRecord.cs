using System.Text.Json;
using WaterNode.Sync.Records;
using Topics = WaterNode.Station.Wire.Topics;

namespace WaterNode.Gateway.Intake.Senml;

/// <summary>Reads and validates one record of a pack.</summary>
public static class SenmlRecord
{
    private const long SequenceMax = uint.MaxValue;

    /// <summary>Times after this (the year 2242) are not Unix seconds.</summary>
    public const long TimeMax = 1L << 33;

    private const int LostRangesMax = 64;

    /// <returns>False when something is wrong: then <paramref name="defect"/> says what, and nothing of the section may be stored as a record.</returns>
    public static bool TryRead(SenmlSection section, string station, out Record? record, out Defect? defect)
    {
        record = null;
        defect = NameDefect(section, station);
        if (defect is not null) return false;
        if (!(section.IsPlain ? TryReadPlainHead(section, station, out record, out defect) : TryReadHead(section.Head, station, out record, out defect))) return false;
        if (!TryReadReadings(section, out var readings, out defect)) return false;
        record = record! with { Readings = readings };
        return true;
    }

    /// <summary>The identity alone, for the quarantine: it is held even when the rest of the record is not good.</summary>
    public static bool TryReadIdentity(SenmlSection section, string station, out RecordId? id)
    {
        id = null;
        if (section.IsPlain || NameDefect(section, station) is not null) return false;
        if (!TryReadIdentity(section.Head, station, out var read, out _)) return false;
        id = read;
        return true;
    }

    /// <summary>Reads <c>gen</c> and <c>seq</c> of a record or an event.</summary>
    public static bool TryReadIdentity(JsonElement head, string station, out RecordId id, out Defect? defect)
    {
        id = default;
        if (!head.TryText("gen", 8, out var generationText, out defect) || !head.TryWhole("seq", 1, SequenceMax, out var sequence, out defect)) return false;
        if (sequence is null) defect = new Defect("no-sequence", "The record has no 'seq'.");
        else if (!RecordId.TryParseGeneration(generationText, out var generation) || generation == 0)
            defect = new Defect("bad-generation", "'gen' must be 8 hex digits, not all zero.");
        else id = new RecordId(station, generation, sequence.Value);
        return defect is null;
    }

    /// <summary>Reads <c>bt</c>, <c>pon</c>, <c>up</c> of a record or an event: one of time and power-on must be there.</summary>
    public static bool TryReadTime(JsonElement head, Record record, out Record dated, out Defect? defect)
    {
        dated = record;
        if (!TryReadBaseTime(head, out var time, out defect)
            || !head.TryWhole("pon", 0, uint.MaxValue, out var powerOn, out defect)
            || !head.TryWhole("up", 0, TimeMax, out var up, out defect)) return false;
        if (time is null && (powerOn is null || up is null))
        {
            defect = new Defect("no-time", "The record has neither 'bt' nor 'pon' with 'up': it cannot be dated.");
            return false;
        }
        dated = record with { Time = time, PowerOn = powerOn, UpSeconds = up };
        return true;
    }

    private static bool TryReadBaseTime(JsonElement head, out long? time, out Defect? defect)
    {
        time = null;
        if (!head.TryNumber("bt", out var number, out defect)) return false;
        if (number is null) return true;
        var seconds = Math.Floor(number.Value.ToDouble());
        if (seconds is > 0 and < TimeMax)
        {
            time = (long)seconds;
            return true;
        }
        defect = Defect.WrongType("bt", "a time in Unix seconds");
        return false;
    }

    private static Defect? NameDefect(SenmlSection section, string station)
    {
        if (section.BaseName is null) return section.IsPlain ? null : new Defect("wrong-name", "The record has no base name 'bn'.");
        return section.BaseName == Topics.BaseName(station)
            ? null
            : new Defect("wrong-name", $"The base name '{section.BaseName}' is not '{Topics.BaseName(station)}', the station of the topic.");
    }

    private static bool TryReadHead(JsonElement head, string station, out Record? record, out Defect? defect)
    {
        record = null;
        if (!TryReadIdentity(head, station, out var id, out defect)) return false;
        if (!TryReadTime(head, new Record(id), out var dated, out defect)) return false;
        if (!head.TryWhole("old", 1, id.Sequence, out var oldest, out defect)
            || !TryReadLost(head, out var lost, out defect)
            || !head.TryText("pt", 32, out var samplePoint, out defect)
            || !head.TryText("ls", 48, out var limitSet, out defect)) return false;
        record = dated with { Oldest = oldest ?? 1, Lost = lost, SamplePoint = samplePoint is null or "" ? "treated" : samplePoint, LimitSet = limitSet };
        return true;
    }

    private static bool TryReadPlainHead(SenmlSection section, string station, out Record? record, out Defect? defect)
    {
        record = null;
        defect = section.Head.TryGetProperty("gen", out _) ? new Defect("no-sequence", "The record has a 'gen' and no 'seq'.")
            : section.PlainSecond is > 0 and <= SequenceMax ? null
            : Defect.WrongType("t", "a time that gives Unix seconds");
        if (defect is not null) return false;
        record = new Record(new RecordId(station, 0, section.PlainSecond!.Value)) { Time = section.PlainSecond };
        return true;
    }

    /// <summary>Reads <c>lost</c>, an array of [first, last].</summary>
    public static bool TryReadLost(JsonElement head, out IReadOnlyList<SequenceRange> lost, out Defect? defect)
    {
        lost = [];
        defect = null;
        if (!head.TryGetProperty("lost", out var element)) return true;
        var ranges = new List<SequenceRange>();
        var good = element.ValueKind == JsonValueKind.Array && element.GetArrayLength() <= LostRangesMax;
        if (good)
        {
            foreach (var pair in element.EnumerateArray())
            {
                good = pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2
                    && pair[0].ValueKind == JsonValueKind.Number && pair[0].TryGetInt64(out var first)
                    && pair[1].ValueKind == JsonValueKind.Number && pair[1].TryGetInt64(out var last)
                    && AddRange(first, last);
                if (!good) break;
            }
        }
        lost = ranges;
        if (!good) defect = Defect.WrongType("lost", $"at most {LostRangesMax} pairs [first, last] of sequences");
        return good;

        bool AddRange(long first, long last)
        {
            if (first < 1 || last < first || last > SequenceMax) return false;
            ranges.Add(new SequenceRange(first, last));
            return true;
        }
    }

    private static bool TryReadReadings(SenmlSection section, out List<Reading> readings, out Defect? defect)
    {
        readings = [];
        defect = null;
        foreach (var entry in section.Entries)
        {
            // An entry without name, value and missing mark carries base fields only (RFC 8428, section 4.5.1).
            if (!entry.TryGetProperty("n", out _) && !entry.TryGetProperty("v", out _) && !entry.TryGetProperty("vs", out _)) continue;
            if (!section.IsPlain && entry.TryGetProperty("t", out var t) && !(t.TryGetDoubleSafe(out var offset) && offset == 0))
            {
                defect = new Defect("entry-time", "The readings of a record share its time 'bt'; an entry has a time 't' of its own.");
                return false;
            }
            if (!SenmlReading.TryRead(entry, section.BaseUnit, out var reading, out defect)) return false;
            if (readings.Exists(r => r.Channel == reading!.Channel))
            {
                defect = new Defect("duplicate-channel", $"The channel '{reading!.Channel}' stands twice in the record.");
                return false;
            }
            readings.Add(reading!);
        }
        if (readings.Count == 0) defect = new Defect("no-readings", "The record has no reading.");
        return defect is null;
    }
}
