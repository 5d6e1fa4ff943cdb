using System.Globalization;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Campaigns;

/// <param name="State">made, sent, failed, doubt, cancelled, skipped, unsuitable or settled.</param>
/// <param name="Task">The task's id; null where it is none.</param>
public sealed record CampaignContactView(int Step, string Kind, string State, long Attempt, string? Task, DateTimeOffset At);

/// <param name="Person">The name of who wrote it down; '' where it came by itself.</param>
public sealed record CampaignResponseView(string Kind, string Note, string Person, DateTimeOffset At);

/// <param name="Outcome">in, or why not.</param>
/// <param name="Step">Where it stands; 0 where its way has ended.</param>
public sealed record CampaignTargetView(
    string Id, string Campaign, string CampaignName, string CampaignState, string Outcome, bool Held, string State, long Step, DateTimeOffset? DueAt, string Response, DateTimeOffset? WonAt,
    IReadOnlyList<CampaignContactView> Contacts, IReadOnlyList<CampaignResponseView> Responses);

/// <summary>GET /api/campaigns/{id}/targets/{target} and /api/customers/{number}/campaigns: what campaigns did with a customer, and what came back.</summary>
internal static class ShowTarget
{
    private const string Select =
        "SELECT t.id, t.campaign, g.name, g.state, t.outcome, t.held, t.state, t.step, t.due_at, t.response, t.won_at FROM ocrm.campaign_target t JOIN ocrm.campaign g ON g.id = t.campaign";

    private sealed record Known(IReadOnlyList<CampaignTargetView> Targets, ILookup<string, CampaignContactView> Contacts, ILookup<string, CampaignResponseView> Responses);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/campaigns/{id:long}/targets/{target:long}", async Task<Results<Ok<CampaignTargetView>, ProblemHttpResult>> (
                long id, long target, Caller caller, OcrmDatabase database, IOrganisation organisation, CancellationToken cancellation) =>
            {
                var seen = caller.SightOf(Permission.CampaignsRead).In(Target.Sight);
                var found = await database.ReadAsync(session => ReadAsync(session, $"t.id = @target AND t.campaign = @id AND {seen.Sql}", [.. seen.Parameters, ("id", id), ("target", target)], 1), cancellation);
                return (await NamedAsync(found, organisation, cancellation)) is [var one] ? TypedResults.Ok(one) : RecordResponse.UnknownTarget;
            })
            .Requires(Permission.CampaignsRead).WithName("ShowCampaignTarget").WithSummary("One target with its contacts and responses");
        routes.MapGet("/customers/{number}/campaigns", async Task<Results<Ok<IReadOnlyList<CampaignTargetView>>, ProblemHttpResult>> (
                string number, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, CancellationToken cancellation) =>
            {
                var seen = caller.SightOf(Permission.CampaignsRead).In(Target.Sight);
                var found = await database.ReadAsync(async session => await CustomerGate.FindAsync(session, caller.SightOf(Permission.CustomersRead), number) is { } customer
                    ? await ReadAsync(session, $"t.party_id = @party AND t.outcome = 'in' AND t.held = 0 AND g.state NOT IN ('draft', 'freezing', 'submitted') AND {seen.Sql}", [.. seen.Parameters, ("party", customer.Party)], limits.CampaignRows)
                    : null, cancellation);
                return found is null ? CustomerGate.Unknown : TypedResults.Ok(await NamedAsync(found, organisation, cancellation));
            })
            .Requires(Permission.CampaignsRead).WithName("ShowCustomerCampaigns").WithSummary("Campaigns in which a customer is, with what was done and what came back");
    }

    private static async Task<Known> ReadAsync(Session session, string where, (string, object?)[] parameters, int most)
    {
        var targets = await session.QueryAsync($"{Select} WHERE {where} ORDER BY t.id DESC LIMIT {most}", r => new CampaignTargetView(
            Text(r.GetInt64(0)), Text(r.GetInt64(1)), r.GetString(2), r.GetString(3), r.GetString(4), r.GetInt16(5) == 1, r.GetString(6), r.GetInt64(7), Time(r.GetInt64(8)), r.GetString(9), Time(r.GetInt64(10)), [], []), parameters);
        var ids = RowSet.Of("id", [.. targets.Select(t => long.Parse(t.Id, CultureInfo.InvariantCulture))]);
        var contacts = await session.QueryAsync("SELECT h.target, h.step, h.kind, h.state, h.attempt, h.task, h.at FROM {rows} CROSS JOIN ocrm.campaign_contact h WHERE h.target = k.id ORDER BY h.id", ids,
            r => (Of: Text(r.GetInt64(0)), Is: new CampaignContactView((int)r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetInt64(4), r.GetInt64(5) == 0 ? null : Text(r.GetInt64(5)), Time(r.GetInt64(6))!.Value)));
        var responses = await session.QueryAsync("SELECT s.target, s.kind, s.note, s.person, s.at FROM {rows} CROSS JOIN ocrm.campaign_response s WHERE s.target = k.id ORDER BY s.id", ids,
            r => (Of: Text(r.GetInt64(0)), Is: new CampaignResponseView(r.GetString(1), r.GetString(2), r.GetString(3), Time(r.GetInt64(4))!.Value)));
        return new Known(targets, contacts.ToLookup(c => c.Of, c => c.Is), responses.ToLookup(s => s.Of, s => s.Is));
    }

    private static async Task<IReadOnlyList<CampaignTargetView>> NamedAsync(Known known, IOrganisation organisation, CancellationToken cancellation)
    {
        var people = await organisation.PeopleNamesAsync([.. known.Responses.SelectMany(r => r).Select(r => r.Person).Where(p => p.Length > 0).Distinct()], cancellation);
        return [.. known.Targets.Select(t => t with { Contacts = [.. known.Contacts[t.Id]], Responses = [.. known.Responses[t.Id].Select(r => r with { Person = people.GetValueOrDefault(r.Person, r.Person) })] })];
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(long at) => at == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(at);
}
