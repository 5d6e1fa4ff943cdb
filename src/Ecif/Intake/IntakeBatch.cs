using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Resolution;
using Granary.Ecif.SourceRecords;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Granary.Kernel;
using Granary.Matching;
using Verdict = Granary.Ecif.Contracts.Verdict;

namespace Granary.Ecif.Intake;

/// <summary>Everything a batch is decided by, apart from the messages.</summary>
internal sealed record IntakeRules(
    ActiveModel Model,
    SurvivorshipRules Survivorship,
    IReadOnlyDictionary<string, ISubscription> Subscriptions,
    string DefaultUnit,
    EcifLimits Limits)
{
    /// <summary>Decides under the model that is active now: to be asked for once a batch.</summary>
    public Resolver Resolver => Model.Resolver;
}

/// <summary>One entry of a batch: a message, or a frame that never became one.</summary>
internal sealed record Arrival(SourceMessage? Message, RefusedFrame? Frame, string Id)
{
    /// <summary>A customer's message as resolution sees it by itself; made while it waits, beside the batch before.</summary>
    public Task<MatchRecord>? Match { get; } = Message is { Party: null } ? Task.Run(() => MatchFacts.Of(Alone(Message))) : null;

    public string System => Message?.System ?? Frame!.System;

    public byte[] BodyHash => Message?.BodyHash ?? Frame!.BodyHash;

    /// <summary>A record that says only what one message says: enough to know what to look up.</summary>
    private static SourceRecord Alone(SourceMessage message)
    {
        var record = new SourceRecord { Id = 0, System = message.System, Key = message.Key, Kind = message.Kind, OpenedAt = 0 };
        Hearing.Apply(record, message.Attributes, 0, 0, null);
        return record;
    }
}

/// <summary>Up to some hundred messages as one transaction (the path of a message, steps 1 to 5).</summary>
internal sealed class IntakeBatch(EcifDatabase database, IntakeRules rules, IdBlocks ids, TimeProvider clock)
{
    /// <summary>Commits the arrivals and gives their verdicts, in order. Throws where the batch as a whole failed; then nothing of it happened.</summary>
    public async Task<Verdict[]> RunAsync(IReadOnlyList<Arrival> arrivals, CancellationToken cancellation)
    {
        await ids.ReserveAsync(arrivals.Count, cancellation);
        var lookUps = new LookUps[arrivals.Count];
        for (var i = 0; i < lookUps.Length; i++)
        {
            lookUps[i] = arrivals[i].Match is { } match ? LookUps.Of(await match) : new LookUps([], []);
        }

        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var (verdicts, set) = await database.WriteAsync(async session =>
        {
            var result = await DecideAsync(session, arrivals, lookUps, now);
            Crash.At("before-commit");
            return result;
        }, cancellation);
        Crash.At("after-commit");
        if (database.IsShared)
        {
            await ResolveAgainAsync(set, cancellation);
        }

        return verdicts;
    }

    private async Task<(Verdict[] Verdicts, WorkingSet Set)> DecideAsync(Session session, IReadOnlyList<Arrival> arrivals, LookUps[] lookUps, long now)
    {
        await rules.Model.RefreshAsync(session);
        var set = new WorkingSet();
        await session.LockAsync(arrivals.SelectMany((a, i) => Locks(a, lookUps[i])));

        var known = (await MasterStore.MessagesAsync(session, [.. arrivals.Select(a => (a.System, a.Id)).Distinct()])).ToDictionary(m => (m.System, m.Id));
        var loading = new Loading(session, set, rules.Limits.BlockSize);
        await loading.LoadAsync(
            [.. arrivals.Where(a => a.Message is not null && !known.ContainsKey((a.System, a.Id))).Select(a => (a.System, a.Message!.Key))],
            [.. lookUps.SelectMany(l => l.Identities)],
            [.. lookUps.SelectMany(l => l.Hashes)],
            [.. arrivals.Select(a => NamedParty(a.Message)).OfType<long>().Distinct()]);

        var deciding = new Deciding(set, rules.Resolver, rules.Survivorship, rules.Subscriptions, ids, rules.DefaultUnit);
        var verdicts = new Verdict[arrivals.Count];
        var rows = new List<MessageRow>(arrivals.Count);
        var repeats = new List<(string, string)>();
        for (var i = 0; i < arrivals.Count; i++)
        {
            var arrival = arrivals[i];
            if (known.TryGetValue((arrival.System, arrival.Id), out var before))
            {
                repeats.Add((arrival.System, arrival.Id));
                verdicts[i] = Repeated(arrival, before);
                continue;
            }

            var row = arrival.Message is { } message
                ? await ApplyAsync(loading, deciding, set, message, arrival.Match, now)
                : Refuse(arrival.Frame!, arrival.Id, now);
            rows.Add(row);
            known.Add((arrival.System, arrival.Id), row);
            verdicts[i] = new Verdict(row.Outcome, row.Reason, row.PartyNumber, row.Field, row.Text);
        }

        await MasterStore.WriteAsync(session, set, now);
        await MasterStore.WriteMessagesAsync(session, rows);
        await MasterStore.CountRepeatsAsync(session, repeats);
        return (verdicts, set);
    }

    private async Task<MessageRow> ApplyAsync(Loading loading, Deciding deciding, WorkingSet set, SourceMessage message, Task<MatchRecord>? match, long now)
    {
        var said = message.At.ToUnixTimeMilliseconds();
        var clamped = said > now + (long)rules.Limits.ClockSkew.TotalMilliseconds;
        var at = clamped ? now : said;
        Party party;
        if (match is not null)
        {
            party = await ResolveAsync(loading, deciding, set, message, await match, at, now);
        }
        else if (NamedParty(message) is { } named && set.Parties.ContainsKey(named))
        {
            party = deciding.Remark(message, set.Resolve(named), at, now);
        }
        else
        {
            var nobody = new RefusedFrame(message.System, message.MessageId, message.BodyHash, Reason.NotFound, "party", "there is no party of this number", message.ReceivedAt, default);
            return Refuse(nobody, message.MessageId, now);
        }

        return new MessageRow(message.System, message.MessageId, message.BodyHash, message.ReceivedAt.ToUnixTimeMilliseconds(), now, message.Key,
            Outcome.Applied, Reason.None, "", clamped ? "source time is ahead of the hub: clamped" : "", party.Number, StatementJson.WriteMap(message.Attributes));
    }

    private static async Task<Party> ResolveAsync(Loading loading, Deciding deciding, WorkingSet set, SourceMessage message, MatchRecord alone, long at, long now)
    {
        var heard = deciding.Hear(message, at, now);
        if (heard.IsNew)
        {
            set.MatchIs(heard.Record, alone);
        }
        else if (heard.News)
        {
            // What the record says with what it said before may ask for more than the message alone did.
            var more = LookUps.Of(set.MatchOf(heard.Record));
            await loading.LoadAsync([], more.Identities, more.Hashes);
        }

        var party = deciding.Resolve(message, heard, at, now);
        foreach (var moved in deciding.TakeMoved())
        {
            // Once: what moves then has been looked at with this message already.
            var more = LookUps.Of(set.MatchOf(moved));
            await loading.LoadAsync([], more.Identities, more.Hashes);
            deciding.ResolveAgain(moved, now);
        }

        deciding.TakeMoved();
        return set.Resolve(party.Id);
    }

    private static long? NamedParty(SourceMessage? message) => message?.Party is { } number && PartyNumber.TryParse(number, out var id) ? id : null;

    private static MessageRow Refuse(RefusedFrame frame, string id, long now) =>
        new(frame.System, id, frame.BodyHash, frame.ReceivedAt.ToUnixTimeMilliseconds(), now, "", Outcome.Refused, frame.Reason, frame.Field, frame.Text, null, null);

    /// <summary>A repeat gets the verdict that was given then; the same number with another body is refused.</summary>
    private static Verdict Repeated(Arrival arrival, MessageRow before) =>
        before.BodyHash.AsSpan().SequenceEqual(arrival.BodyHash)
            ? new Verdict(Outcome.Duplicate, before.Reason, before.PartyNumber, before.Field, before.Text)
            : new Verdict(Outcome.Refused, Reason.BadField, null, "", "报文编号重复而内容不同");

    private static IEnumerable<ulong> Locks(Arrival arrival, LookUps lookUps)
    {
        foreach (var identity in lookUps.Identities)
        {
            yield return (ulong)StableHash.Of(identity).Value;
        }

        yield return arrival.Message is { } message
            ? (ulong)StableHash.Of(message.System).And(message.Key).Value
            : (ulong)StableHash.Of(arrival.System).And(arrival.Id).Value;
    }

    /// <summary>
    /// Two processes that create a party each from evidence without a trusted identity take no common lock. After its commit each looks
    /// once more at the match keys of what it created; whoever commits second sees the other, and the two are resolved again.
    /// </summary>
    private async Task ResolveAgainAsync(WorkingSet committed, CancellationToken cancellation)
    {
        var created = committed.ChangedRecords.Where(r => r.Rule == "new" && committed.Parties[r.PartyId].Version == 1).ToList();
        if (created.Count == 0)
        {
            return;
        }

        var hashes = created.ToDictionary(r => r, r => BlockingKeys.Of(committed.MatchOf(r)));
        var found = await database.ReadAsync(
            session => session.LowestAsync("ecif.match_key", "hash", "record_id", [.. hashes.Values.SelectMany(h => h).Distinct()], rules.Limits.BlockSize), cancellation);
        var strangers = found.Where(f => committed.RecordById(f.Value) is null).Select(f => f.Key).ToHashSet();
        var again = created.Where(r => hashes[r].Any(strangers.Contains)).ToList();
        if (again.Count == 0)
        {
            return;
        }

        await ids.ReserveAsync(again.Count, cancellation);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await database.WriteAsync(async session =>
        {
            var set = new WorkingSet();
            var loading = new Loading(session, set, rules.Limits.BlockSize);
            await session.LockAsync(again.Select(r => (ulong)StableHash.Of(r.System).And(r.Key).Value));
            await loading.LoadAsync([.. again.Select(r => r.Address)],
                [.. again.SelectMany(r => committed.MatchOf(r).TrustedIdentities.Select(i => i.Key))], [.. again.SelectMany(r => hashes[r])]);
            var deciding = new Deciding(set, rules.Resolver, rules.Survivorship, rules.Subscriptions, ids, rules.DefaultUnit);
            foreach (var address in again.Select(r => r.Address))
            {
                deciding.ResolveAgain(set.Records[address], now);
            }

            await MasterStore.WriteAsync(session, set, now);
        }, cancellation);
    }
}
