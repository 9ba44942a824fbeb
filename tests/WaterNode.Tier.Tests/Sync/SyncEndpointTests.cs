using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using WaterNode.Sync.Batches;
using WaterNode.Sync.Records;

namespace WaterNode.Tier.Tests.Sync;

/// <summary>The contract of wire.md, section 3, as a child sees it.</summary>
[TestClass]
public sealed class SyncEndpointTests
{
    private TestPlatform _platform = null!;
    private HttpClient _http = null!;
    private string _token = "";

    [TestInitialize]
    public async Task Start()
    {
        _platform = await TestPlatform.Start();
        _token = _platform.AddChild("kandy");
        _http = new HttpClient { BaseAddress = _platform.Url };
    }

    [TestCleanup]
    public async Task Stop()
    {
        _http.Dispose();
        await _platform.DisposeAsync();
    }

    private async Task<(HttpResponseMessage Response, JsonElement Json)> Post(byte[] body, string? bearer, string contentType = BatchCodec.ContentType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sync/v1/batches") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        var response = await _http.SendAsync(request);
        return (response, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    private static byte[] Batch(params Record[] records) => BatchCodec.Encode(records);

    [TestMethod]
    public async Task A_batch_is_committed_and_sending_it_again_changes_nothing()
    {
        var (first, answer) = await Post(Batch(Some.Records(3)), _token);
        var (second, _) = await Post(Batch(Some.Records(3)), _token);

        Assert.AreEqual((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.AreEqual(0, answer.GetProperty("refused").GetArrayLength());
        var status = await _platform.Store.Status(default);
        Assert.AreEqual((3, 3), (status.Committed, status.Duplicates));
        Assert.AreEqual("kandy", (await _platform.Store.Stations(null, default)).Single().Child);
    }

    [TestMethod]
    public async Task A_record_with_a_taken_identity_is_refused_each_time_and_the_rest_committed()
    {
        await Post(Batch(Some.Record(1)), _token);
        var batch = Batch(Some.Record(1) with { SamplePoint = "raw" }, Some.Record(2));

        await Post(batch, _token);
        var (response, answer) = await Post(batch, _token);

        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode);
        var refused = answer.GetProperty("refused")[0];
        Assert.AreEqual("""{"station":"lk-anp-0007","gen":"9f3a12c4","seq":1,"reason":"identity-conflict"}""", refused.GetRawText());
        Assert.AreEqual(2, (await _platform.Store.Status(default)).Committed);
    }

    [TestMethod]
    public async Task Nobody_without_a_token_of_a_child_brings_or_reads_anything()
    {
        foreach (var bearer in new[] { null, "", "wrong", _token + "x" })
        {
            var (response, problem) = await Post(Batch(Some.Record(1)), bearer);
            Assert.AreEqual(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.AreEqual("Bearer", response.Headers.WwwAuthenticate.ToString());
            Assert.AreEqual("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Assert.AreEqual(401, problem.GetProperty("status").GetInt32());
        }
        Assert.AreEqual(HttpStatusCode.Unauthorized, (await _http.GetAsync("/sync/v1/held")).StatusCode);
        Assert.AreEqual(0, (await _platform.Store.Status(default)).Received);
    }

    [TestMethod]
    public async Task A_station_of_another_child_is_named_and_nothing_of_the_batch_is_stored()
    {
        var other = _platform.AddChild("galle");
        await Post(Batch(Some.Record(1, "lk-kdy-0001")), _token);

        var (response, problem) = await Post(Batch(Some.Record(1, "lk-gal-0001"), Some.Record(2, "lk-kdy-0001")), other);

        Assert.AreEqual(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.AreEqual("lk-kdy-0001", problem.GetProperty("station").GetString());
        Assert.AreEqual(1, (await _platform.Store.Status(default)).Received);
    }

    [TestMethod]
    public async Task What_is_no_batch_is_refused_by_its_kind()
    {
        var torn = Batch(Some.Record(1))[..^1];

        Assert.AreEqual(HttpStatusCode.UnsupportedMediaType, (await Post(Batch(Some.Record(1)), _token, "application/json")).Response.StatusCode);
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, (await Post(torn, _token)).Response.StatusCode);
        Assert.AreEqual(HttpStatusCode.RequestEntityTooLarge, (await Post(new byte[4 * 1024 * 1024 + 1], _token)).Response.StatusCode);
        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, (await Post(new byte[4 * 1024 * 1024], _token)).Response.StatusCode);
        Assert.AreEqual(0, (await _platform.Store.Status(default)).Received);
    }

    [TestMethod]
    public async Task A_store_that_fails_asks_for_patience()
    {
        await _platform.Store.Status(default);
        _platform.BreakStore();

        var (response, _) = await Post(Batch(Some.Record(1)), _token);

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.IsNotNull(response.Headers.RetryAfter);
    }

    [TestMethod]
    public async Task A_child_reads_what_is_held_of_its_own_stations()
    {
        await Post(Batch([.. Some.Records(3), Some.Record(7)]), _token);
        await Post(Batch(Some.Record(1, "lk-gal-0001")), _platform.AddChild("galle"));
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _token);

        Assert.AreEqual("""{"held":[{"station":"lk-anp-0007","gen":"9f3a12c4","ranges":[[1,3],[7,7]]}],"next":null}""", await _http.GetStringAsync("/sync/v1/held"));
        Assert.AreEqual(HttpStatusCode.BadRequest, (await _http.GetAsync("/sync/v1/held?page=x")).StatusCode);
    }

    [TestMethod]
    public async Task What_a_station_lost_below_is_not_called_held_above()
    {
        await Post(Batch(Some.Record(9) with { Oldest = 5, Lost = [new(7, 7)] }), _token);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _token);

        StringAssert.Contains(await _http.GetStringAsync("/sync/v1/held"), "[[9,9]]");
    }
}
