using System.Net;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using WaterNode.Tests.Support;
using WaterNode.Tier.Api;
using WaterNode.Tier.Pages;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Tests.Api;

/// <summary>The API over a real Kestrel and a real store, with a calendar that the test sets.</summary>
internal sealed class ApiUnderTest : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly TierWebHost _host;

    private ApiUnderTest(TemporaryFolder folder, SqliteStore store, TierWebHost host, SetCalendar calendar)
    {
        (_folder, Store, _host, Calendar) = (folder, store, host, calendar);
        Http = new HttpClient { BaseAddress = host.Url };
    }

    public SqliteStore Store { get; }

    public SetCalendar Calendar { get; }

    public HttpClient Http { get; }

    public static async Task<ApiUnderTest> Start(IStationPresence? presence = null, IPAddress? bind = null)
    {
        var folder = new TemporaryFolder();
        var calendar = new SetCalendar();
        var store = await SqliteStore.Open(folder.Path, TierKind.Gateway, calendar);
        var options = new TierWebOptions(bind ?? IPAddress.Loopback, 0, new PageAssets(typeof(ApiUnderTest).Assembly));
        var host = await TierWebHost.Start(options, new(store, store.DatabaseId, TierKind.Gateway, calendar, presence), NullLoggerFactory.Instance, CancellationToken.None);
        return new(folder, store, host, calendar);
    }

    /// <summary>The body of a 200; the raw text of numbers is kept by <see cref="JsonElement.GetRawText"/>.</summary>
    public async Task<JsonElement> Get(string path)
    {
        var response = await Http.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode, body);
        return JsonElement.Parse(body);
    }

    /// <summary>The problem of an answer that must be one.</summary>
    public async Task<JsonElement> Problem(HttpStatusCode expected, string path)
    {
        using var response = await Http.GetAsync(path);
        return await ProblemOf(expected, response);
    }

    public static async Task<JsonElement> ProblemOf(HttpStatusCode expected, HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.AreEqual(expected, response.StatusCode, body);
        Assert.AreEqual("application/problem+json", response.Content.Headers.ContentType?.MediaType, body);
        var problem = JsonElement.Parse(body);
        Assert.AreEqual((int)expected, problem.GetProperty("status").GetInt32());
        Assert.AreNotEqual("", problem.GetProperty("title").GetString());
        return problem;
    }

    /// <summary>Cuts the database to nothing beneath the store, as a failing disk would.</summary>
    public void DestroyDatabase()
    {
        foreach (var file in Directory.GetFiles(_folder.Path, "*.db*")) File.WriteAllText(file, "no database any more");
    }

    /// <summary>Changes the database from beside the store.</summary>
    public void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("waternode.db")};Pooling=False");
        connection.Execute(sql);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
        Store.Dispose();
        _folder.Dispose();
    }
}

/// <summary>A calendar that stands where the test puts it.</summary>
internal sealed class SetCalendar : TimeProvider
{
    public long UnixSeconds { get; set; } = Some.Noon;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(UnixSeconds);
}
