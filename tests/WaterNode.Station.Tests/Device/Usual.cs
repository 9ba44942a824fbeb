using System.Text;
using nanoFramework.TestFramework;
using WaterNode.Station.Journal;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>Ordinary things that tests of the journal need.</summary>
    internal static class Usual
    {
        public static Record Record(long upSeconds)
        {
            var record = new Record { SamplePoint = "treated", LimitSetId = "sls-614-2013/1" };
            record.Stamp.HasTime = true;
            record.Stamp.UtcSeconds = PortableStation.Morning;
            record.Stamp.PowerOn = 12;
            record.Stamp.UpSeconds = upSeconds;
            record.Readings[Channel.Temp].Measured(-1.25, 0.2);
            record.Readings[Channel.Ph].Measured(7.12, 0.03);
            record.Readings[Channel.Ph].Calibration = 65535;
            record.Readings[Channel.As].Missing(QualityFlag.Missing, Reasons.PumpNoAnswer | Reasons.SoftwareFault);
            record.Readings[Channel.As].Verdict = Verdict.Uncertain;
            return record;
        }

        public static ReadingJournal Journal(MemoryFlash flash)
        {
            var journal = new ReadingJournal(new StateShelf(flash), new SimulatedInstruments(), 64 * 1024, PortableStation.Id);
            Assert.IsTrue(journal.TryOpen());
            return journal;
        }

        public static ReadingJournal JournalWith(MemoryFlash flash, int records)
        {
            ReadingJournal journal = Journal(flash);
            for (int i = 0; i < records; i++)
            {
                Assert.IsTrue(journal.TryStore(Record(i)));
            }

            return journal;
        }

        public static AckOutcome Acknowledge(ReadingJournal journal, long sequence, string databaseId)
        {
            var ack = new Acknowledgement();
            Assert.IsTrue(ack.TryParse(Encoding.UTF8.GetBytes("{\"gen\":\"" + journal.Generation + "\",\"seq\":" + sequence.ToString() + ",\"db\":\"" + databaseId + "\"}")));
            return journal.Apply(ack);
        }

        /// <returns>The sequences that a journal would send, in order, each with a blank behind it.</returns>
        public static string Unacknowledged(ReadingJournal journal)
        {
            var frame = new Frame();
            string sequences = "";
            for (long after = 0; journal.TryReadUnacknowledged(after, frame); after = frame.Sequence)
            {
                sequences += frame.Sequence.ToString() + " ";
            }

            return sequences;
        }
    }
}
