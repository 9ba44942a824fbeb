using WaterNode.Station.Wire;

namespace WaterNode.Station.Journal
{
    /// <summary>Whose readings a generation holds. The frames do not say it: the id in the configuration names them when they are sent.</summary>
    public sealed class Owner : IStoredState
    {
        private const int Version = 1;

        public uint Generation { get; private set; }

        /// <summary>"" while nobody is known: the journal is new, or was begun by a program that did not keep the id.</summary>
        public string StationId { get; private set; } = "";

        public void Begin(uint generation, string stationId)
        {
            Generation = generation;
            StationId = stationId;
        }

        public void Write(ByteWriter writer)
        {
            writer.Byte(Version);
            writer.UInt32(Generation);
            writer.Byte((byte)StationId.Length);
            writer.Text(StationId);
        }

        /// <returns>False when another version wrote it: then nothing was taken from it.</returns>
        public bool TryRead(ByteReader reader)
        {
            if (reader.Byte() != Version)
            {
                return false;
            }

            Generation = (uint)reader.UInt32();
            StationId = reader.Text(reader.Byte());
            return !reader.Failed;
        }
    }
}
