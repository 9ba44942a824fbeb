using Microsoft.Data.Sqlite;

namespace WaterNode.Tier.Store;

/// <summary>The statements of a commit, compiled once for the writing connection.</summary>
internal sealed class CommitStatements(SqliteConnection connection) : IDisposable
{
    public HeldRanges Held { get; } = new(connection);

    public Statement FindStation { get; } = new(connection, "SELECT number, child FROM station WHERE id = ?1");
    public Statement AddStation { get; } = new(connection, "INSERT INTO station (id, child, last_received) VALUES (?1, ?2, ?3) RETURNING number");
    public Statement FindJournal { get; } = new(connection, "SELECT number, highest, latest FROM journal WHERE station = ?1 AND generation = ?2");
    public Statement AddJournal { get; } = new(connection, "INSERT INTO journal (station, generation) VALUES (?1, ?2) RETURNING number");
    public Statement SaveJournal { get; } = new(connection, "UPDATE journal SET highest = ?2, latest = ?3 WHERE number = ?1");
    public Statement SaveStation { get; } = new(connection, "UPDATE station SET records = records + ?2, last_received = ?3 WHERE number = ?1");
    public Statement SaveStatus { get; } = new(connection, "UPDATE station SET status = ?2, last_received = ?3 WHERE number = ?1");

    /// <summary>Makes a journal its station's newest when it got records (?4) and the present one has no later samples.</summary>
    public Statement PromoteJournal { get; } = new(connection,
        """
        UPDATE station SET journal = ?2 WHERE number = ?1 AND journal IS NOT ?2
        AND (journal IS NULL OR (?4 > 0 AND (SELECT latest FROM journal WHERE number = station.journal) <= ?3))
        """);
    public Statement SaveNewestPending { get; } = new(connection,
        "INSERT OR REPLACE INTO newest_pending (record, station) SELECT ?2, ?1 WHERE (SELECT journal FROM station WHERE number = ?1) = ?3");

    public Statement FindRecord { get; } = new(connection, "SELECT number, digest, time, derived_time FROM record WHERE journal = ?1 AND sequence = ?2");
    public Statement AddRecord { get; } = new(connection,
        """
        INSERT INTO record (journal, sequence, station, digest, at, time, derived_time, power_on, up_seconds, sample_point, limit_set, oldest, lost, event, received)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) RETURNING number
        """);
    public Statement AddReading { get; } = new(connection,
        """
        INSERT INTO reading (record, position, at, channel, unit, value, value_decimals, quality, uncertainty, uncertainty_decimals,
            detection_limit, detection_limit_decimals, below_detection_limit, reasons, calibration, verdict)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
        """);
    /// <summary>Keeps the two highest sequences of a channel at a sample point, in whatever order records arrive.</summary>
    public Statement SaveLatest { get; } = new(connection,
        """
        INSERT INTO latest (journal, sample_point, channel, sequence, record, position) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (journal, sample_point, channel) DO UPDATE SET
            previous_sequence = min(latest.sequence, excluded.sequence),
            previous = iif(excluded.sequence > latest.sequence, latest.record, excluded.record),
            position = iif(excluded.sequence > latest.sequence, excluded.position, latest.position),
            record = iif(excluded.sequence > latest.sequence, excluded.record, latest.record),
            sequence = max(latest.sequence, excluded.sequence)
        WHERE excluded.sequence > latest.previous_sequence AND excluded.sequence <> latest.sequence
        """);

    public Statement FindPowerOn { get; } = new(connection, "SELECT began FROM power_on WHERE journal = ?1 AND power_on = ?2");
    public Statement AddPowerOn { get; } = new(connection, "INSERT OR IGNORE INTO power_on (journal, power_on, began) VALUES (?1, ?2, ?3)");
    public Statement FindUndated { get; } = new(connection,
        "SELECT number, up_seconds FROM record WHERE journal = ?1 AND power_on = ?2 AND time IS NULL AND derived_time IS NULL AND up_seconds IS NOT NULL");
    public Statement DateRecord { get; } = new(connection, "UPDATE record SET derived_time = ?2, at = ?2 WHERE number = ?1");
    public Statement DateReadings { get; } = new(connection, "UPDATE reading SET at = ?2 WHERE record = ?1");
    public Statement SendAgain { get; } = new(connection, "UPDATE record SET state = 0 WHERE number = ?1 AND state = 1");

    public Statement RepeatQuarantine { get; } = new(connection, "UPDATE quarantine SET times = times + 1 WHERE digest = ?1");
    public Statement AddQuarantine { get; } = new(connection,
        """
        INSERT INTO quarantine (digest, station, id_station, id_generation, id_sequence, source, reason, detail, payload, received)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """);

    public Statement Count { get; } = new(connection,
        "UPDATE tally SET committed = committed + ?1, duplicates = duplicates + ?2, quarantined = quarantined + ?3, synced = synced - ?4");
    public Statement CountDay { get; } = new(connection,
        "INSERT INTO day (day, committed) VALUES (?1, ?2) ON CONFLICT (day) DO UPDATE SET committed = committed + excluded.committed");

    public void Dispose()
    {
        Held.Dispose();
        Statement[] all =
        [
            FindStation, AddStation, FindJournal, AddJournal, SaveJournal, SaveStation, SaveStatus, PromoteJournal, SaveNewestPending, FindRecord, AddRecord,
            AddReading, SaveLatest, FindPowerOn, AddPowerOn, FindUndated, DateRecord, DateReadings, SendAgain, RepeatQuarantine, AddQuarantine, Count, CountDay,
        ];
        foreach (var statement in all) statement.Dispose();
    }
}
