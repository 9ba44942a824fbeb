using System;
using System.Threading;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>The MQTT connection, over nanoFramework.M2Mqtt.</summary>
    /// <remarks>
    /// M2Mqtt calls back on threads of its own; each callback only puts an event into the queue. It sends a QoS 1 message up to three times, a
    /// second apart, then gives it up and says so by MqttMsgPublished with IsPublished false. What it holds is in memory only, which is all
    /// that is asked of it: the journal keeps a record until the gateway has acknowledged it.
    /// </remarks>
    public sealed class MqttLink : IMqttLink
    {
        private const ushort KeepAliveSeconds = 60;
        private const int SubscribeMilliseconds = 10000;

        /// <summary>Time for the last packet to leave before the radio may be switched off, ms.</summary>
        private const int DisconnectMilliseconds = 300;

        private readonly WirelessNetwork _network;
        private readonly string _gatewayHost;
        private readonly int _gatewayPort;
        private readonly string _password;
        private readonly LinkEventQueue _events = new LinkEventQueue();
        private readonly AutoResetEvent _subscriptionAnswered = new AutoResetEvent(false);
        private MqttClient _client;
        private int _answeredSubscription;
        private bool _isSubscriptionGranted;

        /// <param name="password">The station's password at the gateway; "" where anonymous stations are allowed.</param>
        public MqttLink(WirelessNetwork network, string gatewayHost, int gatewayPort, string password)
        {
            _network = network;
            _gatewayHost = gatewayHost;
            _gatewayPort = gatewayPort;
            _password = password;
        }

        public bool IsConnected
        {
            get { return _client != null && _client.IsConnected && !_events.HasLost; }
        }

        /// <remarks>Unknown: the stock firmware tells a signal strength only after a scan, which interrupts the connection for seconds.</remarks>
        public int SignalDbm
        {
            get { return 0; }
        }

        public bool Connect(string stationId, string willTopic, string willPayload)
        {
            Abandon();
            if (!_network.TryJoin())
            {
                return false;
            }

            try
            {
                // The constructor looks up the host name, so it can fail as well.
                MqttClient client = new MqttClient(_gatewayHost, _gatewayPort, false, null, null, MqttSslProtocols.None);
                client.MqttMsgPublished += OnPublished;
                client.MqttMsgPublishReceived += OnReceived;
                client.MqttMsgSubscribed += OnSubscribed;
                client.ConnectionClosed += OnClosed;
                _client = client;
                MqttReasonCode answer = client.Connect(
                    stationId,
                    stationId,
                    _password,
                    true,
                    MqttQoSLevel.AtLeastOnce,
                    true,
                    willTopic,
                    willPayload,
                    true,
                    KeepAliveSeconds);
                if (answer == MqttReasonCode.Success)
                {
                    return true;
                }
            }
            catch (Exception)
            {
                // No route, no such host, no CONNACK: all the same to the caller, who tries again later.
            }

            Abandon();
            return false;
        }

        public bool Subscribe(string topic)
        {
            if (!IsConnected)
            {
                return false;
            }

            try
            {
                _subscriptionAnswered.Reset();
                int asked = _client.Subscribe(new string[] { topic }, new MqttQoSLevel[] { MqttQoSLevel.AtLeastOnce });
                return _subscriptionAnswered.WaitOne(SubscribeMilliseconds, false) && _answeredSubscription == asked && _isSubscriptionGranted;
            }
            catch (Exception)
            {
                return false;
            }
        }

        public int Publish(string topic, byte[] payload, bool retain)
        {
            if (!IsConnected)
            {
                return 0;
            }

            try
            {
                return _client.Publish(topic, payload, null, null, MqttQoSLevel.AtLeastOnce, retain);
            }
            catch (Exception)
            {
                return 0;
            }
        }

        public LinkEvent Next(int timeoutMs)
        {
            LinkEvent next = _events.Take(timeoutMs);
            if (next != null && next.Kind == LinkEventKind.Closed)
            {
                Abandon();
            }

            return next;
        }

        public void Disconnect()
        {
            if (IsConnected)
            {
                try
                {
                    _client.Disconnect();
                    Thread.Sleep(DisconnectMilliseconds);
                }
                catch (Exception)
                {
                    // The connection broke before it could be closed in order: the will is then published, as it should be.
                }
            }

            Abandon();
        }

        /// <summary>Closes what there is and forgets its events: message numbers begin anew with every connection.</summary>
        private void Abandon()
        {
            MqttClient client = _client;
            _client = null;
            if (client != null)
            {
                client.MqttMsgPublished -= OnPublished;
                client.MqttMsgPublishReceived -= OnReceived;
                client.MqttMsgSubscribed -= OnSubscribed;
                client.ConnectionClosed -= OnClosed;
                Close(client);
            }

            _events.Clear();
        }

        private static void Close(MqttClient client)
        {
            try
            {
                client.Close();
            }
            catch (Exception)
            {
                // A socket that is gone already cannot be closed again; nothing is left to do with it.
            }
        }

        private void OnPublished(object sender, MqttMsgPublishedEventArgs e)
        {
            LinkEventKind kind = e.IsPublished ? LinkEventKind.Confirmed : LinkEventKind.NotSent;
            Put(sender, new LinkEvent { Kind = kind, MessageId = e.MessageId });
        }

        private void OnReceived(object sender, MqttMsgPublishEventArgs e)
        {
            Put(sender, new LinkEvent { Kind = LinkEventKind.Message, Topic = e.Topic, Payload = e.Message });
        }

        private void OnClosed(object sender, EventArgs e)
        {
            Put(sender, new LinkEvent { Kind = LinkEventKind.Closed });
        }

        private void OnSubscribed(object sender, MqttMsgSubscribedEventArgs e)
        {
            try
            {
                MqttQoSLevel[] granted = e.GrantedQoSLevels;
                _isSubscriptionGranted = granted != null && granted.Length == 1 && granted[0] != MqttQoSLevel.GrantedFailure;
                _answeredSubscription = e.MessageId;
                _subscriptionAnswered.Set();
            }
            catch (Exception)
            {
                _events.DeclareLost();
            }
        }

        private void Put(object sender, LinkEvent arrived)
        {
            try
            {
                if (sender == _client)
                {
                    _events.Put(arrived);
                }
            }
            catch (Exception)
            {
                // A callback that throws would end M2Mqtt's thread without a word.
                _events.DeclareLost();
            }
        }
    }
}
