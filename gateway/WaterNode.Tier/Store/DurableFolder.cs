using System.Runtime.InteropServices;

namespace WaterNode.Tier.Store;

/// <summary>Makes a folder whose name survives a power cut: a new entry is only on disk when the folder that holds it was synced (fsync(2)).</summary>
internal static class DurableFolder
{
    private const int OpenReadOnly = 0;

    public static void Create(string path)
    {
        var missing = new Stack<DirectoryInfo>();
        for (var folder = new DirectoryInfo(path); folder is { Exists: false }; folder = folder.Parent) missing.Push(folder);
        Directory.CreateDirectory(path);
        // SQLite syncs the folder of its files itself; what is above is ours.
        while (missing.TryPop(out var made)) Sync(made.Parent!.FullName);
    }

    private static void Sync(string folder)
    {
        // Windows has no such call; NTFS journals its directories.
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(folder, OpenReadOnly);
        if (handle < 0) throw new IOException($"The folder {folder} cannot be opened (error {Marshal.GetLastPInvokeError()}).");
        var result = SyncHandle(handle);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(handle);
        if (result != 0) throw new IOException($"The folder {folder} cannot be written to disk (error {error}).");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int SyncHandle(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
