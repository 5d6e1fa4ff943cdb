using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Holdings;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Dashboards;

/// <summary>Adds up the past of all customers for large scopes: read some thousand at a time, and written a legal entity a transaction.</summary>
internal sealed class KeepTrend(OcrmDatabase database, OcrmLimits limits, TimeProvider clock, ILogger<KeepTrend> logger)
    : Worker(limits, clock, logger)
{
    public const string Name = "trend";

    private sealed record Row(Keys Of, TrendSum Sum);

    private readonly record struct Keys(string Entity, string Unit, string Manager, string Place, string Assistant, string SecondAssistant, string Former);

    private static readonly Insert<Row> Insert = new("ocrm.standing_trend",
        """
        ON CONFLICT (entity, unit, manager, place, assistant, second_assistant, former, month) DO UPDATE SET customers = excluded.customers,
        deposits = excluded.deposits, deposit_accounts = excluded.deposit_accounts, loans = excluded.loans, loan_accounts = excluded.loan_accounts
        """,
        new("entity", ColumnType.Text, r => r.Of.Entity), new("unit", ColumnType.Text, r => r.Of.Unit), new("manager", ColumnType.Text, r => r.Of.Manager), new("place", ColumnType.Text, r => r.Of.Place),
        new("assistant", ColumnType.Text, r => r.Of.Assistant), new("second_assistant", ColumnType.Text, r => r.Of.SecondAssistant), new("former", ColumnType.Text, r => r.Of.Former),
        new("month", ColumnType.Int, r => r.Sum.Month), new("customers", ColumnType.Long, r => r.Sum.Customers), new("deposits", ColumnType.Long, r => r.Sum.Deposits),
        new("deposit_accounts", ColumnType.Long, r => r.Sum.DepositAccounts), new("loans", ColumnType.Long, r => r.Sum.Loans), new("loan_accounts", ColumnType.Long, r => r.Sum.LoanAccounts));

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        if (await JobTurn.TakeAsync(database, Name, Clock, Limits.MonthEndEvery, cancellation))
        {
            await SumAsync(cancellation);
        }

        await RestAsync(Limits.JobPoll, cancellation);
    }

    /// <summary>The sums of every legal entity anew. In memory are as many as the table has rows, and never the customers.</summary>
    public async Task SumAsync(CancellationToken cancellation)
    {
        var at = Clock.GetUtcNow();
        var ends = TrendSums.EndsBefore(BankTime.Day(at));
        var sums = new Dictionary<Keys, TrendSums>();
        for (long? after = 0; after is { } party;)
        {
            after = await database.ReadAsync(session => AddAsync(session, party, ends, sums), cancellation);
        }

        var made = sums.ToLookup(s => s.Key.Entity, StringComparer.Ordinal);
        foreach (var entity in made.Select(m => m.Key).Union(await database.ReadAsync(session => LegalEntities.OfAsync(session, "ocrm.standing_trend"), cancellation)).Order(StringComparer.Ordinal))
        {
            await database.WriteAsync(async session =>
            {
                await session.ExecuteAsync("DELETE FROM ocrm.standing_trend WHERE entity = @entity", ("entity", entity));
                await session.InsertAsync(Insert, [.. made[entity].SelectMany(s => s.Value.Sums.Select(sum => new Row(s.Key, sum)))]);
            }, cancellation);
        }

        await database.WriteAsync(session => KeepStanding.DoneAsync(session, Name, at.ToUnixTimeMilliseconds(), TrendSums.MonthOf(ends[^1])), cancellation);
    }

    /// <returns>The last party that was added; null where there was none.</returns>
    private async Task<long?> AddAsync(Session session, long after, IReadOnlyList<DateOnly> ends, Dictionary<Keys, TrendSums> sums)
    {
        var last = (await session.QueryAsync(
            $"SELECT max(b.party_id) FROM (SELECT c.party_id FROM ocrm.customer c WHERE c.party_id > @after ORDER BY c.party_id LIMIT {Limits.MonthEndBatch}) AS b", r => r.LongOrNull(0), ("after", after)))[0];
        if (last is null)
        {
            return null;
        }

        var of = new Dictionary<(long Party, string Entity), TrendSums>();
        foreach (var customer in await session.QueryAsync($"SELECT * FROM ({TrendSums.Customers}) AS c WHERE c.party_id > @after AND c.party_id <= @last",
            r => (Party: r.GetInt64(1), Keys: new Keys(r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetString(8)), OpenedAt: r.GetInt64(9)), ("after", after), ("last", last)))
        {
            if (!sums.TryGetValue(customer.Keys, out var group))
            {
                sums[customer.Keys] = group = new TrendSums(ends);
            }

            group.AddCustomer(customer.OpenedAt);
            of[(customer.Party, customer.Keys.Entity)] = group;
        }

        foreach (var account in await session.QueryAsync(
            $"SELECT h.party_id, h.entity, h.kind, h.series FROM ocrm.holding h WHERE h.party_id > @after AND h.party_id <= @last AND {TrendSums.Counted}",
            r => (Party: r.GetInt64(0), Entity: r.GetString(1), Kind: r.GetString(2), Past: r.GetFieldValue<byte[]>(3)), ("after", after), ("last", last)))
        {
            of.GetValueOrDefault((account.Party, account.Entity))?.AddAccount(account.Kind, BalanceSeries.Unpack(account.Past));
        }

        return last;
    }
}
