using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace WaterNode.Tier.Store;

/// <summary>The database file of a tier: making it, bringing its schema up to date, and connections that all have the settings which promise 2 rests on.</summary>
internal sealed class Database
{
    public const string FileName = "waternode.db";

    private const int ApplicationId = 0x574E4F44; // "WNOD"
    private const int BusyTimeoutMs = 10_000;
    private const int WalBytesMax = 64 * 1024 * 1024;
    private const string MigrationPrefix = "migration/";

    static Database() => SQLitePCL.Batteries_V2.Init();

    private readonly TierKind _kind;

    private Database(string folder, TierKind kind) => (File, _kind) = (Path.Combine(folder, FileName), kind);

    public string File { get; }

    public string Id { get; private set; } = "";

    /// <summary>Makes what is missing in the folder and checks what is there.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be used as it is.</exception>
    public static Database Prepare(string folder, TierKind kind, TimeProvider time)
    {
        var database = new Database(Path.GetFullPath(folder), kind);
        try
        {
            DurableFolder.Create(Path.GetFullPath(folder));
            using var connection = database.Connect(pooled: false, prepared: false);
            database.CheckOwner(connection);
            database.UseLog(connection);
            database.Migrate(connection, time);
            database.CheckKind(connection);
            database.Id = connection.QuerySingle<string>("SELECT id FROM database");
            return database;
        }
        catch (SqliteException error)
        {
            throw StoreUnavailableException.Of(error, database.File);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StoreUnavailableException.OfFolder(folder, error);
        }
    }

    /// <summary>The one connection that writes records.</summary>
    public SqliteConnection Writer() => Connect(pooled: false);

    /// <summary>A connection that only reads; it never waits for the writer and the writer never waits for it.</summary>
    public SqliteConnection Reader()
    {
        var connection = Connect(pooled: true);
        connection.Execute("PRAGMA query_only = ON");
        return connection;
    }

    /// <summary>To be asked after each use: an open file that somebody deletes goes on taking writes, which are gone when the process ends.</summary>
    /// <exception cref="StoreUnavailableException">The database or its log is not in the folder any more.</exception>
    public void RequireFiles()
    {
        if (Path.Exists(File) && Path.Exists(File + "-wal")) return;
        throw new StoreUnavailableException($"The database {File} or its log (-wal) was deleted or moved while it is in use. Nothing is acknowledged any more. Stop this program, put the files back, or start it with an empty folder; the stations send again what they still hold.");
    }

    /// <summary>Closes the pooled connections, so that SQLite can tidy its files up.</summary>
    public void Release()
    {
        using var connection = new SqliteConnection(ConnectionString(pooled: true, SqliteOpenMode.ReadWrite));
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection Connect(bool pooled, bool prepared = true)
    {
        var connection = new SqliteConnection(ConnectionString(pooled, prepared ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate));
        try
        {
            connection.Open();
            // FULL: a commit returns when the log is on disk. It is a setting of the connection, not of the file, so that every connection says it.
            connection.Execute($"PRAGMA synchronous = FULL; PRAGMA busy_timeout = {BusyTimeoutMs}; PRAGMA foreign_keys = ON");
            if (prepared) connection.Execute($"PRAGMA journal_size_limit = {WalBytesMax}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <param name="mode">Only preparing makes a file: one that is missing later was taken away.</param>
    private string ConnectionString(bool pooled, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = File,
        Mode = mode,
        Pooling = pooled,
        DefaultTimeout = BusyTimeoutMs / 1000,
    }.ConnectionString;

    private void CheckOwner(SqliteConnection connection)
    {
        var owner = connection.QuerySingle<long>("PRAGMA application_id");
        var isEmpty = connection.QuerySingle<long>("SELECT count(*) FROM sqlite_schema") == 0;
        if (owner != ApplicationId && !isEmpty)
        {
            throw new StoreUnavailableException($"{File} is the database of another program. It was left as it is. Choose another folder with --data.");
        }
    }

    /// <summary>A platform on a gateway's folder would take its stations for its own, and a gateway would send a platform's records as its stations'.</summary>
    private void CheckKind(SqliteConnection connection)
    {
        var (kind, wanted) = (connection.QuerySingle<string>("SELECT kind FROM database"), NameOf(_kind));
        if (kind == wanted) return;
        throw new StoreUnavailableException($"The database {File} is that of a {kind}, and this is a {wanted}. It was left as it is. Start it as a {kind} ('waternode {kind}'), or choose another folder with --data.");
    }

    private static string NameOf(TierKind kind) => kind == TierKind.Gateway ? "gateway" : "platform";

    private void UseLog(SqliteConnection connection)
    {
        // SQLite answers with the mode that it has; it refuses the log without an error where it cannot share memory, as on network drives.
        var mode = connection.QuerySingle<string>("PRAGMA journal_mode = WAL");
        if (mode != "wal")
        {
            throw new StoreUnavailableException($"The database {File} lies on a drive that cannot keep a write-ahead log (a network drive?). Nothing was stored. Choose a folder on a local disk with --data.");
        }
    }

    private void Migrate(SqliteConnection connection, TimeProvider time)
    {
        var migrations = Migrations();
        // Nothing is written to a database that is up to date: a damaged one stays as it was found.
        if (connection.QuerySingle<int>("PRAGMA user_version") == migrations.Count) return;
        // Immediate: two processes that start at once migrate one after the other.
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = connection.QuerySingle<int>("PRAGMA user_version", transaction: transaction);
        if (version > migrations.Count)
        {
            throw new StoreUnavailableException($"The database {File} has schema {version}, this program knows schemas up to {migrations.Count}: a newer WaterNode wrote it. It was left as it is. Install that version again, or choose another folder with --data.");
        }
        foreach (var migration in migrations.Skip(version)) connection.Execute(migration, transaction: transaction);
        connection.Execute($"PRAGMA user_version = {migrations.Count}; PRAGMA application_id = {ApplicationId}", transaction: transaction);
        if (version == 0)
        {
            var made = time.GetUtcNow().ToUnixTimeMilliseconds();
            connection.Execute("INSERT INTO database (only, id, kind, made) VALUES (1, @id, @kind, @made)", new { kind = NameOf(_kind), id = RandomNumberGenerator.GetHexString(8, lowercase: true), made }, transaction);
        }
        transaction.Commit();
    }

    /// <summary>The numbered scripts in order; the schema version is their count.</summary>
    private static List<string> Migrations()
    {
        var assembly = typeof(Database).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(MigrationPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return [.. names.Select(name =>
        {
            using var script = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return script.ReadToEnd();
        })];
    }
}
