using System.Globalization;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Opportunities;

/// <summary>Opportunities that are expected in a month. Money in cents, null where the caller may not see it.</summary>
/// <param name="Month">YYYY-MM; late: expected before this month and still open; later: after the last month; none: without a day.</param>
/// <param name="Key">Of a stage "deposit/lead"; of a legal entity or unit its code, of a person their id.</param>
/// <param name="Weighted">By probability.</param>
public sealed record ForecastCell(string Month, string Key, long Count, long? Amount, long? Weighted);

/// <param name="Level">What a row is: entity, unit or owner.</param>
/// <param name="Months">In their order, as cells name them.</param>
/// <param name="Stages">What is open, by month and stage.</param>
/// <param name="Rows">The same by month and row; those with most first.</param>
/// <param name="Won">What was won in the months until now, by month and row.</param>
/// <param name="Names">Of the rows.</param>
public sealed record ForecastView(
    string Level, IReadOnlyList<string> Months, IReadOnlyList<ForecastCell> Stages, IReadOnlyList<ForecastCell> Rows, IReadOnlyList<ForecastCell> Won, IReadOnlyDictionary<string, string> Names);

/// <summary>GET /api/opportunities/forecast: what is expected when, in which stage and of whom, added up by the database within the caller's sight.</summary>
internal static class ShowForecast
{
    internal sealed record Sum(string Month, string Stage, string Row, long Count, long Amount, long Weighted);

    private const string Late = "late", Later = "later", None = "none";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/opportunities/forecast", async (
                string? pipeline, string? entity, string? unit, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                var today = BankTime.Today(clock);
                var level = LevelOf(caller, entity, unit);
                var (open, won) = await database.ReadAsync(session => ReadAsync(session, caller, level, pipeline, entity, unit, today, limits), cancellation);
                var largest = open.Concat(won).GroupBy(s => s.Row, StringComparer.Ordinal).OrderByDescending(g => g.Sum(s => s.Weighted)).ThenBy(g => g.Key, StringComparer.Ordinal).Take(limits.ForecastRows).Select(g => g.Key).ToList();
                var names = level == "owner" ? await organisation.PeopleNamesAsync(largest, cancellation) : await organisation.UnitNamesAsync(largest, cancellation);
                return TypedResults.Ok(new ForecastView(level, [Late, .. Months(today, limits), Later, None], Cells(open, s => s.Stage), Kept(open), Kept(won), names));

                IReadOnlyList<ForecastCell> Kept(IReadOnlyList<Sum> sums) => [.. Cells(sums, s => s.Row).Where(c => largest.Contains(c.Key))];

                IReadOnlyList<ForecastCell> Cells(IReadOnlyList<Sum> sums, Func<Sum, string> key) => [.. sums.GroupBy(s => (s.Month, Key: key(s))).Select(g =>
                    new ForecastCell(g.Key.Month, g.Key.Key, g.Sum(s => s.Count), ShowOpportunity.Money(caller, g.Sum(s => s.Amount)), ShowOpportunity.Money(caller, g.Sum(s => s.Weighted))))];
            })
            .Requires(Permission.OpportunitiesEdit).WithName("ShowForecast").WithSummary("What is expected when, in which stage and of whom");

    internal static IReadOnlyList<string> Months(DateOnly today, OcrmLimits limits) => [.. Enumerable.Range(0, limits.ForecastMonths).Select(m => BankTime.Text(new DateOnly(today.Year, today.Month, 1).AddMonths(m))[..7])];

    /// <summary>One step below what is looked at.</summary>
    internal static string LevelOf(Caller caller, string? entity, string? unit)
    {
        var sight = caller.SightOf(Permission.OpportunitiesEdit);
        return !string.IsNullOrEmpty(unit) ? "owner"
            : !string.IsNullOrEmpty(entity) ? "unit"
            : sight.All || sight.Entities.Count > 1 ? "entity"
            : sight.Entities.Count == 1 || sight.Units.Count > 1 ? "unit"
            : "owner";
    }

    internal static async Task<(List<Sum> Open, List<Sum> Won)> ReadAsync(Session session, Caller caller, string level, string? pipeline, string? entity, string? unit, DateOnly today, OcrmLimits limits) => (
        await OpenAsync(session, caller, level, pipeline, entity, unit, today, limits), await WonAsync(session, caller, level, pipeline, entity, unit, today));

    internal static Task<List<Sum>> OpenAsync(Session session, Caller caller, string level, string? pipeline, string? entity, string? unit, DateOnly today, OcrmLimits limits)
    {
        var (sql, months) = (new SqlText(), Months(today, limits));
        // Compared as text with the months' names: whatever follows them in the day is behind them.
        var month = $"CASE WHEN p.expected = '' THEN '{None}' WHEN p.expected < {sql.Bind(months[0])} THEN '{Late}' WHEN p.expected > {sql.Bind(months[^1] + "-99")} THEN '{Later}' ELSE substr(p.expected, 1, 7) END";
        return SumsAsync(session, caller, level, pipeline, entity, unit, month, "p.state = 'open'", sql);
    }

    /// <summary>What was won since the beginning of the month.</summary>
    private static Task<List<Sum>> WonAsync(Session session, Caller caller, string level, string? pipeline, string? entity, string? unit, DateOnly today)
    {
        var (sql, first) = (new SqlText(), new DateOnly(today.Year, today.Month, 1));
        return SumsAsync(session, caller, level, pipeline, entity, unit, sql.Bind(BankTime.Text(first)[..7]), $"p.state = 'won' AND p.closed_at >= {sql.Bind(BankTime.Ms(first))}", sql);
    }

    private static Task<List<Sum>> SumsAsync(Session session, Caller caller, string level, string? pipeline, string? entity, string? unit, string month, string which, SqlText sql)
    {
        var asked = string.Concat(new[] { ("p.pipeline IN (SELECT l.id FROM ocrm.pipeline l WHERE l.code = {0})", pipeline), ("p.entity = {0}", entity), ("p.unit = {0}", unit) }
            .Where(a => !string.IsNullOrEmpty(a.Item2)).Select(a => " AND " + string.Format(CultureInfo.InvariantCulture, a.Item1, sql.Bind(a.Item2!))));
        // Added up by the numbers of stages; their names are looked up for the few sums.
        return session.QueryAsync(
            $"""
            SELECT f.month, l.code || '/' || s.code, f.line, f.n, f.amount, f.weighted FROM (
                SELECT {month} AS month, p.stage, p.{level} AS line, count(*) AS n, CAST(SUM(p.amount) AS bigint) AS amount, CAST(SUM({Opportunity.WeightedSql}) AS bigint) AS weighted
                FROM ocrm.opportunity p JOIN ocrm.stage s ON s.id = p.stage
                WHERE {which} AND {OpportunitySight.Condition(caller, sql)}{asked} GROUP BY 1, 2, 3) f
            JOIN ocrm.stage s ON s.id = f.stage JOIN ocrm.pipeline l ON l.id = s.pipeline ORDER BY l.position, s.position, 1, 3
            """,
            r => new Sum(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5)), sql.Parameters);
    }
}
