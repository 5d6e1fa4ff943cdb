namespace Granary.Matching.Linkage;

/// <summary>Several phones or addresses of mail: one in common, one nearly so. They are listed as <see cref="Lists"/> spells them.</summary>
internal sealed class AnyOfComparator : Comparator
{
    private readonly int[][] _items;
    private readonly ValueStore _values = new();

    public AnyOfComparator(Column column)
        : base(column, "shared", "oneEdit")
    {
        _items = new int[column.Values.Count + 1][];
        _items[0] = [];
        for (var code = 1; code < _items.Length; code++)
        {
            var items = new List<int>(1);
            var text = column.Values[code];
            foreach (var range in text.Split(Lists.Separator))
            {
                items.Add(_values.Add(text[range]));
            }

            _items[code] = [.. items];
        }
    }

    public override int Cost => 4;

    protected override int Compare(int a, int b, int x, int y)
    {
        var (left, right) = (_items[x], _items[y]);
        foreach (var one in left)
        {
            if (right.AsSpan().Contains(one))
            {
                return 2;
            }
        }

        foreach (var one in left)
        {
            foreach (var other in right)
            {
                if (Similarity.Edits(_values[one], _values[other], 1) == 1)
                {
                    return 3;
                }
            }
        }

        return Different;
    }
}
