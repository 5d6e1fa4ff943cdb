using Granary.Kernel.Storage;
using Granary.Ocrm.Sending;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>What becomes of a message before it is sent, on each engine (docs/cases.md, SEND).</summary>
public abstract class OutgoingCompliance(Granary.Tests.Engine engine)
{
    private const string Entity = "230521";
    private const string Outlet = "2305210102";
    private const string Wang = "230183197703035738";

    [Fact, Trait("Case", "SEND-01")]
    public async Task A_message_added_twice_is_there_once_and_one_that_its_transaction_takes_back_not_at_all()
    {
        await using var desk = await Desk.StartAsync(engine);
        await AddAsync(desk, Mail("a/1"), Mail("a/2"));
        await AddAsync(desk, Mail("a/1") with { Body = "something else" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Database.WriteAsync(async session =>
        {
            await desk.Services.GetRequiredService<Outgoing>().AddAsync(session, Mail("a/3"));
            throw new InvalidOperationException();
        }, CancellationToken.None));
        Assert.Equal(["a/1 queued  Good day", "a/2 queued  Good day"], await RowsAsync(desk));
    }

    [Fact, Trait("Case", "SEND-02")]
    public async Task What_must_not_be_sent_is_refused_with_the_reason_and_consent_is_asked_for_its_own_channel_and_purpose()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang));
        var party = await PartyAsync(desk, number);
        var wording = (await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/consents")).Body.GetProperty("entities")[0].GetProperty("wordings").EnumerateArray()
            .First(w => w.GetProperty("purpose").GetString() == "marketing").GetProperty("id").GetString()!;
        Assert.Equal(204, (await desk.SendAsync(HttpMethod.Post, $"/customers/{number}/consents",
            new { entity = Entity, purpose = "marketing", channels = new[] { "email" }, wording, evidenceKind = "paper", evidence = "A-17" })).Status);
        var asked = Mail("x") with { Party = party, NeedsNoConsent = false };
        await AddAsync(desk,
            asked with { Key = "a/mail" }, asked with { Key = "b/care", Purpose = "care" },
            asked with { Key = "c/sms", Channel = "sms", Address = "13904510001" }, asked with { Key = "d/entity", Entity = "230183" },
            Mail("e/none") with { Address = "" }, Mail("f/header") with { Address = "a@b.example\r\nBcc: c@d.example" }, Mail("g/two") with { Address = "a@b.example, c@d.example" },
            Mail("h/subject") with { Subject = "a\r\nBcc: c@d.example" }, Mail("i/long") with { Body = new string('x', 20_001) },
            Mail("j/phone") with { Channel = "sms", Address = "0451-88880000" }, Mail("k/phone") with { Channel = "sms", Address = "13904510001" });
        Assert.Equal(
            [
                "a/mail queued ", "b/care refused no-consent", "c/sms refused no-consent", "d/entity refused no-consent", "e/none refused no-address", "f/header refused no-address",
                "g/two refused no-address", "h/subject refused no-text", "i/long refused too-long", "j/phone refused no-address", "k/phone queued ",
            ],
            (await RowsAsync(desk)).Select(row => string.Join(' ', row.Split(' ')[..3])));
    }

    [Fact, Trait("Case", "SEND-03")]
    public async Task A_campaign_holds_releases_and_cancels_its_own_messages_and_no_others()
    {
        await using var desk = await Desk.StartAsync(engine);
        await AddAsync(desk, Mail("campaign/1/a"), Mail("campaign/1/b"), Mail("campaign/12/a"), Mail("campaign/1/bad") with { Address = "" });
        Assert.Equal(2, await desk.Database.WriteAsync(session => Outgoing.HoldAsync(session, "campaign/1/"), CancellationToken.None));
        Assert.Equal(["held", "held", "refused", "queued"], await StatesAsync());
        Assert.Equal(2, await desk.Database.WriteAsync(session => Outgoing.ReleaseAsync(session, "campaign/1/"), CancellationToken.None));
        Assert.Equal(1, await desk.Database.WriteAsync(session => Outgoing.HoldAsync(session, "campaign/1/a"), CancellationToken.None));
        Assert.Equal(2, await desk.Database.WriteAsync(session => Outgoing.CancelAsync(session, "campaign/1/"), CancellationToken.None));
        Assert.Equal(["cancelled", "cancelled", "refused", "queued"], await StatesAsync());

        async Task<List<string>> StatesAsync() => [.. (await RowsAsync(desk)).Select(row => row.Split(' ')[1])];
    }

    [Fact, Trait("Case", "SEND-04")]
    public async Task A_message_follows_its_customer_into_a_merge_and_nothing_else_of_it_changes()
    {
        await using var desk = await Desk.StartAsync(engine);
        var first = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang));
        var second = await desk.FollowedAsync(desk.HearAsync("CLMS", "L1", Outlet, "王芳", "230521198506211246"));
        var (heir, gone) = (await PartyAsync(desk, first), await PartyAsync(desk, second));
        await AddAsync(desk, Mail("a/1") with { Party = gone });
        var before = await WholeAsync();
        await desk.FollowedAsync(desk.HearAsync("CLMS", "L1", Outlet, "王芳", Wang));
        Assert.Equal([heir], await desk.Database.ReadAsync(s => s.QueryAsync("SELECT party_id FROM ocrm.outgoing", r => r.GetInt64(0)), CancellationToken.None));
        Assert.Equal(before, await WholeAsync());

        Task<List<string>> WholeAsync() => desk.Database.ReadAsync(s => s.QueryAsync(
            "SELECT key || recorded_for || entity || purpose || channel || address || subject || body || person || state || attempt || message_id || outcome || at FROM ocrm.outgoing", r => r.GetString(0)), CancellationToken.None);
    }

    private static OutgoingMessage Mail(string key) => new(key, 0, Entity, "marketing", "mail", "wang@customer.example", "Hello", "Good day", "", 1) { NeedsNoConsent = true };

    private static Task AddAsync(Desk desk, params OutgoingMessage[] messages) =>
        desk.Database.WriteAsync(session => desk.Services.GetRequiredService<Outgoing>().AddAsync(session, messages), CancellationToken.None);

    private static Task<List<string>> RowsAsync(Desk desk) => desk.Database.ReadAsync(s => s.QueryAsync(
        "SELECT key || ' ' || state || ' ' || outcome || ' ' || body FROM ocrm.outgoing ORDER BY key", r => r.GetString(0)), CancellationToken.None);

    private static async Task<long> PartyAsync(Desk desk, string number) =>
        (await desk.Database.ReadAsync(s => s.QueryAsync("SELECT party_id FROM ocrm.customer WHERE number = @number", r => r.GetInt64(0), ("number", number)), CancellationToken.None))[0];
}

public sealed class SqliteOutgoing() : OutgoingCompliance(new Granary.Tests.Engine.Sqlite());

public sealed class PostgresOutgoing() : OutgoingCompliance(new Granary.Tests.Engine.Postgres());
