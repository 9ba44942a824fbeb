using WaterNode.Station.Journal;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Settings
{
    /// <summary>The last good settings, and which station.json they came from.</summary>
    public sealed class KeptSettings : IStoredState
    {
        private const int Version = 1;

        public uint Generation
        {
            get { return 0; }
        }

        /// <summary>CRC-32 of the file that they came from. Changes from afar may have been made since.</summary>
        public uint FileCrc { get; private set; }

        /// <summary>CRC-32 of the last file of which the journal was told, be it taken or refused; 0 for a file that is missing.</summary>
        public uint ToldCrc { get; private set; }

        public StationSettings Settings { get; private set; } = new StationSettings();

        public void TakeFile(uint crc, StationSettings settings)
        {
            FileCrc = crc;
            ToldCrc = crc;
            Settings = settings;
        }

        public void RefuseFile(uint crc)
        {
            ToldCrc = crc;
        }

        public void Change(StationSettings settings)
        {
            Settings = settings;
        }

        public void Write(ByteWriter writer)
        {
            writer.Byte(Version);
            writer.UInt32(FileCrc);
            writer.UInt32(ToldCrc);
            Settings.Write(writer);
        }

        public bool TryRead(ByteReader reader)
        {
            if (reader.Byte() != Version)
            {
                return false;
            }

            uint fileCrc = (uint)reader.UInt32();
            uint toldCrc = (uint)reader.UInt32();
            var settings = new StationSettings();
            if (!settings.TryRead(reader))
            {
                return false;
            }

            FileCrc = fileCrc;
            ToldCrc = toldCrc;
            Settings = settings;
            return true;
        }
    }
}
