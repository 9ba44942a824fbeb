namespace WaterNode.Sync.Records;

/// <summary>A set of sequences as inclusive ranges in ascending order, none touching the next.</summary>
public sealed class RangeSet
{
    private readonly List<SequenceRange> _ranges = [];

    public RangeSet()
    {
    }

    public RangeSet(IEnumerable<SequenceRange> ranges)
    {
        foreach (var range in ranges) Add(range);
    }

    public IReadOnlyList<SequenceRange> Ranges => _ranges;

    /// <summary>Adds a range and joins it with all that overlap or touch it.</summary>
    public void Add(SequenceRange range)
    {
        if (range.First < 1 || range.Last < range.First) throw new ArgumentOutOfRangeException(nameof(range), range, "1 <= First <= Last");
        var from = FirstThatReaches(range.First - 1);
        var to = from;
        // First <= Last + 1, written so that Last may be long.MaxValue.
        while (to < _ranges.Count && _ranges[to].First - 1 <= range.Last) to++;
        if (to > from)
        {
            range = new SequenceRange(Math.Min(range.First, _ranges[from].First), Math.Max(range.Last, _ranges[to - 1].Last));
            _ranges.RemoveRange(from, to - from);
        }
        _ranges.Insert(from, range);
    }

    public void Add(long sequence) => Add(new SequenceRange(sequence, sequence));

    public bool Contains(long sequence)
    {
        var index = FirstThatReaches(sequence);
        return index < _ranges.Count && _ranges[index].First <= sequence;
    }

    /// <summary>What is missing from 1 to <paramref name="highest"/>, from the lowest.</summary>
    public IEnumerable<SequenceRange> Gaps(long highest)
    {
        var next = 1L;
        foreach (var range in _ranges)
        {
            if (range.First > highest) break;
            if (range.First > next) yield return new SequenceRange(next, range.First - 1);
            if (range.Last >= highest) yield break;
            next = range.Last + 1;
        }
        if (next <= highest) yield return new SequenceRange(next, highest);
    }

    /// <summary>Index of the first range whose last sequence is at least <paramref name="sequence"/>.</summary>
    private int FirstThatReaches(long sequence)
    {
        int low = 0, high = _ranges.Count;
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (_ranges[middle].Last < sequence) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
