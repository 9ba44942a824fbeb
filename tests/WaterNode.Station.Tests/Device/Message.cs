using System.Text;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>What was published.</summary>
    internal sealed class Message
    {
        public readonly string Topic;
        public readonly string Text;

        public Message(string topic, byte[] payload)
        {
            Topic = topic;
            Text = Encoding.UTF8.GetString(payload, 0, payload.Length);
        }
    }
}
