namespace Granary.Matching.Bulk;

/// <summary>Records through <see cref="Resolver"/> one after another: over its bound on clusters their order decides, so there it has to be kept.</summary>
internal sealed class OneByOne(Matcher matcher, MatchRecord[] records, int largestBlock)
{
    private readonly Resolver _resolver = new(matcher);
    private readonly Dictionary<string, int> _places = records.Select((r, i) => (r.Id, i)).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
    private readonly Dictionary<long, List<int>> _byKey = [];
    private readonly List<List<int>> _members = [];
    private readonly int[] _parties = new int[records.Length];

    /// <returns>For each record the lowest of its cluster.</returns>
    public int[] Clusters()
    {
        for (var i = 0; i < records.Length; i++)
        {
            Apply(i, _resolver.Decide(records[i], Candidates(i)));
        }

        return [.. _parties.Select(party => _members[party].Min())];
    }

    private List<Candidate> Candidates(int record)
    {
        var parties = new SortedSet<int>();
        foreach (var key in BlockingKeys.Of(records[record]))
        {
            if (!_byKey.TryGetValue(key, out var sharing))
            {
                _byKey.Add(key, sharing = []);
            }

            parties.UnionWith(sharing.Take(largestBlock).Select(other => _parties[other]));
            sharing.Add(record);
        }

        return [.. parties.Select(party => new Candidate(party, [.. _members[party].Select(member => records[member])]))];
    }

    private void Apply(int record, Decision decision)
    {
        var own = decision.Party is { } party ? (int)party : NewParty();
        Put(record, own);
        foreach (var merged in decision.Merges)
        {
            foreach (var member in _members[(int)merged].ToArray())
            {
                _members[(int)merged].Remove(member);
                Put(member, own);
            }
        }

        var created = new Dictionary<int, int> { [0] = own };
        foreach (var move in decision.Moves)
        {
            if (move.To is null && !created.ContainsKey(move.NewGroup))
            {
                created.Add(move.NewGroup, NewParty());
            }

            _members[(int)move.From].Remove(_places[move.RecordId]);
            Put(_places[move.RecordId], move.To is { } known ? (int)known : created[move.NewGroup]);
        }
    }

    private void Put(int record, int party)
    {
        _parties[record] = party;
        _members[party].Add(record);
    }

    private int NewParty()
    {
        _members.Add([]);
        return _members.Count - 1;
    }
}
