using WaterNode.Sync.Records;

namespace WaterNode.Sync.Tests;

[TestClass]
public sealed class RangeSetTests
{
    [TestMethod]
    public void It_holds_what_a_plain_set_holds_in_as_few_ranges_as_possible()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var (ranges, plain) = (new RangeSet(), new SortedSet<long>());
            for (var i = 0; i < 60; i++)
            {
                var first = random.Next(1, 120);
                var range = new SequenceRange(first, first + random.Next(random.Next(1, 12)));
                ranges.Add(range);
                for (var sequence = range.First; sequence <= range.Last; sequence++) plain.Add(sequence);

                CollectionAssert.AreEqual(Ranges(plain), ranges.Ranges.ToArray(), $"seed {seed}, after {range}");
            }
            for (var sequence = 1; sequence < 140; sequence++) Assert.AreEqual(plain.Contains(sequence), ranges.Contains(sequence));
            var highest = random.Next(1, 140);
            CollectionAssert.AreEqual(Ranges(Enumerable.Range(1, highest).Select(i => (long)i).Where(i => !plain.Contains(i))), ranges.Gaps(highest).ToArray(), $"gaps to {highest}");
        }
    }

    [TestMethod]
    public void The_last_number_of_all_is_no_exception()
    {
        var ranges = new RangeSet([new(long.MaxValue, long.MaxValue), new(1, 5), new(4, long.MaxValue - 1)]);

        Assert.AreEqual(new SequenceRange(1, long.MaxValue), ranges.Ranges.Single());
        Assert.IsEmpty(ranges.Gaps(long.MaxValue).ToList());
    }

    [TestMethod]
    [DataRow(0L, 1L)]
    [DataRow(2L, 1L)]
    [DataRow(-1L, -1L)]
    public void What_is_no_range_is_a_mistake_of_the_caller(long first, long last) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new RangeSet().Add(new SequenceRange(first, last)));

    /// <summary>The same by the definition: neighbours belong together.</summary>
    private static SequenceRange[] Ranges(IEnumerable<long> ascending)
    {
        var ranges = new List<SequenceRange>();
        foreach (var sequence in ascending)
        {
            if (ranges.Count > 0 && ranges[^1].Last == sequence - 1) ranges[^1] = ranges[^1] with { Last = sequence };
            else ranges.Add(new SequenceRange(sequence, sequence));
        }
        return [.. ranges];
    }
}
