using Granary.Access;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Answers;

/// <param name="Ids">At most as many as are shown at once.</param>
public sealed record UpdateDecision(IReadOnlyList<long>? Ids, bool Accept);

/// <param name="Decided">Those that somebody else decided meanwhile are not among them.</param>
public sealed record UpdatesDecided(int Decided);

/// <summary>POST /api/answer-updates/decide: what is accepted is told to the customer master as a correction, by whoever accepts it; nobody accepts what they filled in themselves.</summary>
internal static class DecideUpdates
{
    private sealed record Row(AnswerUpdate Update, string Number, PartyKind Kind);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/answer-updates/decide", async Task<Results<Ok<UpdatesDecided>, ProblemHttpResult>> (
                UpdateDecision decision, Caller caller, OcrmDatabase database, TellEcif teller, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (decision.Ids is not { Count: > 0 } ids || ids.Count > limits.UpdatesShown)
                {
                    return Problems.BadRequest("updates-none", $"Which ones? Name 1 to {limits.UpdatesShown}.");
                }

                var (decided, own) = await database.WriteAsync(session => DecideAsync(session, ids, decision.Accept, caller, clock.GetUtcNow().ToUnixTimeMilliseconds()), cancellation);
                if (own)
                {
                    return Problems.Conflict("update-own", "You filled in one of these answers yourself: somebody else decides on it.");
                }

                teller.Wake();
                return TypedResults.Ok(new UpdatesDecided(decided));
            })
            .Requires(Permission.AnswersDecide).WithName("DecideAnswerUpdates").WithSummary("Accepts or refuses what answers say of customers");

    private static async Task<(int Decided, bool Own)> DecideAsync(Session session, IReadOnlyList<long> ids, bool accept, Caller caller, long at)
    {
        var (sql, parameters) = ShowUpdates.Seen(caller, $"{AnswerUpdate.Columns}, c.number, c.kind", ids);
        var rows = await session.QueryAsync($"{sql} ORDER BY u.id {session.ForUpdateOf("u")}",
            r => new Row(AnswerUpdate.Read(r), r.GetString(8), r.GetString(9) == "person" ? PartyKind.Person : PartyKind.Organisation), parameters);
        if (accept && rows.Any(r => r.Update.EnteredBy == caller.PersonId))
        {
            return (0, true);
        }

        await session.ExecuteAsync("UPDATE ocrm.answer_update SET state = @state, decided_by = @person, decided_at = @at WHERE id IN (SELECT k.id FROM {rows})", RowSet.Of("id", [.. rows.Select(r => r.Update.Id)]),
            ("state", accept ? AnswerUpdate.Accepted : AnswerUpdate.Refused), ("person", caller.PersonId), ("at", at));
        if (accept)
        {
            // What one answer says of a customer is one correction; of two answers the later one goes last.
            await session.InsertAsync(EditCustomer.Edits, [.. rows.GroupBy(r => (r.Update.Party, r.Update.Response)).OrderBy(g => g.Key.Response).Select(g => new Edit(
                0, g.Key.Party, g.First().Number, g.First().Kind, g.DistinctBy(r => r.Update.Attribute).ToDictionary(r => r.Update.Attribute, r => r.Update.Value), caller.PersonId, at, EditState.Waiting))]);
        }

        await AuditTrail.AppendAsync(session, "ocrm", at, [.. rows.Select(r => new AuditEntry(caller.UserName, caller.From, Permission.AnswersDecide, r.Number,
            After: $"{(accept ? AnswerUpdate.Accepted : AnswerUpdate.Refused)} response/{r.Update.Response} {r.Update.Attribute}={MaskedAttribute.Of(r.Update.Attribute, r.Update.Value)}"))]);
        return (rows.Count, false);
    }
}
