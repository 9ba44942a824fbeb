using WaterNode.Station.Journal;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Commanding;
using WaterNode.Station.Operation.Starting;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Publishing
{
    /// <summary>The station's side of the MQTT connection: connects, subscribes, sends what is pending and takes what arrives.</summary>
    public sealed class Connection
    {
        /// <summary>Events taken in one call, whatever a broken broker floods.</summary>
        private const int EventsMax = 1000;

        private const int SliceMilliseconds = 250;

        private readonly StationPorts _ports;
        private readonly StationConfig _config;
        private readonly ReadingJournal _journal;
        private readonly SafeMode _safeMode;
        private readonly Outbox _outbox;
        private readonly Backoff _backoff;
        private readonly Inbox _inbox;
        private readonly Commands _commands;
        private readonly Stamp _now = new Stamp();

        private long _toldLast;
        private long _toldOldest;

        public Connection(StationPorts ports, StationConfig config, ReadingJournal journal, SafeMode safeMode, Commands commands)
        {
            _safeMode = safeMode;
            _ports = ports;
            _config = config;
            _journal = journal;
            _outbox = new Outbox(ports.Link, journal, config.Id);
            _backoff = new Backoff(ports.Clock, ports.Entropy);
            _commands = commands;
            _inbox = new Inbox(ports, config, journal, _outbox, _commands);
        }

        /// <summary>True keeps the connection also when nothing is pending.</summary>
        public bool Stays { get; set; }

        /// <summary>Connects, subscribes and says hello, unless the last failure is too short ago.</summary>
        /// <returns>True when there is a connection.</returns>
        public bool TryConnect()
        {
            IMqttLink link = _ports.Link;
            if (link.IsConnected)
            {
                return true;
            }

            if (!_backoff.IsOver)
            {
                return false;
            }

            if (!link.Connect(_config.Id, TopicOf(Topics.Status), StatusMessage.Will))
            {
                _backoff.Failed();
                return false;
            }

            // The time comes before the commands that wait at the gateway, which expire by it.
            bool subscribed = link.Subscribe(TopicOf(Topics.Ack))
                && link.Subscribe(TopicOf(Topics.Time))
                && link.Subscribe(TopicOf(Topics.Command));
            if (!subscribed || !TryPublishStatus())
            {
                link.Disconnect();
                _backoff.Failed();
                return false;
            }

            _backoff.Succeeded();
            _outbox.Rewind(Now());
            _commands.Connected();
            return true;
        }

        /// <summary>Sends what is pending and takes what arrives.</summary>
        /// <param name="milliseconds">How long to go on, ms of real time; with 0 it takes only what is there already.</param>
        public void Serve(int milliseconds)
        {
            Pump(milliseconds, false);
        }

        /// <summary>Sends what is pending and takes what arrives, until all is acknowledged and nothing more comes.</summary>
        /// <param name="millisecondsMax">Longest time, ms of real time.</param>
        public void Drain(int millisecondsMax)
        {
            Pump(millisecondsMax, true);
        }

        /// <summary>Says the status again when the journal's ends have moved: the gateway reckons from them how much the station holds.</summary>
        /// <remarks>Called once a measuring cycle, and only a connection that stays needs it. It costs about 190 bytes: a payload of 140 to 150, 38 of
        /// topic and packet, 4 of confirmation. That is 18 KB a day at 96 cycles, beside some 50 KB of readings.</remarks>
        public void RefreshStatus()
        {
            bool hasMoved = _toldLast != _journal.LastSequence || _toldOldest != _journal.OldestSequence;
            if (hasMoved && _ports.Link.IsConnected)
            {
                // What the link refuses now is said in the next cycle.
                TryPublishStatus();
            }
        }

        public void Disconnect()
        {
            _ports.Link.Disconnect();
        }

        private void Pump(int milliseconds, bool endsWhenDrained)
        {
            int remaining = milliseconds;
            int events = 0;
            while (events < EventsMax)
            {
                bool wantsConnection = Stays || _journal.PendingCount > 0 || _commands.HasResults;
                if (wantsConnection && TryConnect())
                {
                    _outbox.PublishPending(Now());
                    _commands.PublishResults();
                }

                int slice = remaining < SliceMilliseconds ? remaining : SliceMilliseconds;
                LinkEvent linkEvent = _ports.Link.Next(slice > 0 ? slice : 0);
                if (linkEvent != null)
                {
                    _inbox.Take(linkEvent, Now());
                    remaining--;
                    events++;
                    continue;
                }

                _outbox.LinkIsQuiet(Now());
                remaining -= slice;
                bool isDrained = _journal.PendingCount == 0 && _outbox.IsQuiet && !_commands.HasResults;
                if (remaining <= 0 || (endsWhenDrained && isDrained))
                {
                    return;
                }
            }
        }

        private bool TryPublishStatus()
        {
            long last = _journal.LastSequence;
            long oldest = _journal.OldestSequence;
            if (_ports.Link.Publish(TopicOf(Topics.Status), StatusMessage.Write(_ports, _config, _journal, _safeMode.IsSafe), true) < 1)
            {
                return false;
            }

            _toldLast = last;
            _toldOldest = oldest;
            return true;
        }

        private string TopicOf(string leaf)
        {
            return Topics.Of(_config.Id, leaf);
        }

        private Stamp Now()
        {
            _now.UpSeconds = _ports.Clock.UpSeconds;
            _now.PowerOn = _journal.PowerOn;
            _now.HasTime = _ports.Clock.IsSet;
            _now.UtcSeconds = _ports.Clock.UtcSeconds;
            return _now;
        }
    }
}
