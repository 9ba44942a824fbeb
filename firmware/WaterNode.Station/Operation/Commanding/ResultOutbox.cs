using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Commanding
{
    /// <summary>Results that the gateway has not confirmed: each is sent until it is, again after every new connection.</summary>
    public sealed class ResultOutbox
    {
        public const int Max = 8;

        private readonly IMqttLink _link;
        private readonly string _topic;
        private readonly WaitingResult[] _results = new WaitingResult[Max];

        public ResultOutbox(IMqttLink link, string stationId)
        {
            _link = link;
            _topic = Topics.Of(stationId, Topics.Result);
        }

        public int Count { get; private set; }

        public bool IsFull
        {
            get { return Count == Max; }
        }

        /// <summary>Takes a result into the queue; when that is full, it is dropped: whoever asks again is answered again.</summary>
        /// <param name="commandId">Of the command whose outcome it is; "" for a refusal, with which nothing is told that the flash remembers.</param>
        public void Add(string commandId, byte[] payload)
        {
            if (!IsFull)
            {
                _results[Count] = new WaitingResult(commandId, payload);
                Count++;
            }
        }

        /// <summary>Somebody asked again: sends a result once more that is still here.</summary>
        /// <returns>False when it is not.</returns>
        public bool TryRepeat(string commandId)
        {
            for (int i = 0; i < Count; i++)
            {
                if (_results[i].CommandId == commandId)
                {
                    _results[i].Repeat();
                    return true;
                }
            }

            return false;
        }

        /// <summary>A new connection: what was under way on the last one is sent again.</summary>
        public void Rewind()
        {
            for (int i = 0; i < Count; i++)
            {
                _results[i].MessageId = 0;
            }
        }

        public void PublishPending()
        {
            for (int i = 0; i < Count; i++)
            {
                if (_results[i].MessageId == 0)
                {
                    // What the link refuses now is tried at the next call.
                    _results[i].MessageId = _link.Publish(_topic, _results[i].Payload, false);
                }
            }
        }

        /// <summary>The link gave a message up.</summary>
        public void NotSent(int messageId)
        {
            int index = IndexOf(messageId);
            if (index >= 0)
            {
                _results[index].MessageId = 0;
            }
        }

        /// <summary>The gateway confirmed a message.</summary>
        /// <returns>False when it was no result.</returns>
        public bool TryConfirm(int messageId, out string commandId)
        {
            int index = IndexOf(messageId);
            commandId = index < 0 ? "" : _results[index].CommandId;
            if (index < 0)
            {
                return false;
            }

            Count--;
            for (int i = index; i < Count; i++)
            {
                _results[i] = _results[i + 1];
            }

            _results[Count] = null;
            return true;
        }

        private int IndexOf(int messageId)
        {
            for (int i = 0; i < Count && messageId != 0; i++)
            {
                if (_results[i].MessageId == messageId)
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
