using System.Globalization;
using CsvHelper;
using Granary.Matching.Linkage;

namespace Granary.Tests.Linkage;

/// <summary>A labelled file of ../shared/data: its records without what says whose they are, and the truth.</summary>
internal sealed record LabelledData(Table Table, string[] Truth)
{
    /// <param name="excluded">Columns that spell the truth.</param>
    public static LabelledData Read(string file, params string[] excluded)
    {
        using var csv = new CsvParser(new StreamReader(Shared.File("data", file)), CultureInfo.InvariantCulture);
        csv.Read();
        var head = csv.Record!;
        var (truth, rows) = (new List<string>(), new List<string[]>());
        while (csv.Read())
        {
            truth.Add(csv[Array.IndexOf(head, "cluster")]);
            rows.Add([.. csv.Record!.Where((_, i) => head[i] != "cluster" && !excluded.Contains(head[i]))]);
        }

        return new(TableOf([.. head.Where(name => name != "cluster" && !excluded.Contains(name))], rows), [.. truth]);
    }

    public static Table TableOf(string[] columns, IEnumerable<string[]> rows, Func<int, byte>? sourceOf = null)
    {
        var table = new TableBuilder(columns);
        foreach (var row in rows)
        {
            table.StartRow(sourceOf?.Invoke(table.Rows) ?? 0);
            for (var c = 0; c < columns.Length; c++)
            {
                table.Cell(c, row[c]);
            }
        }

        return table.Build();
    }

    /// <summary>Pairwise F1 of clusters.</summary>
    public double F1(int[] clusters)
    {
        double Pairs<T>(IEnumerable<T> of) => of.GroupBy(x => x).Sum(g => g.Count() * (g.Count() - 1.0) / 2);
        var right = Pairs(clusters.Zip(Truth));
        return 2 * right / (Pairs(clusters) + Pairs(Truth));
    }
}
