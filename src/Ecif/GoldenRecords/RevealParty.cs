using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.Intake;
using Granary.Ecif.Rights;
using Granary.Ecif.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.GoldenRecords;

/// <param name="Reason">Why, in the words of whoever asks; it goes into the audit trail.</param>
public sealed record RevealRequest(IReadOnlyList<string>? Attributes, string? Reason);

public sealed record ClearView(string Attribute, string[][] Value);

public sealed record RevealedView(IReadOnlyList<ClearView> Attributes, RevealQuota Quota);

/// <summary>POST /api/parties/{number}/reveal: masked values of the golden record in clear, for a reason, within a quota, written down first.</summary>
internal static class RevealParty
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/parties/{number}/reveal", RevealAsync).Requires(Permission.CustomersReveal)
            .WithName("RevealParty").WithSummary("Masked values in clear, for a reason; audited, with a daily quota");

    private static async Task<Results<Ok<RevealedView>, ProblemHttpResult>> RevealAsync(
        string number, RevealRequest request, Caller caller, EcifDatabase database, PartyGate gate, IRevealing revealing, CancellationToken cancellation)
    {
        if (request.Attributes is not { Count: > 0 } attributes || attributes.Any(a => !PartyAttribute.All.Contains(a)))
        {
            return Problems.BadRequest("reveal.attributes", "Which attributes? Name at least one that a customer can have");
        }

        if (!AuditReason.IsGiven(request.Reason))
        {
            return Problems.BadRequest(AuditReason.Missing, AuditReason.MissingDetail);
        }

        var party = PartyNumber.TryParse(number, out var id) ? await database.ReadAsync(session => ShowParty.SurvivorAsync(session, id), cancellation) : null;
        if (party is null || !await gate.SeesAsync(database, caller, Permission.CustomersReveal, party.Id, cancellation))
        {
            return Problems.NotFound("party.unknown", "No customer that you may see has this number");
        }

        // Hidden is not masked: of those not even that there is a value is told.
        var veil = Veil.For(caller);
        if (attributes.Any(veil.Hides))
        {
            return Problems.Forbidden("reveal.hidden", "Your posts do not show this class of data");
        }

        if (await revealing.TakeAsync(caller, party.Number, [.. attributes.Distinct()], request.Reason, cancellation) is not { } quota)
        {
            return Problems.TooMany("quota-used", "You have seen as many values in clear today as your legal entity allows");
        }

        return TypedResults.Ok(new RevealedView(
            [.. attributes.Distinct().Where(party.Golden.ContainsKey).Select(a => new ClearView(a, [.. PartyAttribute.Values(party.Golden[a].Value).Select(PartyAttribute.Parts)]))], quota));
    }
}
