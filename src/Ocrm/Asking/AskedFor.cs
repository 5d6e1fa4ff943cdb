using System.Data.Common;
using Granary.Kernel.Storage;
using Granary.Ocrm.Questionnaires;
using Granary.Surveys;

namespace Granary.Ocrm.Asking;

/// <summary>What somebody has answered so far, or in the end.</summary>
/// <param name="Answers">JSON.</param>
/// <param name="Version">Counted with each change.</param>
internal sealed record KeptAnswers(long Id, long Number, string State, string Page, string Answers, string Language, long Version)
{
    public const string Open = "open";
    public const string Complete = "complete";
    public const string Screened = "screened";

    public ValueMap Map => ValueJson.ReadAnswers(Answers, Limits);

    // What was kept was measured when it came; with what was calculated among it, it may be longer.
    private static SurveyLimits Limits { get; } = new() { AnswerCharacters = int.MaxValue };
}

/// <summary>What a link leads to.</summary>
internal enum Standing
{
    Open,
    Done,
    Used,
    Expired,
    Closed,
}

/// <param name="Kept">Null where nobody has answered anything under this link.</param>
/// <param name="Version">The one that was begun, or the one that is asked now; null where nothing is asked.</param>
/// <param name="IsClosed">The questionnaire takes no pages any more, neither of new answers nor of begun ones.</param>
internal sealed record AskedFor(Invitation Invitation, bool IsParted, bool IsClosed, KeptAnswers? Kept, AskedVersion? Version)
{
    public Standing StandingAt(long now) =>
        Kept is { State: not KeptAnswers.Open } ? Standing.Done
        : IsParted || (Kept is null && Invitation.State == Invitation.Answered) ? Standing.Used
        : Invitation.State == Invitation.Withdrawn ? Standing.Closed
        : Invitation.ExpiresAt <= now ? Standing.Expired
        : IsClosed || Version is null ? Standing.Closed
        : Standing.Open;

    /// <returns>Null where there is no such invitation.</returns>
    public static async Task<AskedFor?> FindAsync(Session session, AnswerLink link, AskedVersions versions)
    {
        var found = await session.QueryAsync(
            $"""
            SELECT {Invitation.Columns}, k.response, r.id, r.number, r.state, r.page, r.answers, r.language, r.version, q.state
            FROM ocrm.invitation i JOIN ocrm.questionnaire q ON q.id = i.questionnaire LEFT JOIN ocrm.answer_key k ON k.hash = @hash LEFT JOIN ocrm.response r ON r.id = k.response AND r.id > 0 WHERE i.id = @id AND i.stamp = @stamp
            """,
            r => (Invitation: Invitation.Read(r), IsParted: !r.IsDBNull(15) && r.IsDBNull(16), IsClosed: r.GetString(23) == Questionnaire.Closed, Kept: ReadKept(r)), ("hash", link.AnswerKey), ("id", link.Invitation), ("stamp", link.Stamp));
        return found is not [var (invitation, parted, closed, kept)] ? null
            : new(invitation, parted, closed, kept, kept is null ? await versions.CurrentAsync(session, invitation.Questionnaire) : await versions.FindAsync(session, invitation.Questionnaire, kept.Number));
    }

    private static KeptAnswers? ReadKept(DbDataReader r) =>
        r.IsDBNull(16) ? null : new(r.GetInt64(16), r.GetInt64(17), r.GetString(18), r.GetString(19), r.GetString(20), r.GetString(21), r.GetInt64(22));
}
