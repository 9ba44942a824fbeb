using WaterNode.Station.Display;
using WaterNode.Station.Quality;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Settings
{
    /// <summary>What settings must be as a whole, after each member was read.</summary>
    public static class SettingsRules
    {
        /// <summary>WPA2 knows no shorter passphrase.</summary>
        private const int WirelessPasswordLettersMin = 8;

        /// <summary>False for settings that another program kept and this one cannot run with: it may not know their limit set any more.</summary>
        public static bool AreKept(StationSettings settings)
        {
            var faults = new SettingsFaults();
            Check(settings, faults);
            return faults.Count == 0 && Topics.IsStationId(settings.TextOf(SettingsMember.Id)) && settings.TextOf(SettingsMember.GatewayHost).Length > 0;
        }

        public static void Check(StationSettings settings, SettingsFaults faults)
        {
            CheckName(SettingsMember.Id, settings, faults);
            CheckName(SettingsMember.SamplePoint, settings, faults);
            CheckHost(settings.TextOf(SettingsMember.GatewayHost), faults);
            CheckWireless(settings.TextOf(SettingsMember.WirelessName), settings.TextOf(SettingsMember.WirelessPassword), faults);
            CheckSchedule(settings.NumberOf(SettingsMember.IntervalSeconds), settings.NumberOf(SettingsMember.WetIntervalSeconds), faults);

            string limitSet = settings.TextOf(SettingsMember.LimitSet);
            if (!LimitSets.Has(limitSet))
            {
                faults.Add("There is no limitSet " + SettingsFaults.Quoted(limitSet) + ": choose " + LimitSets.DefaultId + " or another.");
            }

            string language = settings.TextOf(SettingsMember.Language);
            if (language != "en" && LanguageOf(language) == Language.English)
            {
                faults.Add("language is " + SettingsFaults.Quoted(language) + ": give " + SettingsMember.At(SettingsMember.Language).Wanted + ".");
            }
        }

        /// <summary>True when they differ in a member that is changed only with the consent of somebody at the station.</summary>
        public static bool NeedConfirmation(StationSettings inForce, StationSettings next)
        {
            bool needs = false;
            for (int i = 0; i < SettingsMember.Count; i++)
            {
                needs |= SettingsMember.NeedsConfirmation(i) && !next.IsSame(i, inForce);
            }

            return needs;
        }

        /// <param name="code">As in ISO 639-1; what is unknown is English.</param>
        public static Language LanguageOf(string code)
        {
            return code == "si" ? Language.Sinhala : code == "ta" ? Language.Tamil : Language.English;
        }

        /// <summary>What is missing or too long was found when it was read.</summary>
        private static void CheckName(int member, StationSettings settings, SettingsFaults faults)
        {
            string text = settings.TextOf(member);
            if (text.Length > 0 && !Topics.IsStationId(text))
            {
                faults.Add(SettingsMember.At(member).Path + " is " + SettingsFaults.Quoted(text) + ": give 3 to 32 of a-z, 0-9 and -.");
            }
        }

        private static void CheckHost(string host, SettingsFaults faults)
        {
            for (int i = 0; i < host.Length; i++)
            {
                char c = host[i];
                bool isGood = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
                if (!isGood)
                {
                    faults.Add("gateway.host is " + SettingsFaults.Quoted(host) + ": give a name or address only.");
                    return;
                }
            }
        }

        private static void CheckWireless(string name, string password, SettingsFaults faults)
        {
            if (password.Length > 0 && name.Length == 0)
            {
                faults.Add("wifi.ssid is missing: give the network's name, or leave out wifi.password.");
            }

            if (password.Length > 0 && password.Length < WirelessPasswordLettersMin)
            {
                faults.Add("wifi.password has fewer than 8 letters: correct it; an open network has none.");
            }
        }

        private static void CheckSchedule(int seconds, int wetSeconds, SettingsFaults faults)
        {
            if (wetSeconds < seconds && wetSeconds != 0)
            {
                faults.Add("schedule.wetIntervalSeconds is " + wetSeconds.ToString() + ": give 0, or " + seconds.ToString() + " or more.");
            }
        }
    }
}
