using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace WaterNode.Tier.Store;

/// <summary>Pages of readings, newest first. Each page continues after the last row of the one before (no OFFSET), so that deep pages cost what the first one does
/// and rows that arrive meanwhile shift nothing.</summary>
internal static class ReadingRows
{
    private const int LimitMax = 10_000;

    public static ReadingPage Page(SqliteConnection reader, ReadingFilter filter)
    {
        var limit = Math.Clamp(filter.Limit, 1, LimitMax);
        var after = filter.After is null ? null : Place.Parse(filter.After);
        var station = filter.Station is null ? null : reader.QueryFirstOrDefault<long?>("SELECT number FROM station WHERE id = @Station", filter);
        if (filter.Station is not null && station is null) return new ReadingPage([], null);

        var rows = reader.Query<StoredReadingRow>(Sql(filter, after), new
        {
            station,
            filter.Channel,
            filter.From,
            filter.To,
            at = after?.At,
            record = after?.Record,
            position = after?.Position,
            count = limit + 1,
        }).AsList();
        var next = rows.Count > limit ? new Place(rows[limit - 1].At, rows[limit - 1].Record, rows[limit - 1].Position).ToString() : null;
        return new ReadingPage([.. rows.Take(limit).Select(row => row.ToStoredReading())], next);
    }

    /// <summary>Walks the index that the filter allows, from its end; the order is the index's own, so that nothing is sorted.</summary>
    internal static string Sql(ReadingFilter filter, Place? after)
    {
        var byChannel = filter is { Channel: not null, Station: null };
        var order = byChannel ? "g.at DESC, g.record DESC, g.position DESC" : "r.at DESC, r.number DESC, g.position DESC";
        var (at, record) = byChannel ? ("g.at", "g.record") : ("r.at", "r.number");
        List<string> conditions = ["TRUE"];
        if (filter.Station is not null) conditions.Add("r.station = @station");
        if (filter.Channel is not null) conditions.Add("g.channel = @Channel");
        if (filter.From is not null) conditions.Add($"{at} >= @From");
        if (filter.To is not null) conditions.Add($"{at} < @To");
        // A record that nothing dates is in no span of time.
        if (filter.From is not null || filter.To is not null) conditions.Add("coalesce(r.time, r.derived_time) IS NOT NULL");
        if (after is not null) conditions.Add($"({at}, {record}) <= (@at, @record) AND ({at}, {record}, g.position) < (@at, @record, @position)");
        var from = byChannel
            ? "reading g INDEXED BY reading_by_channel CROSS JOIN record r ON r.number = g.record"
            : $"record r INDEXED BY {(filter.Station is null ? "record_by_time" : "record_by_station_time")} CROSS JOIN reading g ON g.record = r.number";
        return $"SELECT {StoredReadingRow.Columns} FROM {from} {StoredReadingRow.Joins} WHERE {string.Join(" AND ", conditions)} ORDER BY {order} LIMIT @count";
    }

    /// <summary>The last row of a page, as its text <c>at.record.position</c>.</summary>
    internal sealed record Place(long At, long Record, long Position)
    {
        public static Place Parse(string text)
        {
            var parts = text.Split('.');
            var numbers = new long[3];
            for (var i = 0; i < numbers.Length; i++)
            {
                if (parts.Length != numbers.Length || !long.TryParse(parts[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i]))
                {
                    throw new FormatException($"'{text}' is not the 'next' of a page of readings.");
                }
            }
            return new Place(numbers[0], numbers[1], numbers[2]);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At}.{Record}.{Position}");
    }
}
