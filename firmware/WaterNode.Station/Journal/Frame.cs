namespace WaterNode.Station.Journal
{
    /// <summary>What a journal frame holds.</summary>
    public enum FrameKind
    {
        /// <summary>The first frame of a generation; it holds nothing else and is never sent.</summary>
        Origin = 0,

        /// <summary>The readings of one measuring cycle.</summary>
        Record = 1,

        /// <summary>An event.</summary>
        Event = 2,
    }

    /// <summary>One frame as it was read: header fields, and where its body lies in the reader's buffer.</summary>
    public sealed class Frame
    {
        public FrameKind Kind { get; set; }

        /// <summary>Generation of the journal that wrote it.</summary>
        public uint Generation { get; set; }

        /// <summary>From 1; 0 for the origin.</summary>
        public long Sequence { get; set; }

        /// <summary>Holds the body; valid until the next frame is read.</summary>
        public byte[] Buffer { get; set; }

        public int BodyOffset { get; set; }

        public int BodyLength { get; set; }
    }
}
