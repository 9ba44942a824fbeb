using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation
{
    /// <summary>Answers commands. None is carried out yet, and the answer says so, so that nobody waits for it.</summary>
    public sealed class Commands
    {
        private const int ResultBytesMax = 256;
        private const int IdLengthMax = 64;

        private readonly IMqttLink _link;
        private readonly string _resultTopic;
        private readonly JsonFields _fields = new JsonFields();

        public Commands(IMqttLink link, string stationId)
        {
            _link = link;
            _resultTopic = Topics.Of(stationId, Topics.Result);
        }

        /// <param name="payload">A command with an <c>id</c>; without one there is nobody to answer.</param>
        public void Take(byte[] payload)
        {
            if (!_fields.TryParse(payload) || !_fields.TryGetText("id", out string id) || id.Length == 0 || id.Length > IdLengthMax)
            {
                return;
            }

            var writer = new ByteWriter(ResultBytesMax);
            writer.Text("{\"id\":\"");
            writer.Text(id);
            writer.Text("\",\"ok\":false,\"error\":\"This firmware does not carry out commands yet; do it at the station.\"}");
            _link.Publish(_resultTopic, writer.ToArray(), false);
        }
    }
}
