using WaterNode.Sync.Records;
using WaterNode.Tests.Support;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Tests.Store;

[TestClass]
public sealed class HeldPropertyTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public async Task Held_ranges_on_disk_equal_a_plain_set_in_whatever_order_records_and_losses_come(int seed)
    {
        using var folder = new TemporaryFolder();
        using var store = await SqliteStore.Open(folder.Path, TierKind.Gateway, TimeProvider.System);
        var random = new Random(seed);
        var expected = new SortedSet<long>();
        for (var round = 0; round < 60; round++)
        {
            var records = Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomRecord(random)).ToArray();
            foreach (var record in records) Hold(expected, record);

            var receipt = await store.Commit(records);

            var gap = Enumerable.Range(1, 1000).First(sequence => !expected.Contains(sequence));
            Assert.AreEqual(gap - 1, receipt.Acknowledgements.Single().Sequence, $"round {round}");
            var also = new RangeSet(expected.Where(sequence => sequence > gap).Select(sequence => new SequenceRange(sequence, sequence)));
            CollectionAssert.AreEqual(also.Ranges.Take(8).ToArray(), receipt.Acknowledgements.Single().Also.ToArray(), $"round {round}");
        }
    }

    private static Record RandomRecord(Random random)
    {
        var sequence = random.Next(1, 400);
        var lost = random.Next(1, 400);
        return Some.Record(sequence) with
        {
            Oldest = random.Next(8) == 0 ? random.Next(1, 20) : 1,
            Lost = random.Next(3) == 0 ? [new SequenceRange(lost, lost + random.Next(5))] : [],
        };
    }

    private static void Hold(SortedSet<long> held, Record record)
    {
        held.Add(record.Id.Sequence);
        for (var sequence = 1L; sequence < Math.Min(record.Oldest, record.Id.Sequence); sequence++) held.Add(sequence);
        foreach (var range in record.Lost)
        {
            for (var sequence = range.First; sequence <= range.Last; sequence++) held.Add(sequence);
        }
    }
}
