using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.Intake;
using Granary.Ecif.Rights;
using Granary.Ecif.SourceRecords;
using Granary.Ecif.Storage;
using Granary.Kernel.Storage;
using Granary.Matching;
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

            var named = Named(await MasterStore.RecordsOfPartiesAsync(session, [party.Id]));
            var parties = await PartiesAsync(session, named);
            var found = named.SelectMany(n => parties(n).Where(p => p != party.Id).Select(p => (n.Relation, n.System, Party: p))).ToList();
            var relatives = (await MasterStore.ReadPartiesAsync(session, [.. found.Select(f => f.Party).Distinct()])).ToDictionary(p => p.Id);
            var seen = await gate.VisibleAsync(session, caller, Permission.CustomersRead, relatives.Keys, cancellation);
            return [.. found.Where(f => seen.Contains(f.Party) || beyond != FieldSight.Hidden)
                .GroupBy(f => (f.Relation, f.Party))
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

    /// <summary>What the records say of relations, value by value.</summary>
    private static List<NamedRelative> Named(IEnumerable<SourceRecord> records) =>
        [.. from record in records
            from attribute in record.Attributes
            where attribute.Key.StartsWith(PartyAttribute.RelationPrefix, StringComparison.Ordinal)
            from value in PartyAttribute.Values(attribute.Value.Said ?? "")
            select new NamedRelative(record.System, attribute.Key, PartyAttribute.Part(value, 0),
                [.. IdentityClaim.Of(PartyAttribute.Part(value, 2), PartyAttribute.Part(value, 3)).Where(c => c.Trusted).Select(c => c.Identity.Key)])];

    /// <summary>The parties of each: by the system's own key, and by a document that can be trusted.</summary>
    private static async Task<Func<NamedRelative, IEnumerable<long>>> PartiesAsync(Session session, List<NamedRelative> named)
    {
        var byKey = (await session.QueryAsync(
            "SELECT r.system, r.key, r.party_id FROM {rows} CROSS JOIN ecif.source_record r WHERE r.system = k.system AND r.key = k.key",
            RowSet.Of("system", "key", [.. named.Where(n => n.Key.Length > 0).Select(n => (n.System, n.Key)).Distinct()]),
            r => (Address: (r.GetString(0), r.GetString(1)), Party: r.GetInt64(2)))).ToDictionary(r => r.Address, r => r.Party);
        var byIdentity = (await MasterStore.IdentitiesAsync(session, [.. named.SelectMany(n => n.Identities).Distinct()])).ToDictionary(i => i.Identity, i => i.Party);
        return n => n.Identities.Where(byIdentity.ContainsKey).Select(i => byIdentity[i])
            .Concat(byKey.TryGetValue((n.System, n.Key), out var party) ? [party] : []).Distinct();
    }

    /// <param name="Key">The system's own key of the relative; empty where it names none.</param>
    private sealed record NamedRelative(string System, string Relation, string Key, IReadOnlyList<string> Identities);
}
