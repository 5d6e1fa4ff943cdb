namespace Granary.Matching;

/// <summary>
/// Decides which party a record belongs to. Pure: no clock, no database, no memory; the same record, candidates and settled facts give
/// the same decision. Nothing in it asks what came first: parties are the clusters of the records' evidence (pairs over the threshold,
/// strongest first, never across a cannot-link), and ties go to the lower record id or party id.
/// </summary>
public sealed class Resolver(Matcher matcher)
{
    /// <summary>
    /// Clusters of more records than this are not re-arranged or merged by the machine: comparing all pairs would hold up the batch
    /// (5,000 pairs at 1 to 2 µs), and so many records of one customer are an error to be looked at. The record is still linked.
    /// </summary>
    public const int LargestCluster = 100;

    public Matcher Matcher => matcher;

    /// <summary>Decides for a record.</summary>
    /// <param name="candidates">All parties with a member that shares a blocking key with the record, and its present one.</param>
    /// <param name="current">The party that the record is linked to now, one of the candidates; null for a new record.</param>
    public Decision Decide(MatchRecord record, IReadOnlyList<Candidate> candidates, long? current = null, Settled? settled = null)
    {
        var known = settled ?? Settled.Nothing;
        var parties = candidates.OrderBy(c => c.PartyId).Select(c => PartyEvidence.Of(record, c, current, matcher, known)).ToList();
        var group = Group(record, parties, current, known);
        Rivals(parties, group, known);
        if (group.Count == 0)
        {
            return Decided(record, parties, null, LinkRule.NewParty, null, [], [], known);
        }

        if (Agrees(group, known))
        {
            var best = PartyEvidence.Best(group);
            var rule = best is not { } pair ? LinkRule.SameRecord : pair.SameIdentity ? LinkRule.TrustedIdentity : LinkRule.Score;
            var merges = group.Skip(1).Select(p => p.Id).ToList();
            return Decided(record, parties, group[0].Id, rule, best, merges, [], known);
        }

        return group.Sum(p => p.Members.Count) >= LargestCluster
            ? LinkBest(record, parties, group, current, known)
            : Rearrange(record, parties, group, current, known);
    }

    /// <summary>The parties that the record ties together: those with automatic evidence, and the present one while nothing speaks for another.</summary>
    private static List<PartyEvidence> Group(MatchRecord record, List<PartyEvidence> parties, long? current, Settled known)
    {
        var linked = parties.Where(p => p.Automatic is not null).ToList();
        var present = parties.FirstOrDefault(p => p.Id == current);
        if (present is null && current is { } id)
        {
            // Its party was not among the candidates: it holds nothing but the record.
            present = new PartyEvidence(id, []);
        }

        var stays = present is not null && present.Automatic is null
            && (present.Members.Count == 0 || known.Verified.Contains(record.Id) || (linked.Count == 0 && present.Conflict == CannotLink.None));
        return stays ? [.. linked.Append(present!).OrderBy(p => p.Id)] : linked;
    }

    /// <summary>
    /// Adds the parties that tie with the record's group by a score and cannot be the record's, or stand beside several that it would merge:
    /// they may have the better claim to a member (a record with a shortened name, between twins).
    /// </summary>
    private void Rivals(List<PartyEvidence> parties, List<PartyEvidence> group, Settled known)
    {
        if (group.Count == 0 || (group.Count == 1 && !parties.Exists(p => p.Conflict != CannotLink.None)))
        {
            return;
        }

        var merges = group.Count > 1;
        var rivals = parties.Where(p => (merges || p.Conflict != CannotLink.None) && !group.Contains(p)
            && p.Members.Any(a => group.Exists(g => g.Members.Any(b => Constraints.Score(a, b, matcher, known).Verdict == Verdict.Automatic)))).ToList();
        group.AddRange(rivals);
        group.Sort((x, y) => x.Id.CompareTo(y.Id));
    }

    /// <summary>No cannot-link within the group.</summary>
    private bool Agrees(List<PartyEvidence> group, Settled known)
    {
        if (group.Any(p => p.Conflict != CannotLink.None) || (group.Count > 1 && group.Sum(p => p.Members.Count) >= LargestCluster))
        {
            return false;
        }

        for (var i = 0; i < group.Count; i++)
        {
            for (var j = i + 1; j < group.Count; j++)
            {
                var sameIdentity = group[i].Automatic is { SameIdentity: true } && group[j].Automatic is { SameIdentity: true };
                if (group[i].Members.Any(a => group[j].Members.Any(b => Constraints.Between(a, b, matcher, known) is var reason
                    && (sameIdentity ? Constraints.IsProof(reason) : reason != CannotLink.None))))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private Decision LinkBest(MatchRecord record, List<PartyEvidence> parties, List<PartyEvidence> group, long? current, Settled known)
    {
        var free = group.Where(p => p.Conflict == CannotLink.None).ToList();
        var best = free.FirstOrDefault(p => p.Automatic is { } a && a == PartyEvidence.Best(free)) ?? free.FirstOrDefault(p => p.Id == current);
        return best is null
            ? Decided(record, parties, null, LinkRule.NewParty, null, [], [], known)
            : Decided(record, parties, best.Id, best.Automatic is { SameIdentity: true } ? LinkRule.TrustedIdentity : best.Automatic is null ? LinkRule.SameRecord : LinkRule.Score, best.Automatic, [], [], known);
    }

    /// <summary>Something in the group must stay apart: the group is clustered anew from its evidence alone.</summary>
    private Decision Rearrange(MatchRecord record, List<PartyEvidence> parties, List<PartyEvidence> group, long? current, Settled known)
    {
        List<Clustering.Node> nodes = [new(record, current), .. group.SelectMany(p => p.Members.Select(m => new Clustering.Node(m, p.Id)))];
        var arrangement = Clustering.Of(nodes, matcher, known);
        var own = arrangement.ClusterOf(record.Id);
        var merges = own.Parties.Skip(1).ToList();
        var party = own.Parties.Count > 0 ? own.Parties[0] : (long?)null;
        var moves = arrangement.Moves(record.Id, merges);
        var rule = own.Nodes.Count == 1 ? (party is null ? LinkRule.NewParty : LinkRule.SameRecord)
            : own.BestFor(record.Id) is not { } pair ? LinkRule.SameRecord
            : pair.SameIdentity ? LinkRule.TrustedIdentity
            : LinkRule.Score;
        return Decided(record, parties, party, rule, own.BestFor(record.Id), merges, moves, known);
    }

    private Decision Decided(
        MatchRecord record, List<PartyEvidence> parties, long? party, LinkRule rule, PairScore? evidence, List<long> merges, List<Move> moves, Settled known)
    {
        var apart = parties.Where(p => p.Id != party && !merges.Contains(p.Id)).ToList();
        var own = parties.Where(p => p.Id == party || merges.Contains(p.Id)).SelectMany(p => p.Members).Where(m => !moves.Any(v => v.RecordId == m.Id)).ToList();
        var suspects = apart
            .Where(p => p.Suspect is { } s && !(PartyEvidence.YieldsToProof(s.Score) && Constraints.ProveDifferent(own, p.Members, matcher, known)))
            .Select(p => p.Suspect!.Value).OrderByDescending(s => s.Score.Weight).ThenBy(s => s.PartyId).ToList();
        var elsewhere = apart.SelectMany(p => p.Members).Where(m => !moves.Any(v => v.RecordId == m.Id && v.To == party && v.NewGroup == 0))
            .SelectMany(m => m.TrustedIdentities).ToHashSet();
        var held = own.SelectMany(m => m.TrustedIdentities).ToHashSet();
        return new(party, rule, evidence, merges, moves, suspects, [.. record.TrustedIdentities.Where(i => elsewhere.Contains(i) && !held.Contains(i))]);
    }
}
