using Granary.Matching;

namespace Granary.Tests;

/// <summary>What intake does with resolution's decisions, over dictionaries: message by message, with blocking keys as its only index.</summary>
internal sealed class MemoryHub(Resolver resolver, bool accumulate = true)
{
    private readonly Dictionary<string, RecordFacts> said = [];
    private readonly Dictionary<string, MatchRecord> records = [];
    private readonly Dictionary<string, IReadOnlyList<long>> keys = [];
    private readonly Dictionary<long, HashSet<string>> index = [];
    private readonly Dictionary<string, long> parties = [];
    private readonly Dictionary<long, HashSet<string>> members = [];
    private long next;

    /// <summary>Record id → party.</summary>
    public IReadOnlyDictionary<string, long> Parties => parties;

    public IReadOnlyDictionary<string, MatchRecord> Records => records;

    public int Moves { get; private set; }

    public int Merges { get; private set; }

    public int Disputed { get; private set; }

    /// <summary>Pairs (record, party member) that a steward would be shown.</summary>
    public HashSet<(string, string)> Suspects { get; } = [];

    public int MostCandidates { get; private set; }

    public long Candidates { get; private set; }

    public void Receive(RecordFacts message)
    {
        var facts = accumulate && said.TryGetValue(message.Id, out var before) ? Accumulate(before, message) : message;
        var record = MatchRecord.From(facts);
        said[message.Id] = facts;
        Index(record);
        long? current = parties.TryGetValue(record.Id, out var party) ? party : null;
        Apply(record, resolver.Decide(record, CandidatesFor(record, current), current), current);
    }

    /// <summary>Records that end in one party, as groups.</summary>
    public IEnumerable<IGrouping<long, string>> Partition() => parties.GroupBy(p => p.Value, p => p.Key);

    private static RecordFacts Accumulate(RecordFacts before, RecordFacts now) => now with
    {
        FormerNames = now.Name == before.Name ? before.FormerNames : [before.Name, .. before.FormerNames],
        Phones = [.. now.Phones.Union(before.Phones)],
        Emails = [.. now.Emails.Union(before.Emails)],
        Addresses = [.. now.Addresses.Union(before.Addresses)],
        Cards = [.. now.Cards.Union(before.Cards)],
        Others = [.. now.Others.Union(before.Others)],
    };

    private List<Candidate> CandidatesFor(MatchRecord record, long? current)
    {
        var found = new SortedSet<long>();
        foreach (var key in keys[record.Id])
        {
            foreach (var other in index[key])
            {
                if (parties.TryGetValue(other, out var party))
                {
                    found.Add(party);
                }
            }
        }

        if (current is { } own)
        {
            found.Add(own);
        }

        MostCandidates = Math.Max(MostCandidates, found.Sum(p => members[p].Count));
        Candidates += found.Sum(p => members[p].Count);
        return [.. found.Select(p => new Candidate(p, [.. members[p].Select(id => records[id])]))];
    }

    private void Apply(MatchRecord record, Decision decision, long? current)
    {
        var own = decision.Party ?? ++next;
        Put(record.Id, current, own);
        foreach (var merged in decision.Merges)
        {
            Merges++;
            foreach (var member in members[merged].ToList())
            {
                Put(member, merged, own);
            }
        }

        var created = new Dictionary<int, long> { [0] = own };
        foreach (var move in decision.Moves)
        {
            Moves++;
            if (move.To is null && !created.ContainsKey(move.NewGroup))
            {
                created[move.NewGroup] = ++next;
            }

            Put(move.RecordId, move.From, move.To ?? created[move.NewGroup]);
        }

        Disputed += decision.Disputed.Count;
        Suspects.UnionWith(decision.Suspects.Select(s => string.CompareOrdinal(record.Id, s.RecordId) < 0 ? (record.Id, s.RecordId) : (s.RecordId, record.Id)));
    }

    private void Put(string record, long? from, long to)
    {
        if (from is { } old)
        {
            members[old].Remove(record);
        }

        parties[record] = to;
        members.TryAdd(to, []);
        members[to].Add(record);
    }

    private void Index(MatchRecord record)
    {
        foreach (var key in keys.GetValueOrDefault(record.Id, []))
        {
            index[key].Remove(record.Id);
        }

        records[record.Id] = record;
        keys[record.Id] = BlockingKeys.Of(record);
        foreach (var key in keys[record.Id])
        {
            index.TryAdd(key, []);
            index[key].Add(record.Id);
        }
    }
}
