using System.Globalization;

namespace Granary.Bench;

/// <summary>
/// What one writes in an afternoon to find people twice in these ten columns, knowing them: lines split at commas; rows compared that share phone, mail, surname and
/// birth, given name and birth, or surname and postcode; points for each text that is equal or one edit away; whoever reaches enough is joined. One thread.
/// </summary>
internal static class NaiveDedupe
{
    /// <summary>A larger block is somebody's placeholder.</summary>
    private const int LargestBlock = 400;

    /// <summary>Points by column for equal texts, and how many two records must reach; tried out on made-up people of another seed.</summary>
    private static readonly int[] Points = [3, 4, 5, 0, 3, 1, 2, 2, 6, 6];

    private const int Enough = 9;

    /// <summary>Writes each line with the number of its cluster in front; gives the pairs that were compared.</summary>
    public static long Run(string people, string clusters)
    {
        var lines = File.ReadAllLines(people);
        var rows = lines.Skip(1).Select(line => line.Split(',')).ToArray();
        var parents = Enumerable.Range(0, rows.Length).ToArray();
        var seen = new HashSet<(int, int)>();
        foreach (var key in Keys)
        {
            foreach (var block in rows.Select((row, number) => (Key: key(row), Number: number)).Where(r => r.Key.Length > 0).GroupBy(r => r.Key, r => r.Number))
            {
                Compare([.. block], rows, seen, parents);
            }
        }

        File.WriteAllLines(clusters, lines.Skip(1).Select((line, row) => string.Create(CultureInfo.InvariantCulture, $"{Root(parents, row) + 1},{line}")).Prepend($"cluster_id,{lines[0]}"));
        return seen.Count;
    }

    private static IEnumerable<Func<string[], string>> Keys =>
    [
        row => row[8], row => row[9], row => Both(row[1], row[2]), row => Both(row[0], row[2]), row => Both(row[1], row[7]),
    ];

    private static string Both(string one, string other) => one.Length > 0 && other.Length > 0 ? $"{one}|{other}" : "";

    private static void Compare(int[] block, string[][] rows, HashSet<(int, int)> seen, int[] parents)
    {
        for (var i = 0; i < block.Length && block.Length <= LargestBlock; i++)
        {
            for (var j = i + 1; j < block.Length; j++)
            {
                if (seen.Add((block[i], block[j])) && PointsOf(rows[block[i]], rows[block[j]]) >= Enough)
                {
                    parents[Root(parents, block[i])] = Root(parents, block[j]);
                }
            }
        }
    }

    private static int PointsOf(string[] one, string[] other)
    {
        var points = 0;
        for (var column = 0; column < Points.Length; column++)
        {
            var (a, b) = (one[column], other[column]);
            points += a.Length == 0 || b.Length == 0 ? 0 : a == b ? Points[column] : Levenshtein(a, b) == 1 ? Points[column] / 2 : -Points[column] / 3;
        }

        return points;
    }

    private static int Levenshtein(string a, string b)
    {
        var (last, row) = (Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++, (last, row) = (row, last))
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }
        }

        return last[b.Length];
    }

    private static int Root(int[] parents, int row)
    {
        while (parents[row] != row)
        {
            row = parents[row] = parents[parents[row]];
        }

        return row;
    }
}
