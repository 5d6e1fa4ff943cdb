using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.SourceRecords;
using Granary.Ecif.Storage;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Stewardship;

/// <summary>Carries a decision out once a second person has agreed: links, golden records, change log, exclusions and audit in one transaction. To run it twice changes nothing.</summary>
internal sealed class CarryOut(EcifDatabase database, IntakeRules rules, Wakeups wakeups, TimeProvider clock)
{
    private static readonly Insert<(long A, long B, long At, string Who)> Exclusions = new("ecif.exclusion", "ON CONFLICT (record_a, record_b) DO NOTHING",
        new("record_a", ColumnType.Long, e => Math.Min(e.A, e.B)),
        new("record_b", ColumnType.Long, e => Math.Max(e.A, e.B)),
        new("created_at", ColumnType.Long, e => e.At),
        new("created_by", ColumnType.Text, e => e.Who));

    /// <returns>Null, or why it cannot be carried out any more.</returns>
    public async Task<string?> RunAsync(long id, CancellationToken cancellation)
    {
        var ids = new IdBlocks(database, block: 8);
        await ids.ReserveAsync(1, cancellation);
        var refusal = await database.WriteAsync(session => ApplyAsync(session, ids, id, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation);
        wakeups.Committed();
        return refusal;
    }

    /// <summary>It will not be carried out.</summary>
    /// <param name="state">rejected, withdrawn or expired.</param>
    public Task CloseAsync(long id, string state, CancellationToken cancellation) => database.WriteAsync(async session =>
    {
        if (await StewardDecision.LockAsync(session, id) is { State: StewardDecision.Proposed } decision)
        {
            await decision.CloseAsync(session, state, clock.GetUtcNow().ToUnixTimeMilliseconds());
        }
    }, cancellation);

    private async Task<string?> ApplyAsync(Session session, IIds ids, long id, long now)
    {
        if (await StewardDecision.LockAsync(session, id) is not { State: StewardDecision.Proposed or StewardDecision.Done } decision)
        {
            return "It was withdrawn.";
        }

        if (decision.State == StewardDecision.Done)
        {
            return null;
        }

        long[] parties = decision.Kind == StewardDecision.Split ? [decision.PartyA] : [decision.PartyA, decision.PartyB];
        var set = await WholeParties.LockAsync(session, rules.Limits.BlockSize, parties);
        var decided = decision.Kind != StewardDecision.Split && (await StoredSuspect.FindAsync(session, decision.PartyA, decision.PartyB))?.Decided != false;
        if (decided || WholeParties.Basis(set, parties) != decision.Basis)
        {
            await decision.CloseAsync(session, StewardDecision.Stale, now);
            return "The customers have changed since this was proposed.";
        }

        var deciding = new Deciding(set, rules.Resolver, rules.Survivorship, rules.Subscriptions, ids, rules.DefaultUnit);
        await StoredSuspect.DecideAsync(session, decision, done: true);
        await (decision.Kind switch
        {
            StewardDecision.Same => MergeAsync(session, set, deciding, decision, now),
            StewardDecision.Different => ExcludeAsync(session, set, decision, now),
            _ => SplitAsync(session, set, deciding, decision, now),
        });
        await decision.CloseAsync(session, StewardDecision.Done, now);
        return null;
    }

    private async Task MergeAsync(Session session, WorkingSet set, Deciding deciding, StewardDecision decision, long now)
    {
        var (winner, loser) = Choices.Survivor(set, set.Parties[decision.PartyA], set.Parties[decision.PartyB]);
        deciding.Merge(winner, loser, now);
        await MasterStore.WriteAsync(session, set, now);
        // The later word of a person counts: what was told apart before is one now.
        await session.ExecuteAsync(
            "DELETE FROM ecif.exclusion WHERE record_a IN (SELECT a.id FROM ecif.source_record a WHERE a.party_id = @id) AND record_b IN (SELECT b.id FROM ecif.source_record b WHERE b.party_id = @id)",
            ("id", winner.Id));
        await AuditAsync(session, decision, "records.merge", loser.Number, loser.Number, winner.Number, now);
    }

    private async Task ExcludeAsync(Session session, WorkingSet set, StewardDecision decision, long now)
    {
        await ExcludeAsync(session, Choices.Records(set, decision.PartyA), Choices.Records(set, decision.PartyB), decision.MadeBy, now);
        await AuditAsync(session, decision, "records.exclude", PartyNumber.Of(decision.PartyA), "", PartyNumber.Of(decision.PartyB), now);
    }

    private async Task SplitAsync(Session session, WorkingSet set, Deciding deciding, StewardDecision decision, long now)
    {
        var leaving = Choices.Leaving(set, decision.PartyA, decision.Records);
        var staying = Choices.Records(set, decision.PartyA).Except(leaving).ToList();
        var party = deciding.Split(leaving, now);
        await MasterStore.WriteAsync(session, set, now);
        await ExcludeAsync(session, leaving, staying, decision.MadeBy, now);
        await AuditAsync(session, decision, "records.split", string.Join(' ', leaving.Select(r => $"{r.System}/{r.Key}")), PartyNumber.Of(decision.PartyA), party.Number, now);
    }

    private static Task ExcludeAsync(Session session, IReadOnlyList<SourceRecord> these, IReadOnlyList<SourceRecord> those, string who, long now) =>
        session.InsertAsync(Exclusions, [.. these.SelectMany(a => those.Select(b => (a.Id, b.Id, now, who)))]);

    private Task AuditAsync(Session session, StewardDecision decision, string act, string subject, string before, string after, long now) =>
        AuditTrail.AppendAsync(session, database.Schema, now, new AuditEntry(decision.MadeBy, "", act, subject, decision.Reason, before, after));
}
