using Granary.Access.Contracts;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Consents;

/// <param name="Version">Of the wording that the customer agreed to.</param>
/// <param name="GivenBy">The name of who wrote it down.</param>
/// <param name="WithdrawnAt">Null while it is open.</param>
public sealed record ConsentView(
    string Id, string Entity, string EntityName, string Purpose, string Channel, string Wording, long Version, string EvidenceKind, string Evidence,
    string GivenBy, DateTimeOffset GivenAt, string? WithdrawnBy, DateTimeOffset? WithdrawnAt, string? WithdrawnHow);

/// <param name="Name">The legal entity's.</param>
/// <param name="Wordings">The words that are read to a customer now, one for each purpose.</param>
public sealed record ConsentEntity(string Entity, string Name, IReadOnlyList<WordingView> Wordings);

/// <param name="Purposes">What can be agreed to; what has no open consent is off.</param>
public sealed record ConsentsView(
    IReadOnlyList<ConsentEntity> Entities, IReadOnlyList<string> Purposes, IReadOnlyList<string> Channels, IReadOnlyList<string> EvidenceKinds, IReadOnlyList<ConsentView> Consents);

/// <summary>GET /api/customers/{number}/consents: what a customer agreed to in the legal entities where the caller sees them, with all that was withdrawn.</summary>
internal static class ShowConsents
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/customers/{number}/consents", async Task<Results<Ok<ConsentsView>, ProblemHttpResult>> (
                string number, Caller caller, OcrmDatabase database, IOrganisation organisation, OcrmLimits limits, CancellationToken cancellation) =>
            {
                var read = await database.ReadAsync(async session => await CustomerGate.FindAsync(session, caller.SightOf(Permission.CustomersRead), number) is not { Entities: var entities } customer
                    ? null
                    : new Reading(entities, await Consent.OfAsync(session, customer.Party, entities, limits.ConsentsShown), await Wording.CurrentAsync(session, entities)), cancellation);
                if (read is null)
                {
                    return CustomerGate.Unknown;
                }

                var units = await organisation.UnitNamesAsync([.. read.Entities], cancellation);
                var people = await organisation.PeopleNamesAsync([.. read.Consents.SelectMany(c => new[] { c.Person, c.WithdrawnBy }).Where(p => p.Length > 0).Distinct()], cancellation);
                return TypedResults.Ok(new ConsentsView(
                    [.. read.Entities.Select(e => new ConsentEntity(e, units.GetValueOrDefault(e, e), [.. read.Wordings.Where(w => w.Entity == e)]))],
                    ConsentPurpose.All, ConsentChannel.All, ConsentEvidence.All,
                    [.. read.Consents.Select(c => View(c, units, people))]));
            })
            .Requires(Permission.CustomersRead).WithName("ShowConsents").WithSummary("What a customer agreed to and what was withdrawn");

    private static ConsentView View(Consent c, IReadOnlyDictionary<string, string> units, IReadOnlyDictionary<string, string> people)
    {
        var open = c.WithdrawnAt == 0;
        return new ConsentView(
            c.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), c.Entity, units.GetValueOrDefault(c.Entity, c.Entity), c.Purpose, c.Channel, c.Wording, c.Version, c.EvidenceKind, c.Evidence,
            people.GetValueOrDefault(c.Person, c.Person), DateTimeOffset.FromUnixTimeMilliseconds(c.GivenAt),
            open ? null : people.GetValueOrDefault(c.WithdrawnBy, c.WithdrawnBy), open ? null : DateTimeOffset.FromUnixTimeMilliseconds(c.WithdrawnAt), open ? null : c.WithdrawnHow);
    }

    private sealed record Reading(IReadOnlyList<string> Entities, IReadOnlyList<Consent> Consents, IReadOnlyList<WordingView> Wordings);
}
