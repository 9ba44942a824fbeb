using Dapper;
using Microsoft.Data.Sqlite;
using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>The quarantine, newest first.</summary>
internal static class QuarantineRows
{
    private const int LimitMax = 1_000;

    public static IReadOnlyList<QuarantineEntry> Read(SqliteConnection reader, int limit, long? before) =>
    [
        .. reader.Query<Row>("SELECT * FROM quarantine WHERE number < @before ORDER BY number DESC LIMIT @limit",
            new { before = before ?? long.MaxValue, limit = Math.Clamp(limit, 1, LimitMax) }).Select(row => row.ToEntry()),
    ];

    private sealed class Row
    {
        public long Number { get; init; }
        public string? Station { get; init; }
        public string? Id_station { get; init; }
        public long Id_generation { get; init; }
        public long Id_sequence { get; init; }
        public string Source { get; init; } = "";
        public string Reason { get; init; } = "";
        public string Detail { get; init; } = "";
        public byte[] Payload { get; init; } = [];
        public long Received { get; init; }
        public long Times { get; init; }

        public QuarantineEntry ToEntry() => new(Number, Id_station is null ? null : new RecordId(Id_station, (uint)Id_generation, Id_sequence),
            Station, Source, Reason, Detail, Payload, Received, Times);
    }
}
