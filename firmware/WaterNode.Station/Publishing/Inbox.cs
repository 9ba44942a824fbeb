using WaterNode.Station.Journal;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Commanding;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Publishing
{
    /// <summary>Takes what the link tells to the one who is concerned. What cannot be read is ignored: the gateway says it again.</summary>
    public sealed class Inbox
    {
        private const int PayloadBytesMax = 4096;

        private readonly ReadingJournal _journal;
        private readonly Outbox _outbox;
        private readonly Commands _commands;
        private readonly ClockSetter _clockSetter;
        private readonly Acknowledgement _ack = new Acknowledgement();
        private readonly string _ackTopic;
        private readonly string _commandTopic;
        private readonly string _timeTopic;

        public Inbox(StationPorts ports, StationConfig config, ReadingJournal journal, Outbox outbox, Commands commands)
        {
            _journal = journal;
            _outbox = outbox;
            _commands = commands;
            _clockSetter = new ClockSetter(ports.Clock);
            _ackTopic = Topics.Of(config.Id, Topics.Ack);
            _commandTopic = Topics.Of(config.Id, Topics.Command);
            _timeTopic = Topics.Of(config.Id, Topics.Time);
        }

        public void Take(LinkEvent linkEvent, Stamp now)
        {
            switch (linkEvent.Kind)
            {
                case LinkEventKind.Confirmed:
                    _outbox.Confirmed(linkEvent.MessageId, now);
                    _commands.Confirmed(linkEvent.MessageId);
                    break;
                case LinkEventKind.NotSent:
                    _outbox.NotSent(linkEvent.MessageId);
                    _commands.NotSent(linkEvent.MessageId);
                    break;
                case LinkEventKind.Message:
                    TakeMessage(linkEvent.Topic, linkEvent.Payload, now);
                    break;
                default:
                    // A closed connection is seen by IsConnected; the next one starts at the bookmark.
                    break;
            }
        }

        private void TakeMessage(string topic, byte[] payload, Stamp now)
        {
            if (payload == null || payload.Length > PayloadBytesMax)
            {
                return;
            }

            if (topic == _ackTopic)
            {
                if (_ack.TryParse(payload))
                {
                    _outbox.Acknowledged(_journal.Apply(_ack), now);
                }
            }
            else if (topic == _timeTopic)
            {
                _clockSetter.Take(payload);
            }
            else if (topic == _commandTopic)
            {
                _commands.Take(payload);
            }
        }
    }
}
