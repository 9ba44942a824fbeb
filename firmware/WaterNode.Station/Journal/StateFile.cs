using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Journal
{
    /// <summary>Keeps one small state: every change is a frame appended to a file; the newest whole frame counts.</summary>
    /// <remarks>A full or torn file is left as it is until the first frame in its successor is on the flash; only then is it deleted. So there
    /// is a whole state at every moment.</remarks>
    public sealed class StateFile
    {
        private const int FileBytesMax = 4 * 1024;

        private readonly StateShelf _shelf;
        private readonly char _letter;

        private int _fileNumber;
        private bool _isSealed = true;
        private long _serial;

        internal StateFile(StateShelf shelf, char letter)
        {
            _shelf = shelf;
            _letter = letter;
        }

        /// <returns>False when there is none: the state is as it was.</returns>
        public bool TryLoad(IStoredState state)
        {
            var scanner = new FrameScanner();
            var frame = new Frame();
            bool found = false;
            int count = NumberedFiles.List(_shelf.Flash, _letter, _shelf.Numbers);
            for (int i = 0; i < count; i++)
            {
                IAppendFile file = _shelf.Flash.Open(NumberedFiles.Name(_letter, _shelf.Numbers[i]));
                scanner.Start(file, 0);
                while (scanner.TryNext(_serial, frame))
                {
                    var reader = new ByteReader(frame.Buffer, frame.BodyOffset, frame.BodyLength);
                    found |= state.TryRead(reader);
                    _serial = frame.Sequence;
                }

                _fileNumber = _shelf.Numbers[i];
                _isSealed = scanner.GoodEnd != file.Length;
            }

            return found;
        }

        /// <returns>False when the flash refused: after a restart the state of before counts.</returns>
        public bool TrySave(IStoredState state)
        {
            _shelf.Body.Clear(0);
            state.Write(_shelf.Body);
            _shelf.Frame.Clear(0);
            FrameCodec.WriteHeader(_shelf.Frame, FrameKind.Origin, _shelf.Body.Length, state.Generation, _serial + 1);
            for (int i = 0; i < _shelf.Body.Length; i++)
            {
                _shelf.Frame.Byte(_shelf.Body.Buffer[i]);
            }

            FrameCodec.WriteCrc(_shelf.Frame);
            bool isNewFile = _isSealed || FileOf(_fileNumber).Length + _shelf.Frame.Length > FileBytesMax;
            int number = isNewFile ? _fileNumber + 1 : _fileNumber;

            // Whatever happens to it, the serial is used up: a frame that failed may be whole on the flash.
            _serial++;
            _fileNumber = number;
            _isSealed = !FileOf(number).Append(_shelf.Frame.Buffer, 0, _shelf.Frame.Length);
            if (_isSealed)
            {
                return false;
            }

            if (isNewFile)
            {
                DeleteFilesBefore(number);
            }

            return true;
        }

        private void DeleteFilesBefore(int number)
        {
            int count = NumberedFiles.List(_shelf.Flash, _letter, _shelf.Numbers);
            for (int i = 0; i < count; i++)
            {
                if (_shelf.Numbers[i] < number)
                {
                    // A file that stays is looked at again at the next turn.
                    _shelf.Flash.Delete(NumberedFiles.Name(_letter, _shelf.Numbers[i]));
                }
            }
        }

        private IAppendFile FileOf(int number)
        {
            return _shelf.Flash.Open(NumberedFiles.Name(_letter, number));
        }
    }
}
