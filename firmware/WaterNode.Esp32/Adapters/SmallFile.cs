using System;
using System.IO;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>A file that holds one whole number or a few lines of text.</summary>
    public sealed class SmallFile
    {
        private readonly string _path;

        public SmallFile(string path)
        {
            _path = path;
        }

        /// <returns>False when the file is missing or cannot be read.</returns>
        public bool TryReadText(out string text)
        {
            text = "";
            try
            {
                if (!File.Exists(_path))
                {
                    return false;
                }

                text = File.ReadAllText(_path);
                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }

        public bool TryReadNumber(out long number)
        {
            number = 0;
            return TryReadText(out string text) && long.TryParse(text, out number);
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
