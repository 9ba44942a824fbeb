using System;
using System.Collections;
using System.IO;
using WaterNode.Station.Operation.Settings;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>The station's files on drive I:, the littlefs partition of the ESP32's flash.</summary>
    /// <remarks>
    /// All files of the station lie in the root and begin with a prefix: the root also holds nanoFramework's own network configuration, which
    /// the journal must neither list nor delete, and folders are better avoided, since this target's listing of a folder looks for its files in
    /// the root. Only station.json has no prefix, because a technician writes it; it is read, and not listed.
    /// </remarks>
    public sealed class LittleFlash : IFlash
    {
        private const string Root = "I:\\";
        private const string Prefix = "wn-";

        /// <summary>littlefs gives out space in blocks of this size.</summary>
        private const int BlockBytes = 4096;

        /// <summary>Kept out of the free space: directory blocks of littlefs, one block for copy on write, the network configuration.</summary>
        private const int ReservedBytes = 16 * BlockBytes;

        private readonly int _partitionBytes;

        /// <param name="partitionBytes">Size of the partition; littlefs on this target does not tell it.</param>
        public LittleFlash(int partitionBytes)
        {
            _partitionBytes = partitionBytes;
        }

        public IAppendFile Open(string name)
        {
            return new LittleFile(PathOf(name));
        }

        /// <remarks>Throws when the file system cannot be read: an empty answer would make the journal begin anew.</remarks>
        public string[] List()
        {
            ArrayList names = new ArrayList();
            foreach (string path in Directory.GetFiles(Root))
            {
                string name = Path.GetFileName(path);
                if (name.StartsWith(Prefix))
                {
                    names.Add(name.Substring(Prefix.Length));
                }
            }

            return (string[])names.ToArray(typeof(string));
        }

        public bool Delete(string name)
        {
            try
            {
                string path = PathOf(name);
                if (!File.Exists(path))
                {
                    return false;
                }

                File.Delete(path);
                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }

        public long FreeBytes
        {
            get
            {
                long free = _partitionBytes - ReservedBytes;
                foreach (string path in Directory.GetFiles(Root))
                {
                    long length = new FileInfo(path).Length;
                    free -= (length + BlockBytes - 1) / BlockBytes * BlockBytes;
                }

                return free > 0 ? free : 0;
            }
        }

        private static string PathOf(string name)
        {
            return Root + (name == SettingsFile.Name ? "" : Prefix) + name;
        }
    }
}
