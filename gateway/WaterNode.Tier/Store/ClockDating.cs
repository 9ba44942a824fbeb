using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>Dates records whose station had no clock yet: a dated record of the same power-on tells when that power-on began
/// (<c>time - up</c>), and <c>up</c> runs on through deep sleep.</summary>
/// <remarks>The first dated record of a power-on decides for all, so that their distances stay exact and a time is never changed twice.</remarks>
internal sealed class ClockDating(CommitStatements sql)
{
    /// <summary>The end of the year 9999: later times come from a broken clock and date nothing.</summary>
    private const long UnixSecondsMax = 253_402_300_799;

    /// <summary>Records that were on the parent tier and are pending again, so that their new time travels too.</summary>
    public int SentAgain { get; private set; }

    /// <returns>The time of a record without one; null when nothing dates it yet.</returns>
    public long? DeriveTime(Record record, long journal)
    {
        if (record is not { Time: null, PowerOn: { } powerOn, UpSeconds: { } up }) return null;
        return sql.FindPowerOn.Value(journal, powerOn) is long began ? Sum(began, up) : null;
    }

    /// <summary>When this is the first dated record of its power-on, dates those that were stored before it.</summary>
    public void DateOthersBy(Record record, long journal)
    {
        if (record is not { Time: { } time, PowerOn: { } powerOn, UpSeconds: { } up } || time > UnixSecondsMax || up < 0 || up > time) return;
        if (sql.AddPowerOn.Run(journal, powerOn, time - up) == 0) return;

        var undated = new List<(long Number, long Up)>();
        using (var rows = sql.FindUndated.Rows(journal, powerOn))
        {
            while (rows.Read()) undated.Add((rows.GetInt64(0), rows.GetInt64(1)));
        }
        foreach (var other in undated)
        {
            if (Sum(time - up, other.Up) is { } derived) Date(other.Number, derived);
        }
    }

    /// <summary>Takes over what the child tier worked out for a record that is here already: it is nearer to the station.</summary>
    public void TakeOver(long number, bool isUndated, long? present, long? derived)
    {
        if (isUndated && derived is { } time && derived != present) Date(number, time);
    }

    private void Date(long number, long time)
    {
        sql.DateRecord.Run(number, time);
        sql.DateReadings.Run(number, time);
        SentAgain += sql.SendAgain.Run(number);
    }

    private static long? Sum(long began, long up) => up >= 0 && up <= UnixSecondsMax - began ? began + up : null;
}
