using System.Collections.Concurrent;
using System.Text.Json;
using Granary.Ocrm.Sending;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Tests;

/// <summary>A gateway for SMS, and the file of settings (docs/cases.md, SEND).</summary>
public sealed class SmsTests
{
    [Theory, Trait("Case", "SEND-15")]
    [InlineData(202, "sent", "202")]
    [InlineData(422, "refused", "422")]
    [InlineData(429, "queued", "429")]
    [InlineData(500, "in-doubt", "500")]
    [InlineData(302, "in-doubt", "302")]
    [InlineData(0, "in-doubt", "lost")]
    public async Task What_a_gateway_answers_is_what_became_of_the_message_and_what_is_in_no_list_is_a_doubt(int answer, string state, string code)
    {
        var came = new ConcurrentQueue<(string Id, string Key, string Body)>();
        await using var gateway = await StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            came.Enqueue((context.Request.Headers["X-Id"].ToString(), context.Request.Headers["X-Key"].ToString(), await reader.ReadToEndAsync()));
            if (answer == 0)
            {
                context.Abort();
                return;
            }

            context.Response.StatusCode = answer;
            context.Response.Headers.Location = "/elsewhere";
        });
        await using var peer = new SmsPeer(SmsSettings.At(new Uri(gateway.Urls.First() + "/send")) with { IdHeader = "X-Id", KeyHeader = "X-Key", Key = "secret", Template = """{"a":{to},"b":{text},"c":{id}}""" }, new OcrmLimits());
        var outcome = await peer.SendAsync(Message("""您好 "{to}" \ {id}"""), CancellationToken.None);
        Assert.Equal((state, code), (outcome.State, outcome.Code));
        var (id, key, body) = Assert.Single(came); // never sent again by itself
        Assert.Equal(("7.1.1", "secret"), (id, key));
        var json = JsonDocument.Parse(body).RootElement;
        Assert.Equal(("13904510001", """您好 "{to}" \ {id}""", "7.1.1"), (json.GetProperty("a").GetString(), json.GetProperty("b").GetString(), json.GetProperty("c").GetString()));
    }

    [Fact, Trait("Case", "SEND-15")]
    public async Task A_gateway_that_cannot_be_reached_has_not_got_the_message()
    {
        await using var gateway = await StartAsync(_ => Task.CompletedTask);
        var url = new Uri(gateway.Urls.First());
        await gateway.StopAsync();
        await using var peer = new SmsPeer(SmsSettings.At(url), new OcrmLimits());
        Assert.Equal(Outcome.Again("unreachable") with { Pause = true }, await peer.SendAsync(Message("x"), CancellationToken.None));
    }

    [Theory, Trait("Case", "SEND-16")]
    [InlineData("2026-06-01 07:59", false)]
    [InlineData("2026-06-01 08:00", true)]
    [InlineData("2026-06-01 20:59", true)]
    [InlineData("2026-06-01 21:00", false)]
    public void No_SMS_leaves_at_night_by_the_banks_time(string local, bool may)
    {
        var limits = new OcrmLimits();
        Assert.Equal(may, new ChannelPlan("sms", 1, 1, "", () => throw new InvalidOperationException()) { Hours = (limits.SmsFrom, limits.SmsUntil) }.MaySendAt(SetClock.At(local)));
    }

    [Theory, Trait("Case", "SEND-17")]
    [InlineData("""{ "post": {} }""", "post is not known")]
    [InlineData("""{ "mail": { "host": "a", "from": "no address" } }""", "mail.from is no mail address")]
    [InlineData("""{ "mail": { "host": "a", "from": "a@b.example", "tls": "none", "user": "u", "passwordFile": "secret" } }""", "mail.tls none would send the password in clear")]
    [InlineData("""{ "mail": { "host": "a", "from": "a@b.example", "connections": 1000 } }""", "mail.connections is no number from 1 to 64")]
    [InlineData("""{ "mail": { "host": "a", "from": "a@b.example", "password": "geheim" } }""", "mail.password is not known")]
    [InlineData("""{ "sms": { "url": "http://sms.example/" } }""", "sms.url is no https address")]
    [InlineData("""{ "sms": { "url": "https://sms.example/", "template": "{to}" } }""", "sms.template lacks {to} or {text}")]
    [InlineData("""{ "sms": { "url": "https://sms.example/", "sent": ["x"] } }""", "sms.sent is no list of HTTP codes")]
    [InlineData("{", "no JSON in line 1")]
    public async Task Settings_that_cannot_be_used_are_refused_by_the_name_of_the_field_and_without_what_is_secret(string text, string problem)
    {
        var folder = Directory.CreateTempSubdirectory("granary-settings-");
        var file = Path.Combine(folder.FullName, "sending.json");
        await File.WriteAllTextAsync(file, text);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "secret"), "geheim\n");
        Assert.Equal(problem, Assert.Throws<FormatException>(() => SendingSettings.Read(file)).Message);
        await File.WriteAllTextAsync(file, """{ "mail": { "host": "smtp.example", "from": "a@b.example", "user": "u", "passwordFile": "secret" } }""");
        var settings = SendingSettings.Read(file);
        Assert.Equal(("geheim", 587), (settings.Mail!.Password, settings.Mail.Port));
        Assert.DoesNotContain("geheim", settings.Mail.ToString(), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private static DueMessage Message(string text) => new(7, "7.1.1", "13904510001", "", text, 0, DateTimeOffset.MaxValue, 1, 1);

    private static async Task<WebApplication> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return app;
    }
}
