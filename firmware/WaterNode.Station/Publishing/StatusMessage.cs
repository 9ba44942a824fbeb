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
            JsonWriter writer = new JsonWriter(StatusBytesMax)
                .Flag("online", true)
                .Text("fw", config.Firmware)
                .Text("board", config.Board)
                .Text("gen", journal.Generation)
                .Number("seq", journal.LastSequence)
                .Number("old", journal.OldestSequence)
                .Number("up", ports.Clock.UpSeconds);
            if (ports.Power.FreeHeapBytes > 0)
            {
                writer.Number("heap", ports.Power.FreeHeapBytes);
            }

            writer.Text("reset", WordOf(ports.Power.StartReason));
            if (isSafe)
            {
                writer.Flag("safe", true);
            }

            if (ports.Power.BatteryMilliVolts > 0)
            {
                writer.Decimal("battery", ports.Power.BatteryMilliVolts, MilliVoltDecimals);
            }

            if (ports.Link.SignalDbm != 0)
            {
                writer.Number("rssi", ports.Link.SignalDbm);
            }

            return writer.ToArray();
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
