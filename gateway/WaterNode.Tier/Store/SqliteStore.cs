using Dapper;
using Microsoft.Data.Sqlite;
using WaterNode.Sync.Records;

namespace WaterNode.Tier.Store;

/// <summary>A tier's store in one folder: a SQLite database with a write-ahead log, synced at every commit. One writer at a time; readers never wait for it.</summary>
public sealed class SqliteStore : IRecordStore, IStoreQueries, IHeldQueries, IDisposable
{
    private const string LockName = "waternode.lock";

    private readonly Database _database;
    private readonly FileStream _folderLock;
    private readonly TimeProvider _time;
    private readonly SqliteConnection _writer;
    private readonly CommitStatements _commitSql;
    private readonly SettleStatements _settleSql;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly PendingRows _pending = new();
    private bool _isDisposed;

    /// <summary>Why the last transaction failed; null when it is on disk.</summary>
    private volatile string? _writeFault;

    private SqliteStore(Database database, FileStream folderLock, TimeProvider time)
    {
        _database = database;
        _folderLock = folderLock;
        _time = time;
        _writer = database.Writer();
        _commitSql = new CommitStatements(_writer);
        _settleSql = new SettleStatements(_writer);
    }

    public string DatabaseId => _database.Id;

    /// <summary>Opens the store of a folder, or makes it. The folder belongs to this process until <see cref="Dispose"/>.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be used; the message says why and what to do. Nothing was changed.</exception>
    public static Task<SqliteStore> Open(string folder, TierKind kind, TimeProvider time) => Task.Run(() =>
    {
        var folderLock = Lock(folder);
        try
        {
            return new SqliteStore(Database.Prepare(folder, kind, time), folderLock, time);
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    });

    public Task<CommitReceipt> Commit(IReadOnlyList<Arrival> arrivals, CancellationToken cancel) =>
        Write(() => new CommitWork(_commitSql, _time.GetUtcNow().ToUnixTimeMilliseconds()).Run(arrivals), cancel);

    public Task Settle(IReadOnlyList<RecordId> synced, IReadOnlyList<Refusal> refused, long bytesSent, CancellationToken cancel) => Write(() =>
    {
        _pending.Settle(_settleSql, synced, refused, bytesSent, _time.GetUtcNow().ToUnixTimeMilliseconds());
        return true;
    }, cancel);

    public Task<IReadOnlyList<Record>> Pending(int limit, CancellationToken cancel) => Read(reader => _pending.Take(reader, limit), cancel);

    public Task<IReadOnlyList<Acknowledgement>> Acknowledgements(CancellationToken cancel) => Read(HeldRows.Acknowledgements, cancel);

    public Task<StoreStatus> Status(CancellationToken cancel) =>
        Read(reader => StatusRows.Read(reader, _database.File, _time.GetUtcNow()) with { WriteFault = _writeFault }, cancel);

    public Task<ReadingPage> Readings(ReadingFilter filter, CancellationToken cancel) => Read(reader => ReadingRows.Page(reader, filter), cancel);

    public Task<IReadOnlyList<StationSummary>> Stations(string? only, CancellationToken cancel) => Read(reader => StationRows.Read(reader, only), cancel);

    public Task<IReadOnlyList<StoredEvent>> Events(EventFilter filter, CancellationToken cancel) => Read(reader => EventRows.Read(reader, filter), cancel);

    public Task<IReadOnlyList<QuarantineEntry>> Quarantine(int limit, long? before, CancellationToken cancel) =>
        Read(reader => QuarantineRows.Read(reader, limit, before), cancel);

    public Task<HeldPage> Held(string child, string? after, CancellationToken cancel) => Read(reader => HeldRows.OfChild(reader, child, after), cancel);

    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        _writing.Wait();
        _commitSql.Dispose();
        _settleSql.Dispose();
        _writer.Dispose();
        _database.Release();
        _folderLock.Dispose();
        _writing.Dispose();
    }

    private static FileStream Lock(string folder)
    {
        try
        {
            DurableFolder.Create(Path.GetFullPath(folder));
            return new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (File.Exists(Path.Combine(folder, LockName)))
        {
            throw new StoreUnavailableException($"The data folder {folder} is in use by another WaterNode process. Two on one folder would acknowledge what the other holds. Stop the other one, or choose another folder with --data.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw StoreUnavailableException.OfFolder(folder, error);
        }
    }

    private async Task<T> Write<T>(Func<T> work, CancellationToken cancel)
    {
        await _writing.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => InTransaction(work), CancellationToken.None);
        }
        catch (StoreUnavailableException error)
        {
            _writeFault = error.Message;
            throw;
        }
        finally
        {
            _writing.Release();
        }
    }

    private T InTransaction<T>(Func<T> work)
    {
        try
        {
            _settleSql.Begin.Run();
            try
            {
                var result = work();
                // Returns when the write-ahead log is on disk (synchronous=FULL): what is acknowledged after this line survives a power cut.
                _settleSql.Commit.Run();
                _database.RequireFiles();
                _writeFault = null;
                return result;
            }
            catch
            {
                RollBack();
                throw;
            }
        }
        catch (SqliteException error)
        {
            throw StoreUnavailableException.Of(error, _database.File);
        }
    }

    private void RollBack()
    {
        try
        {
            _settleSql.RollBack.Run();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full; the first error is the one to report.
        }
    }

    private Task<T> Read<T>(Func<SqliteConnection, T> query, CancellationToken cancel) => Task.Run(() =>
    {
        try
        {
            using var reader = _database.Reader();
            // One snapshot for all statements of a query.
            using var snapshot = reader.BeginTransaction(deferred: true);
            var answer = query(reader);
            _database.RequireFiles();
            return answer;
        }
        catch (SqliteException error)
        {
            throw StoreUnavailableException.Of(error, _database.File);
        }
    }, cancel);
}
