using Granary.Kernel.Storage;

namespace Granary.Ocrm.Questionnaires;

/// <summary>A questionnaire as it is asked.</summary>
/// <param name="Number">Counted from 1 within its questionnaire.</param>
/// <param name="Document">SurveyJS's JSON as <c>src/Surveys</c> reads it; it never changes.</param>
/// <param name="Anonymous">Its answers are never brought together with who gave them.</param>
internal sealed record PublishedVersion(long Questionnaire, long Number, string Entity, string Title, string Kind, bool Anonymous, string Document)
{
    private const string Select =
        "SELECT q.id, v.number, q.entity, q.title, q.kind, q.anonymous, v.document FROM ocrm.questionnaire q JOIN ocrm.questionnaire_version v ON v.questionnaire = q.id ";

    /// <returns>The version that is asked now; null where nothing is published, or it is closed.</returns>
    public static Task<PublishedVersion?> CurrentAsync(Session session, long questionnaire) =>
        OneAsync(session, Select + "AND v.number = q.current WHERE q.id = @id AND q.state = 'published'", ("id", questionnaire));

    /// <returns>A version whether or not it is still asked; null where there is none.</returns>
    public static Task<PublishedVersion?> FindAsync(Session session, long questionnaire, long number) =>
        OneAsync(session, Select + "WHERE q.id = @id AND v.number = @number", ("id", questionnaire), ("number", number));

    private static async Task<PublishedVersion?> OneAsync(Session session, string sql, params (string, object?)[] parameters) => (await session.QueryAsync(
        sql, r => new PublishedVersion(r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetInt16(5) == 1, r.GetString(6)), parameters)).SingleOrDefault();
}
