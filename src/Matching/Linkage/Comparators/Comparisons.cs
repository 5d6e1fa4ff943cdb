namespace Granary.Matching.Linkage;

/// <summary>The comparisons that a table's columns call for.</summary>
internal static class Comparisons
{
    /// <summary>Two columns of names are mistaken for each other where this share of rows says in one what some row says in the other.</summary>
    private const double Mistaken = 0.05;

    public static List<Comparator> Of(IReadOnlyList<(Column Column, ColumnKind Kind)> columns)
    {
        var names = columns.Where(c => c.Kind == ColumnKind.Name).Select(c => c.Column).ToList();
        var partners = Partners(names);
        // What tells records apart best comes first: pairs that cannot be any more are given up early, and what is over the bound is left out.
        return [.. columns.Where(c => c.Kind != ColumnKind.Ignored).OrderBy(c => c.Column.Coincidence).Take(LevelCounts.MostComparisons).AsParallel().AsOrdered().Select(c => Of(c.Column, c.Kind, names, partners))];
    }

    private static Comparator Of(Column column, ColumnKind kind, List<Column> names, Dictionary<Column, Column> partners) => kind switch
    {
        ColumnKind.Name => Name(column, partners.GetValueOrDefault(column), names),
        ColumnKind.Date => new DateComparator(column),
        ColumnKind.Number or ColumnKind.Phone => new NumberComparator(column),
        ColumnKind.Email => new EmailComparator(column),
        ColumnKind.Text => new TextComparator(column),
        ColumnKind.Category => new CategoryComparator(column),
        ColumnKind.ResidentId => new ResidentIdComparator(column),
        ColumnKind.ChineseName => new ChineseNameComparator(column),
        ColumnKind.ChineseAddress => new ChineseAddressComparator(column),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static NameComparator Name(Column column, Column? partner, List<Column> names) => new(
        column,
        partner is null ? null : [.. partner.Codes.Select(code => column.Values.Find(partner.Values[code]))],
        partner is null || names.IndexOf(column) < names.IndexOf(partner));

    private static Dictionary<Column, Column> Partners(List<Column> names)
    {
        var partners = new Dictionary<Column, Column>();
        var couples = from i in Enumerable.Range(0, names.Count)
                      from j in Enumerable.Range(i + 1, names.Count - i - 1)
                      let shared = Math.Min(Shared(names[i], names[j]), Shared(names[j], names[i]))
                      where shared > Mistaken
                      orderby shared descending
                      select (names[i], names[j]);
        foreach (var (one, other) in couples)
        {
            if (!partners.ContainsKey(one) && !partners.ContainsKey(other))
            {
                (partners[one], partners[other]) = (other, one);
            }
        }

        return partners;
    }

    private static double Shared(Column of, Column with)
    {
        var shared = 0L;
        for (var code = 1; code <= of.Values.Count; code++)
        {
            shared += with.Values.Find(of.Values[code]) != 0 ? of.Values.CountOf(code) : 0;
        }

        return (double)shared / of.Filled;
    }
}
