using System.Text.Json.Serialization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Chinese;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Analysis;

/// <param name="Question">One that is answered in words; null for whoever answered at all.</param>
/// <param name="Skip">Texts that were read before.</param>
/// <param name="Word">Only those of the newest texts that have this word; null for all.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TextsBody(AnalysisFilter? Filter, string? Question, int? Skip, string? Word);

/// <summary>One response. Of an anonymous questionnaire its text alone.</summary>
/// <param name="Customer">The number of the customer, where the caller sees them.</param>
public sealed record TextView(string? Text, string? Unit, DateTimeOffset? At, string? Customer, string? Name);

/// <param name="Count">How many there are; null where not shown.</param>
public sealed record TextsView(long? Count, IReadOnlyList<TextView> Texts);

/// <param name="Count">Texts in which the word stands.</param>
public sealed record WordView(string Word, long Count);

/// <param name="Texts">Texts that were looked at, the newest.</param>
public sealed record WordsView(long Texts, IReadOnlyList<WordView> Words);

/// <summary>POST …/analysis/texts and …/analysis/words: what people wrote, and the words that they used; without a question who they are.</summary>
internal static class ShowTexts
{
    private static readonly ProblemHttpResult Anonymous = Problems.BadRequest("analysis-anonymous", "Texts that were promised to be anonymous are shown without any condition.");

    private static readonly ProblemHttpResult NoText = Problems.BadRequest("analysis-text", "This question is not answered in words.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/questionnaires/{id}/analysis/texts", async Task<Results<Ok<TextsView>, ProblemHttpResult>> (
                string id, TextsBody body, Caller caller, OpenAnalysis open, AnswerStore store, OcrmLimits limits, IOrganisation organisation, CancellationToken cancellation) =>
            {
                var (view, problem) = await open.Database.ReadAsync(session => TextsAsync(session, open, store, limits, caller, id, body, cancellation), cancellation);
                if (view is null)
                {
                    return problem!;
                }

                var units = await organisation.UnitNamesAsync([.. view.Texts.Select(t => t.Unit).OfType<string>().Distinct()], cancellation);
                return TypedResults.Ok(view with { Texts = [.. view.Texts.Select(t => t with { Unit = t.Unit is { } unit ? units.GetValueOrDefault(unit, unit) : null })] });
            })
            .Requires(Permission.AnswersRead).WithName("ShowTexts").WithSummary("What people wrote, and of named ones who did");
        routes.MapPost("/questionnaires/{id}/analysis/words", async Task<Results<Ok<WordsView>, ProblemHttpResult>> (
                string id, TextsBody body, Caller caller, OpenAnalysis open, AnswerStore store, OcrmLimits limits, CancellationToken cancellation) =>
            {
                var (view, problem) = await open.Database.ReadAsync(session => WordsAsync(session, open, store, limits, caller, id, body, cancellation), cancellation);
                return view is null ? problem! : TypedResults.Ok(view);
            })
            .Requires(Permission.AnswersRead).WithName("CountWords").WithSummary("The words of what people wrote, the most frequent first");
    }

    private static async Task<(TextsView? View, ProblemHttpResult? Problem)> TextsAsync(
        Session session, OpenAnalysis open, AnswerStore store, OcrmLimits limits, Caller caller, string id, TextsBody body, CancellationToken cancellation)
    {
        var (found, problem) = await FindAsync(session, open, store, limits, caller, id, body, cancellation);
        if (found is null)
        {
            return (null, problem);
        }

        if (found.Scope.Questionnaire.Anonymous)
        {
            // In the order of their characters, which says nothing of when or where.
            var sorted = found.Texts!.Values.Order(StringComparer.Ordinal).ToList();
            return (new TextsView(sorted.Count, [.. sorted.Skip(found.Skip).Take(limits.TextsShown).Select(t => new TextView(t, null, null, null, null))]), null);
        }

        var page = found.Ids.Skip(found.Skip).Take(limits.TextsShown).ToList();
        var texts = found.Texts ?? (body.Question is null ? null : await Behind.TextsAsync(session, page, body.Question));
        var rows = (await session.QueryAsync("SELECT r.id, r.unit, r.at, r.party_id FROM {rows} CROSS JOIN ocrm.response r WHERE r.id = k.id", RowSet.Of("id", page),
            r => (Id: r.GetInt64(0), Unit: r.GetString(1), At: DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(2)), Party: r.GetInt64(3)))).ToDictionary(r => r.Id);
        var customers = await CustomersAsync(session, caller, [.. rows.Values.Select(r => r.Party).Where(p => p != 0).Distinct()]);
        return (new TextsView(found.Ids.Count, [.. page.Where(rows.ContainsKey).Select(i => rows[i])
            .Select(r => new TextView(texts?.GetValueOrDefault(r.Id), r.Unit, r.At, customers.GetValueOrDefault(r.Party).Number, customers.GetValueOrDefault(r.Party).Name))]), null);
    }

    private static async Task<(WordsView? View, ProblemHttpResult? Problem)> WordsAsync(
        Session session, OpenAnalysis open, AnswerStore store, OcrmLimits limits, Caller caller, string id, TextsBody body, CancellationToken cancellation)
    {
        var (found, problem) = await FindAsync(session, open, store, limits, caller, id, body with { Word = null }, cancellation, whole: true);
        if (found?.Texts is not { } texts)
        {
            return (null, problem ?? NoText);
        }

        var least = found.Scope.Questionnaire.Anonymous ? SmallCells.Least : 1;
        return (new WordsView(texts.Count, [.. texts.Values.SelectMany(t => Words.Of(t).Where(Words.Tells).Distinct(StringComparer.Ordinal)).CountBy(w => w)
            .Where(w => w.Value >= least).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Take(limits.WordsShown).Select(w => new WordView(w.Key, w.Value))]), null);
    }

    /// <param name="Texts">Those of the newest, where they had to be read to find the rest.</param>
    private sealed record Found(AnalysisScope Scope, IReadOnlyList<long> Ids, Dictionary<long, string>? Texts, int Skip);

    private static async Task<(Found? Found, ProblemHttpResult? Problem)> FindAsync(
        Session session, OpenAnalysis open, AnswerStore store, OcrmLimits limits, Caller caller, string id, TextsBody body, CancellationToken cancellation, bool whole = false)
    {
        var (scope, problem) = await open.OpenAsync(session, caller, id, body.Filter, cancellation);
        if (scope is null)
        {
            return (null, problem);
        }

        var anonymous = scope.Questionnaire.Anonymous;
        if (anonymous && (scope.Asked.Count > 0 || body.Question is null || body.Word is not null))
        {
            return (null, Anonymous);
        }

        var axis = Behind.Written(scope, body.Question);
        if (body.Question is not null && axis is null)
        {
            return (null, NoText);
        }

        var ids = await Behind.IdsAsync(session, store, scope, axis);
        if (anonymous && ids.Count < SmallCells.Least)
        {
            return (new Found(scope, [], [], 0), null);
        }

        var texts = body.Question is not null && (whole || anonymous || body.Word is not null) ? await Behind.TextsAsync(session, [.. ids.Take(limits.TextsCounted)], body.Question) : null;
        if (body.Word is { } word)
        {
            texts = texts!.Where(t => Words.Of(t.Value).Contains(word, StringComparer.Ordinal)).ToDictionary();
            ids = [.. ids.Where(texts.ContainsKey)];
        }

        return (new Found(scope, ids, texts, Math.Max(0, body.Skip ?? 0)), null);
    }

    private static async Task<Dictionary<long, (string Number, string Name)>> CustomersAsync(Session session, Caller caller, IReadOnlyList<long> parties)
    {
        var seen = caller.SightOf(Permission.CustomersRead).In(CustomerList.Sight);
        return (await session.QueryAsync($"SELECT c.party_id, c.number, c.name FROM {"{rows}"} CROSS JOIN {OwnerRow.Customers} WHERE c.party_id = k.id AND {seen.Sql}", RowSet.Of("id", parties),
                r => (Party: r.GetInt64(0), Number: r.GetString(1), Name: r.GetString(2)), [.. seen.Parameters]))
            .DistinctBy(c => c.Party).ToDictionary(c => c.Party, c => (c.Number, ShownName.For(caller, c.Name)));
    }
}
