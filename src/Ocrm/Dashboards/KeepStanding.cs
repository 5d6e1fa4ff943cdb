using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Holdings;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Dashboards;

/// <summary>Makes the sums of large scopes anew, a legal entity a transaction, so that no write is long; and last month's ends, some thousand accounts a transaction.</summary>
internal sealed class KeepStanding(OcrmDatabase database, OcrmLimits limits, TimeProvider clock, ILogger<KeepStanding> logger)
    : Worker(limits, clock, logger)
{
    public const string MonthEndName = "month-end";

    private sealed record Ended(long Party, string Entity, long Deposits, long Loans);

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        if (await JobTurn.TakeAsync(database, MonthEndName, Clock, Limits.MonthEndEvery, cancellation))
        {
            await EndMonthAsync(cancellation);
        }

        if (await JobTurn.TakeAsync(database, "standing", Clock, Limits.StandingEvery, cancellation))
        {
            await SumAsync(cancellation);
        }

        await RestAsync(Limits.JobPoll, cancellation);
    }

    /// <summary>The sums of every legal entity as they are now.</summary>
    public async Task SumAsync(CancellationToken cancellation)
    {
        foreach (var entity in await database.ReadAsync(EntitiesAsync, cancellation))
        {
            var at = Clock.GetUtcNow();
            var day = new StandingDay(BankTime.Day(at), Limits.CoverageDays);
            await database.WriteAsync(async session =>
            {
                await ReplaceAsync(session, "ocrm.standing", Standing.CustomerKeys, Standing.CustomerMeasures, $"{Standing.Customers} AND c.entity = @entity", day, entity);
                await ReplaceAsync(session, "ocrm.standing_work", Standing.WorkKeys, Standing.WorkMeasures, $"{Standing.Tasks} AND t.entity = @entity UNION ALL {Standing.Visits} AND v.entity = @entity", day, entity);
                await DoneAsync(session, entity, at.ToUnixTimeMilliseconds(), day.Month);
            }, cancellation);
        }
    }

    /// <summary>What customers had at the end of last month, of every account whose past goes back so far.</summary>
    public async Task EndMonthAsync(CancellationToken cancellation)
    {
        var day = new StandingDay(BankTime.Today(Clock), Limits.CoverageDays);
        var insert = new Insert<Ended>("ocrm.month_end AS existing",
            """
            ON CONFLICT (party_id, entity) DO UPDATE SET month = excluded.month, deposits = excluded.deposits, loans = excluded.loans
            WHERE existing.month <> excluded.month OR existing.deposits <> excluded.deposits OR existing.loans <> excluded.loans
            """,
            new("party_id", ColumnType.Long, e => e.Party), new("entity", ColumnType.Text, e => e.Entity), new("month", ColumnType.Int, _ => day.Month),
            new("deposits", ColumnType.Long, e => e.Deposits), new("loans", ColumnType.Long, e => e.Loans));
        long? after = 0;
        while (after is { } party)
        {
            var (ended, last) = await database.ReadAsync(session => EndedAsync(session, party, day.MonthEnd), cancellation);
            await database.WriteAsync(session => session.InsertAsync(insert, ended), cancellation);
            after = last;
        }

        await database.WriteAsync(session => DoneAsync(session, MonthEndName, Clock.GetUtcNow().ToUnixTimeMilliseconds(), day.Month), cancellation);
    }

    private async Task<(List<Ended> Ended, long? Last)> EndedAsync(Session session, long after, DateOnly end)
    {
        // Whole parties: the last one of a batch may have more accounts than fit.
        var last = (await session.QueryAsync(
            $"SELECT max(b.party_id) FROM (SELECT h.party_id FROM ocrm.holding h WHERE h.party_id > @after ORDER BY h.party_id LIMIT {Limits.MonthEndBatch}) AS b", r => r.LongOrNull(0), ("after", after)))[0];
        var accounts = last is null ? [] : await session.QueryAsync(
            "SELECT h.party_id, h.entity, h.kind, h.series FROM ocrm.holding h WHERE h.party_id > @after AND h.party_id <= @last AND h.kind IN ('deposit', 'loan') AND h.currency = 'CNY'",
            r => (Party: r.GetInt64(0), Entity: r.GetString(1), Kind: r.GetString(2), Balance: BalanceSeries.Unpack(r.GetFieldValue<byte[]>(3)).At(end) ?? 0), ("after", after), ("last", last));
        return ([.. accounts.GroupBy(a => (a.Party, a.Entity)).Select(g => new Ended(g.Key.Party, g.Key.Entity, Sum(g, "deposit"), Sum(g, "loan"))).OrderBy(e => e.Party).ThenBy(e => e.Entity, StringComparer.Ordinal)], last);

        static long Sum(IEnumerable<(long Party, string Entity, string Kind, long Balance)> accounts, string kind) => accounts.Where(a => a.Kind == kind).Sum(a => a.Balance);
    }

    private static async Task<IReadOnlyCollection<string>> EntitiesAsync(Session session)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var table in new[] { "ocrm.customer", "ocrm.task", "ocrm.visit", "ocrm.standing" })
        {
            codes.UnionWith(await LegalEntities.OfAsync(session, table));
        }

        return codes;
    }

    private static async Task ReplaceAsync(Session session, string table, IReadOnlyList<string> keys, IReadOnlyList<string> measures, string rows, StandingDay day, string entity)
    {
        var columns = string.Join(", ", keys);
        await session.ExecuteAsync($"DELETE FROM {table} WHERE entity = @entity", ("entity", entity));
        await session.ExecuteAsync(
            $"""
            INSERT INTO {table} ({columns}, {string.Join(", ", measures)}) SELECT {columns}, {Standing.Sums(measures, "s")} FROM ({rows}) AS s WHERE 1 = 1 GROUP BY {columns}
            ON CONFLICT ({columns}) DO UPDATE SET {string.Join(", ", measures.Select(m => $"{m} = excluded.{m}"))}
            """, [.. day.Parameters, ("entity", entity)]);
    }

    /// <summary>Notes when sums were made, and of which month (yyyymm).</summary>
    public static Task<int> DoneAsync(Session session, string name, long at, int month) => session.ExecuteAsync(
        "INSERT INTO ocrm.standing_at (name, at, month) VALUES (@name, @at, @month) ON CONFLICT (name) DO UPDATE SET at = excluded.at, month = excluded.month", ("name", name), ("at", at), ("month", month));
}
