using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Settings
{
    /// <summary>station.json as a technician wrote it to the flash.</summary>
    public sealed class SettingsFile
    {
        public const string Name = "station.json";

        /// <summary>With calibrations a full file has about 1.5 KB.</summary>
        public const int BytesMax = 4096;

        private static readonly byte[] ByteOrderMark = { 0xEF, 0xBB, 0xBF };

        private readonly byte[] _text;
        private readonly int _length;

        private SettingsFile(byte[] text, int length, uint crc)
        {
            _text = text;
            _length = length;
            Crc = crc;
        }

        /// <summary>CRC-32 of its bytes, of a file that is too long of its beginning: tells one file from another. 0 when there is none.</summary>
        public uint Crc { get; }

        public static SettingsFile Read(IFlash flash)
        {
            IAppendFile file = flash.Open(Name);
            int length = file.Length;
            byte[] bytes = new byte[length > BytesMax ? BytesMax : length];
            int read = file.Read(0, bytes, 0, bytes.Length);
            uint crc = read == 0 ? 0 : Crc32.Of(bytes, 0, read);
            return new SettingsFile(WithoutMark(bytes, read), length, crc);
        }

        /// <param name="members">What it says; the calibrations are in there too.</param>
        /// <returns>False when something is wrong with it, which is then among the faults.</returns>
        public bool TryParse(StationSettings into, SettingsFaults faults, out JsonFields members)
        {
            members = new JsonFields();
            string problem = FindProblem();
            if (problem.Length == 0 && !members.TryParse(_text))
            {
                problem = "must be one object {...} with no more than " + JsonFields.MembersMax.ToString() + " members.";
            }

            if (problem.Length > 0)
            {
                faults.Add(Name + " " + problem);
                return false;
            }

            new SettingsReader(into, faults).ReadFile(members);
            SettingsRules.Check(into, faults);
            return faults.Count == 0;
        }

        private string FindProblem()
        {
            if (_text.Length == 0)
            {
                return "is missing or empty: write it with nanoff --filedeployment.";
            }

            if (_length > BytesMax)
            {
                return "has " + _length.ToString() + " bytes: shorten it to " + BytesMax.ToString() + ".";
            }

            int bad = Utf8.FindBad(_text);
            if (bad < _text.Length)
            {
                return "is not UTF-8 (" + PlaceOf(bad) + "): save it as UTF-8.";
            }

            var cursor = new JsonCursor();
            cursor.Start(_text);
            if (cursor.TrySkipValue() && cursor.IsAtEnd)
            {
                return "";
            }

            int broken = cursor.Position;
            if (broken >= _text.Length)
            {
                return "ends in the middle (" + PlaceOf(_text.Length) + "): write it again.";
            }

            return "is no JSON (" + PlaceOf(broken) + "): " + (IsMember(cursor) ? "a comma may be missing before it." : "mend a comma, quote or brace there.");
        }

        /// <summary>A member that begins where something else should stand comes after one without its comma.</summary>
        private static bool IsMember(JsonCursor cursor)
        {
            return cursor.TrySkipString() && cursor.TryTake(':');
        }

        /// <summary>Line and column, both from 1 as editors count them.</summary>
        private string PlaceOf(int position)
        {
            int line = 1;
            int column = 1;
            for (int i = 0; i < position; i++)
            {
                bool isEnd = _text[i] == '\n';
                line += isEnd ? 1 : 0;

                // The bytes that continue a character of UTF-8 are no columns of their own.
                column = isEnd ? 1 : column + ((_text[i] & 0xC0) != 0x80 ? 1 : 0);
            }

            return "line " + line.ToString() + ", column " + column.ToString();
        }

        /// <summary>Windows' editor puts a byte order mark in front.</summary>
        private static byte[] WithoutMark(byte[] bytes, int count)
        {
            bool hasMark = count >= ByteOrderMark.Length;
            for (int i = 0; i < ByteOrderMark.Length && hasMark; i++)
            {
                hasMark = bytes[i] == ByteOrderMark[i];
            }

            int start = hasMark ? ByteOrderMark.Length : 0;
            byte[] text = new byte[count - start];
            System.Array.Copy(bytes, start, text, 0, text.Length);
            return text;
        }
    }
}
