using nanoFramework.TestFramework;
using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Device
{
    [TestClass]
    public class JournalOnFlashTests
    {
        [TestMethod]
        public void A_record_reads_from_flash_as_it_was_stored()
        {
            var flash = new MemoryFlash();
            Usual.JournalWith(flash, 1);
            var frame = new Frame();
            var read = new Record();

            Assert.IsTrue(Usual.Journal(flash).TryReadUnacknowledged(0, frame));
            Assert.IsTrue(RecordCodec.TryRead(frame, read));
            Assert.AreEqual(-1250L, read.Readings[Channel.Temp].Value);
            Assert.AreEqual(71200L, read.Readings[Channel.Ph].Value);
            Assert.AreEqual(65535, read.Readings[Channel.Ph].Calibration);
            Assert.AreEqual(Reasons.PumpNoAnswer | Reasons.SoftwareFault, read.Readings[Channel.As].Reasons);
            Assert.IsFalse(read.Readings[Channel.F].WasMeasured);
            Assert.AreEqual(PortableStation.Morning, read.Stamp.UtcSeconds);
            Assert.AreEqual("sls-614-2013/1", read.LimitSetId);
        }

        [TestMethod]
        public void A_power_cut_at_any_byte_of_an_append_loses_nothing_stored_and_reuses_no_sequence()
        {
            bool wasStored = false;
            for (int bytes = 0; !wasStored; bytes++)
            {
                var flash = new MemoryFlash();
                Usual.JournalWith(flash, 2);
                flash.BytesUntilPowerCut = bytes;
                wasStored = TryStore(flash);
                flash.BytesUntilPowerCut = MemoryFlash.Never;

                ReadingJournal journal = Usual.Journal(flash);
                bool isThere = journal.LastSequence == 3;
                Assert.IsTrue(isThere || !wasStored, "what was said to be stored is there");
                Assert.IsTrue(journal.TryStore(Usual.Record(9)));
                Assert.AreEqual(isThere ? "1 2 3 4 " : "1 2 3 ", Usual.Unacknowledged(Usual.Journal(flash)), "cut after " + bytes.ToString());
            }
        }

        [TestMethod]
        public void A_power_cut_at_any_byte_of_a_bookmark_leaves_the_old_one_or_the_new_one()
        {
            bool wasSaved = false;
            for (int bytes = 0; !wasSaved; bytes++)
            {
                var flash = new MemoryFlash();
                ReadingJournal journal = Usual.JournalWith(flash, 3);
                Usual.Acknowledge(journal, 1, "5c0e77aa");
                journal.SaveBookmark();
                Usual.Acknowledge(journal, 2, "5c0e77aa");
                flash.BytesUntilPowerCut = bytes;
                wasSaved = TrySave(journal);
                flash.BytesUntilPowerCut = MemoryFlash.Never;

                Assert.AreEqual(wasSaved ? "3 " : "2 3 ", Usual.Unacknowledged(Usual.Journal(flash)));
            }
        }

        [TestMethod]
        public void What_the_gateway_holds_is_not_sent_again_and_a_gateway_that_lost_its_disk_gets_everything()
        {
            var flash = new MemoryFlash();
            ReadingJournal journal = Usual.JournalWith(flash, 5);

            Assert.IsTrue(Usual.Acknowledge(journal, 4, "5c0e77aa") == AckOutcome.Marked);
            Assert.AreEqual("5 ", Usual.Unacknowledged(journal));
            Assert.IsTrue(Usual.Acknowledge(journal, 6, "5c0e77aa") == AckOutcome.Ignored, "nobody holds what does not exist");
            Assert.IsTrue(Usual.Acknowledge(journal, 0, "0badd15c") == AckOutcome.Restarted);
            Assert.AreEqual("1 2 3 4 5 ", Usual.Unacknowledged(journal));
        }

        [TestMethod]
        public void A_full_flash_gives_up_the_oldest_readings_and_counts_them()
        {
            var flash = new MemoryFlash { CapacityBytes = 24 * 1024 };
            ReadingJournal journal = Usual.JournalWith(flash, 300);

            Assert.AreEqual(300L, journal.LastSequence);
            Assert.IsTrue(journal.OldestSequence > 1);
            Assert.AreEqual(journal.OldestSequence - 1, journal.LostCount);
            Assert.AreEqual(300 - journal.LostCount, (long)journal.PendingCount);
            ReadingJournal reopened = Usual.Journal(flash);
            Assert.AreEqual(journal.OldestSequence, reopened.OldestSequence);
            Assert.AreEqual(300L, reopened.LastSequence);
        }

        [TestMethod]
        public void A_flash_that_refuses_says_so_and_goes_on_when_it_recovers()
        {
            var flash = new MemoryFlash();
            ReadingJournal journal = Usual.JournalWith(flash, 1);
            flash.RefusesAppends = true;
            Assert.IsFalse(journal.TryStore(Usual.Record(1)));
            Assert.AreEqual(1L, journal.LastSequence);

            flash.RefusesAppends = false;
            Assert.IsTrue(journal.TryStore(Usual.Record(2)));
            Assert.AreEqual("1 2 ", Usual.Unacknowledged(Usual.Journal(flash)));
        }

        [TestMethod]
        public void A_decayed_frame_is_passed_over_and_told_as_lost()
        {
            var flash = new MemoryFlash();
            Usual.JournalWith(flash, 3);
            IAppendFile file = flash.Open("j0000001.log");
            byte[] bytes = new byte[file.Length];
            file.Read(0, bytes, 0, bytes.Length);
            bytes[bytes.Length / 2] ^= 0x40;
            flash.Replace("j0000001.log", bytes);

            ReadingJournal journal = Usual.Journal(flash);
            Assert.AreEqual("1 3 ", Usual.Unacknowledged(journal));
            var lost = new SequenceRanges();
            journal.CopyLostTo(lost);
            Assert.AreEqual(2L, lost.First(0));
            Assert.AreEqual(2L, lost.Last(0));
        }

        [TestMethod]
        public void Unsent_readings_of_another_station_are_not_sent_under_a_new_id()
        {
            var flash = new MemoryFlash();
            Usual.JournalWith(flash, 5);
            var renamed = new ReadingJournal(new StateShelf(flash), new SimulatedInstruments(), 64 * 1024, "lk-anp-0008");

            Assert.IsFalse(renamed.TryOpen());
            Assert.AreEqual(
                "This flash holds 5 unsent readings of lk-anp-0007. Give that id back until they are sent, or erase the flash.",
                renamed.Opening.Problem);
        }

        private static bool TryStore(MemoryFlash flash)
        {
            try
            {
                return Usual.Journal(flash).TryStore(Usual.Record(3));
            }
            catch (PowerWentException)
            {
                return false;
            }
        }

        private static bool TrySave(ReadingJournal journal)
        {
            try
            {
                journal.SaveBookmark();
                return true;
            }
            catch (PowerWentException)
            {
                return false;
            }
        }
    }
}
