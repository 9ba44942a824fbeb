using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using WaterNode.Tier.Api;
using WaterNode.Tier.Pages;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Tests.Api;

[TestClass]
public sealed class TierWebHostTests
{
    [TestMethod]
    public async Task A_port_in_use_is_named_and_the_message_says_what_to_do()
    {
        await using var first = await ApiUnderTest.Start();
        var port = first.Http.BaseAddress!.Port;

        var error = await Assert.ThrowsExactlyAsync<ListenException>(() => Start(IPAddress.Loopback, port));

        StringAssert.StartsWith(error.Message, $"Cannot listen on http://127.0.0.1:{port}: ");
        StringAssert.Contains(error.Message, "another port");

        Task Start(IPAddress bind, int httpPort) => TierWebHost.Start(new(bind, httpPort, new PageAssets(typeof(ApiUnderTest).Assembly)),
            new(first.Store, first.Store.DatabaseId, TierKind.Gateway, TimeProvider.System), NullLoggerFactory.Instance, CancellationToken.None);
    }

    [TestMethod]
    public async Task A_further_listener_whose_port_is_in_use_is_named_by_its_own_scheme()
    {
        await using var first = await ApiUnderTest.Start();
        var taken = first.Http.BaseAddress!.Port;
        var options = new TierWebOptions(IPAddress.Loopback, 0, new PageAssets(typeof(ApiUnderTest).Assembly)) { Further = new("mqtt", taken, _ => { }) };

        var error = await Assert.ThrowsExactlyAsync<ListenException>(() => TierWebHost.Start(options,
            new(first.Store, first.Store.DatabaseId, TierKind.Gateway, TimeProvider.System), NullLoggerFactory.Instance, CancellationToken.None));

        StringAssert.StartsWith(error.Message, $"Cannot listen on mqtt://127.0.0.1:{taken}: another program listens there already");
    }

    [TestMethod]
    [DataRow("/healthz", HttpStatusCode.OK)]
    [DataRow("/api/v1/status", HttpStatusCode.OK)]
    [DataRow("/nothing", HttpStatusCode.NotFound)]
    public async Task A_head_request_is_answered_like_a_get_without_the_body(string path, HttpStatusCode expected)
    {
        await using var api = await ApiUnderTest.Start();

        using var response = await api.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.AreEqual(expected, response.StatusCode);
        Assert.AreEqual("", await response.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task An_address_of_another_computer_cannot_be_listened_on()
    {
        await using var first = await ApiUnderTest.Start();

        var error = await Assert.ThrowsExactlyAsync<ListenException>(() => TierWebHost.Start(
            new(IPAddress.Parse("192.0.2.1"), 0, new PageAssets(typeof(ApiUnderTest).Assembly)),
            new(first.Store, first.Store.DatabaseId, TierKind.Gateway, TimeProvider.System), NullLoggerFactory.Instance, CancellationToken.None));

        StringAssert.Contains(error.Message, "192.0.2.1");
    }
}
