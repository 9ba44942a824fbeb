using WaterNode.Station.Journal;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Commanding
{
    /// <summary>What a self-test writes to the flash to see whether it can be read back.</summary>
    public sealed class SelfTestMark : IStoredState
    {
        private const char Letter = 'z';
        private const int Version = 1;

        private uint _mark;

        public uint Generation
        {
            get { return 0; }
        }

        /// <summary>Writes a mark that was not there before, and reads it back as after a restart.</summary>
        /// <returns>False when it did not come back.</returns>
        public bool TryWriteAndReadBack(StateShelf shelf)
        {
            StateFile file = shelf.Of(Letter);
            file.TryLoad(this);
            uint wanted = _mark + 1;
            _mark = wanted;
            bool isSaved = file.TrySave(this);
            _mark = 0;
            return isSaved && shelf.Of(Letter).TryLoad(this) && _mark == wanted;
        }

        public void Write(ByteWriter writer)
        {
            writer.Byte(Version);
            writer.UInt32(_mark);
        }

        public bool TryRead(ByteReader reader)
        {
            if (reader.Byte() != Version)
            {
                return false;
            }

            _mark = (uint)reader.UInt32();
            return !reader.Failed;
        }
    }
}
