namespace WaterNode.Station.Wire
{
    /// <summary>MQTT topics and station ids.</summary>
    public static class Topics
    {
        /// <summary>All topics of the product lie below this.</summary>
        public const string Root = "waternode/v1/";

        /// <summary>Base names of SenML packs begin with this: a name outlives the version of the topics.</summary>
        public const string NameRoot = "waternode/";

        public const string Readings = "readings";
        public const string Events = "events";
        public const string Status = "status";
        public const string Result = "result";
        public const string Ack = "ack";
        public const string Command = "command";
        public const string Time = "time";

        /// <summary>The topic of one station, for example <c>waternode/v1/lk-anp-0007/readings</c>.</summary>
        public static string Of(string stationId, string leaf)
        {
            return Root + stationId + "/" + leaf;
        }

        /// <summary>The SenML base name of one station, for example <c>waternode/lk-anp-0007/</c>.</summary>
        public static string BaseName(string stationId)
        {
            return NameRoot + stationId + "/";
        }

        /// <summary>3 to 32 characters of a-z, 0-9 and -.</summary>
        public static bool IsStationId(string text)
        {
            if (text == null || text.Length < 3 || text.Length > 32)
            {
                return false;
            }

            for (int i = 0; i < text.Length; i++)
            {
                char c = text[i];
                bool good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
                if (!good)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
