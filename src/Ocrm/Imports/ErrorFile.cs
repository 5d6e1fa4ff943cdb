using System.Globalization;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Access.Lists.Exports;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Imports;

/// <summary>
/// GET /api/imports/{id}/errors: the lines that are wrong, or that stayed, with the columns that they had, what is wrong and what to do; it can be
/// corrected and brought in as it is. GET /api/imports/template/{kind}: a file to begin with.
/// </summary>
internal static class ErrorFile
{
    private const string Csv = "text/csv; charset=utf-8";

    private static readonly string[] Outcomes = [Verdict.Wrong, Verdict.Stayed];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/imports/{id}/errors", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
                string id, string? language, string? outcome, Caller caller, OcrmDatabase database, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation) =>
            {
                if (!Outcomes.Contains(outcome ?? Verdict.Wrong))
                {
                    return Problems.BadRequest("import-outcome", "Which lines? Wrong ones, or those that stayed.");
                }

                return await database.WriteAsync(session => WriteAsync(session, id, outcome ?? Verdict.Wrong, IsChinese(language), caller, limits, clock), cancellation) is { } file
                    ? TypedResults.File(file, Csv, $"import-{id}-{outcome ?? Verdict.Wrong}.csv")
                    : ChangeImport.Unknown;
            })
            .Requires(Permission.ImportsEdit).WithName("FetchImportErrors").WithSummary("The lines of one's own file that are wrong, as a file to be corrected");
        routes.MapGet("/imports/template/{kind}", Results<FileContentHttpResult, ProblemHttpResult> (string kind, string? language, IEnumerable<ImportKind> kinds) =>
                kinds.SingleOrDefault(k => k.Name == kind) is { } known
                    ? TypedResults.File(Table([known.Fields.Select(f => ColumnGuess.HeadOf(f.Name, IsChinese(language))), known.Fields.Select(f => f.Example)]), Csv, $"{kind}.csv")
                    : ChangeImport.Unknown)
            .Requires(Permission.ImportsEdit).WithName("FetchImportTemplate").WithSummary("A file with the headings of a kind of import");
    }

    private static bool IsChinese(string? language) => language?.StartsWith("en", StringComparison.Ordinal) != true;

    private static async Task<byte[]?> WriteAsync(Session session, string id, string outcome, bool chinese, Caller caller, OcrmLimits limits, TimeProvider clock)
    {
        if (await Import.FindAsync(session, caller, id) is not { } import || import.Person != caller.PersonId)
        {
            return null;
        }

        var lines = await session.QueryAsync(
            $"SELECT {ImportLine.Columns}, l.problem, l.field FROM ocrm.import_line l WHERE l.import_id = @import AND l.outcome = @outcome ORDER BY l.line LIMIT {limits.ImportLines}",
            r => (Line: ImportLine.Read(r), Problem: r.GetString(5), Field: r.GetString(6)), ("import", import.Id), ("outcome", outcome));
        // A file with people's data leaves the bank's machines: that it did, stands in the trail.
        await AuditTrail.AppendAsync(session, "ocrm", clock.GetUtcNow().ToUnixTimeMilliseconds(), new AuditEntry(caller.UserName, caller.From, "imports.errors", import.Subject, After: $"{outcome} lines={lines.Count}"));
        var words = ImportWords.In(chinese);
        return Table([
            [.. import.Heads, .. words.Heads],
            .. lines.Select(l => (string[])[.. Enumerable.Range(0, import.Heads.Count).Select(i => i < l.Line.Cells.Count ? l.Line.Cells[i] : ""),
                l.Line.Number.ToString(CultureInfo.InvariantCulture), words.Of(l.Problem, import.Mapping.TryGetValue(l.Field, out var at) ? import.Heads[at] : ""), words.Advice(l.Problem)]),
        ]);
    }

    private static byte[] Table(IEnumerable<IEnumerable<string>> rows)
    {
        var stream = new MemoryStream();
        using (var csv = SafeCsv.Open(stream))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                {
                    csv.WriteField(cell);
                }

                csv.NextRecord();
            }
        }

        return stream.ToArray();
    }
}
