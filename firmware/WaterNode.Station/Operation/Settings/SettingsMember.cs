using WaterNode.Station.Quality;

namespace WaterNode.Station.Operation.Settings
{
    /// <summary>What a member of station.json may hold. The one table of all members: reading, keeping, comparing and telling of them go through it.</summary>
    /// <remarks>A member is made when it is asked for, so that none of this stays in memory. New ones come at the end: the numbers are kept on flash.
    /// All texts at their longest and a command's id fit into one state (<see cref="Journal.FrameCodec.BodyBytesMax"/>).</remarks>
    public sealed class SettingsMember
    {
        public const int Id = 0;
        public const int GatewayHost = 1, GatewayPort = 2, GatewayPassword = 3;
        public const int WirelessName = 4, WirelessPassword = 5;
        public const int IntervalSeconds = 6, WetIntervalSeconds = 7, StaysAwake = 8;
        public const int LimitSet = 9, SamplePoint = 10, Language = 11, TimeZoneMinutes = 12;
        public const int TisabBottle = 13, ElectrolyteBottle = 14, StandardBottle = 15, RinseBottle = 16;

        /// <summary>Number of members.</summary>
        public const int Count = 17;

        private const string LanguagePath = "language";

        private const int HoursPerDay = 24, SecondsPerHour = 3600, SecondsPerDay = HoursPerDay * SecondsPerHour;

        /// <summary>Name in the file, with the name of its section and a dot in front.</summary>
        public readonly string Path;

        public readonly MemberKind Kind;

        /// <summary>The least value; of a text the fewest bytes of UTF-8.</summary>
        public readonly int Min;

        /// <summary>The greatest value; of a text the most bytes of UTF-8.</summary>
        public readonly int Max;

        /// <summary>What counts when the member is left out.</summary>
        public readonly int DefaultNumber;

        /// <inheritdoc cref="DefaultNumber"/>
        public readonly string DefaultText;

        private SettingsMember(string path, MemberKind kind, int min, int max, int defaultNumber, string defaultText)
        {
            Path = path;
            Kind = kind;
            Min = min;
            Max = max;
            DefaultNumber = defaultNumber;
            DefaultText = defaultText;
        }

        public bool IsText
        {
            get { return Kind == MemberKind.Text || Kind == MemberKind.Secret; }
        }

        /// <summary>What to give, for a message.</summary>
        public string Wanted
        {
            get { return Path == LanguagePath ? "en, si or ta" : Min == 0 && IsText ? "up to " + Max.ToString() : Min.ToString() + " to " + Max.ToString(); }
        }

        /// <param name="member">From 0, below <see cref="Count"/>.</param>
        public static SettingsMember At(int member)
        {
            switch (member)
            {
                case Id: return Text("id", 3, 32, "");
                case GatewayHost: return Text("gateway.host", 1, 62, "");
                case GatewayPort: return Number("gateway.port", 1, 65535, 1883);
                case GatewayPassword: return Secret("gateway.password");
                case WirelessName: return Text("wifi.ssid", 0, 32, "");
                case WirelessPassword: return Secret("wifi.password");
                case IntervalSeconds: return Number("schedule.intervalSeconds", 60, SecondsPerDay, 900);
                case WetIntervalSeconds: return Number("schedule.wetIntervalSeconds", 0, 7 * SecondsPerDay, 6 * SecondsPerHour);
                case StaysAwake: return new SettingsMember("schedule.awake", MemberKind.Flag, 0, 1, 0, "");
                case LimitSet: return Text("limitSet", 1, 32, LimitSets.DefaultId);
                case SamplePoint: return Text("samplePoint", 3, 32, "treated");
                case Language: return Text(LanguagePath, 2, 2, "en");
                case TimeZoneMinutes: return Number("timeZoneMinutes", -12 * 60, 14 * 60, 0);
                case TisabBottle: return Number("bottlesMillilitres.tisab", 10, 10000, 500);
                case ElectrolyteBottle: return Number("bottlesMillilitres.electrolyte", 10, 10000, 500);
                case StandardBottle: return Number("bottlesMillilitres.standard", 5, 1000, 50);
                default: return Number("bottlesMillilitres.rinse", 10, 50000, 2000);
            }
        }

        /// <returns>The member of that path; -1 when there is none.</returns>
        public static int Find(string path)
        {
            for (int i = 0; i < Count; i++)
            {
                if (At(i).Path == path)
                {
                    return i;
                }
            }

            return -1;
        }

        /// <summary>True when members stand inside an object of that name.</summary>
        public static bool IsSection(string name)
        {
            for (int i = 0; i < Count; i++)
            {
                if (At(i).Path.StartsWith(name + "."))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>True for what decides whose verdict is given, and to whom the readings go: from afar it is changed only with the consent of
        /// somebody at the station.</summary>
        public static bool NeedsConfirmation(int member)
        {
            return member == LimitSet || (member >= GatewayHost && member <= WirelessPassword);
        }

        private static SettingsMember Number(string path, int min, int max, int defaultNumber)
        {
            return new SettingsMember(path, MemberKind.Number, min, max, defaultNumber, "");
        }

        private static SettingsMember Text(string path, int bytesMin, int bytesMax, string defaultText)
        {
            return new SettingsMember(path, MemberKind.Text, bytesMin, bytesMax, 0, defaultText);
        }

        private static SettingsMember Secret(string path)
        {
            return new SettingsMember(path, MemberKind.Secret, 0, 64, 0, "");
        }
    }
}
