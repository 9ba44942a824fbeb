using WaterNode.Station.Journal;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Settings
{
    /// <summary>A change from afar that waits for the consent of somebody at the station.</summary>
    public sealed class PendingChange : IStoredState
    {
        private const int Version = 1;
        private const int IdLettersMax = 64;

        public uint Generation
        {
            get { return 0; }
        }

        /// <summary>Id of the command that proposed it, for people; "" when nothing waits.</summary>
        public string CommandId { get; private set; } = "";

        /// <summary>The members that are to change; empty when nothing waits.</summary>
        public StationSettings Change { get; private set; } = new StationSettings();

        public void Begin(string commandId, StationSettings change)
        {
            CommandId = commandId.Length > IdLettersMax ? commandId.Substring(0, IdLettersMax) : commandId;
            Change = change;
        }

        public void End()
        {
            CommandId = "";
            Change = new StationSettings();
        }

        /// <summary>Of how many members it changes the value.</summary>
        public int CountAgainst(StationSettings inForce)
        {
            int count = 0;
            for (int i = 0; i < SettingsMember.Count; i++)
            {
                count += Changes(i, inForce) ? 1 : 0;
            }

            return count;
        }

        /// <param name="index">From 0, below <see cref="CountAgainst"/>.</param>
        /// <returns>The member; its values for people are <see cref="StationSettings.Shown"/> of the settings in force, and of <see cref="Change"/>.</returns>
        public int MemberAt(int index, StationSettings inForce)
        {
            int left = index;
            for (int i = 0; i < SettingsMember.Count; i++)
            {
                if (Changes(i, inForce) && left-- == 0)
                {
                    return i;
                }
            }

            throw new System.ArgumentOutOfRangeException(nameof(index));
        }

        private bool Changes(int member, StationSettings inForce)
        {
            return Change.IsGiven(member) && !Change.IsSame(member, inForce);
        }

        public void Write(ByteWriter writer)
        {
            writer.Byte(Version);
            writer.Byte((byte)CommandId.Length);
            writer.Text(CommandId);
            Change.Write(writer);
        }

        public bool TryRead(ByteReader reader)
        {
            if (reader.Byte() != Version)
            {
                return false;
            }

            string commandId = reader.Text(reader.Byte());
            var change = new StationSettings();
            if (!change.TryRead(reader))
            {
                return false;
            }

            CommandId = commandId;
            Change = change;
            return true;
        }
    }
}
