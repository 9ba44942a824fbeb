using WaterNode.Esp32.Adapters;
using WaterNode.Station.Wire;

namespace WaterNode.Esp32
{
    /// <summary>What a technician writes for one station, in I:\station.txt: who it is and where its gateway is. One <c>key=value</c> a line.</summary>
    /// <remarks>
    /// <code>
    /// id=lk-anp-0007        3 to 32 characters of a-z 0-9 -
    /// gateway=192.168.4.1   name or address
    /// port=1883             may be left out
    /// password=secret       may be left out where the gateway allows anonymous stations
    /// awake=yes             may be left out: sleep between measurements
    /// # a comment
    /// </code>
    /// The Wi-Fi network is not in it: nanoff stores that in the firmware's own configuration.
    /// </remarks>
    public sealed class StationFile
    {
        private const int LinesMax = 50;
        private const int MqttPort = 1883;
        private const int PortMax = 65535;

        private StationFile()
        {
        }

        public string Id { get; private set; } = "";

        public string GatewayHost { get; private set; } = "";

        public int GatewayPort { get; private set; } = MqttPort;

        public string Password { get; private set; } = "";

        /// <summary>True when the station has mains power and stays connected between measurements.</summary>
        public bool StaysAwake { get; private set; }

        /// <param name="complaint">For the technician: what is wrong; "" when true is returned.</param>
        public static bool TryRead(SmallFile file, out StationFile settings, out string complaint)
        {
            settings = new StationFile();
            if (!file.TryReadText(out string text))
            {
                complaint = "no station.txt";
                return false;
            }

            // Windows' editor puts a byte order mark in front.
            bool hasMark = text.Length > 0 && text[0] == '\uFEFF';
            return settings.TryParse(hasMark ? text.Substring(1) : text, out complaint);
        }

        private bool TryParse(string text, out string complaint)
        {
            string[] lines = text.Split('\n');
            for (int i = 0; i < lines.Length && i < LinesMax; i++)
            {
                string line = lines[i].Trim();
                int equals = line.IndexOf('=');
                bool isSetting = line.Length > 0 && line[0] != '#';
                if (isSetting && (equals < 1 || !TrySet(line.Substring(0, equals).Trim(), line.Substring(equals + 1).Trim())))
                {
                    complaint = "station.txt line " + (i + 1).ToString();
                    return false;
                }
            }

            complaint = Id.Length == 0 ? "id= is missing" : GatewayHost.Length == 0 ? "gateway= is missing" : "";
            return complaint.Length == 0;
        }

        private bool TrySet(string key, string value)
        {
            switch (key)
            {
                case "id":
                    Id = value;
                    return Topics.IsStationId(value);
                case "gateway":
                    GatewayHost = value;
                    return value.Length > 0;
                case "port":
                    bool isNumber = int.TryParse(value, out int port);
                    GatewayPort = port;
                    return isNumber && port >= 1 && port <= PortMax;
                case "password":
                    Password = value;
                    return true;
                case "awake":
                    StaysAwake = value == "yes";
                    return value == "yes" || value == "no";
                default:
                    return false;
            }
        }
    }
}
