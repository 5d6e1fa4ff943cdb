using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Activities;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Consents;

/// <param name="Channels">What the customer no longer wants for the purpose.</param>
/// <param name="How">How the customer said so: on the phone, at the counter.</param>
public sealed record ConsentWithdrawn(string? Entity, string? Purpose, IReadOnlyList<string>? Channels, string? How);

/// <summary>POST /api/customers/{number}/consents/withdraw: a customer agrees no longer, from now on. No wording and no evidence is asked for: it must be as easy as agreeing (PIPL, article 15).</summary>
internal static class WithdrawConsent
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/customers/{number}/consents/withdraw", async Task<Results<NoContent, ProblemHttpResult>> (
                string number, ConsentWithdrawn body, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (body is not { Entity: { Length: > 0 } entity, Purpose: { } purpose, Channels: { Count: > 0 } channels, How: { } how }
                    || !ConsentPurpose.All.Contains(purpose) || !channels.All(ConsentChannel.All.Contains) || how.Length > limits.EvidenceCharacters || how.Contains('\0', StringComparison.Ordinal))
                {
                    return Problems.BadRequest("consent-withdraw-incomplete", "Which purpose, which channels, in which legal entity?");
                }

                var known = await database.WriteAsync(async session =>
                {
                    if (await CustomerGate.FindAsync(session, caller.SightOf(Permission.ConsentsEdit), number) is not { } customer || !customer.Entities.Contains(entity))
                    {
                        return false;
                    }

                    var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
                    foreach (var channel in channels.Distinct())
                    {
                        await EndAsync(session, customer.Party, customer.Number, entity, purpose, channel, how.Trim(), at, caller);
                    }

                    return true;
                }, cancellation);
                return known ? TypedResults.NoContent() : CustomerGate.Unknown;
            })
            .Requires(Permission.ConsentsEdit).WithName("WithdrawConsent").WithSummary("Writes down that a customer consents no longer");

    /// <summary>Ends what a customer agreed to, in the trail and in the timeline; nothing where there is nothing open.</summary>
    /// <param name="number">The customer's.</param>
    /// <param name="caller">Who writes it down; null: the customer did it.</param>
    public static async Task EndAsync(Session session, long party, string number, string entity, string purpose, string channel, string how, long at, Caller? caller)
    {
        var person = caller?.PersonId ?? "";
        // Never before it was given, whatever the clock did in between.
        var ended = await session.QueryAsync(
            """
            UPDATE ocrm.consent SET withdrawn_by = @person, withdrawn_how = @how, withdrawn_at = CASE WHEN given_at > @at THEN given_at ELSE @at END
            WHERE party_id = @party AND entity = @entity AND purpose = @purpose AND channel = @channel AND withdrawn_at = 0
            RETURNING id
            """,
            r => r.GetInt64(0), ("person", person), ("how", how), ("at", at), ("party", party), ("entity", entity), ("purpose", purpose), ("channel", channel));
        if (ended.Count > 0)
        {
            await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller?.UserName ?? "granary", caller?.From ?? "", Permission.ConsentsEdit, $"{number}/{entity}", Reason: how, Before: $"{purpose} {channel}"));
            await Activity.RecordAsync(session, new Activity(party, entity, "", person, at, ActivityKind.Consent, "", Consent.Detail(purpose, channel, "withdrawn"), Consent.RefOf(ended[0])));
        }
    }
}
