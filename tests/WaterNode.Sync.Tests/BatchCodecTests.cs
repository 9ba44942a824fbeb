using System.Security.Cryptography;
using WaterNode.Sync.Batches;
using WaterNode.Sync.Records;

namespace WaterNode.Sync.Tests;

[TestClass]
public sealed class BatchCodecTests
{
    [TestMethod]
    public void A_batch_is_lossless()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var records = new RandomRecords(seed).Many(40);

            Assert.IsTrue(BatchCodec.TryDecode(BatchCodec.Encode(records), out var back, out var error), error);

            Assert.AreEqual("", error);
            Assert.HasCount(records.Length, back);
            for (var i = 0; i < records.Length; i++) AreEqual(records[i], back[i]);
        }
    }

    [TestMethod]
    public void A_batch_that_is_cut_anywhere_is_refused_with_a_sentence()
    {
        var batch = BatchCodec.Encode(new RandomRecords(1).Many(10));
        for (var length = 0; length < batch.Length; length++) IsRefused(batch[..length]);
    }

    [TestMethod]
    public void A_batch_with_any_bit_altered_is_refused()
    {
        var batch = BatchCodec.Encode([new RandomRecords(2).One()]);
        for (var bit = 0; bit < batch.Length * 8; bit++)
        {
            var altered = (byte[])batch.Clone();
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            IsRefused(altered);
        }
    }

    [TestMethod]
    public void Garbage_behind_a_true_checksum_never_throws_and_takes_no_more_memory_than_its_length_allows()
    {
        var random = new Random(3);
        var plain = BatchCodec.Encode(new RandomRecords(4).Many(20));
        for (var i = 0; i < 20_000; i++)
        {
            var batch = i % 2 == 0 ? (byte[])plain.Clone() : RandomBody(random);
            for (var n = random.Next(4); n >= 0; n--) batch[random.Next(5, batch.Length - 8)] = (byte)random.Next(256);
            Seal(batch);
            var before = GC.GetAllocatedBytesForCurrentThread();

            if (BatchCodec.TryDecode(batch, out var records, out var error)) Assert.AreEqual("", error);
            else Assert.IsTrue(error.Length > 0 && records.Count == 0);

            Assert.IsLessThan(200L * batch.Length + 65_536, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [TestMethod]
    [DataRow(3, (byte)2, "version 2")]
    [DataRow(4, (byte)1, "packed by method 1")]
    [DataRow(0, (byte)'X', "not a WaterNode batch")]
    public void Another_format_is_named(int position, byte value, string expected)
    {
        var batch = BatchCodec.Encode([]);
        batch[position] = value;
        Seal(batch);

        Assert.IsFalse(BatchCodec.TryDecode(batch, out _, out var error));
        StringAssert.Contains(error, expected);
    }

    [TestMethod]
    public void A_count_that_the_bytes_cannot_hold_is_refused()
    {
        byte[] batch = [.. "WNB"u8, 1, 0, 0xff, 0x0f, .. new byte[8]];
        Seal(batch);

        Assert.IsFalse(BatchCodec.TryDecode(batch, out _, out var error));
        StringAssert.Contains(error, "2047 records are announced");
    }

    [TestMethod]
    public void A_day_of_a_village_is_small()
    {
        var day = Enumerable.Range(1, 96).Select(i => new Record(new RecordId("lk-anp-0007", 0x9f3a12c4, 1000 + i))
        {
            Time = 1_763_740_800 + 900 * i,
            PowerOn = 12,
            UpSeconds = 86_400 + 900 * i,
            LimitSet = "sls-614-2013/1",
            Readings = [.. new[] { "temp", "ph", "ec" }.Select(name => new Reading(name, "u") { Value = new Scaled(2700 + i, 2), Uncertainty = new Scaled(2, 1), Calibration = 17 })],
        }).ToArray();

        Assert.IsLessThan(96 * 70, BatchCodec.Encode(day).Length);
    }

    private static byte[] RandomBody(Random random)
    {
        var batch = new byte[random.Next(20, 400)];
        random.NextBytes(batch);
        byte[] header = [.. "WNB"u8, 1, 0];
        header.CopyTo(batch, 0);
        return batch;
    }

    private static void Seal(byte[] batch) => SHA256.HashData(batch.AsSpan(..^8)).AsSpan(0, 8).CopyTo(batch.AsSpan(^8..));

    private static void IsRefused(byte[] batch)
    {
        Assert.IsFalse(BatchCodec.TryDecode(batch, out var records, out var error));
        Assert.IsEmpty(records);
        StringAssert.EndsWith(error, ".");
    }

    private static void AreEqual(Record expected, Record actual)
    {
        CollectionAssert.AreEqual(expected.Readings.ToArray(), actual.Readings.ToArray());
        CollectionAssert.AreEqual(expected.Lost.ToArray(), actual.Lost.ToArray());
        Assert.AreEqual(expected with { Readings = [], Lost = [] }, actual with { Readings = [], Lost = [] });
    }
}
