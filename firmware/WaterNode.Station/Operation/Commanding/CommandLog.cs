using WaterNode.Station.Journal;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Commanding
{
    /// <summary>The last commands and what became of them, on flash: what keeps a command from being carried out twice.</summary>
    /// <remarks>
    /// <para>Version (1), then an entry for each command, the one that changed last at the end: state (1), fingerprint (4), length of the id (1), id,
    /// length of the error (1), error. As many as fit a frame: some twenty of ten letters, five of sixty-four. The oldest make room, but never one
    /// whose result the gateway has not confirmed: asked for again, it would be carried out again.</para>
    /// <para>In memory it is the same bytes, no longer than they are: objects would take a kilobyte or two of the heap.</para>
    /// </remarks>
    public sealed class CommandLog : IStoredState
    {
        /// <summary>Longest error that is kept until it is told, characters.</summary>
        public const int ErrorLengthMax = 100;

        private const string CutOff = "...";

        private const char Letter = 'x';

        /// <summary>The first version kept no fingerprints, and is forgotten.</summary>
        private const int Version = 2;

        private const int EntriesBytesMax = FrameCodec.BodyBytesMax - 1;
        private const int FingerprintOffset = 1, FingerprintBytes = 4;
        private const int IdLengthOffset = FingerprintOffset + FingerprintBytes;
        private const int EntryOverheadBytes = IdLengthOffset + 2;
        private const int NotFound = -1;

        private readonly StateFile _file;
        private byte[] _entries = new byte[0];

        public CommandLog(StateShelf shelf)
        {
            _file = shelf.Of(Letter);
        }

        /// <summary>It outlives the journal's generations.</summary>
        public uint Generation
        {
            get { return 0; }
        }

        /// <summary>Reads what was kept, once after every start. What was under way then is decided: a restart that was asked for is done, anything else was interrupted.</summary>
        public void Load()
        {
            _file.TryLoad(this);
            for (int at = 0; at < _entries.Length; at = NextOf(at))
            {
                CommandState state = StateAt(at);
                if (state == CommandState.Restarting)
                {
                    _entries[at] = (byte)CommandState.Done;
                }
                else if (state == CommandState.Begun)
                {
                    _entries[at] = (byte)CommandState.Interrupted;
                }
            }
        }

        public CommandState StateOf(string id)
        {
            int at = Find(id);
            return at == NotFound ? CommandState.Unknown : StateAt(at);
        }

        /// <summary>What was asked for under an id that is known, see <see cref="Command.Fingerprint"/>.</summary>
        public uint FingerprintOf(string id)
        {
            int at = Find(id);
            return at == NotFound ? 0 : (uint)new ByteReader(_entries, at + FingerprintOffset, FingerprintBytes).UInt32();
        }

        /// <summary>Why a command failed; "" once that is told.</summary>
        public string ErrorOf(string id)
        {
            int at = Find(id);
            return at == NotFound ? "" : TextAt(ErrorLengthAt(at));
        }

        /// <summary>Finds the commands whose result the gateway has not confirmed, one after the other.</summary>
        /// <param name="at">0 at first; the place behind the one that was found afterwards.</param>
        public bool TryNextUntold(ref int at, out string id)
        {
            id = "";
            while (at < _entries.Length)
            {
                int entry = at;
                at = NextOf(entry);
                if (!IsTold(StateAt(entry)))
                {
                    id = TextAt(entry + IdLengthOffset);
                    return true;
                }
            }

            return false;
        }

        /// <summary>True when a new id finds room, and later its error: otherwise too many results wait to be confirmed.</summary>
        public bool HasRoomFor(string id)
        {
            return With(id, CommandState.Begun, 0, "", ErrorLengthMax) != null;
        }

        /// <summary>Puts a new id on flash.</summary>
        /// <param name="fingerprint">What is asked for under it.</param>
        /// <param name="state"><see cref="CommandState.Begun"/> or <see cref="CommandState.Restarting"/>.</param>
        /// <returns>False when it is not certain to be there after a power cut: the command must not be carried out then.</returns>
        public bool TryBegin(string id, uint fingerprint, CommandState state)
        {
            byte[] before = _entries;
            byte[] entries = With(id, state, fingerprint, "", ErrorLengthMax);
            if (entries == null)
            {
                return false;
            }

            _entries = entries;
            if (_file.TrySave(this))
            {
                return true;
            }

            _entries = before;
            return false;
        }

        /// <summary>Notes what became of a command. When the flash refuses, it counts as interrupted after a restart.</summary>
        public void Finish(string id, CommandState state, string error)
        {
            string kept = error.Length > ErrorLengthMax ? error.Substring(0, ErrorLengthMax - CutOff.Length) + CutOff : error;
            byte[] entries = With(id, state, FingerprintOf(id), kept, 0);
            if (entries != null)
            {
                _entries = entries;
                _file.TrySave(this);
            }
        }

        /// <summary>The gateway confirmed the result. When the flash refuses, it is told once more after a restart.</summary>
        public void Told(string id)
        {
            CommandState state = StateOf(id);
            if (state != CommandState.Unknown && !IsTold(state))
            {
                Finish(id, state == CommandState.Done ? CommandState.DoneTold : CommandState.FailedTold, "");
            }
        }

        public void Write(ByteWriter writer)
        {
            writer.Byte(Version);
            for (int i = 0; i < _entries.Length; i++)
            {
                writer.Byte(_entries[i]);
            }
        }

        public bool TryRead(ByteReader reader)
        {
            if (reader.Byte() != Version)
            {
                return false;
            }

            _entries = new byte[reader.Remaining];
            for (int i = 0; i < _entries.Length; i++)
            {
                _entries[i] = reader.Byte();
            }

            return true;
        }

        /// <summary>The entries with one added or changed, which is the last then.</summary>
        /// <param name="reserveBytes">Room that must be left.</param>
        /// <returns>Null when it does not fit.</returns>
        private byte[] With(string id, CommandState state, uint fingerprint, string error, int reserveBytes)
        {
            int changed = Find(id);
            int changedBytes = changed == NotFound ? 0 : NextOf(changed) - changed;
            int excess = _entries.Length - changedBytes + EntryOverheadBytes + id.Length + error.Length + reserveBytes - EntriesBytesMax;
            var writer = new ByteWriter(EntriesBytesMax);
            for (int at = 0; at < _entries.Length; at = NextOf(at))
            {
                bool makesRoom = excess > 0 && IsTold(StateAt(at));
                if (at == changed || makesRoom)
                {
                    excess -= at == changed ? 0 : NextOf(at) - at;
                    continue;
                }

                Copy(at, writer);
            }

            writer.Byte((byte)state);
            writer.UInt32(fingerprint);
            writer.Byte((byte)id.Length);
            writer.Text(id);
            writer.Byte((byte)error.Length);
            writer.Text(error);
            return excess > 0 ? null : writer.ToArray();
        }

        private void Copy(int at, ByteWriter writer)
        {
            for (int i = at; i < NextOf(at); i++)
            {
                writer.Byte(_entries[i]);
            }
        }

        private int Find(string id)
        {
            for (int at = 0; at < _entries.Length; at = NextOf(at))
            {
                if (_entries[at + IdLengthOffset] == id.Length && IsAt(at + IdLengthOffset + 1, id))
                {
                    return at;
                }
            }

            return NotFound;
        }

        private bool IsAt(int start, string id)
        {
            for (int i = 0; i < id.Length; i++)
            {
                if (_entries[start + i] != id[i])
                {
                    return false;
                }
            }

            return true;
        }

        private CommandState StateAt(int at)
        {
            return (CommandState)_entries[at];
        }

        /// <summary>The entry behind the one at this place. What is on flash passed its CRC, so that every length is one that was written.</summary>
        private int NextOf(int at)
        {
            int error = ErrorLengthAt(at);
            return error + 1 + _entries[error];
        }

        private int ErrorLengthAt(int at)
        {
            return at + IdLengthOffset + 1 + _entries[at + IdLengthOffset];
        }

        /// <param name="lengthAt">Place of the byte before the text.</param>
        private string TextAt(int lengthAt)
        {
            return new ByteReader(_entries, lengthAt + 1, _entries[lengthAt]).Text(_entries[lengthAt]);
        }

        private static bool IsTold(CommandState state)
        {
            return state == CommandState.DoneTold || state == CommandState.FailedTold;
        }
    }
}
