using System.Text.Json;
using Granary.Access.Lists;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Analysis;

/// <summary>Single responses behind a sum.</summary>
internal static class Behind
{
    /// <summary>Ids of the responses that a filter leaves, the newest first.</summary>
    /// <param name="answered">Only those with an answer to this dimension; null for all.</param>
    public static async Task<List<long>> IdsAsync(Session session, AnswerStore store, AnalysisScope scope, QuestionAxis? answered)
    {
        var ids = new List<long>();
        var codes = new ushort[AnswerBlock.Rows];
        await Counting.RunAsync(store, session, scope.Versions, scope.Conditions, answered is null ? [] : [answered], () => { }, (at, block) =>
        {
            answered?.Codes(at.Version, at.Block, codes);
            foreach (var row in at.Rows)
            {
                if (answered is null || codes[row] > 0)
                {
                    ids.Add((block << AnswerBlock.Bits) + at.Block.Ids[row]);
                }
            }
        });
        ids.Sort((a, b) => b.CompareTo(a));
        return ids;
    }

    /// <summary>What the responses say to a question, by id.</summary>
    public static async Task<Dictionary<long, string>> TextsAsync(Session session, IReadOnlyCollection<long> ids, string question) =>
        (await session.QueryAsync("SELECT r.id, r.answers FROM {rows} CROSS JOIN ocrm.response r WHERE r.id = k.id AND r.state = 'complete'", RowSet.Of("id", ids), r => (Id: r.GetInt64(0), Answers: r.GetString(1))))
            .Select(r => (r.Id, Text: TextIn(r.Answers, question))).Where(r => r.Text.Length > 0).ToDictionary(r => r.Id, r => r.Text);

    /// <summary>The axis of a question that is answered in words; null for another.</summary>
    public static QuestionAxis? Written(AnalysisScope scope, string? question) =>
        question is not null && scope.AxisOf(question) is QuestionAxis axis && QuestionTitles.Shape(axis.Dimension) == "text" ? axis : null;

    private static string TextIn(string answers, string question)
    {
        using var json = JsonDocument.Parse(answers);
        return json.RootElement.TryGetProperty(question, out var answer) ? Texts(answer) : "";

        // Several short texts are one, a line each.
        static string Texts(JsonElement answer) => answer.ValueKind switch
        {
            JsonValueKind.String => answer.GetString()!.Trim(),
            JsonValueKind.Object => string.Join('\n', answer.EnumerateObject().Select(p => Texts(p.Value)).Where(t => t.Length > 0)),
            JsonValueKind.Number => answer.GetRawText(),
            _ => "",
        };
    }
}
