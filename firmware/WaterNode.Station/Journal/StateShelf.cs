using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Journal
{
    /// <summary>All small states of one flash, and the one set of buffers that they share: a kilobyte of a small heap for each would be too much.</summary>
    /// <remarks>One thread uses a flash at a time.</remarks>
    public sealed class StateShelf
    {
        /// <summary>Where the states are, beside the journal and station.json.</summary>
        public readonly IFlash Flash;

        internal readonly ByteWriter Frame = new ByteWriter(FrameCodec.FrameBytesMax);
        internal readonly ByteWriter Body = new ByteWriter(FrameCodec.BodyBytesMax);
        internal readonly int[] Numbers = new int[NumberedFiles.Max];

        public StateShelf(IFlash flash)
        {
            Flash = flash;
        }

        /// <param name="letter">The first letter of the state's file names, which no other file on the flash has: a to z.</param>
        public StateFile Of(char letter)
        {
            return new StateFile(this, letter);
        }
    }
}
