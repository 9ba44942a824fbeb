using WaterNode.Sync.Records;

namespace WaterNode.Sync.Tests;

[TestClass]
public sealed class RecordIdTests
{
    [TestMethod]
    [DataRow("9f3a12c4", 0x9f3a12c4u)]
    [DataRow("9F3A12C4", 0x9f3a12c4u)]
    [DataRow("00000000", 0u)]
    [DataRow("ffffffff", uint.MaxValue)]
    public void A_generation_is_eight_hex_digits(string text, uint expected)
    {
        Assert.IsTrue(RecordId.TryParseGeneration(text, out var generation));
        Assert.AreEqual(expected, generation);
        Assert.AreEqual(text.ToLowerInvariant(), RecordId.GenerationToText(generation));
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow("9f3a12c")]
    [DataRow("9f3a12c40")]
    [DataRow("0x9f3a12")]
    [DataRow(" 9f3a12c")]
    [DataRow("9f3a12cg")]
    [DataRow("-9f3a12c")]
    public void Anything_else_is_none(string? text) => Assert.IsFalse(RecordId.TryParseGeneration(text, out _));

    [TestMethod]
    public void An_identity_is_written_in_one_line() => Assert.AreEqual("lk-anp-0007/0000002a/7", new RecordId("lk-anp-0007", 42, 7).ToString());
}
