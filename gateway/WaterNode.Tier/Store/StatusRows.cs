using Dapper;
using Microsoft.Data.Sqlite;

namespace WaterNode.Tier.Store;

/// <summary>The status from counters that every commit keeps: it never scans.</summary>
internal static class StatusRows
{
    /// <summary>The pace is that of the last week: a whole number of weekdays, and soon true after stations were added.</summary>
    private const int PaceDays = 7;

    /// <summary>A pace from less than an hour says nothing about days.</summary>
    private const double PaceDaysMin = 1.0 / 24;

    private const double MillisecondsPerDay = 24.0 * 60 * 60 * 1000;

    public static StoreStatus Read(SqliteConnection reader, string file, DateTimeOffset now)
    {
        var tally = reader.QuerySingle<Tally>("SELECT * FROM tally");
        var oldest = reader.QueryFirstOrDefault<long?>("SELECT received FROM record INDEXED BY record_pending WHERE state = 0 ORDER BY number LIMIT 1");
        var bytes = SizeOf(file) + SizeOf(file + "-wal");
        return new StoreStatus(tally.Committed + tally.Duplicates + tally.Quarantined, tally.Committed, tally.Duplicates, tally.Quarantined,
            tally.Committed - tally.Synced - tally.Refused, tally.Synced, tally.Refused, oldest / 1000, tally.Bytes_sent, bytes,
            CapacityDays(reader, file, bytes, tally.Committed, now));
    }

    private static double? CapacityDays(SqliteConnection reader, string file, long bytes, long committed, DateTimeOffset now)
    {
        var nowDays = now.ToUnixTimeMilliseconds() / MillisecondsPerDay;
        var madeDays = reader.QuerySingle<long>("SELECT made FROM database") / MillisecondsPerDay;
        var fromDay = Math.Max(Math.Floor(nowDays) - (PaceDays - 1), madeDays);
        var records = reader.QuerySingle<long>("SELECT coalesce(sum(committed), 0) FROM day WHERE day >= @day", new { day = (long)Math.Floor(fromDay) });
        var days = nowDays - fromDay;
        if (days < PaceDaysMin || records == 0) return null;
        var bytesPerDay = (double)bytes / committed * records / days;
        return new DriveInfo(file).AvailableFreeSpace / bytesPerDay;
    }

    private static long SizeOf(string file) => new FileInfo(file) is { Exists: true } info ? info.Length : 0;

    private sealed class Tally
    {
        public long Committed { get; init; }
        public long Duplicates { get; init; }
        public long Quarantined { get; init; }
        public long Synced { get; init; }
        public long Refused { get; init; }
        public long Bytes_sent { get; init; }
    }
}
