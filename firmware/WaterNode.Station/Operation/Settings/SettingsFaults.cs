namespace WaterNode.Station.Operation.Settings
{
    /// <summary>What is wrong with a configuration: a message for each fault, which says where, what, and what to do.</summary>
    public sealed class SettingsFaults
    {
        /// <summary>Of more only the number is told.</summary>
        public const int Max = 8;

        /// <summary>Letters of a message: four lines of the display.</summary>
        public const int LettersMax = 84;

        private const int QuotedLettersMax = 20;

        private readonly string[] _messages = new string[Max];
        private int _omitted;

        /// <summary>Number of messages.</summary>
        public int Count { get; private set; }

        public void Add(string message)
        {
            if (Count == Max)
            {
                _omitted++;
                return;
            }

            _messages[Count] = message.Length > LettersMax ? message.Substring(0, LettersMax) : message;
            Count++;
        }

        public string[] ToArray()
        {
            string[] all = new string[Count];
            System.Array.Copy(_messages, 0, all, 0, Count);
            return all;
        }

        /// <summary>The messages in one line, as many as fit whole.</summary>
        public string ToLine(int lettersMax)
        {
            string line = "";
            int taken = 0;
            while (taken < Count && line.Length + 1 + _messages[taken].Length <= lettersMax)
            {
                line += (taken > 0 ? " " : "") + _messages[taken];
                taken++;
            }

            int left = Count - taken + _omitted;
            return left == 0 ? line : line + " (" + left.ToString() + " more)";
        }

        /// <summary>A value or a name that somebody wrote, as it stands in a message.</summary>
        public static string Quoted(string text)
        {
            return "'" + (text.Length > QuotedLettersMax ? text.Substring(0, QuotedLettersMax) + "..." : text) + "'";
        }
    }
}
