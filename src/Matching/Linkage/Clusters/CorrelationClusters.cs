namespace Granary.Matching.Linkage;

/// <summary>
/// Clusters by correlation (greedy additive edge contraction, Keuper et al., ICCV 2015): the two clusters whose records, taken together, speak the most for each
/// other are joined, until none do any more. Pairs that no rule gave are weighed too, so one weak bridge joins nothing, and several half proofs do.
/// </summary>
internal sealed class CorrelationClusters(Table table, Scorer scorer, LinkOptions options)
{
    /// <summary>A component of more rows is cut at higher odds first, by so much each time: its pairs grow with the square.</summary>
    private const int Largest = 400;

    private const double Higher = 3;

    /// <summary>What somebody said of a pair outweighs what its component says together.</summary>
    private const double Told = 1e6;

    private readonly Dictionary<(int, int), bool> _told = options.Labels.GroupBy(label => (Math.Min(label.A, label.B), Math.Max(label.A, label.B))).ToDictionary(g => g.Key, g => g.All(label => label.Same));

    private readonly double _from = Model.WeightOf(options.Settings.Threshold);

    private readonly int[] _clusters = [.. Enumerable.Range(0, table.Rows)];

    /// <summary>For each row the lowest row of its cluster.</summary>
    public int[] Of(IReadOnlyList<ScoredPair> pairs)
    {
        Cut(pairs, _from);
        return _clusters;
    }

    private void Cut(IReadOnlyList<ScoredPair> pairs, double least)
    {
        var components = new Components(table.Rows);
        foreach (var pair in pairs)
        {
            if (pair.Weight >= least)
            {
                components.Join(pair.A, pair.B);
            }
        }

        foreach (var ((a, b), same) in _told)
        {
            if (same)
            {
                components.Join(a, b);
            }
        }

        var (rows, starts) = components.OfSeveral();
        var large = new HashSet<int>();
        Parallel.For(0, starts.Length - 1, component =>
        {
            var members = rows.AsSpan(starts[component]..starts[component + 1]);
            if (members.Length <= Largest)
            {
                Join(members);
            }
            else
            {
                lock (large)
                {
                    large.UnionWith(members.ToArray());
                }
            }
        });
        if (large.Count > 0)
        {
            Cut([.. pairs.Where(p => p.Weight >= least + Higher && large.Contains(p.A) && large.Contains(p.B))], least + Higher);
        }
    }

    /// <param name="members">Rows, lowest first.</param>
    private void Join(ReadOnlySpan<int> members)
    {
        var sums = Weigh(members);
        var alive = Enumerable.Range(0, members.Length).ToList();
        while (true)
        {
            var (most, x, y) = (0.0, -1, -1);
            for (var i = 0; i < alive.Count; i++)
            {
                for (var j = i + 1; j < alive.Count; j++)
                {
                    if (sums[alive[i], alive[j]] > most)
                    {
                        (most, x, y) = (sums[alive[i], alive[j]], alive[i], alive[j]);
                    }
                }
            }

            if (x < 0)
            {
                return;
            }

            alive.Remove(y);
            foreach (var row in members)
            {
                _clusters[row] = _clusters[row] == members[y] ? members[x] : _clusters[row];
            }

            foreach (var other in alive)
            {
                sums[x, other] = sums[other, x] = sums[x, other] + sums[y, other];
            }
        }
    }

    private double[,] Weigh(ReadOnlySpan<int> members)
    {
        var sums = new double[members.Length, members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            for (var j = i + 1; j < members.Length; j++)
            {
                if (_told.Count > 0 && _told.TryGetValue((members[i], members[j]), out var same))
                {
                    sums[i, j] = sums[j, i] = same ? Told : double.NegativeInfinity;
                    continue;
                }

                var apart = options.Mode == LinkMode.Link && table.Sources[members[i]] == table.Sources[members[j]];
                var weight = apart ? double.NegativeInfinity : scorer.Weigh(members[i], members[j], _from - options.MostOfPair);
                sums[i, j] = sums[j, i] = double.IsNegativeInfinity(weight) ? weight : Math.Clamp(weight - _from, -options.MostOfPair, options.MostOfPair);
            }
        }

        return sums;
    }
}
