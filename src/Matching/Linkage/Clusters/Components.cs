namespace Granary.Matching.Linkage;

/// <summary>Rows that hang together by pairs, however indirectly (union by the lowest row, paths halved).</summary>
internal sealed class Components(int rows)
{
    private readonly int[] _parent = [.. Enumerable.Range(0, rows)];

    public void Join(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        _parent[Math.Max(a, b)] = Math.Min(a, b);
    }

    /// <summary>Those of more than one row one after the other, rows ascending, and where each begins; in the end where the last one ends.</summary>
    public (int[] Rows, int[] Starts) OfSeveral()
    {
        // For each root first the number of its rows, then the place of the next one.
        var of = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            of[Root(row)]++;
        }

        var starts = new List<int> { 0 };
        for (var row = 0; row < rows; row++)
        {
            var size = of[row];
            of[row] = size > 1 ? starts[^1] : -1;
            if (size > 1)
            {
                starts.Add(starts[^1] + size);
            }
        }

        var members = new int[starts[^1]];
        for (var row = 0; row < rows; row++)
        {
            var root = Root(row);
            if (of[root] >= 0)
            {
                members[of[root]++] = row;
            }
        }

        return (members, [.. starts]);
    }

    private int Root(int row)
    {
        while (_parent[row] != row)
        {
            row = _parent[row] = _parent[_parent[row]];
        }

        return row;
    }
}
