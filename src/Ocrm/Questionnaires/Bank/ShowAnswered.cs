using System.Globalization;
using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Granary.Surveys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Questionnaires.Bank;

/// <param name="Value">As it is kept; of a matrix "row: column".</param>
/// <param name="Count">How many gave it; null where so few did that they could be known (see <see cref="OcrmLimits.AnonymousCell"/>).</param>
public sealed record AnsweredCount(string Value, long? Count);

/// <param name="Responses">Complete responses that were counted, the newest.</param>
/// <param name="More">There are more of them than are counted.</param>
/// <param name="Answered">Of them how many answer this question; of a block nothing is counted.</param>
public sealed record AnsweredView(long Responses, bool More, long Answered, IReadOnlyList<AnsweredCount> Counts);

/// <summary>
/// GET /api/bank/{id}/answers: how a question is answered over all questionnaires that ask it, as far as the caller reads their answers. The newest
/// are looked through, some thousands; what texts say is not among them.
/// </summary>
internal static class ShowAnswered
{
    private static readonly SightColumns Responses = new("r.entity", "r.unit", "r.person");

    private static readonly string[] Counted = ["radiogroup", "dropdown", "checkbox", "tagbox", "ranking", "rating", "boolean", "matrix"];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/bank/{id}/answers", async Task<Results<Ok<AnsweredView>, ProblemHttpResult>> (string id, Caller caller, OcrmDatabase database, OcrmLimits limits, CancellationToken cancellation) =>
                await database.ReadAsync(async session => await BankItem.FindAsync(session, caller, id) is { } item ? await CountAsync(session, caller, item, limits) : null, cancellation) is { } counted
                    ? TypedResults.Ok(counted)
                    : BankItem.Unknown)
            .Requires(Permission.AnswersRead).WithName("ShowAnswered").WithSummary("How a question of the bank is answered, over all that ask it");

    private static async Task<AnsweredView> CountAsync(Session session, Caller caller, BankItem item, OcrmLimits limits)
    {
        var seen = caller.SightOf(Permission.AnswersRead).In(Responses);
        var rows = await session.QueryAsync(
            $"""
            SELECT u.name, q.anonymous, r.answers, r.id FROM ocrm.bank_use u JOIN ocrm.questionnaire q ON q.id = u.questionnaire
            JOIN ocrm.response r ON r.questionnaire = u.questionnaire AND r.number = u.number AND r.state = 'complete'
            WHERE u.item = @item AND u.number > 0 AND {seen.Sql} ORDER BY r.at DESC, r.id LIMIT {limits.BankResponses + 1}
            """,
            r => (Name: r.GetString(0), Anonymous: r.GetInt16(1) == 1, Answers: r.GetString(2), Id: r.GetInt64(3)), [.. seen.Parameters, ("item", item.Id)]);
        var counted = rows.Take(limits.BankResponses).ToList();
        var answers = counted.Select(r => Of(ValueJson.ReadAnswers(r.Answers), r.Name).Where(v => !v.IsEmpty).ToList()).ToList();
        var counts = Counted.Contains(item.Type) ? answers.SelectMany(a => a).SelectMany(Values).CountBy(v => v).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).ToList() : [];
        // A promise of anonymity holds for the whole: a small number could be read by subtraction.
        var least = counted.Any(r => r.Anonymous) ? limits.AnonymousCell : 1;
        return new AnsweredView(counted.Select(r => r.Id).Distinct().Count(), rows.Count > limits.BankResponses, answers.Count(a => a.Count > 0),
            [.. counts.Take(limits.BankShown).Select(c => new AnsweredCount(c.Key, c.Value >= least ? c.Value : null))]);
    }

    /// <summary>What is answered under a name; members.age is answered by each member.</summary>
    private static IEnumerable<Value> Of(ValueMap answers, string name) => name.Split('.', 2) switch
    {
        [var group, var part] when answers[group].Kind == ValueKind.List => answers[group].List.Where(g => g.Kind == ValueKind.Map).SelectMany(g => Of(g.Map, part)),
        [var texts, var part] when answers[texts].Kind == ValueKind.Map => Of(answers[texts].Map, part),
        _ => [answers[name]],
    };

    private static IEnumerable<string> Values(Value answer) => answer.Kind switch
    {
        ValueKind.List => answer.List.SelectMany(Values),
        ValueKind.Map => answer.Map.SelectMany(row => Values(row.Value).Select(column => $"{row.Key}: {column}")),
        ValueKind.Text => [answer.Text],
        ValueKind.Number => [answer.Number.ToString(CultureInfo.InvariantCulture)],
        ValueKind.Boolean => [answer.IsTrue ? "true" : "false"],
        _ => [],
    };
}
