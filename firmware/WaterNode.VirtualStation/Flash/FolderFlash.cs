using WaterNode.Station.Ports;

namespace WaterNode.Simulation.Flash;

/// <summary>The station's flash as files in a folder, so that a virtual station goes on where it was after its process ended.</summary>
/// <param name="folder">Made when it does not exist.</param>
/// <param name="capacityBytes">Size of the flash; appends beyond it are refused.</param>
/// <remarks>A closed file outlives the process, killed or not. It is not synced: what the PC's own power cut does is not what is simulated here.</remarks>
public sealed class FolderFlash(string folder, long capacityBytes) : IFlash
{
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(folder);

    public long FreeBytes => Math.Max(0, capacityBytes - _folder.EnumerateFiles().Sum(file => file.Length));

    public IAppendFile Open(string name) => new FolderFile(this, Path.Combine(_folder.FullName, FlashNames.Checked(name)));

    public string[] List() => [.. _folder.EnumerateFiles().Select(file => file.Name)];

    public bool Delete(string name)
    {
        var path = Path.Combine(_folder.FullName, FlashNames.Checked(name));
        if (!File.Exists(path)) return false;
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private sealed class FolderFile(FolderFlash flash, string path) : IAppendFile
    {
        public int Length => File.Exists(path) ? (int)new FileInfo(path).Length : 0;

        public bool Append(byte[] buffer, int offset, int count)
        {
            if (count > flash.FreeBytes) return false;
            try
            {
                using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
                file.Write(buffer, offset, count);
                return true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }

        public int Read(int position, byte[] buffer, int offset, int count)
        {
            if (!File.Exists(path)) return 0;
            using var file = File.OpenHandle(path);
            return RandomAccess.Read(file, buffer.AsSpan(offset, count), position);
        }
    }
}
