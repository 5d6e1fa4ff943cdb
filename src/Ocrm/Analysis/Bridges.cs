namespace Granary.Ocrm.Analysis;

/// <summary>Edges of a graph of rows and columns that lie on no circle (R. E. Tarjan, A note on finding the bridges of a graph, 1974).</summary>
internal static class Bridges
{
    /// <param name="edges">By row and column, whether they are joined.</param>
    public static List<(int Row, int Column)> Of(bool[,] edges)
    {
        var (rows, columns) = (edges.GetLength(0), edges.GetLength(1));
        var (entered, lowest, clock) = (new int[rows + columns], new int[rows + columns], 0);
        var found = new List<(int, int)>();
        for (var node = 0; node < rows + columns; node++)
        {
            if (entered[node] == 0)
            {
                Visit(node, -1);
            }
        }

        return found;

        void Visit(int node, int from)
        {
            entered[node] = lowest[node] = ++clock;
            for (var i = 0; i < (node < rows ? columns : rows); i++)
            {
                var (row, column) = node < rows ? (node, i) : (i, node - rows);
                var next = node < rows ? rows + i : i;
                if (!edges[row, column] || next == from)
                {
                    continue;
                }

                if (entered[next] > 0)
                {
                    lowest[node] = Math.Min(lowest[node], entered[next]);
                    continue;
                }

                Visit(next, node);
                lowest[node] = Math.Min(lowest[node], lowest[next]);
                if (lowest[next] > entered[node])
                {
                    found.Add((row, column));
                }
            }
        }
    }
}
