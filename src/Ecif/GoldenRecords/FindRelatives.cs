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

/// <summary>A party that the customer's systems name as related.</summary>
/// <param name="Relation">The attribute that names it: relation.spouse, relation.guarantor and so on.</param>
/// <param name="Name">Masked unless the caller sees relations in clear.</param>
/// <param name="Systems">Who says so.</param>
public sealed record RelativeView(string Relation, string Number, string Kind, string? Name, IReadOnlyList<string> Systems);

/// <summary>GET /api/parties/{number}/relatives: whom the systems name by their own key for them or by a document, as parties of ours.</summary>
internal static class FindRelatives
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/parties/{number}/relatives", async Task<Results<Ok<IReadOnlyList<RelativeView>>, ProblemHttpResult>> (
                string number, Caller caller, EcifDatabase database, PartyGate gate, IAudit audit, CancellationToken cancellation) =>
                PartyNumber.TryParse(number, out var id) && await FindAsync(database, gate, caller, id, cancellation) is { } relatives
                    ? TypedResults.Ok(await ReadingInClear.NoteAsync(audit, caller, [number], relatives, cancellation))
                    : Problems.NotFound("party.unknown", "No customer that you may see has this number"))
            .Requires(Permission.CustomersRead).WithName("FindRelatives").WithSummary("Customers that a customer's systems name as related");

    /// <returns>Null where the caller does not see the customer.</returns>
    public static async Task<IReadOnlyList<RelativeView>?> FindAsync(EcifDatabase database, PartyGate gate, Caller caller, long id, CancellationToken cancellation)
    {
        var beyond = await gate.BeyondAsync(cancellation);
        return await database.ReadAsync<IReadOnlyList<RelativeView>?>(async session =>
        {
            if (await ShowParty.SurvivorAsync(session, id) is not { } party || !(await gate.VisibleAsync(session, caller, Permission.CustomersRead, [party.Id], cancellation)).Contains(party.Id))
            {
                return null;
            }

            if (caller.Sees(DataClass.C3) == FieldSight.Hidden)
            {
                return []; // relations are of this class
            }

            var found = await Relations.ReadAsync(session, [party.Id]);
            var relatives = (await MasterStore.ReadPartiesAsync(session, [.. found.Select(f => f.Relative).Distinct()])).ToDictionary(p => p.Id);
            var seen = await gate.VisibleAsync(session, caller, Permission.CustomersRead, relatives.Keys, cancellation);
            return [.. found.Where(f => seen.Contains(f.Relative) || beyond != FieldSight.Hidden)
                .GroupBy(f => (Relation: f.Attribute, Party: f.Relative))
                .OrderBy(g => g.Key.Relation, StringComparer.Ordinal).ThenBy(g => g.Key.Party)
                .Select(g => View(g.Key.Relation, relatives[g.Key.Party], [.. g.Select(f => f.System).Distinct().Order(StringComparer.Ordinal)],
                    caller, seen.Contains(g.Key.Party) ? Veil.For(caller) : Veil.Beyond(caller, beyond)))];
        }, cancellation);
    }

    private static RelativeView View(string relation, Party relative, IReadOnlyList<string> systems, Caller caller, Veil veil)
    {
        var name = veil.Show(PartyAttribute.Name, relative.Golden.GetValueOrDefault(PartyAttribute.Name)?.Value);
        return new RelativeView(relation, relative.Number, relative.Kind.ToString().ToLowerInvariant(),
            name is not null && caller.Sees(DataClass.C3) != FieldSight.Clear ? Masked.Name(name) : name, systems);
    }
}
