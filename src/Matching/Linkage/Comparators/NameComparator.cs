namespace Granary.Matching.Linkage;

/// <summary>A word of a name: one typing error, what people of that name are called, alike as a whole, an initial; or the values of two columns the wrong way round.</summary>
/// <param name="called">For each value the names that it may stand for (<see cref="ShortNames"/>); null where the column has no short forms.</param>
/// <param name="other">The column that people mistake this one for (given name, surname); null where there is none.</param>
/// <param name="leads">Of the two, the one whose comparison says that they are swapped; the other then says nothing, or it would count twice.</param>
internal sealed class NameComparator(Column column, int[][]? called, int[]? other, bool leads, LinkDefaults defaults)
    : Comparator(column, called is null ? ["swapped", "near", "alike", "initial"] : ["swapped", "near", "alike", "initial", "shortForm"])
{
    private readonly double _nearFrom = defaults.NameNear;
    private readonly double _alikeFrom = defaults.NameAlike;
    private readonly Sketch[] _sketches = Sketch.Of(column, Sketch.OfText);

    // What the names are in brief, since hardly any two have one in common.
    private readonly ulong[] _called = called is null ? new ulong[column.Values.Count + 1] : Array.ConvertAll(called, names => names.Aggregate(0UL, (all, name) => all | (1UL << (name % 64))));

    public override bool IsName => true;

    public override int Cost => 3;

    protected override int Compare(int a, int b, int x, int y)
    {
        if (other is not null)
        {
            bool there = other[b] == x, back = other[a] == y;
            if (there && back)
            {
                return leads ? 2 : Missing;
            }

            if (there || back)
            {
                return 2;
            }
        }

        ref readonly var one = ref _sketches[x];
        ref readonly var two = ref _sketches[y];
        if (one.Length == 1 || two.Length == 1)
        {
            return Sketch.CommonStart(one, two) > 0 ? 5 : Different;
        }

        if (Sketch.MostJaroWinkler(one, two) >= _alikeFrom)
        {
            var left = Column.Values[x];
            var right = Column.Values[y];
            if (Math.Max(left.Length, right.Length) > 3 && Similarity.Edits(left, right, 1) == 1)
            {
                return 3;
            }

            var alike = Similarity.JaroWinkler(left, right);
            if (alike >= _alikeFrom)
            {
                return alike >= _nearFrom ? 3 : 4;
            }
        }

        return (_called[x] & _called[y]) != 0 && called![x].AsSpan().ContainsAny(called[y]) ? 6 : Different;
    }
}
