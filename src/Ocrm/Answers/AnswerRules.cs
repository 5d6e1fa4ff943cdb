using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Answers;

/// <param name="Version">0 where nothing was said yet.</param>
/// <param name="Editable">Whether the caller sets them.</param>
public sealed record AnswerRulesView(string Entity, string EntityName, IReadOnlyList<AnswerRule> Rules, long Version, bool Editable);

/// <param name="Version">That of the rules which are replaced.</param>
public sealed record AnswerRulesDraft(string? Entity, IReadOnlyList<AnswerRule>? Rules, long Version);

/// <summary>GET and PUT /api/questionnaires/{id}/rules: what comes of complete answers, in the province and in each legal entity that the caller speaks for.</summary>
internal static class AnswerRules
{
    private sealed record Kept(string Entity, IReadOnlyList<AnswerRule> Rules, long Version);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/questionnaires/{id:long}/rules", async Task<Results<Ok<IReadOnlyList<AnswerRulesView>>, ProblemHttpResult>> (
                long id, Caller caller, OcrmDatabase database, IOrganisation organisation, CancellationToken cancellation) =>
            {
                if (await database.ReadAsync(session => EntityAsync(session, caller, id), cancellation) is null)
                {
                    return Unknown;
                }

                var kept = (await database.ReadAsync(session => session.QueryAsync("SELECT r.entity, r.rules, r.version FROM ocrm.answer_rules r WHERE r.questionnaire = @id",
                    r => new Kept(r.GetString(0), WorkJson.Read<IReadOnlyList<AnswerRule>>(r.GetString(1)), r.GetInt64(2)), ("id", id)), cancellation)).ToDictionary(k => k.Entity, StringComparer.Ordinal);
                var sight = caller.SightOf(Permission.QuestionnairesEdit);
                List<string> entities = [.. sight.Entities.Concat(sight.All ? [""] : []).Concat(kept.Keys.Where(e => e.Length == 0 || sight.Sees(e, e, ""))).Distinct().Order(StringComparer.Ordinal)];
                var names = await organisation.UnitNamesAsync([.. entities.Where(e => e.Length > 0)], cancellation);
                return TypedResults.Ok<IReadOnlyList<AnswerRulesView>>([.. entities.Select(e => new AnswerRulesView(
                    e, names.GetValueOrDefault(e, e), kept.GetValueOrDefault(e)?.Rules ?? [], kept.GetValueOrDefault(e)?.Version ?? 0, MaySet(caller, e)))]);
            })
            .Requires(Permission.QuestionnairesRead).WithName("ShowAnswerRules").WithSummary("What comes of complete answers to a questionnaire");
        routes.MapPut("/questionnaires/{id:long}/rules", async Task<Results<NoContent, ProblemHttpResult>> (
                long id, AnswerRulesDraft draft, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (draft.Rules is null || draft.Rules.Count > limits.AnswerRules)
                {
                    return Problems.BadRequest("answer-rules-many", $"A questionnaire has at most {limits.AnswerRules} rules in a legal entity.");
                }

                if (draft.Rules.Select(r => r.Wrong(limits)).FirstOrDefault(w => w is not null) is { } wrong)
                {
                    return wrong == "answer-rule-condition"
                        ? Problems.BadRequest(wrong, "The condition of a rule cannot be read.")
                        : Problems.BadRequest(wrong, "A rule says what is done: a task or an opportunity has a title, a tier and an assessment hold for some days.");
                }

                var entity = draft.Entity ?? "";
                var problem = await database.WriteAsync(async session =>
                    await EntityAsync(session, caller, id) is null || !MaySet(caller, entity) ? Unknown
                    : await WriteAsync(session, id, entity, draft, caller, clock.GetUtcNow().ToUnixTimeMilliseconds()) ? null : Changed, cancellation);
                return problem is null ? TypedResults.NoContent() : problem;
            })
            .Requires(Permission.QuestionnairesEdit).WithName("SetAnswerRules").WithSummary("Sets what comes of complete answers to a questionnaire in a legal entity");
    }

    private static ProblemHttpResult Unknown => Problems.NotFound("questionnaire.unknown", "No questionnaire in your sight has this number.");

    private static ProblemHttpResult Changed => Problems.Conflict("answer-rules-changed", "Somebody changed these rules meanwhile; look at them again.");

    private static bool MaySet(Caller caller, string entity) => caller.SightOf(Permission.QuestionnairesEdit) is var sight && (entity.Length == 0 ? sight.All : sight.Sees(entity, entity, ""));

    /// <returns>The legal entity of a questionnaire in the caller's sight, empty for the province's; null where there is none.</returns>
    private static async Task<string?> EntityAsync(Session session, Caller caller, long id) =>
        (await session.QueryAsync("SELECT q.entity FROM ocrm.questionnaire q WHERE q.id = @id", r => r.GetString(0), ("id", id))).SingleOrDefault() is { } entity
        && (entity.Length == 0 || caller.SightOf(Permission.QuestionnairesRead).Sees(entity, entity, "")) ? entity : null;

    private static async Task<bool> WriteAsync(Session session, long id, string entity, AnswerRulesDraft draft, Caller caller, long at)
    {
        var rules = WorkJson.Write(draft.Rules);
        var written = await session.ExecuteAsync(draft.Version == 0
            ? "INSERT INTO ocrm.answer_rules (questionnaire, entity, rules, person, changed_at, version) VALUES (@id, @entity, @rules, @person, @at, 1) ON CONFLICT (questionnaire, entity) DO NOTHING"
            : "UPDATE ocrm.answer_rules SET rules = @rules, person = @person, changed_at = @at, version = version + 1 WHERE questionnaire = @id AND entity = @entity AND version = @version",
            ("id", id), ("entity", entity), ("rules", rules), ("person", caller.PersonId), ("at", at), ("version", draft.Version));
        await AuditTrail.AppendAsync(session, "ocrm", at, [.. written > 0 ? [new AuditEntry(caller.UserName, caller.From, Permission.QuestionnairesEdit, $"questionnaire/{id}", After: rules)] : Array.Empty<AuditEntry>()]);
        return written > 0;
    }
}
