using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.Storage;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Matching;

namespace Granary.Ecif.Resolution;

/// <summary>
/// Decides every record of the base anew under the active model. A page is read and foreseen; only parties to which something happens are locked and
/// written, a few in one transaction, and with them how far the run is. So whatever it is killed at, it goes on where its last transaction ended.
/// </summary>
internal sealed class Rematching(EcifDatabase database, IntakeRules rules, IdBlocks ids, TimeProvider clock)
{
    private readonly PartyPages _pages = new(rules);

    /// <summary>Passes one page.</summary>
    /// <param name="fence">Fails a transaction of a process that has lost the lease.</param>
    /// <returns>The run as it is after it, not yet kept where nothing was written; done where it was the last.</returns>
    public async Task<MatchRun> PassAsync(MatchRun run, Matcher before, Resolver after, Func<Session, Task> fence, CancellationToken cancellation)
    {
        var (page, changing, until) = await database.ReadAsync(async session =>
        {
            var until = run.Until > 0 ? run.Until : await PartyPages.LastAsync(session);
            var page = await _pages.NextAsync(session, run.Position, until);
            var (set, parties) = await _pages.LoadAsync(session, page);
            var suspected = await SuspectedAsync(session, page);
            var deciding = DecidingBy(set, after);
            return (page, parties.Where(p => Changes(p, set, deciding, suspected, before, after.Matcher)).Select(p => (p.Id, Locks: LocksOf(p, set))).ToList(), until);
        }, cancellation);
        run = run with { Until = until };
        foreach (var some in changing.Chunk(rules.Limits.RematchParties))
        {
            await ids.ReserveAsync(some.Length * rules.Limits.RematchParties, cancellation);
            run = run with { Position = some[^1].Id };
            await database.WriteAsync(async session =>
            {
                await session.LockAsync(some.SelectMany(p => p.Locks).Take(rules.Limits.BatchLocks)); // as messages do, before any row
                await fence(session);
                await DecideAsync(session, run, [.. some.Select(p => p.Id)], before, after);
            }, cancellation);
            Crash.At("mid-rematch");
        }

        return run with { Position = page.Count > 0 ? page[^1] : until, State = page.Count < rules.Limits.PageParties ? RunState.Done : RunState.Running };
    }

    private async Task DecideAsync(Session session, MatchRun run, IReadOnlyList<long> some, Matcher before, Resolver after)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var (set, parties) = await _pages.LoadAsync(session, some);
        var deciding = DecidingBy(set, after);
        await _pages.WidenAsync(session, set, [.. parties.SelectMany(p => Outlook.Of(p, set, deciding).Joins).Distinct().Except(some)]);
        foreach (var party in parties.Where(p => p.Status != PartyStatus.Merged)) // one may be merged into another of them
        {
            var records = set.MembersOf(party.Id).Where(m => !m.IsRemark).ToList();
            foreach (var part in Outlook.Parts(party, set, deciding, before, after.Matcher))
            {
                deciding.Part(part, now);
            }

            foreach (var record in records.OrderBy(r => r.Id))
            {
                deciding.ResolveAgain(record, now);
            }
        }

        var moved = deciding.TakeMoved();
        await _pages.WidenAsync(session, set, [.. moved.Select(r => r.PartyId).Distinct()]);
        foreach (var record in moved)
        {
            deciding.ResolveAgain(record, now);
        }

        await MasterStore.WriteAsync(session, set, now);
        await DropSuspectsAsync(session, set, deciding, parties);
        if (!await MatchRuns.AdvanceAsync(session, run, now))
        {
            throw new OperationCanceledException("Another run took its place.");
        }
    }

    private static ulong[] LocksOf(Party party, WorkingSet set) => [.. set.MembersOf(party.Id).SelectMany(m =>
        set.MatchOf(m).TrustedIdentities.Select(i => StableHash.Of(i.Key)).Append(StableHash.Of(m.System).And(m.Key))).Select(hash => (ulong)hash.Value)];

    private static bool Changes(Party party, WorkingSet set, Deciding deciding, ILookup<long, Suspected> suspected, Matcher before, Matcher after)
    {
        var outlook = Outlook.Of(party, set, deciding);
        return outlook.Joins.Count > 0 || outlook.Leaves.Count > 0
            || outlook.Reviews.Except(suspected[party.Id].Select(s => s.Other)).Any() || suspected[party.Id].Any(s => s.IsUntouched && !outlook.Reviews.Contains(s.Other))
            || Outlook.Parts(party, set, deciding, before, after).Count > 0;
    }

    /// <summary>What is written of suspects, from both sides.</summary>
    private static async Task<ILookup<long, Suspected>> SuspectedAsync(Session session, IReadOnlyList<long> parties) => (await session.QueryAsync(
        """
        SELECT k.id, s.party_b, CASE WHEN s.state = 0 AND s.reason = 'score' AND s.unsure_at = 0 AND s.decision_id = 0 THEN 1 ELSE 0 END
        FROM {rows} CROSS JOIN ecif.suspect s WHERE s.party_a = k.id
        UNION SELECT k.id, s.party_a, CASE WHEN s.state = 0 AND s.reason = 'score' AND s.unsure_at = 0 AND s.decision_id = 0 THEN 1 ELSE 0 END
        FROM {rows} CROSS JOIN ecif.suspect s WHERE s.party_b = k.id
        """, RowSet.Of("id", parties), r => (Party: r.GetInt64(0), Suspected: new Suspected(r.GetInt64(1), r.GetInt32(2) == 1)))).ToLookup(s => s.Party, s => s.Suspected);

    /// <summary>A pair that nobody has looked at, and that the model shows no longer, is none.</summary>
    private static async Task DropSuspectsAsync(Session session, WorkingSet set, Deciding deciding, IReadOnlyList<Party> parties)
    {
        var suspected = await SuspectedAsync(session, [.. parties.Select(p => p.Id)]);
        foreach (var party in parties.Where(p => p.Status != PartyStatus.Merged && suspected[p.Id].Any()))
        {
            var shown = Outlook.Of(party, set, deciding).Reviews;
            foreach (var (other, _) in suspected[party.Id].Where(s => s.IsUntouched && !shown.Contains(s.Other)))
            {
                await session.ExecuteAsync("DELETE FROM ecif.suspect WHERE party_a = @a AND party_b = @b", ("a", Math.Min(party.Id, other)), ("b", Math.Max(party.Id, other)));
            }
        }
    }

    /// <param name="IsUntouched">Found by its score, and nobody has looked at it.</param>
    private sealed record Suspected(long Other, bool IsUntouched);

    private Deciding DecidingBy(WorkingSet set, Resolver resolver) => new(set, resolver, rules.Survivorship, rules.Subscriptions, ids, rules.DefaultUnit);
}
