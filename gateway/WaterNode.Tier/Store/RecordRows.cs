using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>Whole records from their rows, exactly as they were stored.</summary>
internal static class RecordRows
{
    /// <returns>In the order of the numbers.</returns>
    public static IReadOnlyList<Record> Read(SqliteConnection reader, IReadOnlyList<long> numbers)
    {
        if (numbers.Count == 0) return [];
        var list = new { list = JsonSerializer.Serialize(numbers) };
        var readings = reader.Query<ReadingRow>("SELECT g.* FROM json_each(@list) l CROSS JOIN reading g ON g.record = l.value ORDER BY l.key, g.position", list)
            .ToLookup(row => row.Record);
        return
        [
            .. reader.Query<Row>(
                """
                SELECT r.*, s.id AS station_id, j.generation FROM json_each(@list) l CROSS JOIN record r ON r.number = l.value
                JOIN journal j ON j.number = r.journal JOIN station s ON s.number = j.station ORDER BY l.key
                """, list).Select(row => row.ToRecord(readings[row.Number])),
        ];
    }

    private sealed class Row
    {
        public long Number { get; init; }
        public string Station_id { get; init; } = "";
        public long Generation { get; init; }
        public long Sequence { get; init; }
        public long? Time { get; init; }
        public long? Derived_time { get; init; }
        public long? Power_on { get; init; }
        public long? Up_seconds { get; init; }
        public string Sample_point { get; init; } = "";
        public string? Limit_set { get; init; }
        public long Oldest { get; init; }
        public string? Lost { get; init; }
        public string? Event { get; init; }

        public Record ToRecord(IEnumerable<ReadingRow> readings) => new(new RecordId(Station_id, (uint)Generation, Sequence))
        {
            Time = Time,
            DerivedTime = Derived_time,
            PowerOn = Power_on,
            UpSeconds = Up_seconds,
            SamplePoint = Sample_point,
            LimitSet = Limit_set,
            Oldest = Oldest,
            Lost = Lost is null ? [] : [.. JsonSerializer.Deserialize<long[][]>(Lost)!.Select(range => new SequenceRange(range[0], range[1]))],
            Event = Event,
            Readings = [.. readings.Select(row => row.ToReading())],
        };
    }
}
