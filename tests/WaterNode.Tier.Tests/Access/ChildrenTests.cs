using WaterNode.Tests.Support;
using WaterNode.Tier.Access;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Tests.Access;

[TestClass]
public sealed class ChildrenTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public async Task A_child_is_found_by_its_token_also_while_the_tier_runs()
    {
        using var tier = await SqliteStore.Open(_folder.Path, TierKind.Platform, TimeProvider.System);
        var children = Children.Open(_folder.Path, TimeProvider.System);

        Assert.IsTrue(Children.Open(_folder.Path, TimeProvider.System).TryAdd("anuradhapura", out var token, out _));
        Assert.IsTrue(children.TryAdd("kandy", out var other, out _));

        Assert.AreEqual(43, token.Length, "256 bits in base64url");
        Assert.AreEqual("anuradhapura", await children.Find(token, default));
        Assert.AreEqual("kandy", await children.Find(other, default));
        Assert.IsNull(await children.Find(token[..^1], default));
        Assert.IsNull(await children.Find("", default));
        Assert.IsNull(await children.Find(new string('x', 100_000), default));
    }

    [TestMethod]
    public async Task The_token_itself_is_stored_nowhere()
    {
        var children = Children.Open(_folder.Path, TimeProvider.System);
        children.TryAdd("kandy", out var token, out _);

        foreach (var file in Directory.GetFiles(_folder.Path))
        {
            Assert.IsFalse((await File.ReadAllTextAsync(file)).Contains(token), file);
        }
    }

    [TestMethod]
    public void A_name_is_given_once()
    {
        var children = Children.Open(_folder.Path, TimeProvider.System);
        Assert.IsTrue(children.TryAdd("kandy", out _, out _));

        Assert.IsFalse(children.TryAdd("kandy", out var token, out var error));

        Assert.AreEqual("", token);
        StringAssert.Contains(error, "already");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("Kandy")]
    [DataRow("a b")]
    [DataRow("../x")]
    public void A_name_that_would_not_be_safe_everywhere_is_refused(string name)
    {
        Assert.IsFalse(Children.Open(_folder.Path, TimeProvider.System).TryAdd(name, out _, out var error));
        StringAssert.Contains(error, "a-z");
    }
}
