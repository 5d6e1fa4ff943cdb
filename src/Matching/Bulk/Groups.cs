namespace Granary.Matching.Bulk;

/// <summary>Records by the number of their group, the lowest in it; records within a group ascend. Two arrays of numbers, whatever the groups are.</summary>
internal sealed class Groups
{
    private readonly int[] _starts;
    private readonly int[] _records;

    /// <param name="groupOf">For each record the lowest number of its group.</param>
    public Groups(ReadOnlySpan<int> groupOf)
    {
        _starts = new int[groupOf.Length + 1];
        _records = new int[groupOf.Length];
        foreach (var group in groupOf)
        {
            _starts[group + 1]++;
        }

        for (var i = 0; i < groupOf.Length; i++)
        {
            _starts[i + 1] += _starts[i];
        }

        var next = _starts.AsSpan(0, groupOf.Length).ToArray();
        for (var record = 0; record < groupOf.Length; record++)
        {
            _records[next[groupOf[record]]++] = record;
        }
    }

    /// <summary>None where no group has this number.</summary>
    public ReadOnlyMemory<int> this[int group] => _records.AsMemory(_starts[group], _starts[group + 1] - _starts[group]);
}

/// <summary>Which records hang together, however indirectly: union by the lowest number, paths halved.</summary>
internal sealed class Connected(int records)
{
    private readonly int[] _parent = [.. Enumerable.Range(0, records)];

    /// <returns>Whether they did not hang together before.</returns>
    public bool Join(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        _parent[Math.Max(a, b)] = Math.Min(a, b);
        return a != b;
    }

    /// <summary>For each record the lowest number of its component.</summary>
    public int[] Roots()
    {
        for (var record = 0; record < _parent.Length; record++)
        {
            _parent[record] = _parent[_parent[record]]; // a parent is lower, so its own is its root already
        }

        return [.. _parent];
    }

    private int Root(int record)
    {
        while (_parent[record] != record)
        {
            record = _parent[record] = _parent[_parent[record]];
        }

        return record;
    }
}
