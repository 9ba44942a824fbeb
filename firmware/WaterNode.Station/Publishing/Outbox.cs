using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Publishing
{
    /// <summary>Sends what the gateway does not hold yet, in order, from the bookmark on.</summary>
    /// <remarks>The journal is the queue: nothing is held here but how far sending got. Two limits bound what is under way: messages
    /// without confirmation (PUBACK), and messages since the last acknowledgement. So a gateway that is dead behind a living
    /// broker gets a few packs a connection, not the whole journal.</remarks>
    public sealed class Outbox
    {
        /// <summary>Messages sent without any acknowledgement.</summary>
        public const int UnacknowledgedMax = 32;

        /// <summary>After so long without an acknowledgement sending starts again at the bookmark.</summary>
        public const int ResendSeconds = 3600;

        private readonly IMqttLink _link;
        private readonly ReadingJournal _journal;
        private readonly string _stationId;
        private readonly SenmlWriter _pack;
        private readonly InFlightWindow _window = new InFlightWindow();
        private readonly SequenceRanges _lost = new SequenceRanges();
        private readonly Frame _frame = new Frame();
        private readonly Record _record = new Record();
        private readonly Stamp _eventStamp = new Stamp();

        private long _sentThrough;
        private int _sentSinceAck;
        private long _progressUpSeconds;
        private bool _mayGiveUp;

        public Outbox(IMqttLink link, ReadingJournal journal, string stationId)
        {
            _link = link;
            _journal = journal;
            _stationId = stationId;
            _pack = new SenmlWriter(stationId);
        }

        /// <summary>True when nothing waits for a confirmation.</summary>
        public bool IsQuiet
        {
            get { return _window.Count == 0; }
        }

        /// <summary>Starts again at the bookmark: after a new connection, another database, or a long silence.</summary>
        public void Rewind(Stamp now)
        {
            _mayGiveUp = _journal.IsLastTryDone(_journal.HeadSequence);
            _sentThrough = _journal.AcknowledgedSequence;
            _sentSinceAck = 0;
            _progressUpSeconds = now.UpSeconds;
            _window.Clear();
        }

        /// <summary>Publishes until a limit is reached or nothing is left.</summary>
        public void PublishPending(Stamp now)
        {
            if (_journal.PendingCount > 0 && now.UpSeconds - _progressUpSeconds >= ResendSeconds)
            {
                Rewind(now);
            }

            while (!_window.IsFull && _sentSinceAck < UnacknowledgedMax && _journal.TryReadUnacknowledged(_sentThrough, _frame))
            {
                if (_journal.IsLastTryDone(_frame.Sequence))
                {
                    _sentThrough = _frame.Sequence;
                    continue;
                }

                bool sent = _frame.Kind == FrameKind.Event ? TrySendEvent(now) : TrySendPack(now);
                if (!sent)
                {
                    return;
                }
            }
        }

        /// <summary>Nothing more arrives for the moment: the acknowledgement that the broker retains has been taken.</summary>
        /// <remarks>Only then, and not before the connection after its last try, is a record given up: it may be held after all.</remarks>
        public void LinkIsQuiet(Stamp now)
        {
            if (_mayGiveUp)
            {
                _mayGiveUp = false;
                _journal.TrySetAsideHead(now);
            }
        }

        /// <summary>The gateway confirmed a message.</summary>
        public void Confirmed(int messageId, Stamp now)
        {
            if (_window.TryTake(messageId, out long first, out long last, out bool wasAlone))
            {
                _journal.Confirmed(first, last, now, wasAlone);
            }
        }

        /// <summary>The link gave a message up: it is sent again.</summary>
        public void NotSent(int messageId)
        {
            if (_window.TryTake(messageId, out long first, out _, out _) && first <= _sentThrough)
            {
                _sentThrough = first - 1;
            }
        }

        /// <summary>The gateway holds more than before.</summary>
        public void Acknowledged(AckOutcome outcome, Stamp now)
        {
            if (outcome == AckOutcome.Restarted)
            {
                Rewind(now);
            }
            else if (outcome == AckOutcome.Marked)
            {
                _sentSinceAck = 0;
                _progressUpSeconds = now.UpSeconds;
            }
        }

        private bool TrySendEvent(Stamp now)
        {
            long sequence = _frame.Sequence;
            if (!RecordCodec.TryReadEvent(_frame, _eventStamp, out string members))
            {
                return SkipUnreadable(sequence);
            }

            byte[] payload = EventWriter.Write(_journal.Generation, sequence, _eventStamp, members);
            return TrySend(Topics.Events, payload, sequence, sequence, _journal.MustGoAlone(sequence, now));
        }

        /// <summary>Packs records from the frame just read on, as many as fit.</summary>
        private bool TrySendPack(Stamp now)
        {
            long first = _frame.Sequence;
            long last = first;
            bool goesAlone = _journal.MustGoAlone(first, now);
            _journal.CopyLostTo(_lost);
            _pack.Begin();
            do
            {
                if (!RecordCodec.TryRead(_frame, _record))
                {
                    if (_pack.RecordCount > 0)
                    {
                        break;
                    }

                    return SkipUnreadable(first);
                }

                if (!_pack.TryAdd(_record, _journal.Generation, _journal.OldestSequence, _lost))
                {
                    break;
                }

                last = _record.Sequence;
            }
            while (!goesAlone && _journal.TryReadUnacknowledged(last, _frame) && _frame.Kind == FrameKind.Record);

            // A record always fits into an empty pack: its texts are bounded, and five channels take a third of it.
            return TrySend(Topics.Readings, _pack.End(), first, last, goesAlone);
        }

        private bool TrySend(string leaf, byte[] payload, long first, long last, bool goesAlone)
        {
            int messageId = _link.Publish(Topics.Of(_stationId, leaf), payload, false);
            if (messageId < 1)
            {
                return false;
            }

            _window.Add(messageId, first, last, goesAlone);
            _sentThrough = last;
            _sentSinceAck++;
            return true;
        }

        private bool SkipUnreadable(long sequence)
        {
            _journal.NoteUnreadable(sequence);
            _sentThrough = sequence;
            return true;
        }
    }
}
