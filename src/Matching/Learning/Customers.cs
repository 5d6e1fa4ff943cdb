namespace Granary.Matching.Learning;

/// <summary>Which records are one customer's as far as a model would link them unasked: chance is what records of two customers agree in.</summary>
internal sealed class Customers
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly int[] _lead;

    public Customers(IReadOnlyList<MatchRecord> records)
    {
        Records = records;
        _lead = [.. Enumerable.Range(0, records.Count)];
        for (var i = 0; i < records.Count; i++)
        {
            _indexes.Add(records[i].Id, i);
        }
    }

    public IReadOnlyList<MatchRecord> Records { get; }

    /// <summary>The index of the customer's first record.</summary>
    public int Of(int record)
    {
        while (_lead[record] != record)
        {
            record = _lead[record] = _lead[_lead[record]];
        }

        return record;
    }

    /// <summary>Records that are not among these are passed over.</summary>
    public void Join(MatchRecord a, MatchRecord b)
    {
        if (_indexes.TryGetValue(a.Id, out var x) && _indexes.TryGetValue(b.Id, out var y))
        {
            var (lower, higher) = (Math.Min(Of(x), Of(y)), Math.Max(Of(x), Of(y)));
            _lead[higher] = lower;
        }
    }

    /// <summary>How many customers have each value, by any of their records.</summary>
    /// <returns>The counts, and how many customers have a value at all.</returns>
    public (Dictionary<string, int> Counts, int Having) Count(RecordKind kind, Func<MatchRecord, IEnumerable<string>> values)
    {
        var seen = new HashSet<(int, string)>();
        var having = new HashSet<int>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Records.Count; i++)
        {
            foreach (var value in Records[i].Kind == kind ? values(Records[i]) : [])
            {
                having.Add(Of(i));
                if (seen.Add((Of(i), value)))
                {
                    counts[value] = counts.GetValueOrDefault(value) + 1;
                }
            }
        }

        return (counts, having.Count);
    }
}
