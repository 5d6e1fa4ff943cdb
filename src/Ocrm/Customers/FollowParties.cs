using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Care;
using Granary.Ocrm.Holdings;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Customers;

/// <summary>
/// OCRM hears of customers as any system does: it follows ECIF's change log and writes its own rows. Its position is stored in the
/// transaction that stores the rows, so it may die at any moment; parties are read whole, so to hear of one twice changes nothing.
/// It begins with nothing: then it notes where the log ends, goes through all parties once, and follows from there.
/// </summary>
internal sealed class FollowParties(
    OcrmDatabase database, IChangeFeed feed, IGoldenRecords records, FollowIdentity identity, GiveNewCustomers newcomers, OcrmLimits limits, TimeProvider clock, ILogger<FollowParties> logger)
    : Worker(limits, clock, logger)
{
    public const string Name = "customers";

    private const long Filled = -1;

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        var next = feed.Next;
        if (!await StepAsync(cancellation))
        {
            await Wakeups.WaitAsync(next, Limits.FollowPoll, Clock, cancellation);
        }
    }

    /// <summary>Before the hub opens its doors, so that whoever comes through them is new here and not part of the first filling.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await PositionAsync(cancellationToken) is null)
        {
            await BeginAsync(cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    /// <summary>Notes where the log ends before anything is read: what changes while the table is filled is heard of again.</summary>
    private async Task BeginAsync(CancellationToken cancellation)
    {
        var end = await feed.EndAsync(cancellation);
        var filled = (await records.PageAsync(0, 1, cancellation)).Count == 0 ? Filled : 0;
        await database.WriteAsync(session => session.ExecuteAsync(
            "INSERT INTO ocrm.follower (name, xid, change_id, filled_to) VALUES (@name, @xid, @id, @filled) ON CONFLICT (name) DO NOTHING",
            ("name", Name), ("xid", end.Xid), ("id", end.Id), ("filled", filled)), cancellation);
    }

    /// <summary>One transaction's worth. The position's row is its lock: of several nodes one follows at a time.</summary>
    /// <returns>False where there was nothing to do.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        if (await PositionAsync(cancellation) is not { } known)
        {
            await BeginAsync(cancellation);
            return true;
        }

        // Looked at first without a transaction of our own: nearly always there is nothing.
        if (known.Filled == Filled && (await feed.ReadAsync(known.Position, 1, cancellation)).Position == known.Position)
        {
            return false;
        }

        return await database.WriteAsync(async session =>
        {
            var (position, filled) = (await session.QueryAsync(
                $"SELECT xid, change_id, filled_to FROM ocrm.follower f WHERE name = @name {session.ForUpdateOf("f")}", Read, ("name", Name)))[0];
            return filled == Filled ? await FollowAsync(session, position, cancellation) : await FillAsync(session, filled, cancellation);
        }, cancellation);
    }

    private async Task<(ChangePosition Position, long Filled)?> PositionAsync(CancellationToken cancellation) =>
        await database.ReadAsync(session => session.QueryAsync("SELECT xid, change_id, filled_to FROM ocrm.follower WHERE name = @name", Read, ("name", Name)), cancellation) is [var known] ? known : null;

    private static (ChangePosition Position, long Filled) Read(System.Data.Common.DbDataReader r) => (new ChangePosition(r.GetString(0), r.GetInt64(1)), r.GetInt64(2));

    private async Task<bool> FollowAsync(Session session, ChangePosition position, CancellationToken cancellation)
    {
        var (reached, parties) = await feed.ReadAsync(position, Limits.FollowBatch, cancellation);
        if (reached == position)
        {
            return false;
        }

        await newcomers.RunAsync(session, await WriteAsync(session, await records.ReadAsync(parties, cancellation), cancellation), cancellation);
        Crash.At("mid-follow");
        await session.ExecuteAsync("UPDATE ocrm.follower SET xid = @xid, change_id = @id WHERE name = @name", ("xid", reached.Xid), ("id", reached.Id), ("name", Name));
        return true;
    }

    private async Task<bool> FillAsync(Session session, long after, CancellationToken cancellation)
    {
        var parties = await records.PageAsync(after, Limits.FollowBatch, cancellation);
        await WriteAsync(session, await records.ReadAsync(parties, cancellation), cancellation);
        await session.ExecuteAsync("UPDATE ocrm.follower SET filled_to = @to WHERE name = @name", ("to", parties.Count == 0 ? Filled : parties[^1]), ("name", Name));
        return true;
    }

    /// <returns>The rows that were not there before and are nobody's.</returns>
    private async Task<IReadOnlyList<CustomerRow>> WriteAsync(Session session, IReadOnlyList<PartySnapshot> parties, CancellationToken cancellation)
    {
        var heirs = await HeirsAsync(parties, cancellation);
        var snapshots = parties.Concat(heirs.Values).DistinctBy(p => p.Id).ToList();
        var owned = await OwnedAsync(session, [.. heirs.Keys]);

        var rows = snapshots.SelectMany(CustomerRow.Of).ToList();
        var kept = rows.Select(r => (r.PartyId, r.Entity)).ToHashSet();
        var ids = RowSet.Of("id", snapshots.Select(p => p.Id).ToArray());
        var before = await session.QueryAsync("SELECT c.id, c.party_id, c.entity FROM {rows} CROSS JOIN ocrm.customer c WHERE c.party_id = k.id", ids,
            r => (Id: r.GetInt64(0), Row: (r.GetInt64(1), r.GetString(2))));
        await session.InsertAsync(CustomerRow.Insert, rows);
        await session.ExecuteAsync("DELETE FROM ocrm.customer WHERE id IN (SELECT k.id FROM {rows})", RowSet.Of("id", [.. before.Where(c => !kept.Contains(c.Row)).Select(c => c.Id)]));
        await OwnerRow.FollowAsync(session, ids);

        await session.ExecuteAsync("DELETE FROM ocrm.search_token WHERE party_id IN (SELECT k.id FROM {rows})", ids);
        await session.InsertAsync(CustomerTokens.Insert, [.. snapshots.Where(p => p.MergedInto is null).SelectMany(p => CustomerTokens.Of(p).Select(token => (token, p.Id)))]);

        await session.ExecuteAsync("DELETE FROM ocrm.party_day WHERE party_id IN (SELECT k.id FROM {rows})", ids);
        await session.InsertAsync(PartyDay.Insert, [.. snapshots.SelectMany(PartyDay.Of)]);

        foreach (var (party, entity, manager) in owned)
        {
            await FollowIdentity.RememberAsync(session, party, entity, manager);
            // Whose customer somebody was, they are still; who has the surviving one already keeps it.
            await OwnerRow.GiveAsync(session, heirs[party].Id, entity, manager);
        }

        foreach (var merged in parties.Where(p => p.MergedInto is not null))
        {
            await identity.MergeAsync(session, merged, heirs[merged.Id]);
        }

        var now = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var moved = await SourceKeys.WriteAsync(session, snapshots, now);
        await SplitAsync(session, snapshots, moved, now, cancellation);
        await CustomerRelations.WriteAsync(session, [.. snapshots.Select(p => p.Id)], await records.RelationsAsync(
            [.. snapshots.Where(p => p.Attributes.Keys.Any(a => a.StartsWith(PartyAttribute.RelationPrefix, StringComparison.Ordinal))).Select(p => p.Id)], cancellation));
        await HoldingSums.RelinkAsync(session, [.. moved.Select(m => (m.System, m.Key))]);

        await Assistants.SettlePartiesAsync(session, [.. snapshots.Select(p => p.Id)]);

        var there = before.Select(c => c.Row).ToHashSet();
        List<CustomerRow> added = [.. rows.Where(r => !there.Contains((r.PartyId, r.Entity)))];
        await HoldingSums.WriteAsync(session, [.. moved.SelectMany(m => new[] { m.From, m.To }).Concat(added.Select(r => r.PartyId)).Distinct()]);
        return added;
    }

    private async Task SplitAsync(Session session, IReadOnlyList<PartySnapshot> parties, IReadOnlyList<MovedKey> moved, long now, CancellationToken cancellation)
    {
        var pairs = moved.Where(m => m.From != 0).Select(m => (m.From, m.To)).Distinct().ToList();
        var left = (await records.ReadAsync([.. pairs.Select(m => m.From).Distinct()], cancellation)).ToDictionary(p => p.Id);
        foreach (var (from, to) in pairs.Where(m => left[m.From].MergedInto is null))
        {
            await identity.SplitAsync(session, left[from], parties.First(p => p.Id == to), now);
        }
    }

    /// <summary>For every merged party the one that stands for it now.</summary>
    private async Task<Dictionary<long, PartySnapshot>> HeirsAsync(IReadOnlyList<PartySnapshot> parties, CancellationToken cancellation)
    {
        var heirs = parties.Where(p => p.MergedInto is not null).ToDictionary(p => p.Id);
        while (heirs.Values.Where(p => p.MergedInto is not null).Select(p => p.MergedInto!.Value).Distinct().ToArray() is { Length: > 0 } next)
        {
            var read = (await records.ReadAsync(next, cancellation)).ToDictionary(p => p.Id);
            heirs = heirs.ToDictionary(h => h.Key, h => h.Value.MergedInto is { } into ? read[into] : h.Value);
        }

        return heirs;
    }

    /// <summary>Whose the merged ones are. All their owners are locked, so that whom they are given to meanwhile is not lost with them.</summary>
    private static async Task<List<(long Party, string Entity, string Manager)>> OwnedAsync(Session session, long[] parties) => (await session.QueryAsync(
        $"SELECT o.party_id, o.entity, o.manager FROM {"{rows}"} CROSS JOIN ocrm.owner o WHERE o.party_id = k.id ORDER BY o.party_id, o.entity {session.ForUpdateOf("o")}",
        RowSet.Of("id", parties), r => (Party: r.GetInt64(0), Entity: r.GetString(1), Manager: r.GetString(2)))).FindAll(o => o.Manager.Length > 0);
}
