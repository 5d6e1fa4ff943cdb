using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Opportunities;

/// <summary>What a change does to an opportunity, or why it cannot be.</summary>
/// <param name="Audit">What the audit says after it; of people and fields, never of what somebody wrote.</param>
internal sealed record OpportunityChange(Opportunity? After, string Audit, ProblemHttpResult? Problem)
{
    public static implicit operator OpportunityChange(ProblemHttpResult problem) => new(null, "", problem);
}

/// <summary>The way from an id in an address to an opportunity that may be changed: out of sight is unknown, and who looked at an older version is told.</summary>
internal static class OpportunityGate
{
    public static ProblemHttpResult Unknown => Problems.NotFound("opportunity-unknown", "No opportunity that you may see has this number.");

    public static ProblemHttpResult Changed => Problems.Conflict("opportunity-changed", "Somebody changed the opportunity meanwhile: look at it again.");

    /// <summary>What a stage asks for, or the form it must have, as a problem whose field "missing" names the fields.</summary>
    public static ProblemHttpResult Missing(IReadOnlyList<string> fields) => TypedResults.Problem(
        "The stage asks for more: " + string.Join(", ", fields), statusCode: StatusCodes.Status400BadRequest,
        extensions: new Dictionary<string, object?> { ["code"] = "opportunity-needs", ["missing"] = fields });

    /// <summary>Changes one in a transaction with its audit.</summary>
    /// <param name="version">What the caller looked at.</param>
    public static async Task<Results<Ok<OpportunityView>, ProblemHttpResult>> ChangeAsync(
        OcrmDatabase database, Caller caller, TimeProvider clock, IOrganisation organisation, OcrmLimits limits, long id, long version,
        Func<Session, Opportunity, Pipeline, long, Task<OpportunityChange>> change, CancellationToken cancellation)
    {
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var problem = await database.WriteAsync(async session =>
        {
            if (await OpportunitySight.FindAsync(session, caller, id) is not { } known)
            {
                return Unknown;
            }

            if (known.Version != version)
            {
                return Changed;
            }

            var pipeline = (await Pipeline.OfAsync(session, [known.Entity])).Single(p => p.Id == known.Pipeline);
            var made = await change(session, known, pipeline, at);
            if (made.After is { } after)
            {
                await WriteAsync(session, after, at);
                await AuditTrail.AppendAsync(session, "ocrm", at, new AuditEntry(caller.UserName, caller.From, Permission.OpportunitiesEdit, known.Ref, After: made.Audit));
            }

            return made.Problem;
        }, cancellation);
        return problem ?? await ShowOpportunity.AnswerAsync(database, caller, organisation, limits, clock, id, cancellation);
    }

    private static Task WriteAsync(Session session, Opportunity o, long at) => session.ExecuteAsync(
        """
        UPDATE ocrm.opportunity SET unit = @unit, owner = @owner, stage = @stage, title = @title, product = @product, amount = @amount, chance = @chance, expected = @expected, contact = @contact,
            note = @note, state = @state, reason = @reason, remark = @remark, entered_at = @entered, closed_at = @closed, changed_at = @at, version = version + 1
        WHERE id = @id
        """,
        ("unit", o.Unit), ("owner", o.Owner), ("stage", o.Stage), ("title", o.Title), ("product", o.Product), ("amount", o.Amount), ("chance", o.Chance), ("expected", o.Expected), ("contact", o.Contact),
        ("note", o.Note), ("state", o.State), ("reason", o.Reason), ("remark", o.Remark), ("entered", o.EnteredAt), ("closed", o.ClosedAt), ("at", at), ("id", o.Id));
}
