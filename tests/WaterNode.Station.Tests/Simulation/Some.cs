using System.Text;
using WaterNode.Station.Journal;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Simulation;

/// <summary>Ordinary things that tests need.</summary>
internal static class Some
{
    public static Record Record(long upSeconds = 86400, long? utc = 1763740800)
    {
        var record = new Record { SamplePoint = "treated", LimitSetId = "sls-614-2013/1" };
        record.Stamp.HasTime = utc is not null;
        record.Stamp.UtcSeconds = utc ?? 0;
        record.Stamp.PowerOn = 12;
        record.Stamp.UpSeconds = upSeconds;
        record.Readings[Channel.Temp].Measured(27.4, 0.2);
        record.Readings[Channel.Ph].Measured(7.12, 0.03);
        record.Readings[Channel.Ph].Calibration = 17;
        record.Readings[Channel.Ph].Verdict = Verdict.Safe;
        record.Readings[Channel.Ec].Measured(812, 12);
        record.Readings[Channel.Ec].Calibration = 15;
        record.Readings[Channel.F].Measured(1.12, 0.11);
        record.Readings[Channel.F].Calibration = 9;
        record.Readings[Channel.F].Flag(QualityFlag.Suspect, Reasons.Untreated);
        record.Readings[Channel.F].Verdict = Verdict.Uncertain;
        record.Readings[Channel.As].Missing(QualityFlag.Missing, Reasons.PumpNoAnswer);
        record.Readings[Channel.As].Verdict = Verdict.Uncertain;
        return record;
    }

    public static ReadingJournal Journal(SimulatedFlash flash, int capacityBytes = 64 * 1024)
    {
        var journal = new ReadingJournal(new StateShelf(flash), new SimulatedInstruments(), capacityBytes, "lk-anp-0007");
        Assert.IsTrue(journal.TryOpen());
        return journal;
    }

    public static ReadingJournal JournalWith(SimulatedFlash flash, int records)
    {
        var journal = Journal(flash);
        for (var i = 0; i < records; i++) Assert.IsTrue(journal.TryStore(Record(upSeconds: i)));
        return journal;
    }

    public static Acknowledgement Ack(ReadingJournal journal, long sequence, string db = "5c0e77aa", string also = "[]", string? generation = null)
    {
        var ack = new Acknowledgement();
        var text = $$"""{"gen":"{{generation ?? journal.Generation}}","seq":{{sequence}},"also":{{also}},"db":"{{db}}"}""";
        Assert.IsTrue(ack.TryParse(Encoding.UTF8.GetBytes(text)), text);
        return ack;
    }

    /// <summary>The sequences that a journal would send, in order.</summary>
    public static List<long> Unacknowledged(ReadingJournal journal)
    {
        var frame = new Frame();
        var sequences = new List<long>();
        for (long after = 0; journal.TryReadUnacknowledged(after, frame); after = frame.Sequence) sequences.Add(frame.Sequence);
        return sequences;
    }
}
