namespace Granary.Matching.Linkage;

/// <summary>Columns that are compared as one: a latitude and its longitude; all that list phones, any of which may be any of the other's, and all that list addresses of mail.</summary>
internal static class JoinedColumns
{
    /// <summary>Two columns of phones, or of names, are taken for each other where this share of rows says in one what some row says in the other.</summary>
    public const double Mistaken = 0.05;

    /// <summary>Phones that stand now in this column and now in that one are lists in two columns.</summary>
    /// <param name="told">Columns of which somebody said what they hold.</param>
    public static void FindShared((Column Column, ColumnKind Kind)[] columns, IReadOnlyDictionary<string, ColumnKind> told)
    {
        foreach (var (single, several) in new[] { (ColumnKind.Phone, ColumnKind.Phones), (ColumnKind.Email, ColumnKind.Emails) })
        {
            var all = columns.Where(c => c.Kind == single || c.Kind == several).ToList();
            for (var i = 0; i < columns.Length; i++)
            {
                var (column, kind) = columns[i];
                if (kind == single && !told.ContainsKey(column.Name) && all.Any(other => other.Column != column && SharedOf(column, other.Column) > Mistaken))
                {
                    columns[i] = (column, several);
                }
            }
        }
    }

    public static List<(Column Column, ColumnKind Kind)> Of(IReadOnlyList<(Column Column, ColumnKind Kind)> columns)
    {
        var left = columns.ToList();
        foreach (var kind in new[] { ColumnKind.Phones, ColumnKind.Emails })
        {
            var several = left.Where(c => c.Kind == kind).Select(c => c.Column).ToList();
            if (several.Count > 1)
            {
                left[left.IndexOf((several[0], kind))] = (Spelling.Of(several.Aggregate(Join), kind), kind);
                left.RemoveAll(c => several.Contains(c.Column));
            }
        }

        while (left.Find(c => c.Kind == ColumnKind.Latitude) is { Column: { } latitude } north && left.Find(c => c.Kind == ColumnKind.Longitude) is { Column: { } longitude } east)
        {
            left[left.IndexOf(north)] = (Spelling.Of(Join(latitude, longitude), ColumnKind.Coordinates), ColumnKind.Coordinates);
            left.Remove(east);
        }

        return left;
    }

    /// <summary>The share of rows that say in one column what some row says in another; the lower of both ways.</summary>
    public static double SharedOf(Column one, Column other) => Math.Min(Shared(one, other), Shared(other, one));

    /// <summary>What both say, a comma between.</summary>
    private static Column Join(Column one, Column other)
    {
        var values = new ValueStore();
        var pairs = new int[one.Codes.Length];
        var numbers = new Dictionary<(int, int), int>();
        var counts = new List<(int X, int Y, int Rows)>();
        for (var row = 0; row < pairs.Length; row++)
        {
            var said = (one.Codes[row], other.Codes[row]);
            if (!numbers.TryGetValue(said, out var number))
            {
                numbers[said] = number = counts.Count;
                counts.Add((said.Item1, said.Item2, 0));
            }

            pairs[row] = number;
            counts[number] = counts[number] with { Rows = counts[number].Rows + 1 };
        }

        var codes = counts.ConvertAll(c => values.Add(c.X + c.Y == 0 ? "" : $"{one.Values[c.X]}, {other.Values[c.Y]}", c.Rows));
        values.Pack();
        return new($"{one.Name}, {other.Name}", Array.ConvertAll(pairs, number => codes[number]), values);
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
