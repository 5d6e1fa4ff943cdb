namespace Granary.Ocrm.Analysis;

/// <summary>Counts as somebody may see them: null where so few answered that an anonymous one could be found out.</summary>
internal static class ShownTable
{
    /// <summary>A whole axis.</summary>
    public static long?[] Of(Histogram histogram, bool anonymous, long total)
    {
        var counts = histogram.Counts;
        if (!anonymous)
        {
            return [.. counts.Select(c => (long?)c)];
        }

        if (!histogram.Axis.IsSeveral)
        {
            return Shown(counts, SmallCells.Hidden(counts));
        }

        // Each choice parts those who answered in two, beside those who did not.
        return [.. counts.Select((count, code) => SmallCells.Hidden(code == 0 ? [count, total - count] : [count, total - counts[0] - count, counts[0]])[0] ? null : (long?)count)];
    }

    /// <summary>A cross table of anonymous answers, the same whichever of both is the row.</summary>
    public static long?[,] Of(CrossTable table, Histogram rows, Histogram columns, long total)
    {
        if (string.CompareOrdinal(table.Rows.Key, table.Columns.Key) > 0)
        {
            return Turned(Of(Turned(table.Cells), columns, rows, total));
        }

        return Of(table.Cells, rows, columns, total);
    }

    private static long?[,] Of(long[,] cells, Histogram rows, Histogram columns, long total)
    {
        var shown = new long?[cells.GetLength(0), cells.GetLength(1)];
        foreach (var (rowCodes, rowOf) in Parts(rows))
        {
            foreach (var (columnCodes, columnOf) in Parts(columns))
            {
                var part = new long[rowOf.Count, columnOf.Count];
                for (var r = 0; r < rowOf.Count; r++)
                {
                    for (var c = 0; c < columnOf.Count; c++)
                    {
                        part[r, c] = Cell(rowOf[r], columnOf[c]);
                    }
                }

                var hidden = SmallCells.Hidden(part);
                for (var r = 0; r < rowCodes.Count; r++)
                {
                    for (var c = 0; c < columnCodes.Count; c++)
                    {
                        shown[rowCodes[r], columnCodes[c]] = hidden[r, c] ? null : part[r, c];
                    }
                }
            }
        }

        return shown;

        // A line is one code, or (code, false): those who answered and did not choose it.
        long Cell((int Code, bool Chosen) row, (int Code, bool Chosen) column) => (row.Chosen, column.Chosen) switch
        {
            (true, true) => cells[row.Code, column.Code],
            (false, true) => OfColumn(column.Code) - cells[0, column.Code] - cells[row.Code, column.Code],
            (true, false) => OfRow(row.Code) - cells[row.Code, 0] - cells[row.Code, column.Code],
            _ => OfRest(row.Code, column.Code),
        };

        long OfColumn(int code) => columns.Counts[code];

        long OfRow(int code) => rows.Counts[code];

        long OfRest(int row, int column)
        {
            var both = total - rows.Counts[0] - columns.Counts[0] + cells[0, 0];
            return both - (OfRow(row) - cells[row, 0]) - (OfColumn(column) - cells[0, column]) + cells[row, column];
        }
    }

    /// <summary>The parts of the whole that an axis makes: all its codes, or of one with several values each choice by itself.</summary>
    private static IEnumerable<(IReadOnlyList<int> Codes, IReadOnlyList<(int Code, bool Chosen)> Lines)> Parts(Histogram histogram)
    {
        var codes = Enumerable.Range(0, histogram.Counts.Length).ToList();
        if (!histogram.Axis.IsSeveral)
        {
            return [(codes, [.. codes.Select(c => (c, true))])];
        }

        return codes.Skip(1).Select(code => ((IReadOnlyList<int>)[code], (IReadOnlyList<(int, bool)>)[(code, true), (code, false), (0, true)]));
    }

    private static long?[] Shown(long[] counts, bool[] hidden) => [.. counts.Select((c, i) => hidden[i] ? (long?)null : c)];

    private static T[,] Turned<T>(T[,] table)
    {
        var turned = new T[table.GetLength(1), table.GetLength(0)];
        for (var r = 0; r < table.GetLength(0); r++)
        {
            for (var c = 0; c < table.GetLength(1); c++)
            {
                turned[c, r] = table[r, c];
            }
        }

        return turned;
    }
}
