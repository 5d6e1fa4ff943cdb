using System.Globalization;
using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Questionnaires;

/// <param name="Answers">Complete answers to this version.</param>
public sealed record QuestionnaireVersionView(long Number, string Note, string PublishedBy, DateTimeOffset PublishedAt, long Answers);

/// <param name="Current">The number of the version that is asked; 0 before the first.</param>
/// <param name="Draft">SurveyJS's JSON.</param>
/// <param name="Version">Of the draft; saving says which one was read.</param>
/// <param name="Owner">A name.</param>
/// <param name="Mine">The caller may change it.</param>
public sealed record QuestionnaireView(
    string Id, string Title, string Kind, bool Anonymous, string State, long Current, string Entity, string Unit, string Owner, string ChangedBy, DateTimeOffset ChangedAt, bool Mine,
    JsonElement Draft, long Version, IReadOnlyList<QuestionnaireVersionView> Versions);

/// <summary>GET /api/questionnaires/{id}, with its draft and its versions; GET …/versions/{number}: the document of one of them.</summary>
internal static class ShowQuestionnaire
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/questionnaires/{id}", async Task<Results<Ok<QuestionnaireView>, ProblemHttpResult>> (string id, Caller caller, OcrmDatabase database, IOrganisation organisation, CancellationToken cancellation) =>
            {
                var (found, mine, versions) = await database.ReadAsync(async session => await Questionnaire.FindAsync(session, caller, id) is { } one
                    ? (one, await Questionnaire.EditedAsync(session, caller, id) is not null, await VersionsAsync(session, one.Id))
                    : default((Questionnaire?, bool, List<QuestionnaireVersionView>)), cancellation);
                if (found is null)
                {
                    return Questionnaire.Unknown;
                }

                var names = await organisation.PeopleNamesAsync([.. versions.Select(v => v.PublishedBy).Append(found.Owner).Append(found.ChangedBy).Distinct()], cancellation);
                string Name(string person) => names.GetValueOrDefault(person, person);
                return TypedResults.Ok(new QuestionnaireView(
                    found.Id.ToString(CultureInfo.InvariantCulture), found.Title, found.Kind, found.Anonymous, found.State, found.Current, found.Entity, found.Unit, Name(found.Owner), Name(found.ChangedBy),
                    DateTimeOffset.FromUnixTimeMilliseconds(found.ChangedAt), mine, JsonElement.Parse(found.Draft), found.Version, [.. versions.Select(v => v with { PublishedBy = Name(v.PublishedBy) })]));
            })
            .Requires(Permission.QuestionnairesRead).WithName("ShowQuestionnaire").WithSummary("One questionnaire with its draft and its versions");
        routes.MapGet("/questionnaires/{id}/versions/{number:long}", async Task<Results<Ok<JsonElement>, ProblemHttpResult>> (string id, long number, Caller caller, OcrmDatabase database, CancellationToken cancellation) =>
                await database.ReadAsync(async session => await Questionnaire.FindAsync(session, caller, id) is { } one ? await PublishedVersion.FindAsync(session, one.Id, number) : null, cancellation) is { } version
                    ? TypedResults.Ok(JsonElement.Parse(version.Document))
                    : Questionnaire.Unknown)
            .Requires(Permission.QuestionnairesRead).WithName("ShowVersion").WithSummary("The document of a published version, which never changes");
    }

    private static Task<List<QuestionnaireVersionView>> VersionsAsync(Session session, long questionnaire) => session.QueryAsync(
        """
        SELECT v.number, v.note, v.published_by, v.published_at, (SELECT count(*) FROM ocrm.response r WHERE r.questionnaire = v.questionnaire AND r.state = 'complete' AND r.number = v.number)
        FROM ocrm.questionnaire_version v WHERE v.questionnaire = @id ORDER BY v.number DESC
        """,
        r => new QuestionnaireVersionView(r.GetInt64(0), r.GetString(1), r.GetString(2), DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(3)), r.GetInt64(4)), ("id", questionnaire));
}
