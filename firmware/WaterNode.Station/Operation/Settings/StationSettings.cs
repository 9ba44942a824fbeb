using System.Text;
using WaterNode.Station.Display;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Settings
{
    /// <summary>What station.json says, or a change of it: the members that were given, and the defaults of those that were not.</summary>
    public sealed class StationSettings
    {
        private readonly int[] _numbers = new int[SettingsMember.Count];
        private readonly string[] _texts = new string[SettingsMember.Count];

        /// <summary>One bit for each member that was given.</summary>
        private int _given;

        public StationSettings()
        {
            for (int i = 0; i < SettingsMember.Count; i++)
            {
                SettingsMember member = SettingsMember.At(i);
                _numbers[i] = member.DefaultNumber;
                _texts[i] = member.DefaultText;
            }
        }

        public bool IsEmpty
        {
            get { return _given == 0; }
        }

        public bool IsGiven(int member)
        {
            return (_given & (1 << member)) != 0;
        }

        /// <param name="member">One that is a number, or a flag: then 1 or 0.</param>
        public int NumberOf(int member)
        {
            return _numbers[member];
        }

        /// <param name="member">One that is a text.</param>
        public string TextOf(int member)
        {
            return _texts[member];
        }

        public void Give(int member, int number)
        {
            _numbers[member] = number;
            _given |= 1 << member;
        }

        public void Give(int member, string text)
        {
            _texts[member] = text;
            _given |= 1 << member;
        }

        /// <summary>For people.</summary>
        /// <returns>Never a password, only whether there is one.</returns>
        public string Shown(int member)
        {
            switch (SettingsMember.At(member).Kind)
            {
                case MemberKind.Number: return _numbers[member].ToString();
                case MemberKind.Flag: return _numbers[member] == 1 ? "yes" : "no";
                case MemberKind.Text: return _texts[member];
                default: return _texts[member].Length == 0 ? "" : "***";
            }
        }

        public bool IsSame(int member, StationSettings other)
        {
            string mine = _texts[member];
            string theirs = other._texts[member];
            return _numbers[member] == other._numbers[member] && mine == theirs;
        }

        public bool IsSame(StationSettings other)
        {
            bool isSame = true;
            for (int i = 0; i < SettingsMember.Count; i++)
            {
                isSame &= IsSame(i, other);
            }

            return isSame;
        }

        /// <summary>True when a change gives a member that this one gives too.</summary>
        public bool Overlaps(StationSettings change)
        {
            return (_given & change._given) != 0;
        }

        /// <summary>These settings with the members that a change gives.</summary>
        public StationSettings With(StationSettings change)
        {
            var whole = new StationSettings();
            whole.Take(this);
            whole.Take(change);
            return whole;
        }

        private void Take(StationSettings other)
        {
            for (int i = 0; i < SettingsMember.Count; i++)
            {
                if (other.IsGiven(i))
                {
                    _numbers[i] = other._numbers[i];
                    _texts[i] = other._texts[i];
                }
            }

            _given |= other._given;
        }

        /// <summary>Sets what the station works with.</summary>
        public void ApplyTo(StationConfig config)
        {
            config.Id = _texts[SettingsMember.Id];
            config.IntervalSeconds = _numbers[SettingsMember.IntervalSeconds];
            config.WetIntervalSeconds = _numbers[SettingsMember.WetIntervalSeconds];
            config.StaysConnected = _numbers[SettingsMember.StaysAwake] == 1;
            config.LimitSetId = _texts[SettingsMember.LimitSet];
            config.SamplePoint = _texts[SettingsMember.SamplePoint];
            config.DisplayLanguage = SettingsRules.LanguageOf(_texts[SettingsMember.Language]);
            config.TimeZoneMinutes = _numbers[SettingsMember.TimeZoneMinutes];
            config.ArsenicStandardMicrogramsPerLitre = _numbers[SettingsMember.ArsenicStandard];
            config.TisabBottleMilliLitres = _numbers[SettingsMember.TisabBottle];
            config.ElectrolyteBottleMilliLitres = _numbers[SettingsMember.ElectrolyteBottle];
            config.StandardBottleMilliLitres = _numbers[SettingsMember.StandardBottle];
            config.RinseBottleMilliLitres = _numbers[SettingsMember.RinseBottle];
        }

        /// <summary>Writes the members that were given, up to 371 bytes.</summary>
        public void Write(ByteWriter writer)
        {
            writer.UInt32(_given);
            for (int i = 0; i < SettingsMember.Count; i++)
            {
                if (!IsGiven(i))
                {
                    continue;
                }

                if (SettingsMember.At(i).IsText)
                {
                    WriteText(_texts[i], writer);
                }
                else
                {
                    writer.UInt32(_numbers[i]);
                }
            }
        }

        /// <summary>Reads into settings that were just made.</summary>
        /// <returns>False when another version wrote it.</returns>
        public bool TryRead(ByteReader reader)
        {
            long given = reader.UInt32();
            if (given >> SettingsMember.Count != 0)
            {
                return false;
            }

            for (int i = 0; i < SettingsMember.Count; i++)
            {
                bool isThere = (given & (1L << i)) != 0;
                if (isThere && SettingsMember.At(i).IsText)
                {
                    Give(i, ReadText(reader));
                }
                else if (isThere)
                {
                    Give(i, reader.Int32());
                }
            }

            return !reader.Failed;
        }

        private static void WriteText(string text, ByteWriter writer)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            writer.Byte((byte)bytes.Length);
            for (int i = 0; i < bytes.Length; i++)
            {
                writer.Byte(bytes[i]);
            }
        }

        private static string ReadText(ByteReader reader)
        {
            byte[] bytes = new byte[reader.Byte()];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = reader.Byte();
            }

            return bytes.Length == 0 ? "" : Encoding.UTF8.GetString(bytes, 0, bytes.Length);
        }
    }
}
