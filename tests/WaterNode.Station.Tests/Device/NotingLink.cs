// The ports say nothing by null, which the device's C# cannot mark.
#nullable disable
using System.Collections;
using System.Text;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>A link that notes what was published, and a gateway behind it that holds everything and says so. Waiting takes no time.</summary>
    internal sealed class NotingLink : IMqttLink
    {
        private const string SequenceMember = "\"seq\":", GenerationMember = "\"gen\":\"";
        private const int GenerationLetters = 8;

        private readonly ArrayList _events = new ArrayList();
        private readonly ArrayList _messages = new ArrayList();
        private int _messageId;

        public bool AcceptsConnections { get; set; } = true;

        public bool Acknowledges { get; set; } = true;

        /// <summary>Sent live after the subscription, as the gateway does; 0 for none.</summary>
        public long TimeUtcSeconds { get; set; }

        public bool IsConnected { get; private set; }

        public int SignalDbm
        {
            get { return -71; }
        }

        public bool Connect(string stationId, string willTopic, string willPayload)
        {
            IsConnected = AcceptsConnections;
            return IsConnected;
        }

        public bool Subscribe(string topic)
        {
            if (TimeUtcSeconds > 0 && topic.EndsWith("/time"))
            {
                Deliver(topic, "{\"utc\":" + TimeUtcSeconds.ToString() + "}");
            }

            return true;
        }

        public int Publish(string topic, byte[] payload, bool retain)
        {
            var message = new Message(topic, payload);
            _messages.Add(message);
            _messageId++;
            _events.Add(new LinkEvent { Kind = LinkEventKind.Confirmed, MessageId = _messageId });
            if (Acknowledges && (topic.EndsWith("/readings") || topic.EndsWith("/events")))
            {
                Deliver(topic.Substring(0, topic.LastIndexOf('/') + 1) + "ack", AcknowledgementOf(message.Text));
            }

            return _messageId;
        }

        public LinkEvent Next(int timeoutMs)
        {
            if (_events.Count == 0)
            {
                return null;
            }

            var next = (LinkEvent)_events[0];
            _events.RemoveAt(0);
            return next;
        }

        public void Disconnect()
        {
            IsConnected = false;
            _events.Clear();
        }

        public void Deliver(string topic, string payload)
        {
            DeliverBytes(topic, Encoding.UTF8.GetBytes(payload));
        }

        public void DeliverBytes(string topic, byte[] payload)
        {
            _events.Add(new LinkEvent { Kind = LinkEventKind.Message, Topic = topic, Payload = payload });
        }

        /// <param name="leaf">Last part of the topic.</param>
        public int CountOn(string leaf)
        {
            int count = 0;
            for (int i = 0; i < _messages.Count; i++)
            {
                count += At(i).Topic.EndsWith("/" + leaf) ? 1 : 0;
            }

            return count;
        }

        /// <returns>The newest message on the topic; "" when there is none.</returns>
        public string LastOn(string leaf)
        {
            for (int i = _messages.Count - 1; i >= 0; i--)
            {
                if (At(i).Topic.EndsWith("/" + leaf))
                {
                    return At(i).Text;
                }
            }

            return "";
        }

        /// <returns>The newest message on the topic that holds the text; "" when there is none.</returns>
        public string LastWith(string leaf, string text)
        {
            for (int i = _messages.Count - 1; i >= 0; i--)
            {
                if (At(i).Topic.EndsWith("/" + leaf) && At(i).Text.IndexOf(text) >= 0)
                {
                    return At(i).Text;
                }
            }

            return "";
        }

        /// <summary>Everything before it came before, as the station sends in order.</summary>
        private static string AcknowledgementOf(string text)
        {
            int sequence = text.LastIndexOf(SequenceMember) + SequenceMember.Length;
            int generation = text.IndexOf(GenerationMember) + GenerationMember.Length;
            return "{\"gen\":\"" + text.Substring(generation, GenerationLetters) + "\",\"seq\":"
                + text.Substring(sequence, text.IndexOf(',', sequence) - sequence) + ",\"db\":\"5c0e77aa\"}";
        }

        private Message At(int index)
        {
            return (Message)_messages[index];
        }
    }
}
