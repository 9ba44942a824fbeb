using Microsoft.Data.Sqlite;
using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>The held sequences of each journal as merged rows. Only the neighbours of a new range are read, so that a long history with gaps costs nothing.</summary>
internal sealed class HeldRanges(SqliteConnection connection) : IDisposable
{
    /// <summary>Ranges above the contiguous one that an acknowledgement may name (wire.md, section 1).</summary>
    private const int AlsoMax = 8;

    private readonly Statement _neighbours = new(connection,
        """
        SELECT first, last FROM held WHERE journal = ?1 AND first > ?2 AND first <= ?3
        UNION ALL
        SELECT * FROM (SELECT first, last FROM held WHERE journal = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1)
        """);
    private readonly Statement _remove = new(connection, "DELETE FROM held WHERE journal = ?1 AND first = ?2");
    private readonly Statement _insert = new(connection, "INSERT INTO held (journal, first, last) VALUES (?1, ?2, ?3)");
    private readonly Statement _lowest = new(connection, $"SELECT first, last FROM held WHERE journal = ?1 ORDER BY first LIMIT {AlsoMax + 1}");

    public void Add(long journal, SequenceRange range)
    {
        // A row whose first sequence is the one after the range still touches it.
        var firstMax = range.Last == long.MaxValue ? range.Last : range.Last + 1;
        foreach (var row in Rows(_neighbours.Rows(journal, range.First, firstMax)))
        {
            if (row.Last < range.First - 1) continue;
            _remove.Run(journal, row.First);
            range = new SequenceRange(Math.Min(range.First, row.First), Math.Max(range.Last, row.Last));
        }
        _insert.Run(journal, range.First, range.Last);
    }

    public Acknowledgement Acknowledge(string station, uint generation, long journal)
    {
        var ranges = Rows(_lowest.Rows(journal));
        var contiguous = ranges.Count > 0 && ranges[0].First == 1 ? ranges[0].Last : 0;
        return new Acknowledgement(station, generation, contiguous, [.. ranges.Skip(contiguous > 0 ? 1 : 0).Take(AlsoMax)]);
    }

    public void Dispose()
    {
        _neighbours.Dispose();
        _remove.Dispose();
        _insert.Dispose();
        _lowest.Dispose();
    }

    private static List<SequenceRange> Rows(SqliteDataReader rows)
    {
        using (rows)
        {
            var ranges = new List<SequenceRange>();
            while (rows.Read()) ranges.Add(new SequenceRange(rows.GetInt64(0), rows.GetInt64(1)));
            return ranges;
        }
    }
}
