using WaterNode.Station.Wire;

namespace WaterNode.Station.Journal
{
    /// <summary>What the station must remember besides its frames: how far the gateway holds them, and how often it was switched on.</summary>
    public sealed class Bookmark : IStoredState
    {
        private const int Version = 1;
        private const int RangesMax = 3 * SequenceRanges.Max;

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

        /// <summary>Sequences whose frames cannot be read any more. Not kept: reading finds them again after every start.</summary>
        private readonly SequenceRanges _gaps = new SequenceRanges();
        private readonly SequenceRanges _noGaps = new SequenceRanges();

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
            _gaps.Clear();
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

        /// <summary>Applies an acknowledgement of this generation by the rules of wire.md, section 1.</summary>
        /// <param name="oldest">The oldest sequence held.</param>
        /// <param name="last">The newest sequence used.</param>
        public AckOutcome Apply(Acknowledgement ack, long oldest, long last)
        {
            bool isNewDatabase = ack.DatabaseId != DatabaseId;
            bool isOlder = !isNewDatabase && ack.Sequence < Acknowledged;
            if (isOlder || ack.Sequence > last || ack.Also.Highest > last)
            {
                return AckOutcome.Ignored;
            }

            // Before the first database nothing was marked, so that nothing has to be taken back for it.
            bool restarts = isNewDatabase && DatabaseId.Length > 0;
            if (restarts)
            {
                BeginDatabase(ack.DatabaseId, oldest - 1);
            }

            DatabaseId = ack.DatabaseId;
            if (ack.Sequence > Acknowledged)
            {
                Acknowledged = ack.Sequence;
            }

            Also.CopyFrom(ack.Also);
            Also.DropThrough(Acknowledged);
            SetAside.DropThrough(Acknowledged);
            _gaps.DropThrough(Acknowledged);
            return restarts ? AckOutcome.Restarted : AckOutcome.Marked;
        }

        /// <summary>Everything up to this sequence is held by the gateway, or gone.</summary>
        /// <param name="oldest">The oldest sequence held.</param>
        public long HeldThrough(long oldest)
        {
            return Acknowledged > oldest - 1 ? Acknowledged : oldest - 1;
        }

        /// <summary>How many sequences still have to be sent.</summary>
        /// <param name="oldest">The oldest sequence held.</param>
        /// <param name="last">The newest sequence used.</param>
        public long CountPending(long oldest, long last)
        {
            return CountOutside(HeldThrough(oldest) + 1, last, _gaps);
        }

        /// <summary>True when a sequence above <see cref="Acknowledged"/> still has to be sent.</summary>
        public bool IsOpen(long sequence)
        {
            return !Also.Contains(sequence) && !SetAside.Contains(sequence) && !_gaps.Contains(sequence);
        }

        /// <summary>The first sequence from <paramref name="sequence"/> on that still has to be sent.</summary>
        public long FirstOpen(long sequence)
        {
            return FirstOutside(sequence, _gaps);
        }

        /// <summary>How many sequences of a range are neither held by the gateway nor counted as lost.</summary>
        public long CountNotGivenUp(long first, long last)
        {
            return CountOutside(first, last, _noGaps);
        }

        /// <summary>A range of sequences turned out to be unreadable.</summary>
        public void NoteGap(long first, long last)
        {
            if (last >= first && IsOpen(first))
            {
                _gaps.TryAdd(first, last);
            }
        }

        /// <summary>Sequences that will never come, as many ranges as fit; the others follow when these are acknowledged.</summary>
        public void CopyLostTo(SequenceRanges lost)
        {
            lost.CopyFrom(SetAside);
            for (int i = 0; i < _gaps.Count; i++)
            {
                lost.TryAdd(_gaps.First(i), _gaps.Last(i));
            }
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

        /// <returns>False when another version wrote it: then nothing was taken from it.</returns>
        public bool TryRead(ByteReader reader)
        {
            if (reader.Byte() != Version)
            {
                return false;
            }

            Generation = (uint)reader.UInt32();
            Acknowledged = reader.UInt32();
            DatabaseId = reader.Text(reader.Byte());
            ReadRanges(reader, Also);
            ReadRanges(reader, SetAside);
            LostCount = reader.UInt32();
            PowerOn = reader.UInt32();
            Head.Read(reader);
            return !reader.Failed;
        }

        private long FirstOutside(long sequence, SequenceRanges gaps)
        {
            // A turn may uncover a range of another list, and every turn that matters passes one of the ranges.
            for (int turn = 0; turn < RangesMax; turn++)
            {
                long next = gaps.FirstOutside(SetAside.FirstOutside(Also.FirstOutside(sequence)));
                if (next == sequence)
                {
                    break;
                }

                sequence = next;
            }

            return sequence;
        }

        /// <summary>Counts stretch by stretch: the gateway may come to hold what was given up, so that the lists overlap.</summary>
        private long CountOutside(long first, long last, SequenceRanges gaps)
        {
            long count = 0;
            for (int turn = 0; turn <= RangesMax; turn++)
            {
                first = FirstOutside(first, gaps);
                if (first > last)
                {
                    break;
                }

                long end = Also.NextFirst(first, SetAside.NextFirst(first, gaps.NextFirst(first, last + 1)));
                count += end - first;
                first = end;
            }

            return count;
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
