using Granary.Ecif.Contracts;
using Granary.Ecif.Distribution;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Resolution;
using Granary.Ecif.SourceRecords;
using Granary.Matching;

namespace Granary.Ecif.Intake;

/// <summary>Where new ids come from; reserved in blocks before the transaction, so a decision never waits.</summary>
internal interface IIds
{
    long NextParty();

    long NextRecord();
}

/// <summary>
/// The decision about one message: hear it, resolve it, let values survive, see who must be told. Pure over the working set: everything
/// it needs was loaded before, everything it changes is written after, and time is an argument.
/// </summary>
internal sealed class Deciding(
    WorkingSet set,
    Resolver resolver,
    SurvivorshipRules rules,
    IReadOnlyDictionary<string, ISubscription> subscriptions,
    IIds ids,
    string defaultUnit)
{
    private readonly List<SourceRecord> _moved = [];

    /// <summary>The record of a message as it will be after it: hears the message.</summary>
    public Heard Hear(SourceMessage message, long at, long now)
    {
        var isNew = !set.Records.TryGetValue((message.System, message.Key), out var record);
        record ??= new SourceRecord { Id = ids.NextRecord(), System = message.System, Key = message.Key, Kind = message.Kind, OpenedAt = at };
        var wasOpen = record.IsOpen;
        var wasAt = record.Branch;
        var held = record.Attributes.Values.Select(s => s.Holds).ToArray();
        var news = Hearing.Take(record, message, at, now, isNew, set.InFlight.GetValueOrDefault(record.Address));
        if (news || isNew)
        {
            set.ForgetMatchOf(record);
        }

        set.ChangedRecords.Add(record);
        return new Heard(record, isNew, news || isNew || wasOpen != record.IsOpen || wasAt != record.Branch,
            !held.SequenceEqual(record.Attributes.Values.Select(s => s.Holds)), wasAt == record.Branch ? "" : wasAt);
    }

    /// <summary>Links the heard record to its party and carries out all that follows. Everything the record needs has been loaded.</summary>
    /// <returns>The party that the message speaks of.</returns>
    public Party Resolve(SourceMessage message, Heard heard, long at, long now)
    {
        if (!heard.News)
        {
            var same = set.Parties[heard.Record.PartyId];
            if (heard.HoldingsMoved)
            {
                MarkDue(same, [heard.Record]);
            }

            return same;
        }

        return Settle(new Cause(message.System, message.Key, message.MessageId), heard.Record, heard.IsNew, party => Relate(heard, party, at), now);
    }

    /// <summary>Takes a remark on a party that has been loaded. Where an earlier one on the same number is, there the later ones go.</summary>
    public Party Remark(SourceMessage message, Party about, long at, long now)
    {
        var heard = Hear(message, at, now);
        if (heard.IsNew)
        {
            (heard.Record.PartyId, heard.Record.Link, heard.Record.Rule) = (about.Id, LinkKind.Verified, SourceRecord.RemarkRule);
            set.Load(heard.Record);
        }

        var party = set.Parties[heard.Record.PartyId];
        if (heard.News)
        {
            Reform(party, new Cause(message.System, message.Key, message.MessageId), now);
        }

        return party;
    }

    private Party Settle(Cause cause, SourceRecord record, bool isNew, Action<Party> relate, long now)
    {
        var match = set.MatchOf(record);
        var before = isNew ? (long?)null : record.PartyId;
        var decision = resolver.Decide(match, Candidates(record, match, isNew), before, Settled);
        var party = Link(record, isNew, decision, now);
        IndexKeys(record, match);

        var touched = new HashSet<long> { party.Id };
        if (before is { } old && old != party.Id)
        {
            touched.Add(old);
        }

        foreach (var loser in decision.Merges.Where(id => id != party.Id))
        {
            MergeInto(party, set.Parties[loser], cause, now);
            touched.Add(loser);
        }

        var moved = Route(decision.Moves, party, touched, now);
        _moved.AddRange(moved);
        Explain(isNew || decision.Rule != LinkRule.SameRecord ? [record, .. moved] : moved);
        Claiming.Run(set, touched, decision.Disputed);
        foreach (var suspect in decision.Suspects)
        {
            AddSuspect(party.Id, suspect, now);
        }

        relate(party);
        // Looked at again without a message, and every record stayed where it was: nobody said anything.
        var heard = cause.MessageId.Length > 0 || touched.Count > 1;
        foreach (var id in touched.Order())
        {
            Reform(set.Parties[id], cause, now, heard: heard);
        }

        return set.Resolve(party.Id);
    }

    /// <summary>Resolves a record once more though it says nothing new: another process created its like at the same moment.</summary>
    public void ResolveAgain(SourceRecord record, long now) =>
        Settle(new Cause(record.System, record.Key, ""), record, isNew: false, _ => { }, now);

    /// <summary>Records that fitted another party better now that something was heard, since this was asked last: their own suspects are not known yet.</summary>
    public IReadOnlyList<SourceRecord> TakeMoved()
    {
        SourceRecord[] moved = [.. _moved];
        _moved.Clear();
        return moved;
    }

    /// <summary>What would be decided of a stored record now. Changes nothing.</summary>
    public Decision Foresee(SourceRecord record)
    {
        var match = set.MatchOf(record);
        return resolver.Decide(match, Candidates(record, match, isNew: false), record.PartyId, Settled);
    }

    /// <summary>Moves records of one party to a new one, by a person's decision: the inverse of a merge. Later messages follow their record.</summary>
    public Party Split(IReadOnlyList<SourceRecord> records, long now)
    {
        var party = Part(records, now);
        foreach (var record in records)
        {
            (record.Link, record.Rule, record.Evidence) = (LinkKind.Verified, "split", null);
        }

        return party;
    }

    /// <summary>Gives some of a party's records a party of their own.</summary>
    public Party Part(IReadOnlyList<SourceRecord> records, long now)
    {
        var cause = new Cause(records[0].System, records[0].Key, "");
        var old = set.Parties[records[0].PartyId];
        var party = NewParty(records[0].Kind, now);
        foreach (var record in records)
        {
            MoveOver(record, party);
        }

        Explain([.. set.MembersOf(old.Id), .. records]);
        Claiming.Run(set, [old.Id, party.Id], []);
        Reform(old, cause, now, ChangeAction.Split);
        Reform(party, cause, now);
        set.Due.UnionWith(set.MembersOf(old.Id).Concat(records).Where(r => r.IsOpen && subscriptions.ContainsKey(r.System)).Select(r => r.Address));
        return party;
    }

    /// <summary>Makes two parties one, by a person's decision: from now on every record's link to it is verified, and the other's number redirects.</summary>
    public void Merge(Party winner, Party loser, long now)
    {
        var moved = set.MembersOf(loser.Id).Where(m => !m.IsRemark).ToList();
        var cause = new Cause(moved[0].System, moved[0].Key, "");
        MergeInto(winner, loser, cause, now);
        moved.ForEach(record => (record.Rule, record.Evidence) = ("merge", null));
        foreach (var record in set.MembersOf(winner.Id).Where(m => !m.IsRemark))
        {
            record.Link = LinkKind.Verified;
            set.ChangedRecords.Add(record);
        }

        Claiming.Run(set, [winner.Id], []);
        Reform(winner, cause, now);
    }

    /// <summary>Forms a party's golden record anew; a new version only where a value changed.</summary>
    /// <param name="heard">Whether its records or relationships may have changed, which its followers are told though its values stay.</param>
    private void Reform(Party party, Cause cause, long now, ChangeAction? act = null, bool heard = true)
    {
        if (party.Status == PartyStatus.Merged)
        {
            return;
        }

        var members = set.MembersOf(party.Id);
        if (members.TrueForAll(m => m.IsRemark))
        {
            // Its last record went to another party: nothing is left to stand for, and the number redirects there.
            var into = set.Resolve(set.Records[(cause.System, cause.Key)].PartyId);
            MergeInto(into, party, cause, now);
            return;
        }

        members.Sort((a, b) => string.CompareOrdinal(a.System, b.System) is var order && order != 0 ? order : string.CompareOrdinal(a.Key, b.Key));
        var golden = Survivorship.Survive(members, rules);
        var changes = Differences(party.Golden, golden);
        var status = members.Any(m => m.IsOpen) ? PartyStatus.Active : PartyStatus.Closed;
        var action = act ?? (party.Version == 0 ? ChangeAction.Created : status == PartyStatus.Closed && party.Status != status ? ChangeAction.Closed : ChangeAction.Changed);
        if (changes.Count > 0 || status != party.Status || party.Version == 0 || act is not null)
        {
            party.Version++;
            party.ChangedAt = now;
            set.Changes.Add(new ChangeRow(party.Id, party.Version, now, action, cause.System, cause.MessageId, changes));
        }
        else if (heard)
        {
            set.Changes.Add(new ChangeRow(party.Id, party.Version, now, ChangeAction.Heard, cause.System, cause.MessageId, []));
        }

        if (SearchTokens.ChangedBetween(party.Golden, golden))
        {
            set.Searchable.TryAdd(party.Id, SearchTokens.Of(party.Golden));
        }

        party.Kind = members[0].Kind;
        party.Status = status;
        party.Golden = golden;
        set.ChangedParties.Add(party);
        MarkDue(party, members);
    }

    private void MarkDue(Party party, IEnumerable<SourceRecord> records)
    {
        foreach (var record in records)
        {
            if (record.IsOpen && subscriptions.TryGetValue(record.System, out var subscription)
                && Projecting.Project(party, record, subscription) is var projection
                && (projection.Fault is not null || !Projecting.Holds(record, projection)))
            {
                set.Due.Add(record.Address);
            }
        }
    }

    private List<Candidate> Candidates(SourceRecord record, MatchRecord match, bool isNew)
    {
        var parties = new SortedSet<long>();
        if (!isNew)
        {
            parties.Add(record.PartyId);
        }

        foreach (var identity in match.TrustedIdentities)
        {
            if (set.Identities.GetValueOrDefault(identity.Key) is { } holder)
            {
                parties.Add(set.Resolve(holder).Id);
            }
        }

        foreach (var hash in BlockingKeys.Of(match))
        {
            foreach (var id in set.RecordsWith(hash))
            {
                if (set.RecordById(id) is { } other)
                {
                    parties.Add(other.PartyId);
                }
            }
        }

        return [.. parties.Select(id => new Candidate(id, [.. set.MembersOf(id).Where(m => !m.IsRemark).Select(set.MatchOf)]))];
    }

    /// <summary>What stewards settled among the loaded records.</summary>
    public Settled Settled => set.Exclusions.Count == 0 && set.Records.Values.All(r => r.Link == LinkKind.Automatic || r.IsRemark)
        ? Matching.Settled.Nothing
        : new Settled(
            [.. set.Exclusions
                .Select(e => (A: set.RecordById(e.A), B: set.RecordById(e.B)))
                .Where(e => e.A is not null && e.B is not null)
                .Select(e => (set.MatchOf(e.A!).Id, set.MatchOf(e.B!).Id))],
            [.. set.Records.Values.Where(r => r.Link == LinkKind.Verified).Select(r => set.MatchOf(r).Id)]);

    private Party Link(SourceRecord record, bool isNew, Decision decision, long now)
    {
        var party = decision.Party is { } id ? set.Resolve(id) : isNew || set.MembersOf(record.PartyId).Count > 1 ? NewParty(record.Kind, now) : set.Parties[record.PartyId];
        if (isNew)
        {
            record.PartyId = party.Id;
            set.Load(record);
        }
        else if (record.PartyId != party.Id)
        {
            MoveOver(record, party);
        }

        if (isNew || decision.Rule != LinkRule.SameRecord)
        {
            record.Rule = decision.Rule switch
            {
                LinkRule.TrustedIdentity => "identity",
                LinkRule.Score => "score",
                LinkRule.NewParty => "new",
                _ => record.Rule,
            };
        }

        return party;
    }

    private Party NewParty(PartyKind kind, long now)
    {
        var party = new Party { Id = ids.NextParty(), Kind = kind, CreatedAt = now, ChangedAt = now };
        set.Parties.Add(party.Id, party);
        set.MembersOf(party.Id);
        return party;
    }

    private void MergeInto(Party winner, Party loser, Cause cause, long now)
    {
        foreach (var member in set.MembersOf(loser.Id).ToArray())
        {
            set.Move(member, winner.Id);
            set.Due.Add(member.Address);
        }

        foreach (var identity in set.HeldBy(loser.Id).ToArray())
        {
            set.Hold(identity, winner.Id);
        }

        loser.Status = PartyStatus.Merged;
        loser.MergedInto = winner.Id;
        loser.Version++;
        loser.ChangedAt = now;
        set.ChangedParties.Add(loser);
        set.Searchable.TryAdd(loser.Id, SearchTokens.Of(loser.Golden));
        set.Merges.Add((loser.Id, winner.Id));
        set.Changes.Add(new ChangeRow(loser.Id, loser.Version, now, ChangeAction.Merged, cause.System, cause.MessageId,
            [new AttributeChange("party", loser.Number, winner.Number)]));
    }

    /// <returns>The records that went to another party.</returns>
    private List<SourceRecord> Route(IReadOnlyList<Move> moves, Party own, HashSet<long> touched, long now)
    {
        var moved = new List<SourceRecord>();
        var created = new Dictionary<int, Party> { [0] = own };
        foreach (var move in moves)
        {
            var slash = move.RecordId.IndexOf('/', StringComparison.Ordinal);
            var record = set.Records[(move.RecordId[..slash], move.RecordId[(slash + 1)..])];
            Party to;
            if (move.To is { } known)
            {
                to = set.Resolve(known);
            }
            else if (!created.TryGetValue(move.NewGroup, out to!))
            {
                created.Add(move.NewGroup, to = NewParty(record.Kind, now));
            }

            if (record.PartyId != to.Id)
            {
                touched.Add(record.PartyId);
                MoveOver(record, to);
                touched.Add(to.Id);
                moved.Add(record);
            }
        }

        return moved;
    }

    /// <summary>Keeps with each link that the machine made what speaks for it.</summary>
    private void Explain(List<SourceRecord> linked)
    {
        foreach (var record in linked.Where(r => r.Link == LinkKind.Automatic && !r.IsRemark))
        {
            set.ChangedRecords.Add(record);
            record.Evidence = LinkEvidence.Of(record, set.MembersOf(record.PartyId), set.MatchOf, resolver.Matcher);
        }
    }

    private void IndexKeys(SourceRecord record, MatchRecord match)
    {
        var now = BlockingKeys.Of(match).ToHashSet();
        foreach (var hash in now)
        {
            if (set.RecordsWith(hash).Add(record.Id))
            {
                set.NewMatchKeys.Add((hash, record.Id));
            }
        }
    }

    private void AddSuspect(long party, Matching.Suspect suspect, long now)
    {
        if (party != suspect.PartyId)
        {
            var row = SuspectRow.Of(party, suspect.PartyId, suspect.Score.Probability, suspect.Score.CannotLink, now);
            set.Suspects[(row.PartyA, row.PartyB)] = row;
        }
    }

    private void Relate(Heard heard, Party party, long at)
    {
        Place(heard.Record, party, heard.IsNew && party.Version == 0, at);
        Leave(party.Id, heard.LeftBranch);
    }

    /// <summary>A record that turns out to be another customer's takes its branch with it: what is held there is no business of the party that it leaves.</summary>
    private void MoveOver(SourceRecord record, Party party)
    {
        var left = record.PartyId;
        set.Move(record, party.Id);
        Place(record, party, party.Version == 0, record.OpenedAt);
        Leave(left, record.Branch);
    }

    /// <summary>
    /// Relationships with legal entities: the record's branch where it has one; otherwise the county of the address; otherwise, for a
    /// party that is new, the stated default.
    /// </summary>
    private void Place(SourceRecord record, Party party, bool isNew, long since)
    {
        if ((Relationship.Of(party.Id, record, since) ?? (isNew ? Relationship.ByDefault(party.Id, defaultUnit, record, since) : null)) is { } relationship)
        {
            set.Relationships.TryAdd((party.Id, relationship.Unit, relationship.Kind), relationship);
        }
    }

    /// <summary>A branch that none of the party's open records is at any more has no customer in it.</summary>
    private void Leave(long party, string branch)
    {
        if (branch.Length > 0 && !set.MembersOf(party).Exists(r => r.IsOpen && r.Branch == branch))
        {
            set.Relationships.Remove((party, branch, "customer"));
            set.LeftBranches.Add((party, branch));
        }
    }

    private static List<AttributeChange> Differences(Dictionary<string, GoldenAttribute> before, Dictionary<string, GoldenAttribute> after)
    {
        var changes = new List<AttributeChange>();
        foreach (var attribute in PartyAttribute.All)
        {
            var old = before.GetValueOrDefault(attribute)?.Value ?? "";
            var now = after.GetValueOrDefault(attribute)?.Value ?? "";
            if (!string.Equals(old, now, StringComparison.Ordinal))
            {
                changes.Add(new AttributeChange(attribute, old, now));
            }
        }

        return changes;
    }

    /// <summary>The message that a change is due to; no message id where the hub itself looked again.</summary>
    private sealed record Cause(string System, string Key, string MessageId);
}
