using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Imports;
using Granary.Surveys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Questionnaires.Exchange;

/// <param name="Format">surveyjs, xlsform or csv.</param>
/// <param name="Document">What it became, to begin a questionnaire with; null where it is none.</param>
/// <param name="Questions">How many are asked; 0 where an error is in the way.</param>
/// <param name="Findings">What lies outside, by its place in the file; the worst first.</param>
public sealed record ImportedDocument(string Format, JsonElement? Document, string Title, int Questions, IReadOnlyList<FindingView> Findings);

/// <summary>POST /api/questionnaires/import: reads a file and keeps nothing; whoever sent it looks at the findings before they take it.</summary>
internal static class ImportDocument
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A workbook is a ZIP archive, which begins so.
    private static ReadOnlySpan<byte> Zip => [0x50, 0x4B, 0x03, 0x04];

    public static void Map(IEndpointRouteBuilder routes, OcrmLimits limits) =>
        routes.MapPost("/questionnaires/import", HandleAsync).Accepts<byte[]>("application/octet-stream").WithMetadata(new RequestSizeLimitAttribute(limits.QuestionnaireFile))
            .Requires(Permission.QuestionnairesEdit).WithName("ImportDocument").WithSummary("Reads SurveyJS's JSON, an XLSForm or a table, and says what lies outside");

    private static async Task<Results<Ok<ImportedDocument>, ProblemHttpResult>> HandleAsync(HttpRequest request, OcrmLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        var (format, document, said) = Read(body.ToArray(), limits);
        if (document is null)
        {
            return said.Count > 0
                ? TypedResults.Ok(new ImportedDocument(format, null, "", 0, said))
                : Problems.BadRequest("questionnaire-file", "The file is no SurveyJS JSON in UTF-8, no XLSForm and no table of a questionnaire.");
        }

        var survey = SurveyReader.Read(document).Survey;
        var now = BankTime.Local(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var dead = survey is null ? [] : SurveyCheck.Of(survey, new SurveyContext(now, Questionnaire.Language)).Select(FindingView.Of);
        // An XLSForm's findings name the lines of its sheet; of the others the document's places.
        var findings = format == "xlsform" ? said.Concat(dead) : said.Concat(FindingView.Check(document, now));
        var kept = JsonElement.Parse(document);
        return TypedResults.Ok(new ImportedDocument(
            format, SaveDraft.Wrong(kept) is null ? kept : null, survey?.Title?.In(Questionnaire.Language) ?? "", survey?.Questions.Count() ?? 0, [.. findings.OrderBy(f => Array.IndexOf(Severities, f.Severity))]));
    }

    private static readonly string[] Severities = ["error", "warning", "outside", "looks"];

    /// <returns>The document as JSON, null where there is none, and what was said on the way to it.</returns>
    public static (string Format, string? Document, IReadOnlyList<FindingView> Findings) Read(byte[] file, OcrmLimits limits)
    {
        if (file.AsSpan().StartsWith(Zip))
        {
            var (import, json) = XlsFormReader.Read(file);
            return ("xlsform", json.Length == 0 ? null : json, [.. import.Findings.Select(FindingView.Of)]);
        }

        if (Text(file) is { } text && text.TrimStart().StartsWith('{'))
        {
            return IsJson(text) ? ("surveyjs", text, []) : ("surveyjs", null, [new FindingView("error", "not-json", "", "The file begins as JSON and is none, or has a property twice")]);
        }

        if (TableFile.Read(file, limits) is not { } table)
        {
            return ("", null, []);
        }

        var (document, findings) = new CsvReader(table).Read();
        return ("csv", document?.ToJsonString(Readable), findings);
    }

    private static string? Text(byte[] file)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
