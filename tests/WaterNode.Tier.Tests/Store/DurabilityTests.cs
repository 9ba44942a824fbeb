using System.ComponentModel;
using System.Diagnostics;
using WaterNode.Tests.Support;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Tests.Store;

/// <summary>Promise 2: what a commit has returned is on disk.</summary>
[TestClass]
public sealed class DurabilityTests
{
    [TestMethod]
    public async Task A_copy_of_the_files_taken_right_after_a_commit_holds_its_records()
    {
        using var folder = new TemporaryFolder();
        using var crashed = new TemporaryFolder();
        using var store = await SqliteStore.Open(folder.Path, TierKind.Gateway, TimeProvider.System);
        await store.Commit(Some.Records(20));

        foreach (var name in new[] { "waternode.db", "waternode.db-wal" }) File.Copy(folder.File(name), crashed.File(name));

        using var reopened = await SqliteStore.Open(crashed.Path, TierKind.Gateway, TimeProvider.System);
        Assert.AreEqual(20, (await reopened.Status(default)).Committed);
        Assert.AreEqual(20, (await reopened.Acknowledgements(default)).Single().Sequence);
        Assert.HasCount(20, await reopened.Pending(100, default));
    }

    [TestMethod]
    public async Task A_log_that_is_cut_at_any_place_holds_whole_commits_only()
    {
        using var folder = new TemporaryFolder();
        using var store = await SqliteStore.Open(folder.Path, TierKind.Gateway, TimeProvider.System);
        for (var i = 0; i < 5; i++) await store.Commit(Some.Records(3, from: 1 + 3 * i));
        var (data, log) = (await ReadShared(folder.File("waternode.db")), await ReadShared(folder.File("waternode.db-wal")));
        const int cuts = 40;
        for (var cut = 0; cut <= cuts; cut++)
        {
            using var crashed = new TemporaryFolder();
            await File.WriteAllBytesAsync(crashed.File("waternode.db"), data);
            await File.WriteAllBytesAsync(crashed.File("waternode.db-wal"), log[..(log.Length * cut / cuts)]);

            using var reopened = await SqliteStore.Open(crashed.Path, TierKind.Gateway, TimeProvider.System);
            var status = await reopened.Status(default);

            Assert.AreEqual(0, status.Committed % 3, $"cut {cut}");
            Assert.HasCount((int)status.Committed, await reopened.Pending(100, default), $"cut {cut}");
            Assert.AreEqual(status.Committed, (await reopened.Acknowledgements(default)).SingleOrDefault()?.Sequence ?? 0, $"cut {cut}");
        }
    }

    /// <summary>A killed process proves nothing about a power cut, since the kernel still holds what was written; the order of the system calls does.</summary>
    [TestMethod]
    public async Task The_log_is_synced_after_its_last_write_and_before_a_commit_returns()
    {
        using var folder = new TemporaryFolder();
        using var store = await SqliteStore.Open(folder.Path, TierKind.Gateway, TimeProvider.System);
        await store.Commit(Some.Record(1));

        var calls = await SystemCalls(folder, async () =>
        {
            await store.Commit(Some.Record(2));
            await File.WriteAllTextAsync(folder.File("returned"), "x");
        });

        var returned = calls.FindIndex(call => call.Contains("/returned>"));
        var written = calls.FindLastIndex(call => call.Contains("write") && call.Contains("waternode.db-wal>"));
        var synced = calls.FindLastIndex(returned < 0 ? 0 : returned, call => call.Contains("sync(") && call.Contains("waternode.db-wal>"));
        Assert.IsTrue(written >= 0 && written < synced && synced < returned, string.Join('\n', calls));
    }

    [TestMethod]
    public async Task A_new_database_is_named_on_disk_before_its_first_commit_returns()
    {
        using var folder = new TemporaryFolder();
        // Loaded before, so that the trace holds little else.
        (await SqliteStore.Open(folder.File("first"), TierKind.Gateway, TimeProvider.System)).Dispose();

        var calls = await SystemCalls(folder, async () =>
        {
            using var store = await SqliteStore.Open(folder.File("new/data"), TierKind.Gateway, TimeProvider.System);
            await store.Commit(Some.Record(1));
            await File.WriteAllTextAsync(folder.File("returned"), "x");
        });

        var returned = calls.FindIndex(call => call.Contains("/returned>"));
        foreach (var named in new[] { folder.Path, folder.File("new"), folder.File("new/data") })
        {
            var synced = calls.FindIndex(call => call.Contains("sync(") && call.Contains($"<{named}>"));
            Assert.IsTrue(synced >= 0 && synced < returned, $"{named} was not synced:\n{string.Join('\n', calls)}");
        }
    }

    private static async Task<List<string>> SystemCalls(TemporaryFolder folder, Func<Task> act)
    {
        var output = folder.File("calls");
        using var strace = Start("strace", "-f", "-y", "-e", "trace=write,pwrite64,fsync,fdatasync", "-o", output, "-p", $"{Environment.ProcessId}");
        try
        {
            var attached = await strace.StandardError.ReadLineAsync() ?? "";
            if (!attached.Contains("attached")) Assert.Inconclusive($"strace may not watch this process: {attached}");
            await act();
            await Eventually.Holds(() => File.Exists(output) && File.ReadAllText(output).Contains("/returned>"), "the trace holds the mark");
        }
        finally
        {
            using var stop = Start("kill", "-TERM", $"{strace.Id}");
            await strace.WaitForExitAsync();
        }
        return [.. await File.ReadAllLinesAsync(output)];
    }

    private static Process Start(string program, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            Assert.Inconclusive($"{program} is not installed.");
            throw;
        }
    }

    private static async Task<byte[]> ReadShared(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        return bytes;
    }
}
