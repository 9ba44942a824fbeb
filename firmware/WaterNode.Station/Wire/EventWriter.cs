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
            var writer = new ByteWriter(EventBytesMax);
            writer.Text("{\"gen\":\"");
            writer.Text(generation);
            writer.Text("\",\"seq\":");
            writer.Number(sequence);
            if (stamp.HasTime)
            {
                writer.Text(",\"bt\":");
                writer.Number(stamp.UtcSeconds);
            }

            writer.Text(",\"pon\":");
            writer.Number(stamp.PowerOn);
            writer.Text(",\"up\":");
            writer.Number(stamp.UpSeconds);
            writer.Byte((byte)',');
            writer.Text(members);
            writer.Byte((byte)'}');
            return writer.ToArray();
        }
    }
}
