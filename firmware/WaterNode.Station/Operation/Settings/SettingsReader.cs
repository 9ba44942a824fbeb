using System.Text;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Settings
{
    /// <summary>Reads the members of station.json, or of a change in the same shape, and finds everything that is wrong with each by itself.</summary>
    public sealed class SettingsReader
    {
        /// <summary>The member that is somebody else's: see <see cref="ICalibrationTaker"/>.</summary>
        public const string Calibration = "calibration";

        private readonly StationSettings _into;
        private readonly SettingsFaults _faults;

        /// <param name="into">Gets the members that are there; one that is faulty counts as given and keeps its default.</param>
        public SettingsReader(StationSettings into, SettingsFaults faults)
        {
            _into = into;
            _faults = faults;
        }

        public void ReadFile(JsonFields file)
        {
            Read(file, "");
            if (!_into.IsGiven(SettingsMember.Id))
            {
                _faults.Add("id is missing: give the station's id, for example lk-anp-0007.");
            }

            if (!_into.IsGiven(SettingsMember.GatewayHost))
            {
                _faults.Add("gateway.host is missing: give the gateway's name or address.");
            }

            if (file.Has(Calibration) && !file.TryGetObject(Calibration, new JsonFields()))
            {
                _faults.Add("calibration must be an object: {...}.");
            }
        }

        /// <param name="set">The member <c>set</c> of the command <c>configure</c>.</param>
        public void ReadChange(JsonFields set)
        {
            Read(set, "");
            if (_into.IsGiven(SettingsMember.Id))
            {
                _faults.Add("id cannot be changed from afar: write station.json at the station.");
            }

            if (set.Has(Calibration))
            {
                _faults.Add("calibration is no setting: send the command calibrate.");
            }
        }

        /// <param name="section">Name of the object and a dot; "" for the whole.</param>
        private void Read(JsonFields fields, string section)
        {
            for (int i = 0; i < fields.Count; i++)
            {
                string name = fields.NameAt(i);
                if (IsBefore(fields, i, name))
                {
                    _faults.Add(SettingsFaults.Quoted(section + name) + " is there twice: take one out.");
                }
                else if (section.Length == 0 && SettingsMember.IsSection(name))
                {
                    ReadSection(fields, name);
                }
                else if (section.Length > 0 || name != Calibration)
                {
                    ReadMember(fields, name, SettingsMember.Find(section + name), section);
                }
            }
        }

        private static bool IsBefore(JsonFields fields, int end, string name)
        {
            for (int i = 0; i < end; i++)
            {
                if (fields.NameAt(i) == name)
                {
                    return true;
                }
            }

            return false;
        }

        private void ReadSection(JsonFields fields, string name)
        {
            var inner = new JsonFields();
            if (fields.TryGetObject(name, inner))
            {
                Read(inner, name + ".");
            }
            else
            {
                _faults.Add(name + " must be an object: {...}.");
            }
        }

        private void ReadMember(JsonFields fields, string name, int index, string section)
        {
            if (index < 0)
            {
                _faults.Add("There is no " + SettingsFaults.Quoted(section + name) + ": correct it, or take it out.");
                return;
            }

            SettingsMember member = SettingsMember.At(index);
            switch (member.Kind)
            {
                case MemberKind.Number:
                    ReadNumber(fields, name, index, member);
                    return;
                case MemberKind.Flag:
                    ReadFlag(fields, name, index, member);
                    return;
                default:
                    ReadText(fields, name, index, member);
                    return;
            }
        }

        private void ReadNumber(JsonFields fields, string name, int index, SettingsMember member)
        {
            bool isNumber = fields.TryGetNumber(name, out long number);
            bool isGood = isNumber && number >= member.Min && number <= member.Max;
            _into.Give(index, isGood ? (int)number : member.DefaultNumber);
            if (!isGood)
            {
                string wrong = isNumber ? " is " + number.ToString() : " is no whole number";
                _faults.Add(member.Path + wrong + ": give " + member.Wanted + ".");
            }
        }

        private void ReadFlag(JsonFields fields, string name, int index, SettingsMember member)
        {
            bool isGood = fields.TryGetFlag(name, out bool flag);
            _into.Give(index, flag ? 1 : 0);
            if (!isGood)
            {
                _faults.Add(member.Path + " must be true or false, without quotes.");
            }
        }

        /// <summary>Letters beyond ASCII take up to four bytes each, and bytes are what there is room for.</summary>
        private static string LengthOf(string text, int bytes)
        {
            return bytes != text.Length ? bytes.ToString() + " bytes" : bytes == 1 ? "1 letter" : bytes.ToString() + " letters";
        }

        private void ReadText(JsonFields fields, string name, int index, SettingsMember member)
        {
            bool isText = fields.TryGetText(name, out string text);
            int bytes = Encoding.UTF8.GetBytes(text).Length;
            bool isGood = isText && bytes >= member.Min && bytes <= member.Max;
            _into.Give(index, isGood ? text : member.DefaultText);
            if (!isGood)
            {
                string wrong = isText ? " is " + LengthOf(text, bytes) + " long" : " must be a short text in quotes";
                _faults.Add(member.Path + wrong + ": give " + member.Wanted + ".");
            }
        }
    }
}
