using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Prospects;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Opportunities;

/// <param name="Stage">As "zh" and "en" name it.</param>
/// <param name="Amount">Cents; null where the caller may not see money.</param>
public sealed record OpportunityLine(long Id, string Title, string Pipeline, Stage Stage, string State, long? Amount, int Chance, string Expected, string Owner, string OwnerName, int Days, bool TooLong);

/// <summary>GET /api/customers/{number}/opportunities and /api/prospects/{id}/opportunities: what may be sold to them, open ones first; and what of it the page of the day has.</summary>
internal static class ShowOpportunities
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/customers/{number}/opportunities", async Task<Results<Ok<IReadOnlyList<OpportunityLine>>, ProblemHttpResult>> (
                string number, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                var lines = await database.ReadAsync(async session => await CustomerGate.FindAsync(session, caller.SightOf(Permission.CustomersRead), number) is { } customer
                    ? await OfAsync(session, caller, "p.party_id", customer.Party, limits, clock) : null, cancellation);
                return lines is null ? CustomerGate.Unknown : TypedResults.Ok(await NamedAsync(lines, organisation, cancellation));
            })
            .Requires(Permission.OpportunitiesEdit).WithName("ListCustomerOpportunities").WithSummary("What may be sold to a customer");
        routes.MapGet("/prospects/{id}/opportunities", async Task<Results<Ok<IReadOnlyList<OpportunityLine>>, ProblemHttpResult>> (
                string id, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                var lines = await database.ReadAsync(async session => await Prospect.FindAsync(session, caller, id) is { } prospect
                    ? await OfAsync(session, caller, "p.prospect", prospect.Id, limits, clock) : null, cancellation);
                return lines is null ? EditProspects.Unknown : TypedResults.Ok(await NamedAsync(lines, organisation, cancellation));
            })
            .Requires(Permission.OpportunitiesEdit).WithName("ListProspectOpportunities").WithSummary("What may be sold to a prospect");
    }

    /// <summary>Of the caller's own: what is too long in its stage by the day's end, and what is expected within a week or was before. With number and name of the customer.</summary>
    public static async Task<IReadOnlyList<(string Number, string Name, TodayItem Item)>> TodayAsync(Session session, Caller caller, DateOnly today, OcrmLimits limits)
    {
        if (!caller.May(Permission.OpportunitiesEdit))
        {
            return [];
        }

        var sql = new SqlText();
        var text = BankTime.Text(today);
        return await session.QueryAsync(
            $"""
            SELECT p.id, p.title, p.expected, COALESCE(c.number, ''), COALESCE(c.name, r.name, ''), p.entered_at FROM ocrm.opportunity p JOIN ocrm.stage s ON s.id = p.stage
            LEFT JOIN ocrm.customer c ON c.party_id = p.party_id AND c.entity = p.entity LEFT JOIN ocrm.prospect r ON r.id = p.prospect AND p.party_id = 0
            WHERE p.owner = {sql.Bind(caller.PersonId)} AND p.state = 'open' AND ((p.expected <> '' AND p.expected <= {sql.Bind(BankTime.Text(today.AddDays(7)))}) OR {OpportunityList.TooLongSql(sql, BankTime.Ms(today.AddDays(1)))})
              AND {OpportunitySight.Within(caller, sql)}
            ORDER BY CASE WHEN p.expected = '' THEN 1 ELSE 0 END, p.expected, p.entered_at LIMIT {limits.TodayItems}
            """,
            r =>
            {
                var expected = r.GetString(2);
                var soon = expected.Length > 0 && string.CompareOrdinal(expected, BankTime.Text(today.AddDays(7))) <= 0;
                return (r.GetString(3), r.GetString(4), new TodayItem("opportunity", r.GetInt64(0), r.GetString(1), soon ? string.CompareOrdinal(expected, text) < 0 ? "overdue" : "expected" : "stale", soon ? expected : text, 0));
            }, sql.Parameters);
    }

    private static async Task<IReadOnlyList<OpportunityLine>> OfAsync(Session session, Caller caller, string column, long key, OcrmLimits limits, TimeProvider clock)
    {
        var (sql, now) = (new SqlText(), clock.GetUtcNow().ToUnixTimeMilliseconds());
        var found = await session.QueryAsync(
            $"SELECT {Opportunity.Columns} FROM ocrm.opportunity p WHERE {column} = {sql.Bind(key)} AND {OpportunitySight.Condition(caller, sql)} ORDER BY CASE WHEN p.state = 'open' THEN 0 ELSE 1 END, p.changed_at DESC, p.id DESC LIMIT {limits.OpportunitiesShown}",
            Opportunity.Read, sql.Parameters);
        var pipelines = (await Pipeline.OfAsync(session, [.. found.Select(o => o.Entity).Distinct()])).ToDictionary(p => p.Id);
        return [.. found.Select(o =>
        {
            var (stage, days) = (pipelines[o.Pipeline].Find(o.Stage)!, ShowOpportunity.DaysIn(o.EnteredAt, now));
            return new OpportunityLine(o.Id, o.Title, pipelines[o.Pipeline].Code, stage, o.State, ShowOpportunity.Money(caller, o.Amount), ShowOpportunity.Chance(o, stage), o.Expected, o.Owner, o.Owner, days,
                ShowOpportunity.TooLong(o.State, stage.Days, days));
        })];
    }

    private static async Task<IReadOnlyList<OpportunityLine>> NamedAsync(IReadOnlyList<OpportunityLine> lines, IOrganisation organisation, CancellationToken cancellation)
    {
        var names = await organisation.PeopleNamesAsync([.. lines.Select(l => l.Owner).Where(o => o.Length > 0).Distinct()], cancellation);
        return [.. lines.Select(l => l with { OwnerName = names.GetValueOrDefault(l.Owner, l.Owner) })];
    }
}
