namespace WaterNode.Cli.Demo;

/// <summary>Where the demonstration keeps its databases: a temporary folder that it deletes, or one that the user named and that it never deletes.</summary>
public sealed class DemoFolder : IDisposable
{
    private readonly bool _isTemporary;

    private DemoFolder(string path, bool isTemporary)
    {
        Path = path;
        _isTemporary = isTemporary;
    }

    public string Path { get; }

    /// <returns>Null with a sentence in <paramref name="refusal"/> when the folder holds something already.</returns>
    public static DemoFolder? Open(string? named, out string refusal)
    {
        refusal = "";
        if (named is null) return new DemoFolder(Directory.CreateTempSubdirectory("waternode-demo-").FullName, isTemporary: true);
        try
        {
            var folder = Directory.CreateDirectory(named);
            if (!folder.EnumerateFileSystemInfos().Any()) return new DemoFolder(folder.FullName, isTemporary: false);
            refusal = $"the folder {folder.FullName} is not empty. A demonstration starts from nothing and deletes nothing: name another folder with --data, or empty this one.";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            refusal = $"the folder {named} cannot be used: {fault.Message}";
        }
        return null;
    }

    public void Dispose()
    {
        if (!_isTemporary) return;
        try { Directory.Delete(Path, recursive: true); }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException) { /* A file that is still open stays behind in the temporary folder of the system. */ }
    }
}
