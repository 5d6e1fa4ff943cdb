using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Granary.Ocrm.Asking;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>A questionnaire that is asked on a desk, and somebody who answers it in a browser without script.</summary>
internal sealed class Asked(Desk desk, long questionnaire)
{
    public const string Entity = "230521";
    public const string Unit = "2305210102";

    public const string TwoPages =
        """{"title":"Farm","pages":[{"name":"one","elements":[{"type":"text","name":"crop","isRequired":true}]},{"name":"two","elements":[{"type":"radiogroup","name":"loan","choices":[{"value":"yes","score":2},{"value":"no","score":0}],"isRequired":true}]}],"scoring":{"bands":[{"name":"low","from":0},{"name":"high","from":2}]},"completedHtml":"<p>Thanks, {crop}</p>"}""";

    public long Questionnaire => questionnaire;

    public static async Task<Asked> PublishAsync(Desk desk, string document, bool anonymous = false) => new(desk, await desk.Database.WriteAsync(async session =>
    {
        var id = (await session.QueryAsync(
            """
            INSERT INTO ocrm.questionnaire (entity, unit, owner, title, kind, anonymous, state, current, draft, changed_by, changed_at, created_at, version)
            VALUES ('230521', '2305210102', 'head', 'Farm', 'survey', @anonymous, 'published', 1, @document, 'head', 1, 1, 1) RETURNING id
            """, r => r.GetInt64(0), ("anonymous", (short)(anonymous ? 1 : 0)), ("document", document)))[0];
        await session.ExecuteAsync("INSERT INTO ocrm.questionnaire_version (questionnaire, number, document, note, published_by, published_at) VALUES (@id, 1, @document, '', 'head', 1)", ("id", id), ("document", document));
        return id;
    }, CancellationToken.None));

    public Task ReleaseAsync(long number, string document) => desk.Database.WriteAsync(async session =>
    {
        await session.ExecuteAsync("INSERT INTO ocrm.questionnaire_version (questionnaire, number, document, note, published_by, published_at) VALUES (@id, @number, @document, '', 'head', 1)", ("id", questionnaire), ("number", number), ("document", document));
        await session.ExecuteAsync("UPDATE ocrm.questionnaire SET current = @number WHERE id = @id", ("id", questionnaire), ("number", number));
    }, CancellationToken.None);

    /// <param name="state">published or closed.</param>
    public Task StandAsync(string state) => desk.Database.WriteAsync(session => session.ExecuteAsync("UPDATE ocrm.questionnaire SET state = @state WHERE id = @id", ("state", state), ("id", questionnaire)), CancellationToken.None);

    /// <returns>The path of the link.</returns>
    public async Task<string> InviteAsync(string key = "k1", long party = 0, long uses = 1, int days = 30, string remindBy = "", int reminders = 0)
    {
        var now = desk.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        return (await desk.Database.WriteAsync(session => desk.Services.GetRequiredService<Invite>().AddAsync(session,
            new InvitationDraft(key, questionnaire, Entity, Unit, "head", uses == 0 ? Via.Qr : Via.Link, now, now + (days * AskingOptions.Day)) { Party = party, Uses = uses, RemindBy = remindBy, RemindDays = 3, Reminders = reminders }), CancellationToken.None)).Address;
    }

    public async Task<(int Status, string Html, HttpResponseMessage Response)> OpenAsync(string path)
    {
        var response = await desk.Client.GetAsync(path);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    /// <summary>Fills fields in on a page that was shown and presses a button, as a browser without script does.</summary>
    public async Task<(int Status, string Html)> PressAsync(string html, string button, params (string Name, string Value)[] typed)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, values) in HtmlForm.Of(html, button, typed))
        {
            foreach (var value in values)
            {
                form.Add(new StringContent(value), $"\"{name}\"");
            }
        }

        var action = WebUtility.HtmlDecode(Regex.Match(html, "action=\"([^\"]*)\"").Groups[1].Value);
        using var response = await desk.Client.PostAsync(action, form);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Answers <see cref="TwoPages"/> to the end.</summary>
    public async Task<(int Status, string Html)> AnswerAsync(string path, string crop = "rice", string loan = "0")
    {
        var first = await PressAsync((await OpenAsync(path)).Html, "next", ("crop", crop));
        return await PressAsync(first.Html, "next", ("loan", loan));
    }

    public Task<List<string>> ResponsesAsync() => desk.Database.ReadAsync(session => session.QueryAsync(
        "SELECT r.number, r.state, r.answers, r.score, r.band, r.invitation, r.party_id, r.person FROM ocrm.response r WHERE r.questionnaire = @id ORDER BY r.id",
        r => string.Join('|', r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetDouble(3).ToString(CultureInfo.InvariantCulture), r.GetString(4), r.GetInt64(5) > 0 ? "invited" : "", r.GetInt64(6) > 0 ? "party" : "", r.GetString(7)), ("id", questionnaire)), CancellationToken.None);
}
