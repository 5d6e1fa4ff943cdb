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

    /// <summary>Those of more than one row; rows ascending.</summary>
    public List<int[]> OfSeveral()
    {
        var members = new Dictionary<int, List<int>>();
        for (var row = 0; row < _parent.Length; row++)
        {
            var root = Root(row);
            if (root != row)
            {
                (members.TryGetValue(root, out var list) ? list : members[root] = [root]).Add(row);
            }
        }

        return [.. members.Values.Select(list => list.ToArray())];
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
