using System.Globalization;
using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Access.Lists.Exports;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Analysis;

/// <summary>GET …/analysis/export?format=csv&amp;filter={…}, with the filter as JSON: what the page shows as a file, one line for each figure. Whatever is not shown is not in it.</summary>
internal static class ExportAnalysis
{
    private const string Csv = "text/csv";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/questionnaires/{id}/analysis/export", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
                string id, string? format, string? filter, string? language, Caller caller, OpenAnalysis open, AnswerStore store, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (format is null || !Sheets.Formats.Contains(format))
                {
                    return Problems.BadRequest("export-wrong-format", "The format is csv or xlsx.");
                }

                if (!TryRead(filter, out var asked))
                {
                    return Problems.BadRequest("analysis-filter", "The filter is none.");
                }

                var (view, problem) = await open.Database.ReadAsync(session => ShowAnalysis.ReadAsync(session, open, store, caller, id, new AnalysisBody(asked, language), cancellation), cancellation);
                if (view is null)
                {
                    return problem!;
                }

                var at = clock.GetUtcNow();
                var chinese = language?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ?? true;
                var lines = Lines(view, chinese).ToList();
                var file = await WriteAsync(view, asked, lines, chinese, format, caller, at);
                await open.Database.WriteAsync(session => AuditTrail.AppendAsync(session, "ocrm", at.ToUnixTimeMilliseconds(),
                    new AuditEntry(caller.UserName, caller.From, Permission.AnswersRead, $"questionnaire/{id}", After: string.Create(CultureInfo.InvariantCulture, $"exported {lines.Count - 1} lines as {format}{FilteredBy(asked)}"))), cancellation);
                return TypedResults.File(file, format == "csv" ? Csv : Xlsx, string.Create(CultureInfo.InvariantCulture, $"analysis-{id}-{at.ToOffset(BankTime.Offset):yyyyMMdd-HHmmss}.{format}"));
            })
            .Requires(Permission.AnswersRead).WithName("ExportAnalysis").WithSummary("What complete responses say, as a file");

    /// <summary>As the trail has it: by what was filtered, and for no value of it, which may be somebody's answer.</summary>
    private static string FilteredBy(AnalysisFilter? filter) =>
        string.Join(", ", [.. (filter?.Conditions ?? []).Select(c => c.On).Distinct(), .. filter is { From: null, To: null } or null ? Array.Empty<string>() : ["days"]]) is { Length: > 0 } names ? $", filtered by {names}" : "";

    private static async Task<byte[]> WriteAsync(AnalysisView view, AnalysisFilter? filter, IReadOnlyList<string[]> lines, bool chinese, string format, Caller caller, DateTimeOffset at)
    {
        using var memory = new MemoryStream();
        await using (var sheet = Sheets.Create(format, memory))
        {
            await sheet.WriteAsync([view.Title, $"{caller.Name} {caller.UserName} {at.ToOffset(BankTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}"]);
            await sheet.WriteAsync([chinese ? "条件" : "Conditions", .. (filter?.Conditions ?? []).Select(c => $"{c.On}: {string.Join(", ", c.Values)}"), $"{filter?.From}~{filter?.To}"]);
            foreach (var line in lines)
            {
                await sheet.WriteAsync(line);
            }
        }

        return memory.ToArray();
    }

    /// <summary>A heading, and a line for each figure.</summary>
    private static IEnumerable<string[]> Lines(AnalysisView view, bool chinese)
    {
        yield return chinese ? ["题目", "行", "选项", "人数", "占比"] : ["Question", "Row", "Answer", "Responses", "Share"];
        yield return [chinese ? "有效答卷" : "Complete responses", "", "", Count(view.Count), ""];
        foreach (var (title, part) in (view.Bands is { } bands ? new[] { (chinese ? "评分等级" : "Band", bands) } : []).Concat(view.Questions.SelectMany(q => q.Parts.Select(p => (q.Title, p)))))
        {
            yield return [title, part.Title, chinese ? "作答" : "Answered", Count(part.Answered), Share(part.Answered, view.Count)];
            foreach (var cell in part.Cells)
            {
                yield return [title, part.Title, cell.Title.Length > 0 ? cell.Title : cell.Value, Count(cell.Count), Share(cell.Count, part.Answered)];
            }

            if (part.Mean is { } mean)
            {
                yield return [title, part.Title, chinese ? "平均" : "Mean", mean.ToString("0.00", CultureInfo.InvariantCulture), ""];
            }
        }
    }

    private static bool TryRead(string? json, out AnalysisFilter? filter)
    {
        try
        {
            filter = json is null ? null : JsonSerializer.Deserialize<AnalysisFilter>(json, JsonSerializerOptions.Web);
            return true;
        }
        catch (JsonException)
        {
            filter = null;
            return false;
        }
    }

    private static string Count(long? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "*";

    private static string Share(long? count, long? of) => count is null || of is null or 0 ? "" : (count.Value * 100d / of.Value).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
