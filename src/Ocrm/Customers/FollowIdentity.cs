using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Activities;
using Granary.Ocrm.Ownership;

namespace Granary.Ocrm.Customers;

/// <summary>What OCRM keeps of customers stays with the right one when the customer master merges and splits parties.</summary>
internal sealed class FollowIdentity(IEnumerable<PartyRows> tables)
{
    private sealed record Written(long Id, long RecordedFor, long At, bool Asked);

    private sealed record Doubt(long From, long To, string Entity, string What, long Row, long WrittenAt, long FoundAt);

    /// <summary>All that was the merged one's is the heir's, and its number leads there.</summary>
    public async Task MergeAsync(Session session, PartySnapshot merged, PartySnapshot heir)
    {
        foreach (var table in tables)
        {
            if (table.MeetAsync is { } meet)
            {
                await meet(session, merged.Id, heir.Id, merged.ChangedAt.ToUnixTimeMilliseconds());
            }
            else if (table.UniqueBy.Length > 0)
            {
                await session.ExecuteAsync(
                    $"""
                    DELETE FROM {table.Table} WHERE party_id = @merged AND id IN (
                        SELECT m.id FROM {table.Table} m JOIN {table.Table} h ON h.party_id = @heir AND {string.Join(" AND ", table.UniqueBy.Select(c => $"h.{c} = m.{c}"))}
                        WHERE m.party_id = @merged)
                    """, ("merged", merged.Id), ("heir", heir.Id));
            }

            await session.ExecuteAsync($"UPDATE {table.Table} AS t SET party_id = @heir WHERE t.party_id = @merged AND {table.Only}", ("heir", heir.Id), ("merged", merged.Id));
        }

        await CustomerRelations.MergeAsync(session, merged.Id, heir.Id);
        await session.ExecuteAsync("UPDATE ocrm.merged SET heir_id = @heir WHERE heir_id = @merged", ("heir", heir.Id), ("merged", merged.Id));
        var at = merged.ChangedAt.ToUnixTimeMilliseconds();
        if (await session.ExecuteAsync("INSERT INTO ocrm.merged (party_id, number, heir_id, at) VALUES (@party, @number, @heir, @at) ON CONFLICT (party_id) DO NOTHING",
            ("party", merged.Id), ("number", merged.Number), ("heir", heir.Id), ("at", at)) > 0)
        {
            await Activity.RecordAsync(session, [.. CustomerRow.Of(heir).Select(row => new Activity(heir.Id, row.Entity, "", "", at, ActivityKind.Merge, merged.Number))]);
        }
    }

    /// <summary>Whose customer a merged one was.</summary>
    public static Task RememberAsync(Session session, long merged, string entity, string manager) => session.ExecuteAsync(
        "INSERT INTO ocrm.merged_owner (party_id, entity, manager) VALUES (@party, @entity, @manager) ON CONFLICT (party_id, entity) DO NOTHING",
        ("party", merged), ("entity", entity), ("manager", manager));

    /// <summary>
    /// Source records went from one party to another while both live: each row goes with the records for which it was written; what was
    /// written while they were one, in a legal entity that both belong to, goes to the review list.
    /// </summary>
    public async Task SplitAsync(Session session, PartySnapshot from, PartySnapshot to, long now)
    {
        var history = await SplitHistory.ReadAsync(session, from.Id, to.Id);
        var stayed = CustomerRow.Of(from).Select(r => r.Entity).ToHashSet(StringComparer.Ordinal);
        foreach (var row in CustomerRow.Of(to))
        {
            foreach (var table in tables)
            {
                var rows = await session.QueryAsync($"SELECT t.id, t.recorded_for, t.{table.At}, CASE WHEN {table.Asked} THEN 1 ELSE 0 END FROM {table.Table} t WHERE t.party_id = @from AND t.entity = @entity AND {table.Only} ORDER BY t.id",
                    r => new Written(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt32(3) == 1), ("from", from.Id), ("entity", row.Entity));
                var fates = rows.ToLookup(w => stayed.Contains(row.Entity) ? history.Of(w.RecordedFor, w.At) : Fate.GoesOver);
                await MoveAsync(session, table, [.. fates[Fate.GoesOver].Select(w => w.Id)], to.Id);
                await session.InsertAsync(Doubts, [.. fates[Fate.Ambiguous].Where(w => w.Asked).Select(w => new Doubt(from.Id, to.Id, row.Entity, table.What, w.Id, w.At, now))]);
            }

            await Activity.RecordAsync(session,
                new Activity(to.Id, row.Entity, "", "", now, ActivityKind.Split, from.Number), new Activity(from.Id, row.Entity, "", "", now, ActivityKind.Split, to.Number));
        }

        await OwnersAsync(session, history, from, to);
    }

    /// <summary>Gives rows of one customer to another; what the other has already stays behind.</summary>
    public static Task MoveAsync(Session session, PartyRows table, IReadOnlyCollection<long> ids, long to)
    {
        var free = table.UniqueBy.Length == 0 ? ""
            : $" AND NOT EXISTS (SELECT 1 FROM {table.Table} h WHERE h.party_id = @to AND {string.Join(" AND ", table.UniqueBy.Select(c => $"h.{c} = t.{c}"))})";
        return session.ExecuteAsync($"UPDATE {table.Table} AS t SET party_id = @to WHERE t.id IN (SELECT k.id FROM {"{rows}"}){free}", RowSet.Of("id", ids), ("to", to));
    }

    /// <summary>Who had the customer before the merge that is undone has them again.</summary>
    private static async Task OwnersAsync(Session session, SplitHistory history, PartySnapshot from, PartySnapshot to)
    {
        var owned = await session.QueryAsync(
            "SELECT m.party_id, m.at, o.entity, o.manager FROM ocrm.merged m JOIN ocrm.merged_owner o ON o.party_id = m.party_id WHERE m.heir_id = @from ORDER BY m.at, m.party_id",
            r => (Party: r.GetInt64(0), At: r.GetInt64(1), Entity: r.GetString(2), Manager: r.GetString(3)), ("from", from.Id));
        foreach (var owner in owned.Where(o => history.Of(o.Party, o.At - 1) == Fate.GoesOver))
        {
            await OwnerRow.GiveAsync(session, to.Id, owner.Entity, owner.Manager);
        }
    }

    private static readonly Insert<Doubt> Doubts = new("ocrm.review", "ON CONFLICT (what, row_id, split_to) DO NOTHING",
        new("split_from", ColumnType.Long, d => d.From),
        new("split_to", ColumnType.Long, d => d.To),
        new("entity", ColumnType.Text, d => d.Entity),
        new("what", ColumnType.Text, d => d.What),
        new("row_id", ColumnType.Long, d => d.Row),
        new("written_at", ColumnType.Long, d => d.WrittenAt),
        new("found_at", ColumnType.Long, d => d.FoundAt),
        new("state", ColumnType.Small, _ => (short)0),
        new("decided_by", ColumnType.Text, _ => ""),
        new("decided_at", ColumnType.Long, _ => 0L));
}
