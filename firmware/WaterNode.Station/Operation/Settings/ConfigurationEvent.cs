using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Settings
{
    /// <summary>Tells the journal what became of a configuration: <c>{"type":"configuration","what":"accepted","by":"button","command":"c-18",
    /// "changed":{"limitSet":{"old":"sls-614-2013/1","new":"who-2022/1"}}}</c>.</summary>
    /// <remarks>Of a password only that it changed.</remarks>
    public sealed class ConfigurationEvent
    {
        public const string Accepted = "accepted", Waiting = "waiting", Refused = "refused", RejectedFile = "rejected-file";
        public const string File = "file", Command = "command", Button = "button";

        /// <summary>Letters of what is wrong, so that the event fits.</summary>
        private const int FaultLettersMax = 300;

        private readonly StationEvents _events;
        private readonly string _what;
        private readonly string _by;
        private readonly string _commandId;
        private readonly string _replaces;

        /// <param name="commandId">The command that the change came with; "" for none.</param>
        /// <param name="replaces">The command whose change waited, and does not any more because of this; "" for none.</param>
        public ConfigurationEvent(StationEvents events, string what, string by, string commandId, string replaces)
        {
            _events = events;
            _what = what;
            _by = by;
            _commandId = commandId;
            _replaces = replaces;
        }

        /// <summary>Tells what is wrong.</summary>
        /// <returns>False when it is not in the journal.</returns>
        public bool TryTell(SettingsFaults faults)
        {
            return _events.TryStore(Begin().Text("faults", faults.ToLine(FaultLettersMax)));
        }

        /// <summary>Tells the members in which two settings differ; in more than one event when one has no room for all of them.</summary>
        /// <returns>False when they are not all in the journal.</returns>
        public bool TryTell(StationSettings from, StationSettings to)
        {
            return TryTell(from, to, 0, SettingsMember.Count);
        }

        private bool TryTell(StationSettings from, StationSettings to, int first, int end)
        {
            JsonWriter members = Begin().Begin("changed");
            int changes = 0;
            for (int i = first; i < end; i++)
            {
                if (!from.IsSame(i, to))
                {
                    WriteChange(i, from, to, members);
                    changes++;
                }
            }

            members.End();
            if (changes == 0 && end - first < SettingsMember.Count)
            {
                // A part in which nothing changed is none.
                return true;
            }

            if (members.Overflowed && end - first > 1)
            {
                int middle = (first + end) / 2;
                return TryTell(from, to, first, middle) && TryTell(from, to, middle, end);
            }

            return _events.TryStore(members);
        }

        private JsonWriter Begin()
        {
            JsonWriter members = _events.Begin("configuration").Text("what", _what).Text("by", _by);
            if (_commandId.Length > 0)
            {
                members.Text("command", _commandId);
            }

            return _replaces.Length > 0 ? members.Text("replaces", _replaces) : members;
        }

        private static void WriteChange(int index, StationSettings from, StationSettings to, JsonWriter members)
        {
            SettingsMember member = SettingsMember.At(index);
            members.Begin(member.Path);
            WriteValue(index, member.Kind, "old", from, members);
            WriteValue(index, member.Kind, "new", to, members);
            members.End();
        }

        private static void WriteValue(int index, MemberKind kind, string name, StationSettings settings, JsonWriter members)
        {
            switch (kind)
            {
                case MemberKind.Number:
                    members.Number(name, settings.NumberOf(index));
                    return;
                case MemberKind.Flag:
                    members.Flag(name, settings.NumberOf(index) == 1);
                    return;
                default:
                    members.Text(name, settings.Shown(index));
                    return;
            }
        }
    }
}
