using Microsoft.Data.Sqlite;

namespace WaterNode.Tier.Store;

/// <summary>The statements of settling and of transactions, compiled once for the writing connection.</summary>
internal sealed class SettleStatements(SqliteConnection connection) : IDisposable
{
    public Statement Begin { get; } = new(connection, "BEGIN IMMEDIATE");
    public Statement Commit { get; } = new(connection, "COMMIT");
    public Statement RollBack { get; } = new(connection, "ROLLBACK");

    public Statement Find { get; } = new(connection,
        """
        SELECT r.number, r.state, r.derived_time FROM record r
        JOIN journal j ON j.number = r.journal JOIN station s ON s.number = j.station
        WHERE s.id = ?1 AND j.generation = ?2 AND r.sequence = ?3
        """);
    public Statement SetState { get; } = new(connection, "UPDATE record SET state = ?2 WHERE number = ?1");
    public Statement NoLongerNewest { get; } = new(connection, "DELETE FROM newest_pending WHERE record = ?1");
    public Statement AddRefusal { get; } = new(connection, "INSERT OR REPLACE INTO refusal (record, reason, refused) VALUES (?1, ?2, ?3)");
    public Statement Count { get; } = new(connection, "UPDATE tally SET synced = synced + ?1, refused = refused + ?2, bytes_sent = bytes_sent + ?3");

    public void Dispose()
    {
        Statement[] all = [Begin, Commit, RollBack, Find, SetState, NoLongerNewest, AddRefusal, Count];
        foreach (var statement in all) statement.Dispose();
    }
}
