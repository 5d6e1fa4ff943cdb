namespace Granary.Ocrm.Analysis;

/// <summary>
/// Which cells of a table are not shown where answers are anonymous: those of fewer than <see cref="Least"/> people, and as many others that none
/// of these comes out of a margin minus what is shown. Lines are parts of the whole (each person stands in one row and one column). Pure.
/// A hidden cell of a two-way table follows from the margins if it is a bridge in the graph of lines joined by hidden cells, and only then
/// (D. Gusfield, A graph theoretic approach to statistical data security, SIAM J. Comput. 17(3), 1988).
/// </summary>
internal static class SmallCells
{
    /// <summary>People in the smallest figure that is shown.</summary>
    public const int Least = 5;

    /// <summary>Of one line of cells whose sum is known.</summary>
    public static bool[] Hidden(IReadOnlyList<long> cells)
    {
        var hidden = cells.Select(c => c is > 0 and < Least).ToArray();
        while (hidden.Contains(true) && (Sum() < Least || hidden.Count(h => h) < 2))
        {
            var next = Enumerable.Range(0, cells.Count).Where(i => !hidden[i]).OrderBy(i => cells[i] == 0).ThenBy(i => cells[i]).Select(i => (int?)i).FirstOrDefault();
            if (next is not { } at)
            {
                break;
            }

            hidden[at] = true;
        }

        return hidden;

        long Sum() => cells.Where((_, i) => hidden[i]).Sum();
    }

    /// <summary>Of a table of which margins are shown as <see cref="Hidden(IReadOnlyList{long})"/> shows them.</summary>
    public static bool[,] Hidden(long[,] cells)
    {
        var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
        var (rowHidden, columnHidden) = (Hidden(Sums(cells, byRow: true)), Hidden(Sums(cells, byRow: false)));
        // Hidden lines are one line, of which only the sum is known: the rest.
        var (rowOf, columnOf) = (Lines(rowHidden), Lines(columnHidden));
        var merged = new long[rowOf.Max() + 1, columnOf.Max() + 1];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                merged[rowOf[r], columnOf[c]] += cells[r, c];
            }
        }

        var protect = Protected(merged, rowHidden.Contains(true), columnHidden.Contains(true));
        var hidden = new bool[rows, columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                hidden[r, c] = rowHidden[r] || columnHidden[c] || protect[rowOf[r], columnOf[c]];
            }
        }

        return hidden;
    }

    /// <param name="restRow">The first row is the rest, which is never shown.</param>
    private static bool[,] Protected(long[,] cells, bool restRow, bool restColumn)
    {
        var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
        var hidden = new bool[rows, columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                hidden[r, c] = cells[r, c] is > 0 and < Least || (restRow && r == 0) || (restColumn && c == 0);
            }
        }

        while (Betrayed(cells, hidden) is { } at)
        {
            var next = Enumerable.Range(0, rows).SelectMany(r => Enumerable.Range(0, columns).Select(c => (Row: r, Column: c)))
                .Where(cell => !hidden[cell.Row, cell.Column])
                .OrderBy(cell => at.Row == cell.Row || at.Column == cell.Column ? 0 : 1).ThenBy(cell => cells[cell.Row, cell.Column] == 0).ThenBy(cell => cells[cell.Row, cell.Column]).ThenBy(cell => cell)
                .Select(cell => ((int Row, int Column)?)cell).FirstOrDefault();
            if (next is not { } cell)
            {
                break; // nothing is shown
            }

            hidden[cell.Row, cell.Column] = true;
        }

        return hidden;
    }

    /// <returns>A line (-1 for none) whose hidden cells tell of few people; null where there is none.</returns>
    private static (int Row, int Column)? Betrayed(long[,] cells, bool[,] hidden)
    {
        var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
        var open = (bool[,])hidden.Clone();
        while (true)
        {
            var bridges = Bridges.Of(open);
            if (bridges.Exists(b => cells[b.Row, b.Column] is > 0 and < Least))
            {
                return bridges.Find(b => cells[b.Row, b.Column] is > 0 and < Least);
            }

            if (bridges.Count == 0)
            {
                break;
            }

            foreach (var (row, column) in bridges)
            {
                open[row, column] = false; // it follows, and tells of nobody
            }
        }

        for (var r = 0; r < rows; r++)
        {
            if (Enumerable.Range(0, columns).Where(c => open[r, c]).Sum(c => cells[r, c]) is > 0 and < Least)
            {
                return (r, -1);
            }
        }

        for (var c = 0; c < columns; c++)
        {
            if (Enumerable.Range(0, rows).Where(r => open[r, c]).Sum(r => cells[r, c]) is > 0 and < Least)
            {
                return (-1, c);
            }
        }

        return null;
    }

    private static long[] Sums(long[,] cells, bool byRow) => [.. Enumerable.Range(0, cells.GetLength(byRow ? 0 : 1))
        .Select(line => Enumerable.Range(0, cells.GetLength(byRow ? 1 : 0)).Sum(i => byRow ? cells[line, i] : cells[i, line]))];

    /// <summary>Line → its place when hidden lines are one, the first.</summary>
    private static int[] Lines(bool[] hidden)
    {
        var next = hidden.Contains(true) ? 1 : 0;
        return [.. hidden.Select(h => h ? 0 : next++)];
    }
}
