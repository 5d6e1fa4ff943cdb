using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Rights;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.Stewardship;

/// <param name="Attributes">Only those that were asked for, with values in clear.</param>
public sealed record RevealedPair(IReadOnlyList<ComparedAttribute> Attributes, RevealQuota Quota);

/// <summary>POST /api/suspects/{a}/{b}/reveal: masked values of both in clear, record by record, for a reason, within a quota, written down first.</summary>
internal static class RevealSuspect
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/suspects/{a}/{b}/reveal", RevealAsync).Requires(Permission.CustomersReveal)
            .WithName("RevealSuspect").WithSummary("Masked values of two suspects in clear, for a reason; audited, with a daily quota");

    private static async Task<Results<Ok<RevealedPair>, ProblemHttpResult>> RevealAsync(
        string a, string b, RevealRequest request, Caller caller, ShowSuspect show, IRevealing revealing, CancellationToken cancellation)
    {
        if (request.Attributes is not { Count: > 0 } attributes || attributes.Any(x => !PartyAttribute.All.Contains(x)))
        {
            return Problems.BadRequest("reveal.attributes", "Which attributes? Name at least one that a customer can have");
        }

        if (!AuditReason.IsGiven(request.Reason))
        {
            return Problems.BadRequest(AuditReason.Missing, AuditReason.MissingDetail);
        }

        if (!PartyNumber.TryParse(a, out var first) || !PartyNumber.TryParse(b, out var second) || await show.InClearAsync(caller, first, second, cancellation) is not { } clear)
        {
            return ShowSuspect.Unknown;
        }

        // Hidden is not masked: of those not even that there is a value is told.
        if (attributes.Any(Veil.For(caller).Hides))
        {
            return Problems.Forbidden("reveal.hidden", "Your posts do not show this class of data");
        }

        // What is asked for is seen of two customers, and counts twice.
        RevealQuota? quota = null;
        foreach (var number in new[] { first, second }.Select(PartyNumber.Of))
        {
            quota = await revealing.TakeAsync(caller, number, [.. attributes.Distinct()], request.Reason, cancellation);
            if (quota is null)
            {
                return Problems.TooMany("quota-used", "You have seen as many values in clear today as your legal entity allows");
            }
        }

        return TypedResults.Ok(new RevealedPair([.. clear.Where(x => attributes.Contains(x.Attribute))], quota!));
    }
}
