using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Activities;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Documents;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Consents;

/// <param name="Channels">All that the customer agreed to in one go.</param>
/// <param name="Wording">The id of the wording that the customer was read: if there is a newer one by now, it was not agreed to.</param>
/// <param name="EvidenceKind">paper, recording, app or sms.</param>
/// <param name="Evidence">Where it lies: the number of the paper or of the recording. May be empty where it is here.</param>
/// <param name="Documents">The evidence itself, uploaded for the customer, by id.</param>
public sealed record ConsentGiven(
    string? Entity, string? Purpose, IReadOnlyList<string>? Channels, string? Wording, string? EvidenceKind, string? Evidence, IReadOnlyList<long>? Documents = null);

/// <summary>POST /api/customers/{number}/consents: a customer agreed. What is open already stays as it is.</summary>
internal static class GiveConsent
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/customers/{number}/consents", async Task<Results<NoContent, ProblemHttpResult>> (
                string number, ConsentGiven body, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (body is not { Entity: { Length: > 0 } entity, Purpose: { } purpose, Channels: { Count: > 0 } channels, Evidence: { } evidence, EvidenceKind: { } kind }
                    || !ConsentPurpose.All.Contains(purpose) || !channels.All(ConsentChannel.All.Contains) || !ConsentEvidence.All.Contains(kind)
                    || (string.IsNullOrWhiteSpace(evidence) && body.Documents is not { Count: > 0 }) || evidence.Length > limits.EvidenceCharacters || evidence.Contains('\0', StringComparison.Ordinal))
                {
                    return Problems.BadRequest("consent-incomplete", "A consent needs a legal entity, a purpose, channels, and evidence of a known kind with where it lies.");
                }

                var refusal = await database.WriteAsync(async session =>
                {
                    if (await CustomerGate.FindAsync(session, caller.SightOf(Permission.ConsentsEdit), number) is not { } customer || !customer.Entities.Contains(entity))
                    {
                        return CustomerGate.Unknown;
                    }

                    var wording = (await Consents.Wording.CurrentAsync(session, [entity])).First(w => w.Purpose == purpose);
                    if (wording.Id != body.Wording)
                    {
                        return Problems.Conflict("consent-wording-old", "The wording has a newer version: that is what is to be read and agreed to.");
                    }

                    if (await AttachDocuments.FindAsync(session, caller, body.Documents, entity, [customer.Party], limits) is not { } documents)
                    {
                        return AttachDocuments.Problem;
                    }

                    await documents.WriteAsync(session, await WriteAsync(session, customer, entity, purpose, [.. channels.Distinct()], wording, kind, evidence.Trim(), caller, clock));
                    return null;
                }, cancellation);
                return refusal is null ? TypedResults.NoContent() : refusal;
            })
            .Requires(Permission.ConsentsEdit).WithName("GiveConsent").WithSummary("Writes down that a customer consented");

    /// <returns>The consents that are new, as documents refer to them.</returns>
    private static async Task<IReadOnlyCollection<string>> WriteAsync(
        Session session, SeenCustomer customer, string entity, string purpose, IReadOnlyList<string> channels, WordingView wording, string kind, string evidence, Caller caller, TimeProvider clock)
    {
        var known = await session.QueryAsync(
            $"SELECT e.channel, e.given_at, e.withdrawn_at FROM ocrm.consent e WHERE e.party_id = @party AND e.entity = @entity AND e.purpose = @purpose {session.ForUpdateOf("e")}",
            r => (Channel: r.GetString(0), GivenAt: r.GetInt64(1), WithdrawnAt: r.GetInt64(2)), ("party", customer.Party), ("entity", entity), ("purpose", purpose));
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var written = new List<string>();
        foreach (var channel in channels)
        {
            var withdrawn = known.Where(k => k.Channel == channel).Select(k => k.WithdrawnAt).DefaultIfEmpty(0).Max();
            if (known.Exists(k => k.Channel == channel && k.WithdrawnAt == 0 && k.GivenAt > withdrawn))
            {
                continue;
            }

            // Later than what was withdrawn, also by a clock that stood still or went back in between: the last word counts.
            var id = (await session.QueryAsync(
                """
                INSERT INTO ocrm.consent (party_id, recorded_for, entity, purpose, channel, wording_id, evidence_kind, evidence, given_by, given_at, withdrawn_by, withdrawn_at, withdrawn_how)
                VALUES (@party, @party, @entity, @purpose, @channel, @wording, @kind, @evidence, @person, @at, '', 0, '')
                RETURNING id
                """,
                r => r.GetInt64(0),
                ("party", customer.Party), ("entity", entity), ("purpose", purpose), ("channel", channel), ("wording", long.Parse(wording.Id, System.Globalization.CultureInfo.InvariantCulture)),
                ("kind", kind), ("evidence", evidence), ("person", caller.PersonId), ("at", Math.Max(now, withdrawn + 1))))[0];
            await AuditTrail.AppendAsync(session, "ocrm", now, new AuditEntry(caller.UserName, caller.From, Permission.ConsentsEdit, $"{customer.Number}/{entity}",
                After: $"{purpose} {channel} v{wording.Version} {kind} {evidence}"));
            await Activity.RecordAsync(session, new Activity(customer.Party, entity, "", caller.PersonId, now, ActivityKind.Consent, "", Consent.Detail(purpose, channel, "given"), Consent.RefOf(id)));
            written.Add(Consent.RefOf(id));
        }

        return written;
    }
}
