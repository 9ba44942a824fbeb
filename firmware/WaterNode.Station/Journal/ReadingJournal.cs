using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Journal
{
    /// <summary>Every reading of the station, on flash, in order, with a bookmark of what the gateway holds.</summary>
    public sealed class ReadingJournal
    {
        private readonly SegmentLog _log;
        private readonly Bookmark _bookmark = new Bookmark();
        private readonly StateFile _bookmarkFile;
        private readonly ByteWriter _frame = new ByteWriter(FrameCodec.FrameBytesMax);

        private bool _isBookmarkChanged;

        /// <param name="capacityBytes">Space for frames, bytes.</param>
        /// <param name="stationId">Under whose name the readings will be sent.</param>
        public ReadingJournal(StateShelf shelf, IEntropy entropy, int capacityBytes, string stationId)
        {
            _log = new SegmentLog(shelf.Flash, capacityBytes);
            _bookmarkFile = shelf.Of('b');
            Opening = new Opening(_log, _bookmark, _bookmarkFile, shelf.Of('i'), entropy, stationId);
        }

        /// <summary>False until the flash could be opened or formatted.</summary>
        public bool IsOpen { get; private set; }

        /// <summary>What <see cref="TryOpen"/> found.</summary>
        public Opening Opening { get; }

        /// <summary>8 hex digits in lower case.</summary>
        public string Generation { get; private set; } = "";

        /// <summary>The newest sequence used; 0 before the first.</summary>
        public long LastSequence
        {
            get { return _log.LastSequence; }
        }

        /// <summary>The oldest sequence held; one above <see cref="LastSequence"/> when none is.</summary>
        public long OldestSequence
        {
            get { return _log.OldestSequence; }
        }

        /// <summary>Everything up to this sequence is held by the gateway, or gone.</summary>
        public long AcknowledgedSequence
        {
            get { return _bookmark.HeldThrough(OldestSequence); }
        }

        /// <summary>The oldest sequence that still has to be sent; one above <see cref="LastSequence"/> when none has.</summary>
        public long HeadSequence
        {
            get { return _bookmark.FirstOpen(AcknowledgedSequence + 1); }
        }

        /// <summary>Records and events that the gateway does not hold yet and that can still be sent.</summary>
        public int PendingCount
        {
            get { return (int)_bookmark.CountPending(OldestSequence, LastSequence); }
        }

        /// <summary>Sequences of this generation that were overwritten or set aside before the gateway acknowledged them.</summary>
        public long LostCount
        {
            get { return _bookmark.LostCount; }
        }

        /// <summary>Number of the present power-on.</summary>
        public long PowerOn
        {
            get { return _bookmark.PowerOn; }
        }

        /// <summary>Opens the journal, or begins a new generation on a flash that has none, or that is done with another station's.</summary>
        /// <returns>False when the flash refused and nothing can be stored, or when <see cref="Opening"/> has a problem.</returns>
        public bool TryOpen()
        {
            if (!IsOpen && Opening.TryOpen())
            {
                Generation = Hex.Of(_log.Generation);
                _isBookmarkChanged |= Opening.HasNewBookmark;
                IsOpen = true;
            }

            return IsOpen;
        }

        /// <summary>Counts a power-on and keeps the count.</summary>
        public void CountPowerOn()
        {
            _bookmark.PowerOn = NewestPowerOn() + 1;
            _isBookmarkChanged = true;
            SaveBookmark();
        }

        /// <summary>A station whose bookmark was lost goes on with the power-on of its newest frame, or with the first.</summary>
        public void ResumePowerOn()
        {
            long newest = NewestPowerOn();
            if (newest == 0)
            {
                CountPowerOn();
            }
            else
            {
                _bookmark.PowerOn = newest;
            }
        }

        /// <summary>Appends a record under the next sequence.</summary>
        /// <returns>False when it is not certain to survive a power cut: it counts as not stored.</returns>
        public bool TryStore(Record record)
        {
            record.Sequence = LastSequence + 1;
            BeginFrame(FrameKind.Record, RecordCodec.LengthOf(record));
            RecordCodec.Write(record, _frame);
            return TryAppendFrame();
        }

        /// <param name="members">The event's own JSON members, for example <c>"type":"loss","lost":[[3,3]]</c>.</param>
        public bool TryStoreEvent(Stamp stamp, string members)
        {
            BeginFrame(FrameKind.Event, RecordCodec.LengthOfEvent(members));
            RecordCodec.WriteEvent(stamp, members, _frame);
            return TryAppendFrame();
        }

        /// <summary>The next frame above a sequence that the gateway does not hold yet.</summary>
        public bool TryReadUnacknowledged(long after, Frame frame)
        {
            long position = after > AcknowledgedSequence ? after : AcknowledgedSequence;
            while (_log.TryReadNext(position, frame))
            {
                NoteGap(position + 1, frame.Sequence - 1);
                position = frame.Sequence;
                if (_bookmark.IsOpen(position))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>A frame is whole but cannot be understood: it was written by a later program.</summary>
        public void NoteUnreadable(long sequence)
        {
            NoteGap(sequence, sequence);
        }

        /// <summary>Sequences above the bookmark that will never come.</summary>
        public void CopyLostTo(SequenceRanges lost)
        {
            _bookmark.CopyLostTo(lost);
            lost.DropThrough(AcknowledgedSequence);
        }

        /// <summary>Applies the rules of wire.md, section 1: an acknowledgement only marks.</summary>
        public AckOutcome Apply(Acknowledgement ack)
        {
            if (ack.Generation != Generation)
            {
                return AckOutcome.Ignored;
            }

            AckOutcome outcome = _bookmark.Apply(ack, OldestSequence, LastSequence);
            _isBookmarkChanged |= outcome != AckOutcome.Ignored;
            return outcome;
        }

        /// <summary>The gateway confirmed (PUBACK) a range of sequences.</summary>
        /// <param name="wasAlone">The range is one record that was sent by itself because it was overdue.</param>
        public void Confirmed(long first, long last, Stamp now, bool wasAlone)
        {
            long head = HeadSequence;
            if (head >= first && head <= last)
            {
                _bookmark.Head.Confirmed(head, now.PowerOn, now.UpSeconds, wasAlone);
                _isBookmarkChanged = true;
            }
        }

        /// <summary>True for the oldest unacknowledged sequence after five confirmations over 24 hours.</summary>
        public bool MustGoAlone(long sequence, Stamp now)
        {
            return sequence == HeadSequence && _bookmark.Head.IsOverdue(sequence, now.PowerOn, now.UpSeconds);
        }

        /// <summary>True for the oldest unacknowledged sequence when it went alone, too, and was confirmed: it is not sent again.</summary>
        public bool IsLastTryDone(long sequence)
        {
            return sequence == _bookmark.Head.Sequence && _bookmark.Head.WasSentAlone;
        }

        /// <summary>Gives up the oldest unacknowledged sequence when nothing is left to try, and journals the loss.</summary>
        public bool TrySetAsideHead(Stamp now)
        {
            long head = HeadSequence;
            if (_bookmark.Head.Sequence != head || !_bookmark.Head.WasSentAlone || _bookmark.SetAside.IsFull)
            {
                return false;
            }

            string sequence = head.ToString();
            if (!TryStoreEvent(now, "\"type\":\"loss\",\"lost\":[[" + sequence + "," + sequence + "]]"))
            {
                return false;
            }

            _bookmark.SetAside.TryAdd(head, head);
            _bookmark.LostCount++;
            _bookmark.Head.Begin(0);
            _isBookmarkChanged = true;
            return true;
        }

        /// <summary>Writes the bookmark when it changed. A bookmark that is lost only means that records are sent again.</summary>
        public void SaveBookmark()
        {
            if (_isBookmarkChanged && IsOpen && _bookmarkFile.TrySave(_bookmark))
            {
                _isBookmarkChanged = false;
            }
        }

        private void BeginFrame(FrameKind kind, int bodyLength)
        {
            _frame.Clear(0);
            FrameCodec.WriteHeader(_frame, kind, bodyLength, _log.Generation, LastSequence + 1);
        }

        private bool TryAppendFrame()
        {
            FrameCodec.WriteCrc(_frame);
            if (!IsOpen || _frame.Overflowed)
            {
                return false;
            }

            long firstUnheld = AcknowledgedSequence + 1;
            bool stored = _log.TryAppend(_frame, LastSequence + 1);
            CountOverwritten(firstUnheld, OldestSequence - 1);
            return stored;
        }

        private void CountOverwritten(long first, long last)
        {
            if (last < first)
            {
                return;
            }

            _bookmark.LostCount += _bookmark.CountNotGivenUp(first, last);
            _isBookmarkChanged = true;
        }

        private void NoteGap(long first, long last)
        {
            // Below the oldest frame nothing is a gap: "old" says that.
            _bookmark.NoteGap(first >= OldestSequence ? first : OldestSequence, last);
        }

        private long NewestPowerOn()
        {
            var frame = new Frame();
            var stamp = new Stamp();
            long newest = _bookmark.PowerOn;
            if (_log.TryReadNext(LastSequence - 1, frame) && RecordCodec.TryReadStamp(frame, stamp) && stamp.PowerOn > newest)
            {
                newest = stamp.PowerOn;
            }

            return newest;
        }
    }
}
