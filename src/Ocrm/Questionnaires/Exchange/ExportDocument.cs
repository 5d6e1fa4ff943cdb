using System.Text;
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

namespace Granary.Ocrm.Questionnaires.Exchange;

/// <summary>
/// GET /api/questionnaires/{id}/export/{format} (surveyjs, xlsform, csv; ?number= for a version, else the draft), and …/findings: what the
/// format cannot say of it.
/// </summary>
internal static class ExportDocument
{
    private static readonly string[] Formats = ["surveyjs", "xlsform", "csv"];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/questionnaires/{id}/export/{format}", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (
                string id, string format, long? number, Caller caller, OcrmDatabase database, CancellationToken cancellation) =>
            {
                if (!Formats.Contains(format) || await database.ReadAsync(session => DocumentAsync(session, caller, id, number), cancellation) is not { } document)
                {
                    return Questionnaire.Unknown;
                }

                var name = $"questionnaire-{id}{(number is { } version ? $"-v{version}" : "")}";
                switch (format)
                {
                    case "surveyjs":
                        return TypedResults.File(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(JsonElement.Parse(document), Readable)), "application/json", $"{name}.json");
                    case "csv":
                        return TypedResults.File(CsvWriter.Write(JsonElement.Parse(document)), "text/csv; charset=utf-8", $"{name}.csv");
                }

                return SurveyReader.Read(document).Survey is { } survey
                    ? TypedResults.File(XlsFormWriter.Write(survey).File, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{name}.xlsx")
                    : Unreadable;
            })
            .Requires(Permission.QuestionnairesRead).WithName("ExportDocument").WithSummary("A questionnaire as SurveyJS's JSON, an XLSForm or a table");
        routes.MapGet("/questionnaires/{id}/export/{format}/findings", async Task<Results<Ok<IReadOnlyList<FindingView>>, ProblemHttpResult>> (
                string id, string format, long? number, Caller caller, OcrmDatabase database, CancellationToken cancellation) =>
            {
                if (!Formats.Contains(format) || await database.ReadAsync(session => DocumentAsync(session, caller, id, number), cancellation) is not { } document)
                {
                    return Questionnaire.Unknown;
                }

                return format != "xlsform" ? TypedResults.Ok<IReadOnlyList<FindingView>>([])
                    : SurveyReader.Read(document).Survey is { } survey ? TypedResults.Ok<IReadOnlyList<FindingView>>([.. XlsFormWriter.Write(survey).Findings.Select(FindingView.Of)])
                    : Unreadable;
            })
            .Requires(Permission.QuestionnairesRead).WithName("CheckExport").WithSummary("What a format cannot say of a questionnaire");
    }

    private static ProblemHttpResult Unreadable => Problems.BadRequest("questionnaire-unreadable", "It cannot be asked like this; the check says why.");

    private static async Task<string?> DocumentAsync(Session session, Caller caller, string id, long? number) =>
        await Questionnaire.FindAsync(session, caller, id) is not { } found ? null
        : number is { } version ? (await PublishedVersion.FindAsync(session, found.Id, version))?.Document : found.Draft;
}
