using Dapper;
using Microsoft.Data.Sqlite;
using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>The events among the records, newest arrival first.</summary>
internal static class EventRows
{
    // A type is a word that the station wrote: without the filter every event is one.
    private const string Page = """
        SELECT record.number, station.id AS station, journal.generation, record.sequence, coalesce(record.time, record.derived_time) AS time, record.event, record.received
        FROM record JOIN station ON station.number = record.station JOIN journal ON journal.number = record.journal
        WHERE record.event IS NOT NULL AND record.number < @before
            AND (@station IS NULL OR record.station = (SELECT number FROM station WHERE id = @station))
            AND (@type IS NULL OR json_extract(record.event, '$.type') = @type)
        ORDER BY record.number DESC LIMIT @limit
        """;

    public static IReadOnlyList<StoredEvent> Read(SqliteConnection reader, EventFilter filter) =>
    [
        .. reader.Query<Row>(Page, new { before = filter.Before ?? long.MaxValue, station = filter.Station, type = filter.Type, limit = filter.Limit }).Select(row => row.ToEvent()),
    ];

    private sealed class Row
    {
        public long Number { get; init; }
        public string Station { get; init; } = "";
        public long Generation { get; init; }
        public long Sequence { get; init; }
        public long? Time { get; init; }
        public string Event { get; init; } = "";
        public long Received { get; init; }

        public StoredEvent ToEvent() => new(Number, new RecordId(Station, (uint)Generation, Sequence), Time, Event, Received);
    }
}
