using Dapper;
using Microsoft.Data.Sqlite;
using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>The summary of each station from rows that the commit keeps up to date: the dashboard asks every few seconds.</summary>
internal static class StationRows
{
    private const int GapsMax = 100;

    public static IReadOnlyList<StationSummary> Read(SqliteConnection reader, string? only)
    {
        var stations = reader.Query<Row>(
            """
            SELECT s.id, s.child, s.journal, s.records, s.last_received, s.status, j.generation, j.highest, CASE
                WHEN EXISTS (SELECT 1 FROM journal o JOIN latest l ON l.journal = o.number WHERE o.station = s.number AND l.sample_point = 'treated') THEN 'treated'
                ELSE (SELECT l.sample_point FROM latest l WHERE l.journal = s.journal ORDER BY l.sequence DESC LIMIT 1) END AS sample_point
            FROM station s LEFT JOIN journal j ON j.number = s.journal WHERE @only IS NULL OR s.id = @only ORDER BY s.id
            """, new { only }).AsList();
        var latest = reader.Query<StoredReadingRow>(
            $"""
            SELECT {StoredReadingRow.Columns}, coalesce(p.time, p.derived_time) AS previous_time FROM station s JOIN journal j ON j.number = s.journal JOIN latest l ON l.journal = j.number
            JOIN record r ON r.number = l.record JOIN reading g ON g.record = l.record AND g.position = l.position
            LEFT JOIN record p ON p.number = l.previous
            WHERE @only IS NULL OR s.id = @only ORDER BY g.record, g.position
            """, new { only }).ToLookup(row => row.Station_id);
        using var held = new Statement(reader, $"SELECT first, last FROM held WHERE journal = ?1 ORDER BY first LIMIT {GapsMax + 1}");
        return [.. stations.Select(row => row.ToSummary([.. latest[row.Id]], Gaps(held, row)))];
    }

    private static IReadOnlyList<SequenceRange> Gaps(Statement held, Row station)
    {
        // Generation 0 counts in Unix seconds: what lies between is not missing.
        if (station is not { Journal: not null, Generation: > 0 }) return [];
        var known = new RangeSet();
        using var rows = held.Rows(station.Journal);
        while (rows.Read()) known.Add(new SequenceRange(rows.GetInt64(0), rows.GetInt64(1)));
        // What lies above the last range that was read is not known to be a gap.
        var highest = known.Ranges.Count > GapsMax ? Math.Min(station.Highest, known.Ranges[^1].Last) : station.Highest;
        return [.. known.Gaps(highest).Take(GapsMax)];
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string? Child { get; init; }
        public long? Journal { get; init; }
        public long Records { get; init; }
        public long Last_received { get; init; }
        public string? Status { get; init; }
        public long Generation { get; init; }
        public long Highest { get; init; }
        public string? Sample_point { get; init; }

        public StationSummary ToSummary(IReadOnlyList<StoredReadingRow> latest, IReadOnlyList<SequenceRange> gaps) =>
            new(Id, (uint)Generation, Highest, Records, Last_received, Status, Child, Sample_point, [.. latest.Select(row => row.ToStoredReading())], Previous(latest), gaps);

        private static Dictionary<(string, string), long> Previous(IReadOnlyList<StoredReadingRow> latest) =>
            latest.Where(row => row.Previous_time is not null).ToDictionary(row => (row.Sample_point, row.Channel), row => row.Previous_time!.Value);
    }
}
