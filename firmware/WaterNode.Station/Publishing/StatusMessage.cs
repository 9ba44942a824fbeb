using WaterNode.Station.Journal;
using WaterNode.Station.Operation;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Publishing
{
    /// <summary>What the station says about itself, retained on the <c>status</c> topic.</summary>
    public static class StatusMessage
    {
        /// <summary>The broker publishes this when the station is gone without a word.</summary>
        public const string Will = "{\"online\":false}";

        private const int StatusBytesMax = 512;
        private const int MilliVoltDecimals = 3;

        /// <returns>The payload; what the board does not know is left out.</returns>
        public static byte[] Write(StationPorts ports, StationConfig config, ReadingJournal journal, bool isSafe)
        {
            var writer = new ByteWriter(StatusBytesMax);
            writer.Text("{\"online\":true,\"fw\":\"");
            writer.Text(config.Firmware);
            writer.Text("\",\"board\":\"");
            writer.Text(config.Board);
            writer.Text("\",\"gen\":\"");
            writer.Text(journal.Generation);
            writer.Byte((byte)'"');
            Field(writer, "seq", journal.LastSequence, 0);
            Field(writer, "old", journal.OldestSequence, 0);
            Field(writer, "up", ports.Clock.UpSeconds, 0);
            if (ports.Power.FreeHeapBytes > 0)
            {
                Field(writer, "heap", ports.Power.FreeHeapBytes, 0);
            }

            writer.Text(",\"reset\":\"");
            writer.Text(WordOf(ports.Power.StartReason));
            writer.Byte((byte)'"');
            if (isSafe)
            {
                writer.Text(",\"safe\":true");
            }

            if (ports.Power.BatteryMilliVolts > 0)
            {
                Field(writer, "battery", ports.Power.BatteryMilliVolts, MilliVoltDecimals);
            }

            if (ports.Link.SignalDbm != 0)
            {
                Field(writer, "rssi", ports.Link.SignalDbm, 0);
            }

            writer.Byte((byte)'}');
            return writer.ToArray();
        }

        private static void Field(ByteWriter writer, string name, long scaled, int decimals)
        {
            writer.Text(",\"");
            writer.Text(name);
            writer.Text("\":");
            writer.Decimal(scaled, decimals);
        }

        /// <summary>The word of <c>reset</c> on the wire.</summary>
        public static string WordOf(StartReason reason)
        {
            switch (reason)
            {
                case StartReason.PowerOn: return "power";
                case StartReason.DeepSleep: return "sleep";
                case StartReason.Software: return "software";
                default: return "fault";
            }
        }
    }
}
