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

        private readonly IFlash _flash;
        private readonly char _letter;
        private readonly ByteWriter _frame = new ByteWriter(FrameCodec.FrameBytesMax);
        private readonly ByteWriter _body = new ByteWriter(FrameCodec.BodyBytesMax);
        private readonly int[] _numbers = new int[NumberedFiles.Max];

        private int _fileNumber;
        private bool _isSealed = true;
        private long _serial;

        /// <param name="letter">The first letter of its file names, which no other file on the flash has: a to z.</param>
        public StateFile(IFlash flash, char letter)
        {
            _flash = flash;
            _letter = letter;
        }

        /// <returns>False when there is none: the state is as it was.</returns>
        public bool TryLoad(IStoredState state)
        {
            var scanner = new FrameScanner();
            var frame = new Frame();
            bool found = false;
            int count = NumberedFiles.List(_flash, _letter, _numbers);
            for (int i = 0; i < count; i++)
            {
                IAppendFile file = _flash.Open(NumberedFiles.Name(_letter, _numbers[i]));
                scanner.Start(file, 0);
                while (scanner.TryNext(_serial, frame))
                {
                    var reader = new ByteReader(frame.Buffer, frame.BodyOffset, frame.BodyLength);
                    found |= state.TryRead(reader);
                    _serial = frame.Sequence;
                }

                _fileNumber = _numbers[i];
                _isSealed = scanner.GoodEnd != file.Length;
            }

            return found;
        }

        /// <returns>False when the flash refused: after a restart the state of before counts.</returns>
        public bool TrySave(IStoredState state)
        {
            _body.Clear(0);
            state.Write(_body);
            _frame.Clear(0);
            FrameCodec.WriteHeader(_frame, FrameKind.Origin, _body.Length, state.Generation, _serial + 1);
            for (int i = 0; i < _body.Length; i++)
            {
                _frame.Byte(_body.Buffer[i]);
            }

            FrameCodec.WriteCrc(_frame);
            bool isNewFile = _isSealed || FileOf(_fileNumber).Length + _frame.Length > FileBytesMax;
            int number = isNewFile ? _fileNumber + 1 : _fileNumber;

            // Whatever happens to it, the serial is used up: a frame that failed may be whole on the flash.
            _serial++;
            _fileNumber = number;
            _isSealed = !FileOf(number).Append(_frame.Buffer, 0, _frame.Length);
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
            int count = NumberedFiles.List(_flash, _letter, _numbers);
            for (int i = 0; i < count; i++)
            {
                if (_numbers[i] < number)
                {
                    // A file that stays is looked at again at the next turn.
                    _flash.Delete(NumberedFiles.Name(_letter, _numbers[i]));
                }
            }
        }

        private IAppendFile FileOf(int number)
        {
            return _flash.Open(NumberedFiles.Name(_letter, number));
        }
    }
}
