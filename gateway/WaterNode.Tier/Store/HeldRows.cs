using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>Queries over the held ranges.</summary>
internal static class HeldRows
{
    private const int RangesPerPage = 5_000;

    /// <summary>Walks the stations of one child by their ids, whatever else the tier holds.</summary>
    internal const string OfChildSql =
        """
        SELECT h.journal, h.first, h.last, s.id AS station, j.generation
        FROM station s INDEXED BY station_by_child CROSS JOIN journal j ON j.station = s.number CROSS JOIN held h ON h.journal = j.number
        WHERE s.child = @child AND s.id >= @Station AND (s.id, j.generation, h.first) > (@Station, @Generation, @first)
        ORDER BY s.id, j.generation, h.first LIMIT @limit
        """;

    public static IReadOnlyList<Acknowledgement> Acknowledgements(SqliteConnection reader)
    {
        using var held = new HeldRanges(reader);
        return
        [
            .. reader.Query<JournalRow>("SELECT j.number, s.id AS station, j.generation FROM station s JOIN journal j ON j.number = s.journal ORDER BY s.id")
                .Select(row => held.Acknowledge(row.Station, (uint)row.Generation, row.Number)),
        ];
    }

    public static HeldPage OfChild(SqliteConnection reader, string child, string? after)
    {
        var (journal, first) = after is null ? (0, 0) : Place(after);
        var place = reader.QueryFirstOrDefault<JournalRow>(
            "SELECT j.number, s.id AS station, j.generation FROM journal j JOIN station s ON s.number = j.station WHERE j.number = @journal", new { journal }) ?? new JournalRow();
        var rows = reader.Query<RangeRow>(OfChildSql, new { place.Station, place.Generation, first, child, limit = RangesPerPage + 1 }).AsList();
        var page = rows.Take(RangesPerPage).ToList();
        var next = rows.Count > RangesPerPage ? string.Create(CultureInfo.InvariantCulture, $"{page[^1].Journal}.{page[^1].First}") : null;
        return new HeldPage([.. page.GroupBy(row => row.Journal).Select(group =>
            new HeldJournal(group.First().Station, (uint)group.First().Generation, [.. group.Select(row => new SequenceRange(row.First, row.Last))]))], next);
    }

    private static (long Journal, long First) Place(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var journal)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            ? (journal, first)
            : throw new FormatException($"'{text}' is not the 'next' of a page of held ranges.");
    }

    private class JournalRow
    {
        public long Number { get; init; }
        public string Station { get; init; } = "";
        public long Generation { get; init; }
    }

    private sealed class RangeRow : JournalRow
    {
        public long Journal { get; init; }
        public long First { get; init; }
        public long Last { get; init; }
    }
}
