using System.Data.Common;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Dashboards;

/// <summary>Active customers and what they have. Money in cents, null where the caller may not see it; before is the end of last month.</summary>
/// <param name="Opened">Customers since this month's first day.</param>
/// <param name="Contacted">Visited or called in the days of coverage.</param>
public sealed record BaseFigures(long Customers, long Opened, long Contacted, long? Deposits, long? Loans, long? Wealth, long? DepositsBefore, long? LoansBefore);

/// <summary>Open tasks, those of them that are overdue, and what was done since this month's first day.</summary>
public sealed record WorkFigures(long Due, long Overdue, long Done, long Visits, long Calls);

/// <param name="Code">Of the legal entity, unit, person or village; empty for customers without.</param>
/// <param name="Ranked">Whether it has enough customers to be compared by shares.</param>
/// <param name="SharedDeposits">Of a person: deposits by shares, those of assisting managers with them; else null, and null where the caller may not see money.</param>
/// <param name="Work">Null where work is nobody's business here: of villages, or without the permission.</param>
public sealed record DashboardRow(string Code, string Name, bool Ranked, BaseFigures Base, long? SharedDeposits, WorkFigures? Work);

/// <param name="AsOf">Now, or for a large scope when the sums were made.</param>
/// <param name="ContactedSince">From which day a contact counts.</param>
/// <param name="BeforeKnown">Whether last month's ends have been read from the holdings yet.</param>
/// <param name="Level">What a row is: entity, unit, manager or place.</param>
public sealed record DashboardView(
    DateTimeOffset AsOf, string Today, string MonthStart, string ContactedSince, bool BeforeKnown, string Level, BaseFigures Base, WorkFigures? Work, IReadOnlyList<DashboardRow> Rows);

/// <summary>GET /api/dashboard: base, growth, coverage, due and done of what the caller sees, by the level below.</summary>
internal static class ShowDashboard
{
    internal sealed record Read(DateTimeOffset At, StandingDay Day, bool BeforeKnown, Dictionary<string, BaseFigures> Base, Dictionary<string, long>? Shares, Dictionary<string, WorkFigures>? Work);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/dashboard", async (
                string? entity, string? unit, string? manager, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                var scope = new DashboardScope(caller, entity, unit, manager);
                var read = await database.ReadAsync(session => ReadAsync(session, scope, limits, clock.GetUtcNow()), cancellation);
                var money = caller.Sees(DataClass.C1) == FieldSight.Clear;
                var codes = read.Base.Keys.Union(read.Shares?.Keys ?? Enumerable.Empty<string>()).Union(scope.Level == DashboardLevel.Place ? [] : read.Work?.Keys ?? Enumerable.Empty<string>()).ToList();
                var rows = codes.Select(code => Row(code, read, scope.Level, limits)).OrderByDescending(r => r.Base.Customers).ThenBy(r => r.Code, StringComparer.Ordinal).Take(limits.DashboardRows).ToList();
                var names = scope.Level switch
                {
                    DashboardLevel.Manager => await organisation.PeopleNamesAsync([.. rows.Select(r => r.Code)], cancellation),
                    DashboardLevel.Place => await organisation.PlaceNamesAsync([.. rows.Select(r => r.Code)], cancellation),
                    _ => await organisation.UnitNamesAsync([.. rows.Select(r => r.Code)], cancellation),
                };
                return TypedResults.Ok(new DashboardView(
                    read.At, BankTime.Text(read.Day.Today), BankTime.Text(read.Day.MonthStart), BankTime.Text(read.Day.ContactedSince), read.BeforeKnown, scope.Level.ToString().ToLowerInvariant(),
                    Shown(Sum(read.Base.Values), money), read.Work is null ? null : Sum(read.Work.Values),
                    [.. rows.Select(r => r with { Name = names.GetValueOrDefault(r.Code, r.Code), Base = Shown(r.Base, money), SharedDeposits = money ? r.SharedDeposits : null })]));
            })
            .Requires(Permission.DashboardsRead).WithName("ShowDashboard").WithSummary("Base, growth, coverage, due and done of what the caller sees");

    internal static async Task<Read> ReadAsync(Session session, DashboardScope scope, OcrmLimits limits, DateTimeOffset now)
    {
        var sql = new SqlText();
        var seen = scope.Alternatives(Permission.CustomersRead, Standing.Sight, sql);
        var made = await session.QueryAsync("SELECT s.name, s.at, s.month FROM ocrm.standing_at s", r => (Name: r.GetString(0), At: r.GetInt64(1), Month: r.GetInt32(2)));
        var live = await IsLiveAsync(session, seen, sql, limits);
        var at = live ? now : DateTimeOffset.FromUnixTimeMilliseconds(made.Where(m => m.Name is not (KeepStanding.MonthEndName or KeepTrend.Name)).Min(m => m.At));
        var day = new StandingDay(BankTime.Day(at), limits.CoverageDays);
        var source = live ? Standing.Customers : "SELECT * FROM ocrm.standing";
        var rows = string.Join(" UNION ", seen.Select(condition => $"SELECT * FROM ({source}) AS c WHERE {condition}"));
        var customers = await GroupsAsync(session, rows, "c", Column("c", scope.Level), Standing.CustomerMeasures, "1 = 1", [.. day.Parameters, .. sql.Parameters],
            r => new BaseFigures(r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6), r.GetInt64(7), r.GetInt64(8)));
        var work = scope.Caller.May(Permission.WorkEdit) ? await WorkAsync(session, scope, live, day) : null;
        var shares = scope.Level == DashboardLevel.Manager ? await SharesAsync(session, scope) : null;
        return new Read(at, day, made.Exists(m => m.Name == KeepStanding.MonthEndName && m.Month == day.Month), customers, shares, work);
    }

    /// <summary>Whether a scope is small enough to be read row by row.</summary>
    internal static async Task<bool> IsLiveAsync(Session session, IReadOnlyList<string> seen, SqlText sql, OcrmLimits limits) => (await session.QueryAsync(
        $"SELECT CAST(COALESCE(sum(c.customers), 0) AS bigint) FROM ocrm.standing c WHERE {string.Join(" OR ", seen)}", r => r.GetInt64(0), sql.Parameters))[0] <= limits.DashboardLive;

    /// <summary>What of others' deposits is somebody's by their share, and of their own is others'. Few customers have an assistant, so these are read row by row in every scope.</summary>
    private static async Task<Dictionary<string, long>> SharesAsync(Session session, DashboardScope scope)
    {
        var sql = new SqlText();
        var seen = scope.Condition(Permission.CustomersRead, CustomerList.Sight, sql);
        var shared = await session.QueryAsync(
            $"""
            SELECT a.person, o.manager, CAST(sum(c.deposits * a.share / 100) AS bigint) FROM ocrm.assistant a JOIN ocrm.customer c ON c.party_id = a.party_id AND c.entity = a.entity
            {OwnerRow.OfCustomer} WHERE c.status = 'active' AND {seen} GROUP BY a.person, o.manager
            """, r => (Assistant: r.GetString(0), Manager: r.GetString(1), Deposits: r.GetInt64(2)), sql.Parameters);
        return shared.SelectMany(s => new[] { (Person: s.Assistant, s.Deposits), (Person: s.Manager, Deposits: -s.Deposits) })
            .GroupBy(s => s.Person, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(s => s.Deposits), StringComparer.Ordinal);
    }

    private static async Task<Dictionary<string, WorkFigures>> WorkAsync(Session session, DashboardScope scope, bool live, StandingDay day)
    {
        var sql = new SqlText();
        var seen = scope.Condition(Permission.WorkEdit, new SightColumns("w.entity", "w.unit", "w.person"), sql);
        return await GroupsAsync(session, live ? $"{Standing.Tasks} UNION ALL {Standing.Visits}" : "SELECT * FROM ocrm.standing_work", "w", scope.Level == DashboardLevel.Manager ? "w.person" : Column("w", scope.Level),
            Standing.WorkMeasures, seen, [.. day.Parameters, .. sql.Parameters], r => new WorkFigures(r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5)));
    }

    private static async Task<Dictionary<string, T>> GroupsAsync<T>(
        Session session, string source, string alias, string column, IReadOnlyList<string> measures, string seen, (string Name, object? Value)[] parameters, Func<DbDataReader, T> read) =>
        (await session.QueryAsync($"SELECT {column} AS code, {Standing.Sums(measures, alias)} FROM ({source}) AS {alias} WHERE {seen} GROUP BY 1", r => (Code: r.GetString(0), Value: read(r)), parameters))
            .ToDictionary(r => r.Code, r => r.Value, StringComparer.Ordinal);

    /// <summary>Work has no village: there it is one sum.</summary>
    private static string Column(string alias, DashboardLevel level) => level == DashboardLevel.Place && alias == "w" ? "''" : $"{alias}.{level.ToString().ToLowerInvariant()}";

    private static DashboardRow Row(string code, Read read, DashboardLevel level, OcrmLimits limits)
    {
        var figures = read.Base.GetValueOrDefault(code, new BaseFigures(0, 0, 0, 0, 0, 0, 0, 0));
        return new DashboardRow(code, "", figures.Customers >= limits.RankedFrom, figures, read.Shares is null ? null : figures.Deposits + read.Shares.GetValueOrDefault(code),
            read.Work is null || level == DashboardLevel.Place ? null : read.Work.GetValueOrDefault(code, new WorkFigures(0, 0, 0, 0, 0)));
    }

    private static BaseFigures Shown(BaseFigures figures, bool money) =>
        money ? figures : figures with { Deposits = null, Loans = null, Wealth = null, DepositsBefore = null, LoansBefore = null };

    private static BaseFigures Sum(IReadOnlyCollection<BaseFigures> all) => new(
        all.Sum(b => b.Customers), all.Sum(b => b.Opened), all.Sum(b => b.Contacted), all.Sum(b => b.Deposits), all.Sum(b => b.Loans), all.Sum(b => b.Wealth), all.Sum(b => b.DepositsBefore), all.Sum(b => b.LoansBefore));

    private static WorkFigures Sum(IReadOnlyCollection<WorkFigures> all) => new(all.Sum(w => w.Due), all.Sum(w => w.Overdue), all.Sum(w => w.Done), all.Sum(w => w.Visits), all.Sum(w => w.Calls));
}
