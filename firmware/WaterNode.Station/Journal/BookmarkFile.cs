using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Journal
{
    /// <summary>Keeps the bookmark: every change is a small frame appended to a file; the newest whole frame counts.</summary>
    /// <remarks>A full or torn file is left as it is until the first frame in its successor is on the flash; only then is it deleted. So there
    /// is a whole bookmark at every moment.</remarks>
    public sealed class BookmarkFile
    {
        private const char Letter = 'b';
        private const int FileBytesMax = 4 * 1024;

        private readonly IFlash _flash;
        private readonly ByteWriter _frame = new ByteWriter(FrameCodec.FrameBytesMax);
        private readonly ByteWriter _body = new ByteWriter(FrameCodec.BodyBytesMax);
        private readonly int[] _numbers = new int[NumberedFiles.Max];

        private int _fileNumber;
        private bool _isSealed = true;
        private long _serial;

        public BookmarkFile(IFlash flash)
        {
            _flash = flash;
        }

        /// <returns>False when there is none: the bookmark is as it was.</returns>
        public bool TryLoad(Bookmark bookmark)
        {
            var scanner = new FrameScanner();
            var frame = new Frame();
            bool found = false;
            int count = NumberedFiles.List(_flash, Letter, _numbers);
            for (int i = 0; i < count; i++)
            {
                IAppendFile file = _flash.Open(NumberedFiles.Name(Letter, _numbers[i]));
                scanner.Start(file, 0);
                while (scanner.TryNext(_serial, frame))
                {
                    var reader = new ByteReader(frame.Buffer, frame.BodyOffset, frame.BodyLength);
                    found |= bookmark.TryRead(reader);
                    _serial = frame.Sequence;
                }

                _fileNumber = _numbers[i];
                _isSealed = scanner.GoodEnd != file.Length;
            }

            return found;
        }

        /// <returns>False when the flash refused: the bookmark of before counts after a restart, so that some records are sent again.</returns>
        public bool TrySave(Bookmark bookmark)
        {
            _body.Clear(0);
            bookmark.Write(_body);
            _frame.Clear(0);
            FrameCodec.WriteHeader(_frame, FrameKind.Origin, _body.Length, bookmark.Generation, _serial + 1);
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
            int count = NumberedFiles.List(_flash, Letter, _numbers);
            for (int i = 0; i < count; i++)
            {
                if (_numbers[i] < number)
                {
                    // A file that stays is looked at again at the next turn.
                    _flash.Delete(NumberedFiles.Name(Letter, _numbers[i]));
                }
            }
        }

        private IAppendFile FileOf(int number)
        {
            return _flash.Open(NumberedFiles.Name(Letter, number));
        }
    }
}
