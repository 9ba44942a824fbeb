// The ports say nothing by null, which the device's C# cannot mark.
#nullable disable
using System.Collections;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>A flash of byte arrays that can lose power after any byte, be full, or refuse.</summary>
    internal sealed class MemoryFlash : IFlash
    {
        public const int Never = -1;

        private readonly ArrayList _files = new ArrayList();

        public int CapacityBytes { get; set; } = 256 * 1024;

        /// <summary>Bytes that can still be written (a deletion counts one) before the power goes.</summary>
        public int BytesUntilPowerCut { get; set; } = Never;

        public bool RefusesAppends { get; set; }

        public long FreeBytes
        {
            get
            {
                long free = CapacityBytes;
                for (int i = 0; i < _files.Count; i++)
                {
                    free -= At(i).Length;
                }

                return free;
            }
        }

        public IAppendFile Open(string name)
        {
            MemoryFile file = Find(name);
            return file ?? new MemoryFile(this, name);
        }

        public string[] List()
        {
            string[] names = new string[_files.Count];
            for (int i = 0; i < names.Length; i++)
            {
                names[i] = At(i).Name;
            }

            return names;
        }

        public bool Delete(string name)
        {
            MemoryFile file = Find(name);
            if (file == null)
            {
                return false;
            }

            Spend();
            _files.Remove(file);
            return true;
        }

        /// <summary>Puts a file in the place of the one of this name, as nanoff does.</summary>
        public void Replace(string name, byte[] bytes)
        {
            Delete(name);
            Open(name).Append(bytes, 0, bytes.Length);
        }

        /// <summary>Takes one byte to be written from what is left until the power goes.</summary>
        internal void Spend()
        {
            if (BytesUntilPowerCut == 0)
            {
                throw new PowerWentException();
            }

            BytesUntilPowerCut -= BytesUntilPowerCut > 0 ? 1 : 0;
        }

        /// <summary>A file is there from its first byte on.</summary>
        internal void Add(MemoryFile file)
        {
            _files.Add(file);
        }

        private MemoryFile Find(string name)
        {
            for (int i = 0; i < _files.Count; i++)
            {
                if (At(i).Name == name)
                {
                    return At(i);
                }
            }

            return null;
        }

        private MemoryFile At(int index)
        {
            return (MemoryFile)_files[index];
        }
    }
}
