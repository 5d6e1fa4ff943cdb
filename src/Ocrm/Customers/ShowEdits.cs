using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Customers;

/// <summary>What became of somebody's correction of one attribute.</summary>
/// <param name="Value">The value's parts, as the caller sees its class.</param>
/// <param name="By">Who corrected it, by name.</param>
/// <param name="State">sent, accepted, overruled or refused.</param>
/// <param name="OverruledBy">The system whose value survives instead.</param>
/// <param name="Because">The criterion that decided: valid, recent, trust or tie.</param>
public sealed record CorrectionView(string Attribute, IReadOnlyList<string> Value, string By, DateTimeOffset At, string State, string? OverruledBy, string? Because);

/// <summary>GET /api/customers/{number}/edits: the last correction of each attribute, and whether it holds.</summary>
internal static class ShowEdits
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/customers/{number}/edits", async Task<Results<Ok<IReadOnlyList<CorrectionView>>, ProblemHttpResult>> (
                string number, Caller caller, OcrmDatabase database, IGoldenRecords records, IOrganisation organisation, OcrmLimits limits, CancellationToken cancellation) =>
            {
                var edits = await database.ReadAsync(async session => await CustomerGate.FindAsync(session, caller.SightOf(Permission.CustomersRead), number) is not { } customer
                    ? null
                    : await session.QueryAsync($"SELECT {Edit.Columns} FROM ocrm.edit e WHERE e.party_id = @party ORDER BY e.id DESC LIMIT {limits.EditsShown}", Edit.Read, ("party", customer.Party)), cancellation);
                if (edits is null)
                {
                    return CustomerGate.Unknown;
                }

                var surviving = edits.Count == 0 ? new Dictionary<string, Surviving>() : await records.SurvivingAsync(edits[0].Party, cancellation);
                var names = await organisation.PeopleNamesAsync([.. edits.Select(e => e.Person).Distinct()], cancellation);
                return TypedResults.Ok<IReadOnlyList<CorrectionView>>([.. edits
                    .SelectMany(e => e.Attributes.Select(a => (Edit: e, Attribute: a.Key, Value: Normalised.Form(a.Key, a.Value))))
                    .DistinctBy(e => e.Attribute)
                    .Where(e => caller.Sees(Classified.ClassOf(e.Attribute)) != FieldSight.Hidden)
                    .Select(e => View(e.Edit, e.Attribute, e.Value, surviving.GetValueOrDefault(e.Attribute), caller, names.GetValueOrDefault(e.Edit.Person, e.Edit.Person)))]);
            })
            .Requires(Permission.CustomersRead).WithName("ShowEdits").WithSummary("What was corrected of a customer, and what became of it");

    private static CorrectionView View(Edit edit, string attribute, string value, Surviving? surviving, Caller caller, string by)
    {
        var (state, system, because) = Became(edit.State, attribute, value, surviving);
        var shown = caller.Sees(Classified.ClassOf(attribute)) == FieldSight.Clear ? value : MaskedAttribute.Of(attribute, value);
        return new CorrectionView(attribute, PartyAttribute.Parts(shown), by, DateTimeOffset.FromUnixTimeMilliseconds(edit.At), state, system, because);
    }

    /// <summary>A correction holds where the value that survives first is the same, whoever said it last.</summary>
    internal static (string State, string? OverruledBy, string? Because) Became(EditState state, string attribute, string value, Surviving? surviving) => state switch
    {
        EditState.Waiting => ("sent", null, null),
        EditState.Refused => ("refused", null, null),
        _ when value.Length == 0 => ("accepted", null, null), // withdrawn: nobody has another word on that
        _ when surviving is not null && Canonical.Form(attribute, PartyAttribute.Values(surviving.Value)[0]) == Canonical.Form(attribute, value) => ("accepted", null, null),
        _ => ("overruled", surviving?.System, surviving?.Rule),
    };
}
