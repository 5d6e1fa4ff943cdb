using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Holdings;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Dashboards;

/// <param name="End">The month's last day, YYYY-MM-DD.</param>
/// <param name="Customers">Those of today who were customers by then.</param>
/// <param name="Deposits">In cents; null where no account's past goes back so far, or the caller may not see money.</param>
/// <param name="Loans">As deposits.</param>
public sealed record TrendPoint(string End, long Customers, long? Deposits, long? Loans);

/// <param name="AsOf">Now, or for a large scope when the sums were made; null where they have not been yet.</param>
/// <param name="Points">The ends of the twelve months before this one, oldest first; of those that are known.</param>
public sealed record TrendView(DateTimeOffset? AsOf, IReadOnlyList<TrendPoint> Points);

/// <summary>GET /api/dashboard/trend: what today's customers of a scope had at the ends of the last twelve months.</summary>
internal static class ShowTrend
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/dashboard/trend", async (string? entity, string? unit, string? manager, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                var (at, sums) = await database.ReadAsync(session => ReadAsync(session, new DashboardScope(caller, entity, unit, manager), limits, clock.GetUtcNow()), cancellation);
                var money = caller.Sees(DataClass.C1) == FieldSight.Clear;
                return TypedResults.Ok(new TrendView(at, [.. sums.Select(s => new TrendPoint(
                    BankTime.Text(new DateOnly(s.Month / 100, s.Month % 100, 1).AddMonths(1).AddDays(-1)), s.Customers,
                    money && s.DepositAccounts > 0 ? s.Deposits : null, money && s.LoanAccounts > 0 ? s.Loans : null))]));
            })
            .Requires(Permission.DashboardsRead).WithName("ShowTrend").WithSummary("What customers of the caller's sight had at the ends of the last twelve months");

    internal static async Task<(DateTimeOffset? At, IReadOnlyList<TrendSum> Sums)> ReadAsync(Session session, DashboardScope scope, OcrmLimits limits, DateTimeOffset now)
    {
        var sql = new SqlText();
        var seen = scope.Alternatives(Permission.CustomersRead, Standing.Sight, sql);
        var ends = TrendSums.EndsBefore(BankTime.Day(now));
        if (await ShowDashboard.IsLiveAsync(session, seen, sql, limits))
        {
            return (now, await LiveAsync(session, Rows(TrendSums.Customers), sql, ends));
        }

        var at = await session.QueryAsync("SELECT s.at FROM ocrm.standing_at s WHERE s.name = @name", r => r.GetInt64(0), ("name", KeepTrend.Name));
        var sums = await session.QueryAsync(
            $"""
            SELECT c.month, {Standing.Sums(["customers", "deposits", "deposit_accounts", "loans", "loan_accounts"], "c")} FROM ({Rows("SELECT * FROM ocrm.standing_trend")}) AS c
            WHERE c.month >= @first GROUP BY c.month ORDER BY c.month
            """,
            r => new TrendSum(r.GetInt32(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5)), [.. sql.Parameters, ("first", TrendSums.MonthOf(ends[0]))]);
        return (at.Count == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(at[0]), sums);

        // Each condition with an index of its own; who is seen by two of them counts once.
        string Rows(string source) => string.Join(" UNION ", seen.Select(condition => $"SELECT * FROM ({source}) AS c WHERE {condition}"));
    }

    private static async Task<IReadOnlyList<TrendSum>> LiveAsync(Session session, string rows, SqlText sql, IReadOnlyList<DateOnly> ends)
    {
        var sums = new TrendSums(ends);
        foreach (var opened in await session.QueryAsync($"SELECT c.opened_at FROM ({rows}) AS c", r => r.GetInt64(0), sql.Parameters))
        {
            sums.AddCustomer(opened);
        }

        foreach (var (kind, past) in await session.QueryAsync(
            $"SELECT h.kind, h.series FROM ({rows}) AS c JOIN ocrm.holding h ON h.party_id = c.party_id AND h.entity = c.entity WHERE {TrendSums.Counted}",
            r => (Kind: r.GetString(0), Past: r.GetFieldValue<byte[]>(1)), sql.Parameters))
        {
            sums.AddAccount(kind, BalanceSeries.Unpack(past));
        }

        return [.. sums.Sums];
    }
}
