namespace Granary.Ocrm.Analysis;

/// <summary>Pearson's test of independence. Pure.</summary>
internal static class ChiSquare
{
    /// <summary>Of the standard normal distribution: five in a hundred lie above.</summary>
    private const double Upper = 1.6448536269514722;

    /// <param name="cells">With code 0 (no answer) first, which is left out.</param>
    /// <returns>Null where there is one line alone, or a fifth of the cells would be expected to have under five.</returns>
    public static bool? Depends(long[,] cells)
    {
        var rows = Lines(cells, 0);
        var columns = Lines(cells, 1);
        if (rows.Count < 2 || columns.Count < 2)
        {
            return null;
        }

        var total = (double)rows.Sum(r => r.Sum);
        var (square, few) = (0d, 0);
        foreach (var (row, rowSum) in rows)
        {
            foreach (var (column, columnSum) in columns)
            {
                var expected = rowSum * (columnSum / total);
                square += Math.Pow(cells[row, column] - expected, 2) / expected;
                few += expected < 5 ? 1 : 0;
            }
        }

        var freedom = (double)(rows.Count - 1) * (columns.Count - 1);
        // Wilson and Hilferty, 1931: the cube root of chi square over its freedom is nearly normal.
        var bound = freedom * Math.Pow(1 - (2 / (9 * freedom)) + (Upper * Math.Sqrt(2 / (9 * freedom))), 3);
        return few * 5 > rows.Count * columns.Count ? null : square > bound;
    }

    /// <summary>Lines in which something is, with their sums.</summary>
    private static List<(int Line, long Sum)> Lines(long[,] cells, int dimension) => [.. Enumerable.Range(1, cells.GetLength(dimension) - 1)
        .Select(line => (line, Enumerable.Range(1, cells.GetLength(1 - dimension) - 1).Sum(i => dimension == 0 ? cells[line, i] : cells[i, line]))).Where(l => l.Item2 > 0)];
}
