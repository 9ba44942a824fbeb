using System;
using System.IO;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>One append-only file. What <see cref="Append"/> returned true for has been closed, and only a close is durable on littlefs.</summary>
    public sealed class LittleFile : IAppendFile
    {
        private readonly string _path;

        public LittleFile(string path)
        {
            _path = path;
        }

        public int Length
        {
            get { return File.Exists(_path) ? (int)new FileInfo(_path).Length : 0; }
        }

        public bool Append(byte[] buffer, int offset, int count)
        {
            try
            {
                int before = Length;
                using (FileStream file = new FileStream(_path, FileMode.Append, FileAccess.Write))
                {
                    file.Write(buffer, offset, count);
                }

                // A full or failing flash does not always throw: the closed file says what it holds.
                return Length == before + count;
            }
            catch (Exception)
            {
                return false;
            }
        }

        /// <remarks>A flash that cannot be read throws: fewer bytes than there are would look like the torn end of a file, which is cut off.</remarks>
        public int Read(int position, byte[] buffer, int offset, int count)
        {
            if (position >= Length)
            {
                return 0;
            }

            using (FileStream file = new FileStream(_path, FileMode.Open, FileAccess.Read))
            {
                file.Position = position;
                int read = 0;
                while (read < count)
                {
                    int got = file.Read(buffer, offset + read, count - read);
                    if (got <= 0)
                    {
                        break;
                    }

                    read += got;
                }

                return read;
            }
        }
    }
}
