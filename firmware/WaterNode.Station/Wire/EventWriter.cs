namespace WaterNode.Station.Wire
{
    /// <summary>Writes the payload of one event.</summary>
    public static class EventWriter
    {
        /// <summary>Journal frames are smaller, so that every event fits.</summary>
        private const int EventBytesMax = 1024;

        /// <param name="generation">8 hex digits.</param>
        /// <param name="members">The event's own JSON members, as journaled.</param>
        public static byte[] Write(string generation, long sequence, Stamp stamp, string members)
        {
            JsonWriter writer = new JsonWriter(EventBytesMax).Text("gen", generation).Number("seq", sequence);
            if (stamp.HasTime)
            {
                writer.Number("bt", stamp.UtcSeconds);
            }

            return writer.Number("pon", stamp.PowerOn).Number("up", stamp.UpSeconds).More(members).ToArray();
        }
    }
}
