namespace WaterNode.Station.Ports
{
    /// <summary>A file that only grows. What Append returned true for survives the loss of power.</summary>
    /// <remarks>On the ESP32 a flush is not durable, only a close is: Append opens, appends and closes.</remarks>
    public interface IAppendFile
    {
        /// <summary>Length in bytes; 0 for a file that does not exist yet.</summary>
        int Length { get; }

        /// <summary>Appends bytes and closes the file; creates it when it does not exist.</summary>
        /// <returns>False when the flash refused (full, failed): then any prefix of the bytes, or none, may have been written.</returns>
        bool Append(byte[] buffer, int offset, int count);

        /// <param name="position">First byte to read, from 0.</param>
        /// <returns>Bytes read: fewer than count at the end of the file, 0 past it.</returns>
        int Read(int position, byte[] buffer, int offset, int count);
    }

    /// <summary>The flash file system: a flat set of append-only files.</summary>
    public interface IFlash
    {
        /// <param name="name">File name, up to 12 characters of a-z 0-9 and one dot.</param>
        IAppendFile Open(string name);

        /// <summary>Names of all files, in no order.</summary>
        string[] List();

        /// <returns>False when the file was not there or could not be deleted.</returns>
        bool Delete(string name);

        /// <summary>Free space, bytes.</summary>
        long FreeBytes { get; }
    }
}
