using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Asking.Rendering;
using Granary.Surveys;

namespace Granary.Ocrm.Asking;

/// <summary>How a page that came in was kept.</summary>
/// <param name="IsKept">False: somebody else kept another page meanwhile, and it is to be looked at anew.</param>
/// <param name="Full">The quota that has no room any more; then nothing more is asked.</param>
internal sealed record KeptTurn(bool IsKept, Quota? Full = null);

/// <summary>
/// Writes one page of answers down, and completes them where it was the last: in one short transaction, in which nothing is read or worked
/// out that could be before it.
/// </summary>
internal sealed class KeepAnswers(IEnumerable<IResponseTaken> taken, OcrmLimits limits)
{
    /// <param name="ends">The page asks for the next one, or for the end.</param>
    public async Task<KeptTurn> RunAsync(Session session, AskedFor asked, AnswerLink link, AnswerTurn turn, bool ends, SentAnswerFiles files, long now)
    {
        var (anonymous, questionnaire, evaluation) = (asked.Version!.Version.Anonymous, asked.Invitation.Questionnaire, turn.View.Evaluation);
        var at = anonymous ? BankTime.Ms(BankTime.Day(now)) : now; // of who is promised not to be known, the day alone
        var kept = asked.Kept ?? await BeginAsync(session, asked, link, turn, anonymous, at);
        if (kept is null)
        {
            return new(false);
        }

        // Locked before it is counted, so that of two who send the same page one counts.
        if ((await session.QueryAsync($"SELECT r.version FROM ocrm.response r WHERE r.id = @id AND r.state = 'open' {session.ForUpdateOf("r")}", r => r.GetInt64(0), ("id", kept.Id))) is not [var version] || version != kept.Version)
        {
            return new(false);
        }

        var full = turn.IsEnd ? await QuotaCounts.CountAsync(session, questionnaire, evaluation.Quotas) : ends ? await QuotaCounts.FullAsync(session, questionnaire, evaluation.Quotas) : null;
        var state = full is not null ? KeptAnswers.Screened : turn.IsEnd ? KeptAnswers.Complete : KeptAnswers.Open;
        var whose = (await session.QueryAsync(
            """
            UPDATE ocrm.response SET state = @state, page = @page, answers = @answers, language = @language, score = @score, band = @band, changed_at = @now, at = @at, version = version + 1
            WHERE id = @id RETURNING party_id, prospect, campaign, entity, unit, person, via
            """,
            r => (Party: r.GetInt64(0), Prospect: r.GetInt64(1), Campaign: r.GetInt64(2), Entity: r.GetString(3), Unit: r.GetString(4), Person: r.GetString(5), Via: r.GetString(6)),
            ("id", kept.Id), ("state", state), ("page", turn.Page), ("answers", ValueJson.Write(Value.Of(state == KeptAnswers.Open ? turn.Answers : evaluation.Result))), ("language", turn.View.Language),
            ("score", state == KeptAnswers.Open ? 0d : evaluation.Score), ("band", state == KeptAnswers.Open ? "" : evaluation.Band?.Name ?? ""), ("now", at), ("at", state == KeptAnswers.Open ? 0L : at)))[0];
        if (asked.Version.HasFiles)
        {
            await AnswerFiles.KeepAsync(session, kept.Id, asked.Invitation.Entity, turn.Answers, files, limits);
        }

        if (state == KeptAnswers.Complete)
        {
            var response = new TakenResponse(kept.Id, asked.Version.Version, asked.Version.Survey, evaluation, whose.Party, whose.Prospect, whose.Campaign, whose.Entity, whose.Unit, whose.Person, whose.Via, at);
            foreach (var one in taken)
            {
                await one.TakenAsync(session, response);
            }
        }

        // Of an anonymous answer the invitation hears later, and not from this transaction (PartAnonymousAnswers).
        if (state != KeptAnswers.Open && !anonymous && asked.Invitation.IsPersonal)
        {
            await session.ExecuteAsync("UPDATE ocrm.invitation SET state = 'answered', used = 1, answered_at = @now, remind_at = 0 WHERE id = @id", ("now", now), ("id", asked.Invitation.Id));
        }

        return new(true, full);
    }

    /// <returns>Null where another page under the same link was first.</returns>
    private static async Task<KeptAnswers?> BeginAsync(Session session, AskedFor asked, AnswerLink link, AnswerTurn turn, bool anonymous, long at)
    {
        var invitation = asked.Invitation;
        var id = (await session.QueryAsync(
            """
            INSERT INTO ocrm.response (questionnaire, number, invitation, campaign, party_id, recorded_for, prospect, entity, unit, person, via, language, state, page, answers, score, band, started_at, changed_at, at, version)
            VALUES (@questionnaire, @number, @invitation, @campaign, @party, @party, @prospect, @entity, @unit, @person, @via, @language, 'open', '', '{}', 0, '', @at, @at, 0, 1) RETURNING id
            """,
            r => r.GetInt64(0),
            ("questionnaire", invitation.Questionnaire), ("number", asked.Version!.Version.Number), ("invitation", anonymous ? 0L : invitation.Id), ("campaign", invitation.Campaign),
            ("party", anonymous ? 0L : invitation.Party), ("prospect", anonymous ? 0L : invitation.Prospect), ("entity", invitation.Entity), ("unit", invitation.Unit), ("person", anonymous ? "" : invitation.Person),
            ("via", invitation.Via), ("language", turn.View.Language), ("at", at)))[0];
        var isFirst = await session.ExecuteAsync("INSERT INTO ocrm.answer_key (hash, invitation, response, anonymous) VALUES (@hash, @invitation, @response, @anonymous) ON CONFLICT (hash) DO NOTHING",
            ("hash", link.AnswerKey), ("invitation", invitation.Id), ("response", id), ("anonymous", (short)(anonymous ? 1 : 0))) == 1;
        if (!isFirst)
        {
            await session.ExecuteAsync("DELETE FROM ocrm.response WHERE id = @id", ("id", id));
            return null;
        }

        return new(id, asked.Version.Version.Number, KeptAnswers.Open, "", "{}", turn.View.Language, 1);
    }
}
