using Dapper;
using Microsoft.Data.Sqlite;
using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>The queue to the parent tier: what goes next, and what came of it.</summary>
internal sealed class PendingRows
{
    private const int LimitMax = 4096;
    internal const string BacklogSql =
        """
        SELECT number FROM record INDEXED BY record_pending
        WHERE state = 0 AND number NOT IN (SELECT record FROM newest_pending) ORDER BY number LIMIT @rest
        """;

    private const int Pending = 0, Synced = 1, Refused = 2;

    /// <summary>The derived time with which each record went out last. A record that is dated while it is under way stays pending, so that its time
    /// travels too. It need not outlive the process: neither does the exchange.</summary>
    private Dictionary<RecordId, long?> _underWay = [];

    public IReadOnlyList<Record> Take(SqliteConnection reader, int limit)
    {
        limit = Math.Clamp(limit, 1, LimitMax);
        var numbers = reader.Query<long>("SELECT record FROM newest_pending ORDER BY record LIMIT @limit", new { limit }).AsList();
        numbers.AddRange(reader.Query<long>(BacklogSql, new { rest = limit - numbers.Count }));
        var records = RecordRows.Read(reader, numbers);
        Volatile.Write(ref _underWay, records.ToDictionary(record => record.Id, record => record.DerivedTime));
        return records;
    }

    public void Settle(SettleStatements sql, IReadOnlyList<RecordId> synced, IReadOnlyList<Refusal> refused, long bytesSent, long now)
    {
        var sent = Volatile.Read(ref _underWay);
        int syncedCount = 0, refusedCount = 0;
        foreach (var id in synced)
        {
            if (Find(sql, id) is not { State: Pending } record) continue;
            if (sent.TryGetValue(id, out var derived) && derived != record.DerivedTime) continue;
            Leave(sql, record.Number, Synced);
            syncedCount++;
        }
        foreach (var refusal in refused)
        {
            if (Find(sql, refusal.Id) is not { State: Pending } record) continue;
            Leave(sql, record.Number, Refused);
            sql.AddRefusal.Run(record.Number, refusal.Reason, now);
            refusedCount++;
        }
        sql.Count.Run(syncedCount, refusedCount, bytesSent);
    }

    private static void Leave(SettleStatements sql, long number, int state)
    {
        sql.SetState.Run(number, state);
        sql.NoLongerNewest.Run(number);
    }

    private static (long Number, long State, long? DerivedTime)? Find(SettleStatements sql, RecordId id)
    {
        using var row = sql.Find.Rows(id.Station, id.Generation, id.Sequence);
        return row.Read() ? (row.GetInt64(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetInt64(2)) : null;
    }
}
