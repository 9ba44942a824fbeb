using Microsoft.Data.Sqlite;

namespace WaterNode.Tier.Store;

/// <summary>The store cannot be opened or written. The message is for the operator: what happened, what it means, what to do. Nothing was deleted or overwritten.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    // SQLite's primary result codes: https://www.sqlite.org/rescode.html
    private const int Busy = 5, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    internal static StoreUnavailableException Of(SqliteException error, string file) => new(error.SqliteErrorCode switch
    {
        NotADatabase => $"{file} is not a database: it was damaged or another program wrote it. It was left as it is. Move it aside to begin with an empty store; the stations send again what they still hold.",
        Corrupt => $"The database {file} is damaged ({error.Message}). It was left as it is. Stop, copy the whole folder, then restore a backup or move it aside to begin with an empty store.",
        Full => $"The disk of {file} is full: nothing was stored and nothing is acknowledged, the stations keep their records. Free some space; it goes on by itself.",
        ReadOnly or CannotOpen => $"The database {file} cannot be opened for writing ({error.Message}). Check the permissions of the file and its folder, or choose another folder with --data.",
        Busy => $"The database {file} is busy with another program for too long. Nothing was stored; close what has it open.",
        InputOutput => $"The disk of {file} reports an error ({error.Message}). Nothing was stored. Check the disk before anything else, and make a copy.",
        _ => $"The database {file} failed: {error.Message}. Nothing was stored.",
    }, error);

    internal static StoreUnavailableException OfFolder(string folder, Exception error) => new(
        $"The data folder {folder} cannot be used ({error.Message}). Nothing can be stored there. Check the path and its permissions, or choose another folder with --data.", error);
}
