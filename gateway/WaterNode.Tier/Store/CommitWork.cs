using System.Text;
using System.Text.Json;
using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>One commit, inside a transaction that its caller begins and ends. It keeps nothing for the next one, so that a rollback leaves no trace.</summary>
/// <param name="now">Unix milliseconds.</param>
internal sealed class CommitWork(CommitStatements sql, long now)
{
    public const string IdentityConflict = "identity-conflict";

    private readonly Dictionary<(string Station, uint Generation), JournalWork> _journals = [];
    private readonly List<Refusal> _conflicts = [];
    private readonly ClockDating _dating = new(sql);

    public CommitReceipt Run(IReadOnlyList<Arrival> arrivals)
    {
        var dispositions = new Disposition[arrivals.Count];
        for (var i = 0; i < arrivals.Count; i++)
        {
            dispositions[i] = arrivals[i] switch
            {
                RecordArrival record => Take(record),
                QuarantineArrival bad => Quarantine(bad),
                StatusArrival status => Take(status),
                _ => throw new ArgumentException($"Unknown arrival {arrivals[i].GetType()}.", nameof(arrivals)),
            };
        }
        foreach (var journal in _journals.Values) Save(journal);
        Count(arrivals, dispositions);
        return new CommitReceipt(dispositions, [.. _journals.Values.Select(journal => sql.Held.Acknowledge(journal.Station, journal.Generation, journal.Number))])
        {
            Conflicts = _conflicts,
        };
    }

    private Disposition Take(RecordArrival arrival)
    {
        var record = arrival.Record;
        var journal = Journal(record.Id.Station, record.Id.Generation, arrival.Child);
        if (journal.Child != arrival.Child) throw new ForeignStationException(record.Id.Station, arrival.Child);

        journal.Held.Add(record.Id.Sequence);
        var digest = RecordDigest.Of(record);
        Disposition disposition;
        using (var present = sql.FindRecord.Rows(journal.Number, record.Id.Sequence))
        {
            if (!present.Read()) disposition = Disposition.Stored;
            else if (!digest.AsSpan().SequenceEqual(present.GetFieldValue<byte[]>(1))) return Conflict(arrival);
            else
            {
                disposition = Disposition.Duplicate;
                _dating.TakeOver(present.GetInt64(0), present.IsDBNull(2), present.IsDBNull(3) ? null : present.GetInt64(3), record.DerivedTime);
            }
        }
        if (disposition == Disposition.Stored) Store(record, digest, journal);
        // Only the station itself speaks of its own flash: a tier above still expects what the tier below holds.
        if (arrival.Child is null) HoldWhatNeverComes(record, journal);
        return disposition;
    }

    private void Store(Record record, byte[] digest, JournalWork journal)
    {
        var derived = record.DerivedTime ?? _dating.DeriveTime(record, journal.Number);
        var at = record.Time ?? derived ?? now / 1000;
        var lost = record.Lost.Count == 0 ? null : JsonSerializer.Serialize(record.Lost.Select(range => new[] { range.First, range.Last }));
        var number = (long)sql.AddRecord.Value(journal.Number, record.Id.Sequence, journal.StationNumber, digest, at, record.Time, derived,
            record.PowerOn, record.UpSeconds, record.SamplePoint, record.LimitSet, record.Oldest, lost, record.Event, now)!;
        for (var i = 0; i < record.Readings.Count; i++) Store(record, record.Readings[i], number, i, at, journal.Number);

        journal.RecordsAdded++;
        journal.Latest = Math.Max(journal.Latest, Math.Min(at, now / 1000));
        if (record.Id.Sequence > journal.Highest)
        {
            journal.Highest = record.Id.Sequence;
            journal.HighestRecord = number;
        }
        _dating.DateOthersBy(record, journal.Number);
    }

    private void Store(Record record, Reading reading, long number, int position, long at, long journal)
    {
        sql.AddReading.Run(number, position, at, reading.Channel, reading.Unit, reading.Value?.Mantissa, reading.Value?.Decimals, (int)reading.Quality,
            reading.Uncertainty?.Mantissa, reading.Uncertainty?.Decimals, reading.DetectionLimit?.Mantissa, reading.DetectionLimit?.Decimals,
            reading.BelowDetectionLimit ? 1 : 0, reading.Reasons, reading.Calibration, reading.Verdict);
        if (record.SamplePoint != "maintenance") sql.SaveLatest.Run(journal, record.SamplePoint, reading.Channel, record.Id.Sequence, number, position);
    }

    private static void HoldWhatNeverComes(Record record, JournalWork journal)
    {
        // A station cannot have lost this very record, whatever it says.
        var below = Math.Min(record.Oldest, record.Id.Sequence) - 1;
        if (below >= 1) journal.Held.Add(new SequenceRange(1, below));
        foreach (var range in record.Lost) journal.Held.Add(range);
    }

    private Disposition Conflict(RecordArrival arrival)
    {
        var id = arrival.Record.Id;
        _conflicts.Add(new Refusal(id, IdentityConflict));
        var payload = Encoding.UTF8.GetBytes(RecordText.Of(arrival.Record));
        var source = arrival.Child is null ? $"station {id.Station}" : $"sync/{arrival.Child}";
        return Quarantine(new QuarantineArrival(id, id.Station, source, payload, IdentityConflict,
            $"{id} was stored before with other content, which stays. Two stations with a copied flash may be at work: look at {id.Station}."));
    }

    private Disposition Quarantine(QuarantineArrival bad)
    {
        // An identity counts as held only for the station that spoke: nobody may make another station forget a record.
        if (bad.Id is { } id && id.Station == bad.Station) Journal(id.Station, id.Generation, child: null).Held.Add(id.Sequence);

        var payload = bad.Payload.ToArray();
        var digest = QuarantineDigest.Of(bad);
        if (sql.RepeatQuarantine.Run(digest) > 0) return Disposition.Duplicate;
        sql.AddQuarantine.Run(digest, bad.Station, bad.Id?.Station, bad.Id?.Generation, bad.Id?.Sequence, bad.Source, bad.Reason, bad.Detail, payload, now);
        return Disposition.Quarantined;
    }

    private Disposition Take(StatusArrival status)
    {
        sql.SaveStatus.Run(Station(status.Station, child: null).Number, status.Json, now);
        return Disposition.Stored;
    }

    private (long Number, string? Child) Station(string id, string? child)
    {
        using (var present = sql.FindStation.Rows(id))
        {
            if (present.Read()) return (present.GetInt64(0), present.IsDBNull(1) ? null : present.GetString(1));
        }
        return ((long)sql.AddStation.Value(id, child, now)!, child);
    }

    /// <param name="child">Binds a station that is new here.</param>
    private JournalWork Journal(string stationId, uint generation, string? child)
    {
        if (_journals.TryGetValue((stationId, generation), out var known)) return known;
        var station = Station(stationId, child);
        long number, highest = 0, latest = 0;
        using (var present = sql.FindJournal.Rows(station.Number, generation))
        {
            if (present.Read()) (number, highest, latest) = (present.GetInt64(0), present.GetInt64(1), present.GetInt64(2));
            else number = (long)sql.AddJournal.Value(station.Number, generation)!;
        }
        return _journals[(stationId, generation)] = new JournalWork
        {
            Number = number,
            StationNumber = station.Number,
            Station = stationId,
            Generation = generation,
            Child = station.Child,
            Highest = highest,
            Latest = latest,
        };
    }

    private void Save(JournalWork journal)
    {
        foreach (var range in journal.Held.Ranges) sql.Held.Add(journal.Number, range);
        sql.SaveStation.Run(journal.StationNumber, journal.RecordsAdded, now);
        if (journal.RecordsAdded > 0) sql.SaveJournal.Run(journal.Number, journal.Highest, journal.Latest);
        sql.PromoteJournal.Run(journal.StationNumber, journal.Number, journal.Latest, journal.RecordsAdded);
        if (journal.HighestRecord is { } record) sql.SaveNewestPending.Run(journal.StationNumber, record, journal.Number);
    }

    private void Count(IReadOnlyList<Arrival> arrivals, Disposition[] dispositions)
    {
        var counts = new int[3];
        for (var i = 0; i < arrivals.Count; i++)
        {
            if (arrivals[i] is not StatusArrival) counts[(int)dispositions[i]]++;
        }
        sql.Count.Run(counts[(int)Disposition.Stored], counts[(int)Disposition.Duplicate], counts[(int)Disposition.Quarantined], _dating.SentAgain);
        var day = now / (1000L * 60 * 60 * 24);
        if (counts[(int)Disposition.Stored] > 0) sql.CountDay.Run(day, counts[(int)Disposition.Stored]);
    }
}
