namespace Granary.Matching.Linkage;

/// <summary>The comparisons that a table's columns call for.</summary>
internal static class Comparisons
{
    public static List<Comparator> Of(IReadOnlyList<(Column Column, ColumnKind Kind)> columns, LinkDefaults defaults)
    {
        var names = columns.Where(c => c.Kind == ColumnKind.Name).Select(c => c.Column).ToList();
        var partners = Partners(names);
        // What tells records apart best comes first: pairs that cannot be any more are given up early, and what is over the bound is left out.
        return [.. columns.Where(c => c.Kind != ColumnKind.Ignored).OrderBy(c => c.Column.Coincidence).Take(LevelCounts.MostComparisons).AsParallel().AsOrdered().Select(c => Of(c.Column, c.Kind, names, partners, defaults))];
    }

    private static Comparator Of(Column column, ColumnKind kind, List<Column> names, Dictionary<Column, Column> partners, LinkDefaults defaults) => kind switch
    {
        ColumnKind.Name => Name(column, partners.GetValueOrDefault(column), names, defaults),
        ColumnKind.Date => new DateComparator(column),
        ColumnKind.Number or ColumnKind.Phone => new NumberComparator(column),
        ColumnKind.Email => new EmailComparator(column, defaults.MailAlike),
        ColumnKind.Phones or ColumnKind.Emails => new AnyOfComparator(column),
        ColumnKind.Text => new TextComparator(column, defaults.Text),
        ColumnKind.Code => new CodeComparator(column),
        ColumnKind.Quantity or ColumnKind.Latitude or ColumnKind.Longitude => new QuantityComparator(column),
        ColumnKind.Year => new YearComparator(column),
        ColumnKind.Coordinates => new CoordinatesComparator(column),
        ColumnKind.Category => new CategoryComparator(column),
        ColumnKind.ResidentId => new ResidentIdComparator(column),
        ColumnKind.ChineseName => new ChineseNameComparator(column),
        ColumnKind.ChineseAddress => new ChineseAddressComparator(column),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static NameComparator Name(Column column, Column? partner, List<Column> names, LinkDefaults defaults) => new(
        column,
        ShortNames.Of(column),
        partner is null ? null : [.. partner.Codes.Select(code => column.Values.Find(partner.Values[code]))],
        partner is null || names.IndexOf(column) < names.IndexOf(partner),
        defaults);

    private static Dictionary<Column, Column> Partners(List<Column> names)
    {
        var partners = new Dictionary<Column, Column>();
        var couples = from i in Enumerable.Range(0, names.Count)
                      from j in Enumerable.Range(i + 1, names.Count - i - 1)
                      let shared = JoinedColumns.SharedOf(names[i], names[j])
                      where shared > JoinedColumns.Mistaken
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
}
