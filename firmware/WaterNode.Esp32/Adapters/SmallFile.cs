using System;
using System.IO;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>A file that holds one whole number.</summary>
    public sealed class SmallFile
    {
        private readonly string _path;

        public SmallFile(string path)
        {
            _path = path;
        }

        /// <returns>False when the file is missing, cannot be read, or holds something else.</returns>
        public bool TryReadNumber(out long number)
        {
            number = 0;
            try
            {
                return File.Exists(_path) && long.TryParse(File.ReadAllText(_path), out number);
            }
            catch (Exception)
            {
                return false;
            }
        }

        /// <summary>Replaces the content. littlefs keeps the old content until the file is closed.</summary>
        public bool TryWriteNumber(long number)
        {
            try
            {
                File.WriteAllText(_path, number.ToString());
                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }
    }
}
