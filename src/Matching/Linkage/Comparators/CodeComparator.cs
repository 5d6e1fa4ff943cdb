namespace Granary.Matching.Linkage;

/// <summary>A designation of letters and digits (a model, a licence, a serial number): one edit, or the pairs of neighbouring characters that two have in common (Jaccard).</summary>
internal sealed class CodeComparator : Comparator
{
    private const double MostFrom = 0.6, SomeFrom = 0.3;

    private readonly int[][] _pairs;

    public CodeComparator(Column column)
        : base(column, "oneEdit", "most", "some")
    {
        _pairs = new int[column.Values.Count + 1][];
        for (var code = 0; code < _pairs.Length; code++)
        {
            _pairs[code] = Similarity.Pairs(column.Values[code]);
        }
    }

    public override int Cost => 2;

    protected override int Compare(int a, int b, int x, int y)
    {
        if (Similarity.Edits(Column.Values[x], Column.Values[y], 1) == 1)
        {
            return 2;
        }

        var alike = Similarity.Jaccard(_pairs[x], _pairs[y]);
        return alike >= MostFrom ? 3 : alike >= SomeFrom ? 4 : Different;
    }
}
