using WaterNode.Station.Wire;

namespace WaterNode.Station.Journal
{
    /// <summary>What the station must remember besides its frames: how far the gateway holds them, and how often it was switched on.</summary>
    public sealed class Bookmark
    {
        private const int Version = 1;

        /// <summary>The generation that the rest belongs to.</summary>
        public uint Generation { get; set; }

        /// <summary>Everything up to this sequence is held by the gateway.</summary>
        public long Acknowledged { get; set; }

        /// <summary>Held by the gateway above <see cref="Acknowledged"/>.</summary>
        public readonly SequenceRanges Also = new SequenceRanges();

        /// <summary>The gateway database that said so; "" before the first acknowledgement.</summary>
        public string DatabaseId { get; set; } = "";

        /// <summary>Given up after five confirmations without acknowledgement: never sent again to this database.</summary>
        public readonly SequenceRanges SetAside = new SequenceRanges();

        /// <summary>Sequences that were overwritten or set aside before they were acknowledged.</summary>
        public long LostCount { get; set; }

        /// <summary>Number of the present power-on; 0 before the first.</summary>
        public long PowerOn { get; set; }

        /// <summary>Watches the oldest unacknowledged sequence.</summary>
        public readonly HeadWatch Head = new HeadWatch();

        /// <summary>Forgets everything about the frames of an earlier generation.</summary>
        public void BeginGeneration(uint generation)
        {
            Generation = generation;
            LostCount = 0;
            BeginDatabase("", 0);
        }

        /// <summary>Another database holds nothing that it has not acknowledged itself.</summary>
        public void BeginDatabase(string databaseId, long acknowledged)
        {
            DatabaseId = databaseId;
            Acknowledged = acknowledged;
            Also.Clear();
            SetAside.Clear();
            Head.Begin(0);
        }

        public void Write(ByteWriter writer)
        {
            writer.Byte(Version);
            writer.UInt32(Generation);
            writer.UInt32(Acknowledged);
            writer.Byte((byte)DatabaseId.Length);
            writer.Text(DatabaseId);
            WriteRanges(Also, writer);
            WriteRanges(SetAside, writer);
            writer.UInt32(LostCount);
            writer.UInt32(PowerOn);
            Head.Write(writer);
        }

        /// <returns>False when another version wrote it; the content means nothing then.</returns>
        public bool TryRead(ByteReader reader)
        {
            bool known = reader.Byte() == Version;
            Generation = (uint)reader.UInt32();
            Acknowledged = reader.UInt32();
            DatabaseId = reader.Text(reader.Byte());
            ReadRanges(reader, Also);
            ReadRanges(reader, SetAside);
            LostCount = reader.UInt32();
            PowerOn = reader.UInt32();
            Head.Read(reader);
            return known && !reader.Failed;
        }

        private static void WriteRanges(SequenceRanges ranges, ByteWriter writer)
        {
            writer.Byte((byte)ranges.Count);
            for (int i = 0; i < ranges.Count; i++)
            {
                writer.UInt32(ranges.First(i));
                writer.UInt32(ranges.Last(i));
            }
        }

        private static void ReadRanges(ByteReader reader, SequenceRanges ranges)
        {
            ranges.Clear();
            int count = reader.Byte();
            for (int i = 0; i < count && !reader.Failed; i++)
            {
                long first = reader.UInt32();
                ranges.TryAdd(first, reader.UInt32());
            }
        }
    }
}
