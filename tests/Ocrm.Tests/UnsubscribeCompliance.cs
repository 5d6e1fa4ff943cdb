using System.Net;
using System.Text.RegularExpressions;
using Granary.Ocrm.Asking;
using Granary.Ocrm.Consents;
using Granary.Ocrm.Sending;
using Granary.Tests;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>Who wants no more mail says so by one press, on each engine (docs/cases.md, SEND).</summary>
public abstract class UnsubscribeCompliance(Engine engine)
{
    [Fact, Trait("Case", "SEND-21")]
    public async Task A_mail_carries_a_signed_link_by_which_one_post_ends_the_consent_for_its_purpose_and_channel_and_a_look_ends_nothing()
    {
        await using var desk = await CampaignDesk.StartAsync(engine);
        await desk.AddAsync([CampaignDesk.Customer(1), CampaignDesk.Customer(2)]);
        foreach (var (party, channel) in new[] { (1, "email"), (1, "sms"), (2, "email") })
        {
            await desk.ConsentAsync(party, channel);
        }

        var campaign = await desk.DraftAsync(new { goal = new { kind = "response", value = "interested", amount = 0, target = 10 }, purpose = "marketing", language = "en", audience = new { how = "union", segments = Array.Empty<string>(), excluded = Array.Empty<string>() }, holdOut = 0, tasksPerDay = 20, steps = Array.Empty<object>() });
        await using var server = new ScriptedSmtp(_ => SmtpAct.Go);
        await SendingCompliance.AddAsync(desk.Desk, Mail($"campaign/{campaign}/target/1/step/1", 1), Mail("asked/2", 2), SendingCompliance.Mail("staff/1", "a0@customer.example"));
        await SendAsync(desk.Desk, server.Port);
        var (english, chinese, none) = (HeadersOf(server, 1), HeadersOf(server, 2), HeadersOf(server, 0));
        Assert.Matches("^<https://bank[.]example/a/off/[A-Za-z0-9_-]{48}>, <mailto:stop@bank[.]example[?]subject=[^>]+>$", english["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", english["List-Unsubscribe-Post"]);
        Assert.StartsWith("<mailto:", none["List-Unsubscribe"], StringComparison.Ordinal); // to nobody's customer
        Assert.DoesNotContain("List-Unsubscribe-Post", none.Keys);

        // Whoever looks, twice, ends nothing.
        await OpenedAsync(desk.Desk, PathOf(english), "lang=en", "Unsubscribe");
        await OpenedAsync(desk.Desk, PathOf(chinese), "lang=zh-CN", "确认退订");
        Assert.Equal([(1, "email"), (1, "sms"), (2, "email")], await AgreedAsync(desk.Desk));

        // A mail program posts as often as it likes.
        for (var i = 0; i < 2; i++)
        {
            using var posted = await desk.Desk.Client.PostAsync(PathOf(english), new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
            Assert.Equal((HttpStatusCode.OK, "no-store"), (posted.StatusCode, posted.Headers.CacheControl?.ToString()));
            Assert.Equal([(1, "sms"), (2, "email")], await AgreedAsync(desk.Desk));
        }

        await OpenedAsync(desk.Desk, PathOf(english), "Unsubscribed", "<h1>");
        Assert.False(await desk.Desk.Database.WriteAsync(session => MaySend.AskAsync(session, 1, CampaignDesk.Entity, "marketing", "email"), CancellationToken.None));
        Assert.Equal(["granary consents.edit 0000000000001/230521 邮件退订 marketing email"], await desk.Desk.RowsAsync("SELECT who || ' ' || act || ' ' || subject || ' ' || reason || ' ' || before FROM ocrm.audit WHERE act = 'consents.edit'"));
        Assert.Equal(["1"], await desk.Desk.RowsAsync("SELECT party_id || '' FROM ocrm.activity WHERE kind = 'consent'"));
    }

    [Fact, Trait("Case", "SEND-22")]
    public async Task An_altered_link_is_none_is_told_so_politely_and_not_for_ever()
    {
        await using var desk = await Desk.StartAsync(engine);
        await SendingCompliance.AddAsync(desk, Mail("asked/1", 1) with { NeedsNoConsent = true });
        var links = desk.Services.GetRequiredService<UnsubscribeLinks>();
        var path = links.PathOf(1, 1);
        Assert.Equal(HttpStatusCode.OK, (await desk.Client.GetAsync(path)).StatusCode);
        string[] wrong = [path[..^1] + (path[^1] == 'A' ? 'B' : 'A'), links.PathOf(2, 1), links.PathOf(1, 2), new UnsubscribeLinks(new SignedLinks(null), new AskingOptions("", null)).PathOf(1, 1), UnsubscribeLinks.Path + desk.Services.GetRequiredService<AnswerLinks>().PathOf(1, "0000000000000001")[3..]];
        foreach (var each in wrong)
        {
            using var shown = await desk.Client.GetAsync(each);
            using var posted = await desk.Client.PostAsync(each, null);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (shown.StatusCode, posted.StatusCode));
            Assert.Contains("<h1>链接无效", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var last = HttpStatusCode.NotFound;
        for (var i = wrong.Length * 2; i <= new OcrmLimits().WrongLinks && last == HttpStatusCode.NotFound; i++)
        {
            last = (await desk.Client.PostAsync(wrong[0], null)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(HttpStatusCode.OK, (await desk.Client.PostAsync(path, null)).StatusCode); // a right one is answered all the same
    }

    /// <summary>To a customer, whose address has their number.</summary>
    private static OutgoingMessage Mail(string key, long party) => SendingCompliance.Mail(key, $"a{party}@customer.example") with { Party = party, Entity = CampaignDesk.Entity, NeedsNoConsent = false };

    private static Task SendAsync(Desk desk, int port)
    {
        var (limits, links) = (new OcrmLimits { SendingPoll = TimeSpan.FromMilliseconds(10) }, new UnsubscribeLinks(desk.Services.GetRequiredService<SignedLinks>(), new AskingOptions("https://bank.example/", null)));
        var settings = new MailSettings("127.0.0.1", port, SecureSocketOptions.None, "", "", "bank@bank.example", "银行", "stop@bank.example", null, 1, 10_000);
        return SendingCompliance.SendAsync(desk, new ChannelPlan("mail", 1, 10_000, "@bank.example", () => new MailPeer(settings, links, limits, TimeProvider.System)), limits);
    }

    /// <summary>The headers of a mail, each on one line as it was before it was folded (RFC 5322, 2.2.3).</summary>
    private static Dictionary<string, string> HeadersOf(ScriptedSmtp server, int party) =>
        Regex.Replace(server.Taken.Single(t => t.To == $"a{party}@customer.example").Text.ReplaceLineEndings("\n").Split("\n\n")[0], "\n[ \t]+", " ").Split('\n').Select(line => line.Split(": ", 2)).ToDictionary(h => h[0], h => h[1].Trim());

    private static string PathOf(Dictionary<string, string> headers) => new Uri(headers["List-Unsubscribe"].Split('<', '>')[1]).AbsolutePath;

    private static async Task OpenedAsync(Desk desk, string path, params string[] says)
    {
        for (var i = 0; i < 2; i++)
        {
            using var page = await desk.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            var html = await page.Content.ReadAsStringAsync();
            Assert.All(says, text => Assert.Contains(text, html, StringComparison.Ordinal));
            Assert.DoesNotContain("customer.example", html, StringComparison.Ordinal);
        }
    }

    private static Task<List<(int, string)>> AgreedAsync(Desk desk) => desk.Database.ReadAsync(session => session.QueryAsync(
        "SELECT party_id, channel FROM ocrm.consent WHERE withdrawn_at = 0 ORDER BY party_id, channel", r => ((int)r.GetInt64(0), r.GetString(1))), CancellationToken.None);
}

public sealed class SqliteUnsubscribe() : UnsubscribeCompliance(new Engine.Sqlite());

public sealed class PostgresUnsubscribe() : UnsubscribeCompliance(new Engine.Postgres());
