using System;
using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Commanding
{
    /// <summary>One command as it came from the gateway, and what is wrong with it.</summary>
    public sealed class Command
    {
        public const string Measure = "measure", Calibrate = "calibrate", Configure = "configure", Identify = "identify", SelfTest = "selftest", Reboot = "reboot", Maintain = "maintain";

        /// <summary>Length of an id, characters of printable ASCII.</summary>
        public const int IdLengthMax = 64;

        public const int IdentifySecondsMin = 5, IdentifySecondsMax = 600;

        private const int IdentifySecondsUsual = 60;
        private const int FaultsMax = 8;

        /// <summary>Of a name that nobody knows so much is repeated, characters.</summary>
        private const int QuotedLengthMax = 24;

        private const string IdMember = "id", ExpiryMember = "exp", DoMember = "do", ChannelsMember = "channels", SecondsMember = "seconds", SetMember = "set", RefilledMember = "refilled";

        private const int Count = 7;

        private const int CrcBits = 24;
        private const uint CrcMask = 0xFFFFFF;

        private int _faultCount;

        /// <summary>All members, for whoever reads further.</summary>
        public readonly JsonFields Fields = new JsonFields();

        /// <summary>What <c>configure</c> is to change.</summary>
        public readonly JsonFields Set = new JsonFields();

        /// <summary>1 to 64 characters.</summary>
        public string Id { get; private set; } = "";

        /// <summary>One of the constants above, when there are no faults.</summary>
        public string Do { get; private set; } = "";

        /// <summary>A bit <c>1 &lt;&lt; Channel.X</c> for each channel that <c>measure</c> is to measure.</summary>
        public int Channels { get; private set; }

        /// <summary>How long <c>identify</c> shows the station, s.</summary>
        public int Seconds { get; private set; }

        /// <summary>What cannot be carried out as it stands, fault after fault, for a person; "" when all is well.</summary>
        public string Faults { get; private set; } = "";

        /// <summary>What is asked for, in short: the place of its name, and 24 bits of a CRC of its members. Neither their order counts nor <c>exp</c>, which
        /// is another one whenever somebody asks again.</summary>
        public uint Fingerprint { get; private set; }

        /// <param name="fingerprint">Of a command without faults.</param>
        /// <returns>Which command it was.</returns>
        public static string NameOf(uint fingerprint)
        {
            // A switch, because an array of them would take the heap. The numbers are on flash: never renumber.
            switch (fingerprint >> CrcBits)
            {
                case 0: return Measure;
                case 1: return Calibrate;
                case 2: return Configure;
                case 3: return Identify;
                case 4: return SelfTest;
                case 5: return Reboot;
                case 6: return Maintain;
                default: return "another command";
            }
        }

        /// <summary>Reads a command and looks for its faults.</summary>
        /// <returns>False when it has no id that can be used; its faults say why.</returns>
        public bool TryParse(byte[] payload)
        {
            if (!TryReadId(payload))
            {
                return false;
            }

            Fields.TryGetText(DoMember, out string name);
            Do = name;
            Fingerprint = FingerprintOf(payload);
            CheckCommon();
            switch (name)
            {
                case Measure:
                    CheckMembers(ChannelsMember);
                    ReadChannels();
                    break;
                case Identify:
                    CheckMembers(SecondsMember);
                    ReadSeconds();
                    break;
                case Configure:
                    CheckMembers(SetMember);
                    Check(Fields.TryGetObject(SetMember, Set), "'set' is missing: give it the members of station.json that are to change.");
                    break;
                case Maintain:
                    CheckMembers(RefilledMember);
                    break;
                case SelfTest:
                case Reboot:
                    CheckMembers("");
                    break;
                case Calibrate:
                    break;
                default:
                    AddFault("There is no command '" + Quoted(name) + "': do is measure, calibrate, configure, identify, selftest, maintain or reboot.");
                    break;
            }

            return true;
        }

        /// <summary>Judges whether it is too late for this command, or whether the station cannot know.</summary>
        /// <returns>Why it must not be carried out, for a person; "" when it may.</returns>
        public string ExpiryProblem(IClock clock)
        {
            if (!Fields.TryGetNumber(ExpiryMember, out long expiryUtcSeconds))
            {
                return "";
            }

            if (!clock.IsSet)
            {
                return "The station's clock is not set yet, so it cannot know whether this has expired: send it again in a minute.";
            }

            if (clock.UtcSeconds < expiryUtcSeconds)
            {
                return "";
            }

            DateTime since = new DateTime(1970, 1, 1).AddSeconds(expiryUtcSeconds);
            return "Expired since " + since.ToString("yyyy-MM-dd HH:mm:ss") + " UTC, so nothing was done: send it again with a later exp.";
        }

        private bool TryReadId(byte[] payload)
        {
            if (!Fields.TryParse(payload))
            {
                int at = Fields.FaultPosition;
                AddFault(at < payload.Length
                    ? "This is no JSON object that a station reads: it goes wrong at byte " + (at + 1).ToString() + " of " + payload.Length.ToString() + ". Nothing was done: correct it and send it again."
                    : "This is no JSON object: it ends too early, after " + at.ToString() + " bytes. Nothing was done: send it whole.");
                return false;
            }

            bool isGood = Fields.TryGetText(IdMember, out string id) && id.Length > 0 && id.Length <= IdLengthMax;
            if (!isGood)
            {
                string wrong = Fields.Has(IdMember) ? "id must be a text in quotes, 1 to " + IdLengthMax.ToString() + " letters" : "id is missing";
                AddFault(wrong + ", so nothing was done: give every command an id of its own, for example \"id\":\"c-17\".");
                return false;
            }

            Id = id;
            return true;
        }

        private uint FingerprintOf(byte[] payload)
        {
            uint crc = 0;
            for (int i = 0; i < Fields.Count; i++)
            {
                if (Fields.NameAt(i) != ExpiryMember)
                {
                    // A sum, since one program writes the same members in another order than the next.
                    Fields.FindAt(i, out int start, out int length);
                    crc += Crc32.Of(payload, start, length);
                }
            }

            uint place = 0;
            while (place < Count && NameOf(place << CrcBits) != Do)
            {
                place++;
            }

            return (place << CrcBits) | (crc & CrcMask);
        }

        private void CheckCommon()
        {
            bool isPrintable = true;
            for (int i = 0; i < Id.Length; i++)
            {
                isPrintable &= Id[i] >= ' ' && Id[i] <= '~';
            }

            Check(isPrintable, "An id is of printable ASCII characters, otherwise the answer cannot carry it.");
            bool isTime = Fields.TryGetNumber(ExpiryMember, out long expiry) && expiry > 0 && expiry <= uint.MaxValue;
            Check(isTime || !Fields.Has(ExpiryMember), "'exp' is no time: give whole Unix seconds, no milliseconds.");
        }

        /// <summary>A misspelt member would silently be the default.</summary>
        /// <param name="own">The member that this command has beside id, exp and do; "" for none.</param>
        private void CheckMembers(string own)
        {
            for (int i = 0; i < Fields.Count; i++)
            {
                string name = Fields.NameAt(i);
                bool isKnown = name == IdMember || name == ExpiryMember || name == DoMember || (name == own && own.Length > 0);
                Check(isKnown, "'" + Quoted(name) + "' is no member of " + Do + (own.Length > 0 ? ": beside id, exp and do it has '" + own + "'." : ": it has id, exp and do."));
            }
        }

        private void ReadChannels()
        {
            if (!Fields.Has(ChannelsMember))
            {
                Channels = (1 << Channel.All.Length) - 1;
                return;
            }

            int count = Fields.CountOf(ChannelsMember);
            Check(count > 0, "'channels' is no list of channels: give for example [\"as\"], or leave it out for all.");
            for (int i = 0; i < count && _faultCount <= FaultsMax; i++)
            {
                Fields.TryGetTextAt(ChannelsMember, i, out string name);
                int channel = Channel.IndexOf(name);
                Check(channel >= 0, "There is no channel '" + Quoted(name) + "': choose " + ChannelList() + ".");
                Channels |= channel >= 0 ? 1 << channel : 0;
            }
        }

        private void ReadSeconds()
        {
            Seconds = IdentifySecondsUsual;
            if (Fields.Has(SecondsMember))
            {
                bool good = Fields.TryGetNumber(SecondsMember, out long seconds) && seconds >= IdentifySecondsMin && seconds <= IdentifySecondsMax;
                Check(good, "'seconds' must be a whole number, " + IdentifySecondsMin.ToString() + " to " + IdentifySecondsMax.ToString() + ".");
                Seconds = good ? (int)seconds : 0;
            }
        }

        private void Check(bool isGood, string fault)
        {
            if (!isGood)
            {
                AddFault(fault);
            }
        }

        private void AddFault(string fault)
        {
            _faultCount++;
            if (_faultCount <= FaultsMax)
            {
                Faults += (_faultCount > 1 ? " " : "") + fault;
            }
            else if (_faultCount == FaultsMax + 1)
            {
                Faults += " And more.";
            }
        }

        private static string ChannelList()
        {
            string list = Channel.All[0].Name;
            for (int i = 1; i < Channel.All.Length; i++)
            {
                list += ", " + Channel.All[i].Name;
            }

            return list;
        }

        private static string Quoted(string name)
        {
            return name.Length > QuotedLengthMax ? name.Substring(0, QuotedLengthMax) + "..." : name;
        }
    }
}
