using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace WaterNode.Tier.Tests.Api;

[TestClass]
public sealed class AccessRuleTests
{
    [TestMethod]
    [DataRow("localhost", HttpStatusCode.OK)]
    [DataRow("LOCALHOST:8080", HttpStatusCode.OK)]
    [DataRow("127.0.0.1:1", HttpStatusCode.OK)]
    [DataRow("[::1]:8080", HttpStatusCode.OK)]
    [DataRow("water.example.org", HttpStatusCode.Forbidden)]
    [DataRow("127.0.0.1.evil.example", HttpStatusCode.Forbidden)]
    [DataRow("localhost.evil.example:8080", HttpStatusCode.Forbidden)]
    public async Task Only_loopback_names_are_answered(string host, HttpStatusCode expected)
    {
        await using var api = await ApiUnderTest.Start();

        foreach (var path in new[] { "/api/v1/status", "/healthz", "/assets/dashboard.css" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
            using var response = await api.Http.SendAsync(request);
            Assert.AreEqual(expected, response.StatusCode, path);
        }
    }

    [TestMethod]
    public async Task Somebody_elsewhere_needs_a_login()
    {
        var elsewhere = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        if (elsewhere is null) Assert.Inconclusive("This computer has no address besides loopback.");
        await using var api = await ApiUnderTest.Start(bind: IPAddress.Any);

        using var response = await api.Http.GetAsync(new UriBuilder(api.Http.BaseAddress!) { Host = elsewhere.ToString(), Path = "/api/v1/status" }.Uri);

        await ApiUnderTest.ProblemOf(HttpStatusCode.Unauthorized, response);
        Assert.IsNotEmpty(response.Headers.WwwAuthenticate);
    }

    [TestMethod]
    [DataRow("X-Forwarded-For", "203.0.113.9")]
    [DataRow("Forwarded", "for=203.0.113.9")]
    public async Task What_a_proxy_passes_on_does_not_count_as_this_computer(string header, string value)
    {
        await using var api = await ApiUnderTest.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/status") { Headers = { { header, value } } };

        await ApiUnderTest.ProblemOf(HttpStatusCode.Unauthorized, await api.Http.SendAsync(request));
    }

    [TestMethod]
    public async Task A_web_page_of_another_origin_may_not_act()
    {
        await using var api = await ApiUnderTest.Start();

        Assert.AreEqual(HttpStatusCode.Forbidden, await PostFrom("http://evil.example"));
        Assert.AreEqual(HttpStatusCode.Forbidden, await PostFrom("null"));
        Assert.AreEqual(HttpStatusCode.Forbidden, await PostFrom($"http://127.0.0.1:{api.Http.BaseAddress!.Port + 1}"));
        // No parent here: the answer comes from the endpoint itself.
        Assert.AreEqual(HttpStatusCode.Conflict, await PostFrom(api.Http.BaseAddress.ToString().TrimEnd('/')));

        async Task<HttpStatusCode> PostFrom(string origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/sync") { Headers = { { "Origin", origin } } };
            using var response = await api.Http.SendAsync(request);
            return response.StatusCode;
        }
    }

    [TestMethod]
    public async Task Every_answer_tells_the_browser_to_run_only_our_own_files()
    {
        await using var api = await ApiUnderTest.Start();

        foreach (var path in new[] { "/assets/dashboard.js", "/api/v1/status", "/api/v1/nothing", "/api/v1/readings?limit=0" })
        {
            using var response = await api.Http.GetAsync(path);
            var policy = response.Headers.GetValues("Content-Security-Policy").Single();
            StringAssert.Contains(policy, "default-src 'none'", path);
            StringAssert.Contains(policy, "script-src 'self'", path);
            Assert.IsFalse(policy.Contains("unsafe-inline", StringComparison.Ordinal), path);
            Assert.AreEqual("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single(), path);
        }
    }

    [TestMethod]
    public async Task A_page_file_that_the_browser_has_is_not_sent_again()
    {
        await using var api = await ApiUnderTest.Start();
        using var first = await api.Http.GetAsync("/assets/dashboard.js");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/dashboard.js") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        using var second = await api.Http.SendAsync(request);

        Assert.AreEqual("text/javascript; charset=utf-8", first.Content.Headers.ContentType?.ToString());
        Assert.AreEqual(HttpStatusCode.NotModified, second.StatusCode);
    }
}
