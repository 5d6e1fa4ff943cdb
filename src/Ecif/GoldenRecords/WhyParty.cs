using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.Intake;
using Granary.Ecif.Rights;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.GoldenRecords;

/// <param name="Because">all, unit, or manager: by what the customer lies in the reach of the role.</param>
/// <param name="Value">The customer's unit by which it is seen; null for all and manager.</param>
/// <param name="CoverFor">The person in whose stead.</param>
public sealed record WhySource(string Role, string Unit, string UnitName, string Reach, string? CoverFor, string Because, string? Value);

/// <param name="Sources">Empty: only who the customer is, as far as the province allows.</param>
public sealed record WhyView(string Permission, IReadOnlyList<WhySource> Sources);

/// <summary>GET /api/parties/{number}/why: why can I see this customer?</summary>
internal static class WhyParty
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/parties/{number}/why", async Task<Results<Ok<WhyView>, ProblemHttpResult>> (
                string number, Caller caller, EcifDatabase database, PartyGate gate, IOrganisation organisation, CancellationToken cancellation) =>
            {
                if (!PartyNumber.TryParse(number, out var id) || await database.ReadAsync(session => ShowParty.SurvivorAsync(session, id), cancellation) is not { } party
                    || (!await gate.SeesAsync(database, caller, Permission.CustomersRead, party.Id, cancellation) && await gate.BeyondAsync(cancellation) == FieldSight.Hidden))
                {
                    return Problems.NotFound("party.unknown", "No customer that you may see has this number");
                }

                var sources = new List<WhySource>();
                var names = await organisation.UnitNamesAsync([.. caller.Rights.Sources.Select(s => s.Unit).Distinct()], cancellation);
                foreach (var source in caller.Rights.Sources.Where(s => s.Permission == Permission.CustomersRead))
                {
                    if (await BecauseAsync(database, gate, source.Sight, party.Id, cancellation) is var (because, value) && because.Length > 0)
                    {
                        sources.Add(new WhySource(source.Role, source.Unit, names.GetValueOrDefault(source.Unit, source.Unit), source.Reach.ToString().ToLowerInvariant(), source.CoverFor, because, value));
                    }
                }

                return TypedResults.Ok(new WhyView(Permission.CustomersRead, sources));
            })
            .Requires(Permission.CustomersRead).WithName("WhyParty").WithSummary("By which of one's posts one sees a customer");

    private static Task<(string Because, string? Value)> BecauseAsync(
        EcifDatabase database, PartyGate gate, Sight sight, long party, CancellationToken cancellation) => database.ReadAsync<(string, string?)>(async session =>
    {
        if (sight.All)
        {
            return ("all", null);
        }

        var units = await session.QueryAsync("SELECT unit FROM ecif.relationship WHERE party_id = @id ORDER BY unit", r => r.GetString(0), ("id", party));
        if (units.FirstOrDefault(u => sight.Sees(UnitCode.EntityOf(u), u)) is { } unit)
        {
            return ("unit", unit);
        }

        var managed = await gate.VisibleAsync(session, sight with { Entities = [], Units = [] }, [party], cancellation);
        return managed.Count > 0 ? ("manager", null) : ("", null);
    }, cancellation);
}
