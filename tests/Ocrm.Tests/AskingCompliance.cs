using System.Net;
using System.Text;
using Granary.Kernel;
using Granary.Ocrm.Asking;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>What links, saving and completing promise, on each engine (docs/cases.md, ASK).</summary>
public abstract class AskingCompliance(Engine engine)
{
    [Fact, Trait("Case", "ASK-10")]
    public async Task A_questionnaire_is_answered_page_by_page_without_script_and_completed_once()
    {
        await using var desk = await Desk.StartAsync(engine);
        var asked = await Asked.PublishAsync(desk, Asked.TwoPages);
        var path = await asked.InviteAsync(party: 7);
        var empty = await asked.PressAsync((await asked.OpenAsync(path)).Html, "next", ("crop", ""));
        Assert.Contains("class=error", empty.Html, StringComparison.Ordinal);
        var second = await asked.PressAsync(empty.Html, "next", ("crop", "<b>rice</b>"));
        Assert.Equal([$"1|open|{{\"crop\":\"\\u003Cb\\u003Erice\\u003C/b\\u003E\"}}|0||invited|party|head"], await asked.ResponsesAsync());
        var back = await asked.PressAsync(second.Html, "back");
        Assert.Contains("value=\"&lt;b&gt;rice&lt;/b&gt;\"", back.Html, StringComparison.Ordinal);
        var end = await asked.PressAsync(second.Html, "next", ("loan", "0"));
        Assert.Contains("Thanks, ", end.Html, StringComparison.Ordinal);
        Assert.Equal(["1|complete|{\"crop\":\"\\u003Cb\\u003Erice\\u003C/b\\u003E\",\"loan\":\"yes\"}|2|high|invited|party|head"], await asked.ResponsesAsync());
        // The last page sent again, and the link opened again, say the same and change nothing.
        Assert.Equal(end.Html, (await asked.PressAsync(second.Html, "next", ("loan", "1"))).Html);
        Assert.Contains("Thanks, ", (await asked.OpenAsync(path)).Html, StringComparison.Ordinal);
        Assert.Single(await asked.ResponsesAsync());
    }

    [Fact, Trait("Case", "ASK-11")]
    public async Task An_altered_guessed_withdrawn_or_expired_link_opens_nothing()
    {
        var clock = new SetClock("2026-06-01 09:00");
        await using var desk = await Desk.StartAsync(engine, clock: clock);
        var asked = await Asked.PublishAsync(desk, Asked.TwoPages);
        var path = await asked.InviteAsync(days: 1);
        var links = desk.Services.GetRequiredService<AnswerLinks>();
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=% \n";
        for (var i = 0; i < 20_000; i++)
        {
            var altered = new StringBuilder(path[3..]);
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                _ = random.Next(3) switch
                {
                    0 => altered.Remove(random.Next(altered.Length), 1),
                    1 => altered.Insert(random.Next(altered.Length + 1), letters[random.Next(letters.Length)]),
                    _ => altered.Replace(altered[random.Next(altered.Length)], letters[random.Next(letters.Length)]),
                };
            }

            // With a number of its own behind it, a signed link is still the same link.
            Assert.True(altered.ToString() == path[3..] || links.Read(altered.ToString()) is null, altered.ToString());
        }

        Assert.Equal(404, (await asked.OpenAsync(path[..^1] + (path[^1] == 'A' ? 'B' : 'A'))).Status);
        Assert.Equal(404, (await asked.OpenAsync(new AnswerLinks(new SignedLinks(null)).PathOf(1, AnswerLinks.NewStamp()))).Status); // signed with another key
        Assert.Equal(404, (await asked.OpenAsync(links.PathOf(1, AnswerLinks.NewStamp()))).Status); // signed, for no invitation
        var page = await asked.OpenAsync(path);
        Assert.Equal((200, "no-referrer", "no-store"), (page.Status, page.Response.Headers.GetValues("Referrer-Policy").Single(), page.Response.Headers.CacheControl?.ToString()));
        Assert.DoesNotContain("unsafe", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        clock.Now += TimeSpan.FromDays(2);
        Assert.Equal(410, (await asked.OpenAsync(path)).Status);
        Assert.Equal(410, (await asked.PressAsync(page.Html, "next", ("crop", "rice"))).Status);
        Assert.Empty(await asked.ResponsesAsync());
    }

    [Fact, Trait("Case", "ASK-12")]
    public async Task A_link_that_is_good_for_once_has_one_answer_however_many_send_it_at_once()
    {
        await using var desk = await Desk.StartAsync(engine);
        var asked = await Asked.PublishAsync(desk, Asked.TwoPages);
        var path = await asked.InviteAsync();
        var first = await asked.OpenAsync(path);
        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => asked.PressAsync(first.Html, "next", ("crop", $"crop {i}"))));
        Assert.All(both, page => Assert.Equal(200, page.Status));
        Assert.Single(await asked.ResponsesAsync());
        var ends = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => asked.PressAsync(both[i].Html, "next", ("loan", $"{i % 2}"))));
        Assert.Single(ends.Select(e => e.Html).Distinct());
        Assert.Single(await asked.ResponsesAsync());
    }

    [Fact, Trait("Case", "ASK-13")]
    public async Task A_link_for_many_has_an_answer_for_each_who_opens_it_each_found_again_by_their_own_address()
    {
        await using var desk = await Desk.StartAsync(engine);
        var asked = await Asked.PublishAsync(desk, Asked.TwoPages);
        var path = await asked.InviteAsync(uses: 0);
        var (one, two) = ((await asked.OpenAsync(path)).Html, (await asked.OpenAsync(path)).Html);
        var again = await asked.PressAsync(one, "next", ("crop", "rice"));
        await asked.PressAsync(one, "next", ("crop", "rice")); // nobody heard that it had arrived
        await asked.PressAsync(two, "next", ("crop", "corn"));
        Assert.Equal(2, (await asked.ResponsesAsync()).Count);
        var address = System.Text.RegularExpressions.Regex.Match(again.Html, "action=\"([^\"]*)\"").Groups[1].Value;
        Assert.Contains("name=\"loan\"", (await asked.OpenAsync(address)).Html, StringComparison.Ordinal); // on another device, where one was
        await asked.PressAsync(again.Html, "next", ("loan", "0"));
        Assert.Contains("name=\"crop\"", (await asked.OpenAsync(path)).Html, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "ASK-14")]
    public async Task Who_began_with_a_version_ends_with_it()
    {
        await using var desk = await Desk.StartAsync(engine);
        var asked = await Asked.PublishAsync(desk, Asked.TwoPages);
        var path = await asked.InviteAsync();
        var second = await asked.PressAsync((await asked.OpenAsync(path)).Html, "next", ("crop", "rice"));
        await asked.ReleaseAsync(2, """{"elements":[{"type":"text","name":"other"}]}""");
        Assert.Contains("Thanks, rice", (await asked.PressAsync(second.Html, "next", ("loan", "1"))).Html, StringComparison.Ordinal);
        var later = await asked.OpenAsync(await asked.InviteAsync("k2"));
        await asked.PressAsync(later.Html, "next", ("other", "x"));
        Assert.Equal(["1|complete", "2|complete"], (await asked.ResponsesAsync()).Select(r => string.Join('|', r.Split('|')[..2])));
    }

    [Fact, Trait("Case", "ASK-23")]
    public async Task A_closed_questionnaire_takes_no_page_until_it_is_opened_again_and_then_one_goes_on_where_one_was()
    {
        await using var desk = await Desk.StartAsync(engine);
        var asked = await Asked.PublishAsync(desk, Asked.TwoPages);
        var path = await asked.InviteAsync();
        var second = await asked.PressAsync((await asked.OpenAsync(path)).Html, "next", ("crop", "rice"));
        await asked.StandAsync("closed");
        var closed = await asked.PressAsync(second.Html, "next", ("loan", "0"));
        Assert.Equal((410, true), (closed.Status, closed.Html.Contains("本问卷已停止填写。", StringComparison.Ordinal)));
        using var english = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Language", "en" } } };
        using var said = await desk.Client.SendAsync(english);
        Assert.Contains("This questionnaire is not open for answers any more.", await said.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith("1|open|{\"crop\":\"rice\"}", Assert.Single(await asked.ResponsesAsync()), StringComparison.Ordinal);
        await asked.StandAsync("published");
        Assert.Contains("Thanks, rice", (await asked.PressAsync((await asked.OpenAsync(path)).Html, "next", ("loan", "0"))).Html, StringComparison.Ordinal);
    }

    [Fact, Trait("Case", "ASK-24")]
    public async Task What_was_sent_as_an_answer_is_saved_by_who_may_read_the_response_and_by_nobody_else_and_is_audited()
    {
        await using var desk = await Desk.StartAsync(engine);
        var asked = await Asked.PublishAsync(desk, """{"elements":[{"type":"photo","name":"field"}]}""");
        var html = (await asked.OpenAsync(await asked.InviteAsync())).Html;
        await SendAsync(desk, html, "field & barn.png", await File.ReadAllBytesAsync(Path.Combine(Shared.RepositoryRoot, "tests", "Ocrm.Tests", "Files", "picture.png")), "next");
        var id = (await desk.Database.ReadAsync(s => s.QueryAsync("SELECT id FROM ocrm.response", r => r.GetInt64(0)), CancellationToken.None)).Single();
        var file = (await desk.SendAsync(HttpMethod.Get, $"/responses/{id}")).Body.GetProperty("answers")[0].GetProperty("files")[0];
        Assert.Equal(("field & barn.png", "image/png"), (file.GetProperty("name").GetString(), file.GetProperty("type").GetString()));
        var path = $"/responses/{id}/files/{file.GetProperty("hash").GetString()}";
        using (var saved = await desk.Client.GetAsync("/api" + path))
        {
            Assert.Equal("attachment", saved.Content.Headers.ContentDisposition?.DispositionType);
            Assert.Equal(file.GetProperty("hash").GetString(), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await saved.Content.ReadAsByteArrayAsync())));
        }

        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, path[..^1] + "x")).Status);
        desk.As = WorkDesk.Someone("else");
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, path)).Status);
    }

    [Fact, Trait("Case", "ASK-25")]
    public async Task A_prospect_is_asked_as_long_as_they_are_one_and_is_sent_nothing()
    {
        await using var desk = await Desk.StartAsync(engine);
        var asked = await Asked.PublishAsync(desk, Asked.TwoPages);
        var questionnaire = asked.Questionnaire.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var prospect = (await desk.SendAsync(HttpMethod.Post, "/prospects", new { kind = "person", name = "王芳", unit = Asked.Unit })).Body.GetProperty("id").ToString();
        Assert.Equal(400, (await desk.SendAsync(HttpMethod.Post, "/invitations", new { questionnaire, prospect, send = "sms" })).Status);
        var (_, invited) = await desk.SendAsync(HttpMethod.Post, "/invitations", new { questionnaire, prospect, via = "link" });
        await asked.AnswerAsync(new Uri(invited.GetProperty("address").GetString()!).AbsolutePath);
        Assert.Single((await desk.SendAsync(HttpMethod.Get, $"/prospects/{prospect}/responses")).Body.EnumerateArray());
        await desk.SendAsync(HttpMethod.Delete, $"/prospects/{prospect}");
        Assert.Equal(409, (await desk.SendAsync(HttpMethod.Post, "/invitations", new { questionnaire, prospect })).Status);
        desk.As = WorkDesk.Someone("else");
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, "/invitations", new { questionnaire, prospect })).Status);
    }

    [Fact, Trait("Case", "ASK-15")]
    public async Task A_quota_is_filled_exactly_by_many_who_answer_at_once()
    {
        await using var desk = await Desk.StartAsync(engine);
        var asked = await Asked.PublishAsync(desk,
            """{"elements":[{"type":"radiogroup","name":"sex","choices":["m","f"],"isRequired":true}],"quotas":[{"name":"men","expression":"{sex} = 'm'","limit":3,"text":"Enough men"},{"name":"all","limit":5}]}""");
        var path = await asked.InviteAsync(uses: 0);
        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => asked.OpenAsync(path)));
        var men = await Task.WhenAll(pages.Select(p => asked.PressAsync(p.Html, "next", ("sex", "0"))));
        Assert.Equal(5, men.Count(m => m.Html.Contains("Enough men", StringComparison.Ordinal)));
        var women = await Task.WhenAll((await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => asked.OpenAsync(path)))).Select(p => asked.PressAsync(p.Html, "next", ("sex", "1"))));
        var states = (await asked.ResponsesAsync()).Select(r => r.Split('|')[1] + r.Split('|')[2]).GroupBy(r => r).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal((3, 2), (states["complete{\"sex\":\"m\"}"], states["complete{\"sex\":\"f\"}"])); // five in all, of whom three are men
        Assert.Equal(4, women.Length);
    }

    [Fact, Trait("Case", "ASK-16")]
    public async Task Of_an_anonymous_answer_nothing_says_whose_it_is()
    {
        var clock = new SetClock("2026-06-01 15:47");
        await using var desk = await Desk.StartAsync(engine, clock: clock);
        var asked = await Asked.PublishAsync(desk, Asked.TwoPages, anonymous: true);
        var path = await asked.InviteAsync(party: 7);
        var second = await asked.PressAsync((await asked.OpenAsync(path)).Html, "next", ("crop", "rice"));
        Assert.Contains("name=\"loan\"", (await asked.OpenAsync(path)).Html, StringComparison.Ordinal); // resumed by the same link
        await asked.PressAsync(second.Html, "next", ("loan", "0"));
        await desk.Services.GetRequiredService<PartAnonymousAnswers>().StepAsync(CancellationToken.None);
        Assert.Equal(["1|complete|{\"crop\":\"rice\",\"loan\":\"yes\"}|2|high|||"], await asked.ResponsesAsync());
        var times = await desk.Database.ReadAsync(s => s.QueryAsync("SELECT started_at, changed_at, at FROM ocrm.response", r => new[] { r.GetInt64(0), r.GetInt64(1), r.GetInt64(2) }), CancellationToken.None);
        Assert.All(times.Single(), at => Assert.True(BankTime.IsMidnight(at)));
        Assert.Equal([0L], await desk.Database.ReadAsync(s => s.QueryAsync("SELECT response FROM ocrm.answer_key", r => r.GetInt64(0)), CancellationToken.None));
        Assert.Equal(["answered"], await desk.Database.ReadAsync(s => s.QueryAsync("SELECT state FROM ocrm.invitation", r => r.GetString(0)), CancellationToken.None));
        // The link is used all the same.
        Assert.DoesNotContain("<form", (await asked.OpenAsync(path)).Html, StringComparison.Ordinal);
        await asked.PressAsync(second.Html, "next", ("loan", "1"));
        Assert.Single(await asked.ResponsesAsync());
    }

    [Fact, Trait("Case", "ASK-17")]
    public async Task A_photo_is_taken_for_what_its_bytes_are_kept_once_and_dropped_with_its_answer()
    {
        await using var desk = await Desk.StartAsync(engine);
        var asked = await Asked.PublishAsync(desk, """{"elements":[{"type":"photo","name":"field","isRequired":true}]}""");
        var html = (await asked.OpenAsync(await asked.InviteAsync())).Html;
        var photo = await File.ReadAllBytesAsync(Path.Combine(Shared.RepositoryRoot, "tests", "Ocrm.Tests", "Files", "picture.png"));
        Assert.Contains("class=error", await SendAsync(desk, html, "x.png", Encoding.UTF8.GetBytes("<script>alert(1)</script>"), "next"), StringComparison.Ordinal);
        await SendAsync(desk, html, "field & barn.png", photo, "keep");
        var kept = await SendAsync(desk, html, "field & barn.png", photo, "keep"); // nobody heard that it had arrived
        Assert.Contains("field &amp; barn.png", kept, StringComparison.Ordinal);
        Assert.Equal(1L, await CountAsync(desk, "ocrm.answer_file"));
        await asked.PressAsync(kept, "remove:field[0]");
        Assert.Equal((0L, 0L), (await CountAsync(desk, "ocrm.answer_file"), await CountAsync(desk, "ocrm.document_blob")));
    }

    [Fact, Trait("Case", "ASK-18")]
    public async Task Who_has_not_answered_is_reminded_so_often_as_was_said_and_not_after_the_answer()
    {
        var clock = new SetClock("2026-06-01 09:00");
        await using var desk = await Desk.StartAsync(engine, clock: clock);
        var asked = await Asked.PublishAsync(desk, Asked.TwoPages);
        var answered = await asked.InviteAsync("k1", remindBy: "person", reminders: 2);
        await asked.InviteAsync("k2", remindBy: "person", reminders: 2);
        await asked.InviteAsync("k3", days: 2, remindBy: "person", reminders: 2);
        await asked.AnswerAsync(answered);
        for (var day = 0; day < 12; day++)
        {
            clock.Now += TimeSpan.FromDays(1);
            await desk.Services.GetRequiredService<RemindOfQuestionnaires>().StepAsync(CancellationToken.None);
        }

        Assert.Equal(["inapp|head|/invitations", "inapp|head|/invitations"], await desk.Database.ReadAsync(s => s.QueryAsync("SELECT channel, address, body FROM ocrm.outgoing ORDER BY key", r => $"{r.GetString(0)}|{r.GetString(1)}|{r.GetString(2)}"), CancellationToken.None));
    }

    [Fact, Trait("Case", "ASK-19")]
    public async Task A_customer_in_sight_is_asked_by_link_or_by_list_and_a_withdrawn_link_opens_nothing()
    {
        await using var desk = await Desk.StartAsync(engine);
        var asked = await Asked.PublishAsync(desk, Asked.TwoPages);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Asked.Unit, "王芳", "230183197703035738", "13900000001"));
        var body = new { questionnaire = $"{asked.Questionnaire}", customer = number, via = "link", send = "sms" };
        var (_, made) = await desk.SendAsync(HttpMethod.Post, "/invitations", body);
        Assert.StartsWith("<svg", made.GetProperty("qr").GetString(), StringComparison.Ordinal);
        Assert.Equal("no-consent", (await desk.Database.ReadAsync(s => s.QueryAsync("SELECT outcome FROM ocrm.outgoing", r => r.GetString(0)), CancellationToken.None)).Single());
        Assert.Contains("name=\"crop\"", (await asked.OpenAsync(made.GetProperty("address").GetString()!)).Html, StringComparison.Ordinal);
        Assert.Equal(1, (await desk.SendAsync(HttpMethod.Post, "/lists/invitations/rows", new { })).Body.GetProperty("rows").GetArrayLength());

        var everybody = desk.As;
        desk.As = Desk.Caller(new Granary.Access.Contracts.Sight { Entities = ["230183"] });
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, "/invitations", body)).Status);
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/invitations/{made.GetProperty("id").GetInt64()}")).Status);
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Delete, $"/invitations/{made.GetProperty("id").GetInt64()}")).Status);
        Assert.Equal(0, (await desk.SendAsync(HttpMethod.Post, "/lists/invitations/rows", new { })).Body.GetProperty("rows").GetArrayLength());
        desk.As = everybody;

        Assert.Equal(204, (await desk.SendAsync(HttpMethod.Delete, $"/invitations/{made.GetProperty("id").GetInt64()}")).Status);
        Assert.Equal(410, (await asked.OpenAsync(made.GetProperty("address").GetString()!)).Status);
        var action = new { filter = new { column = "number", op = "eq", value = number }, arguments = new { asked = $"{asked.Questionnaire}", channel = "sms" } };
        Assert.Equal(1, (await desk.SendAsync(HttpMethod.Post, "/lists/customers/actions/ask", action)).Body.GetProperty("affected").GetInt32());
        Assert.Equal(2, (await desk.SendAsync(HttpMethod.Post, "/lists/invitations/rows", new { })).Body.GetProperty("rows").GetArrayLength());
        Assert.Equal(400, (await desk.SendAsync(HttpMethod.Post, "/invitations", new { questionnaire = $"{asked.Questionnaire}", via = "manager" })).Status);
    }

    private static Task<long> CountAsync(Desk desk, string table) => desk.Database.ReadAsync(async s => (await s.QueryAsync($"SELECT count(*) FROM {table}", r => r.GetInt64(0)))[0], CancellationToken.None);

    private static async Task<string> SendAsync(Desk desk, string html, string name, byte[] bytes, string button)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "field", name } };
        foreach (var (field, values) in HtmlForm.Of(html, button))
        {
            form.Add(new StringContent(values[0]), $"\"{field}\"");
        }

        using var response = await desk.Client.PostAsync(WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(html, "action=\"([^\"]*)\"").Groups[1].Value), form);
        return await response.Content.ReadAsStringAsync();
    }
}

public sealed class SqliteAsking() : AskingCompliance(new Engine.Sqlite());

public sealed class PostgresAsking() : AskingCompliance(new Engine.Postgres());
