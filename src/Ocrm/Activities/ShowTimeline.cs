using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Activities;

/// <param name="Entity">The legal entity inside which it stays, by code.</param>
/// <param name="By">Who did it, by name; empty where nobody did.</param>
/// <param name="Kind">visit, call, task, note, care, consent, document, opportunity, handover, merge, split, tier or answer.</param>
/// <param name="Detail">By kind.</param>
/// <param name="Ref">What it came from, as "visit/12"; may be empty.</param>
public sealed record ActivityView(long Id, DateTimeOffset At, string Kind, string Entity, string By, string Subject, JsonElement Detail, string Ref);

/// <param name="Next">The place from which to go on; absent at the end.</param>
public sealed record TimelinePage(IReadOnlyList<ActivityView> Rows, string? Next);

/// <summary>GET /api/customers/{number}/timeline: what happened with a customer in the legal entities in which the caller sees them, the newest first.</summary>
internal static class ShowTimeline
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/customers/{number}/timeline", async Task<Results<Ok<TimelinePage>, ProblemHttpResult>> (
                string number, string? after, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, CancellationToken cancellation) =>
            {
                var rows = await database.ReadAsync(session => ReadAsync(session, caller, number, after, limits.TimelineRows), cancellation);
                if (rows is null)
                {
                    return CustomerGate.Unknown;
                }

                var names = await organisation.PeopleNamesAsync([.. rows.Select(r => r.Person).Where(p => p.Length > 0).Distinct()], cancellation);
                return TypedResults.Ok(new TimelinePage(
                    [.. rows.Take(limits.TimelineRows).Select(r => new ActivityView(r.Place.Id, DateTimeOffset.FromUnixTimeMilliseconds(r.Place.At), r.Kind, r.Entity,
                        names.GetValueOrDefault(r.Person, r.Person), r.Subject, JsonSerializer.Deserialize<JsonElement>(r.Detail), r.Ref))],
                    rows.Count > limits.TimelineRows ? rows[limits.TimelineRows - 1].Place.ToString() : null));
            })
            .Requires(Permission.CustomersRead).WithName("ShowTimeline").WithSummary("What happened with a customer, the newest first");

    internal sealed record Row(Place Place, string Kind, string Entity, string Person, string Subject, string Detail, string Ref);

    /// <returns>One row more than asked for where there are more; null where the caller does not see the customer.</returns>
    internal static async Task<List<Row>?> ReadAsync(Session session, Caller caller, string number, string? after, int most)
    {
        if (await CustomerGate.FindAsync(session, caller.SightOf(Permission.CustomersRead), number) is not { } customer)
        {
            return null;
        }

        var (sql, place) = (new SqlText(), Place.Parse(after));
        var entities = string.Join(", ", customer.Entities.Select(sql.Bind));
        return await session.QueryAsync(
            $"""
            SELECT a.id, a.at, a.kind, a.entity, a.person, a.subject, a.detail, a.ref FROM ocrm.activity a
            WHERE a.party_id = {sql.Bind(customer.Party)} AND a.entity IN ({entities}) AND (a.at < {sql.Bind(place.At)} OR (a.at = {sql.Bind(place.At)} AND a.id < {sql.Bind(place.Id)}))
            ORDER BY a.at DESC, a.id DESC LIMIT {most + 1}
            """,
            r => new Row(new Place(r.GetInt64(1), r.GetInt64(0)), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7)), sql.Parameters);
    }

    /// <summary>Where a page ends: time, then id.</summary>
    internal readonly record struct Place(long At, long Id)
    {
        public static Place Parse(string? text) =>
            text?.Split('-') is [var at, var id] && long.TryParse(at, out var time) && long.TryParse(id, out var row) ? new Place(time, row) : new Place(long.MaxValue, long.MaxValue);

        public override string ToString() => $"{At}-{Id}";
    }
}
