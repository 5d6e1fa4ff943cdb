namespace Granary.Matching;

/// <summary>
/// Clusters of records under cannot-links: pairs over the threshold are joined strongest first, unless a cannot-link stands between any two
/// members (Kruskal with constraints). The result depends on the set of records alone, not on the order in which they came.
/// </summary>
internal sealed class Clustering
{
    private readonly List<Cluster> clusters;

    private Clustering(List<Cluster> clusters) => this.clusters = clusters;

    /// <param name="Party">Where the record is now.</param>
    public sealed record Node(MatchRecord Record, long? Party);

    private readonly record struct Edge(int A, int B, int Tier, PairScore Score);

    public sealed class Cluster
    {
        public List<Node> Nodes { get; } = [];

        /// <summary>Parties that go on as this cluster, lowest id first.</summary>
        public List<long> Parties { get; } = [];

        internal List<(string A, string B, PairScore Score)> Pairs { get; } = [];

        public string LowestId => Nodes.Select(n => n.Record.Id).Min(StringComparer.Ordinal)!;

        /// <summary>The strongest automatic pair between a record and the rest of its cluster.</summary>
        public PairScore? BestFor(string recordId)
        {
            PairScore? best = null;
            foreach (var (a, b, score) in Pairs)
            {
                if ((a == recordId || b == recordId) && PartyEvidence.Stronger(score, best))
                {
                    best = score;
                }
            }

            return best;
        }
    }

    public static Clustering Of(IReadOnlyList<Node> nodes, Matcher matcher, Settled known)
    {
        var forbidden = new CannotLink[nodes.Count, nodes.Count];
        var edges = new List<Edge>();
        for (var a = 0; a < nodes.Count; a++)
        {
            for (var b = a + 1; b < nodes.Count; b++)
            {
                var score = Constraints.Score(nodes[a].Record, nodes[b].Record, matcher, known);
                var together = nodes[a].Party is { } party && party == nodes[b].Party;
                forbidden[a, b] = forbidden[b, a] = together && !Constraints.IsProof(score.CannotLink) ? CannotLink.None : score.CannotLink;
                // Verified links first, then identity, then scores; last, what is together and for which nothing speaks any more.
                var tier = together && known.Verified.Contains(nodes[a].Record.Id) && known.Verified.Contains(nodes[b].Record.Id) ? 0
                    : score.Verdict != Verdict.Automatic ? (together ? 3 : -1)
                    : score.SameIdentity ? 1
                    : 2;
                if (tier >= 0)
                {
                    edges.Add(new(a, b, tier, score));
                }
            }
        }

        edges.Sort((x, y) => Compare(x, y, nodes));
        var members = Join(nodes, edges, forbidden);
        SetApartAmbiguous(members, nodes, edges, matcher.Model.Margin);
        return new(Assign(Gather(members, nodes, edges), known));
    }

    public IReadOnlyList<Cluster> All => clusters;

    public Cluster ClusterOf(string recordId) => clusters.Single(c => c.Nodes.Any(n => n.Record.Id == recordId));

    /// <summary>The records that change party, other than the decided one and those whose whole party is merged into its.</summary>
    public List<Move> Moves(string decided, IReadOnlyList<long> merged)
    {
        var moves = new List<Move>();
        var own = ClusterOf(decided);
        var next = 1;
        foreach (var cluster in clusters.OrderBy(c => c == own ? 0 : 1).ThenBy(c => c.LowestId, StringComparer.Ordinal))
        {
            long? to = cluster.Parties.Count > 0 ? cluster.Parties[0] : null;
            var group = to is not null || cluster == own ? 0 : next++;
            foreach (var node in cluster.Nodes.OrderBy(n => n.Record.Id, StringComparer.Ordinal))
            {
                if (node.Record.Id != decided && node.Party is { } from && from != to && !(cluster == own && merged.Contains(from)))
                {
                    moves.Add(new(node.Record.Id, from, to, group));
                }
            }
        }

        return moves;
    }

    private static int Compare(Edge x, Edge y, IReadOnlyList<Node> nodes)
    {
        var order = x.Tier.CompareTo(y.Tier);
        order = order != 0 ? order : y.Score.Weight.CompareTo(x.Score.Weight);
        if (order != 0)
        {
            return order;
        }

        var (a, b) = Ids(x, nodes);
        var (c, d) = Ids(y, nodes);
        order = string.CompareOrdinal(a, c);
        return order != 0 ? order : string.CompareOrdinal(b, d);
    }

    private static (string Lower, string Higher) Ids(Edge edge, IReadOnlyList<Node> nodes)
    {
        var (a, b) = (nodes[edge.A].Record.Id, nodes[edge.B].Record.Id);
        return string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
    }

    /// <summary>For each node, the list of its cluster's nodes; one list a cluster.</summary>
    private static List<int>[] Join(IReadOnlyList<Node> nodes, List<Edge> edges, CannotLink[,] forbidden)
    {
        var members = new List<int>[nodes.Count];
        for (var i = 0; i < nodes.Count; i++)
        {
            members[i] = [i];
        }

        foreach (var edge in edges)
        {
            var (left, right) = (members[edge.A], members[edge.B]);
            // A verified link stands against everything, an identity in common against everything but proof.
            if (left == right || (edge.Tier != 0 && left.Any(a => right.Any(b => edge.Tier == 1 ? Constraints.IsProof(forbidden[a, b]) : forbidden[a, b] != CannotLink.None))))
            {
                continue;
            }

            left.AddRange(right);
            foreach (var member in right)
            {
                members[member] = left;
            }
        }

        return members;
    }

    /// <summary>
    /// A record that scores nearly as well against another cluster as against its own, with no identity in common with either, is evidence
    /// for neither (a shortened name between twins): it stands alone, and a steward sees both.
    /// </summary>
    private static void SetApartAmbiguous(List<int>[] members, IReadOnlyList<Node> nodes, List<Edge> edges, double margin)
    {
        var ambiguous = new List<int>();
        for (var node = 0; node < nodes.Count; node++)
        {
            double own = 0, other = 0;
            var held = false;
            foreach (var edge in edges.Where(e => e.A == node || e.B == node))
            {
                var inside = members[edge.A] == members[edge.B];
                held |= inside && edge.Tier < 2;
                if (edge.Tier == 2)
                {
                    own = inside ? Math.Max(own, edge.Score.Weight) : own;
                    other = inside ? other : Math.Max(other, edge.Score.Weight);
                }
            }

            if (!held && own > 0 && other > 0 && own - other < margin)
            {
                ambiguous.Add(node);
            }
        }

        foreach (var node in ambiguous)
        {
            members[node].Remove(node);
            members[node] = [node];
        }
    }

    private static List<Cluster> Gather(List<int>[] members, IReadOnlyList<Node> nodes, List<Edge> edges)
    {
        var clusters = new List<Cluster>();
        foreach (var list in members.Distinct())
        {
            var cluster = new Cluster();
            cluster.Nodes.AddRange(list.Select(i => nodes[i]));
            cluster.Pairs.AddRange(edges.Where(e => e.Tier is 1 or 2 && list.Contains(e.A) && list.Contains(e.B))
                .Select(e => (nodes[e.A].Record.Id, nodes[e.B].Record.Id, e.Score)));
            clusters.Add(cluster);
        }

        return clusters;
    }

    /// <summary>A party goes on as the cluster that holds its verified records, else most of its records, else the lowest record id.</summary>
    private static List<Cluster> Assign(List<Cluster> clusters, Settled known)
    {
        var parties = clusters.SelectMany(c => c.Nodes).Select(n => n.Party).OfType<long>().Distinct().Order().ToList();
        foreach (var party in parties)
        {
            clusters
                .OrderByDescending(c => c.Nodes.Count(n => n.Party == party && known.Verified.Contains(n.Record.Id)))
                .ThenByDescending(c => c.Nodes.Count(n => n.Party == party))
                .ThenBy(c => c.Nodes.Where(n => n.Party == party).Select(n => n.Record.Id).Min(StringComparer.Ordinal), StringComparer.Ordinal)
                .First().Parties.Add(party);
        }

        return clusters;
    }
}
