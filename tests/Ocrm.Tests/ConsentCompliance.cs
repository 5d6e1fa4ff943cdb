using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ocrm.Consents;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>What the consent register promises, on each engine (docs/cases.md, CONS).</summary>
public abstract class ConsentCompliance(Engine engine)
{
    private const string Entity = "230521";
    private const string Outlet = "2305210102";
    private const string Wang = "230183197703035738";

    [Fact, Trait("Case", "CONS-01")]
    public async Task Marketing_is_off_until_a_customer_consents_and_then_on_for_that_purpose_and_channel_in_that_legal_entity()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await KnownAsync(desk);
        Assert.False(await MayAsync(desk, number, "marketing", "sms"));
        Assert.Equal(204, await GiveAsync(desk, number, "marketing", "sms", "app"));
        Assert.True(await MayAsync(desk, number, "marketing", "sms"));
        Assert.True(await MayAsync(desk, number, "marketing", "app"));
        Assert.False(await MayAsync(desk, number, "marketing", "phone"));
        Assert.False(await MayAsync(desk, number, "care", "sms"));
        Assert.False(await MayAsync(desk, number, "marketing", "sms", entity: "230183"));
    }

    [Fact, Trait("Case", "CONS-02")]
    public async Task A_withdrawal_waits_for_the_send_that_asked_and_holds_for_the_next()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await KnownAsync(desk);
        await GiveAsync(desk, number, "marketing", "sms");
        var party = await PartyAsync(desk, number);
        var withdrawal = Task.FromResult(0);
        await desk.Database.WriteAsync(async session =>
        {
            Assert.True(await MaySend.AskAsync(session, party, Entity, "marketing", "sms"));
            withdrawal = WithdrawAsync(desk, number, "marketing", "sms");
            Assert.False(withdrawal.IsCompleted);
        }, CancellationToken.None);
        Assert.Equal(204, await withdrawal);
        Assert.False(await MayAsync(desk, number, "marketing", "sms"));
    }

    [Fact, Trait("Case", "CONS-03")]
    public async Task What_was_withdrawn_can_be_given_again_and_both_stay_in_the_register()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await KnownAsync(desk);
        await GiveAsync(desk, number, "marketing", "sms");
        await GiveAsync(desk, number, "marketing", "sms"); // open already: nothing new
        await WithdrawAsync(desk, number, "marketing", "sms");
        await GiveAsync(desk, number, "marketing", "sms");
        Assert.True(await MayAsync(desk, number, "marketing", "sms"));
        var consents = (await ShowAsync(desk, number)).GetProperty("consents").EnumerateArray().ToList();
        Assert.Equal([JsonValueKind.Null, JsonValueKind.String], consents.Select(c => c.GetProperty("withdrawnAt").ValueKind));
        Assert.Equal("told us at the counter", consents[1].GetProperty("withdrawnHow").GetString());
        Assert.All(consents, c => Assert.Equal("A-17", c.GetProperty("evidence").GetString()));
        Assert.Equal(3, (await desk.Database.ReadAsync(s => s.QueryAsync("SELECT id FROM ocrm.audit WHERE act = 'consents.edit'", r => r.GetInt64(0)), CancellationToken.None)).Count);
    }

    [Fact, Trait("Case", "CONS-04")]
    public async Task A_changed_wording_is_a_new_version_that_must_be_read_and_what_was_agreed_to_keeps_its_own()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await KnownAsync(desk);
        var old = await WordingAsync(desk, number, "marketing");
        await GiveAsync(desk, number, "marketing", "sms");
        var (status, made) = await desk.SendAsync(HttpMethod.Post, "/consents/wordings", new { entity = Entity, purpose = "marketing", text = "You may call me." });
        Assert.Equal((200, 2), (status, made.GetProperty("version").GetInt32()));
        var (refused, body) = await PostAsync(desk, number, "marketing", ["phone"], old);
        Assert.Equal((409, "consent-wording-old"), (refused, body.GetProperty("code").GetString()));
        Assert.Equal(204, await GiveAsync(desk, number, "marketing", "phone"));
        var consents = (await ShowAsync(desk, number)).GetProperty("consents").EnumerateArray().ToDictionary(c => c.GetProperty("channel").GetString()!);
        Assert.Equal((1, 2), (consents["sms"].GetProperty("version").GetInt32(), consents["phone"].GetProperty("version").GetInt32()));
        Assert.Equal("You may call me.", consents["phone"].GetProperty("wording").GetString());
        Assert.NotEqual("You may call me.", consents["sms"].GetProperty("wording").GetString());
    }

    [Fact, Trait("Case", "CONS-05")]
    public async Task Another_legal_entity_neither_sees_nor_writes_consents_nor_finds_them_in_the_register()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await KnownAsync(desk);
        await GiveAsync(desk, number, "marketing", "sms");
        Assert.Equal(1, await RegisterAsync(desk));
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/consents")).Status);
        Assert.Equal(404, (await PostAsync(desk, number, "marketing", ["app"], "1")).Status);
        Assert.Equal(404, await WithdrawAsync(desk, number, "marketing", "sms"));
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Post, "/consents/wordings", new { entity = Entity, purpose = "marketing", text = "x" })).Status);
        Assert.Equal(0, await RegisterAsync(desk));
        desk.As = Desk.Caller(new Sight { Entities = [Entity] });
        Assert.Equal(1, await RegisterAsync(desk));
        Assert.True(await MayAsync(desk, number, "marketing", "sms"));
    }

    [Fact, Trait("Case", "CONS-06")]
    public async Task A_consent_without_purpose_channel_or_evidence_is_none()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await KnownAsync(desk);
        foreach (var (purpose, channel, kind, evidence) in new[] { ("gambling", "sms", "paper", "A-17"), ("marketing", "pigeon", "paper", "A-17"), ("marketing", "sms", "hearsay", "A-17"), ("marketing", "sms", "paper", " ") })
        {
            var (status, body) = await desk.SendAsync(HttpMethod.Post, $"/customers/{number}/consents", new { entity = Entity, purpose, channels = new[] { channel }, wording = "1", evidenceKind = kind, evidence });
            Assert.Equal((purpose, channel, kind, evidence, 400, "consent-incomplete"), (purpose, channel, kind, evidence, status, body.GetProperty("code").GetString()));
        }
    }

    [Fact, Trait("Case", "CONS-07")]
    public async Task Consents_follow_a_merge_and_what_either_withdrew_last_holds_for_both()
    {
        await using var desk = await Desk.StartAsync(engine);
        var first = await KnownAsync(desk);
        var second = await desk.FollowedAsync(desk.HearAsync("CLMS", "L1", Outlet, "王芳", "230521198506211246"));
        await GiveAsync(desk, first, "marketing", "sms");
        await GiveAsync(desk, second, "marketing", "sms", "app");
        await WithdrawAsync(desk, second, "marketing", "sms");
        await desk.FollowedAsync(desk.HearAsync("CLMS", "L1", Outlet, "王芳", Wang));
        Assert.Equal(3, (await ShowAsync(desk, first)).GetProperty("consents").GetArrayLength());
        Assert.Equal(3, (await ShowAsync(desk, second)).GetProperty("consents").GetArrayLength()); // the old number leads there
        Assert.False(await MayAsync(desk, first, "marketing", "sms"));
        Assert.True(await MayAsync(desk, first, "marketing", "app"));
        await GiveAsync(desk, first, "marketing", "sms");
        Assert.True(await MayAsync(desk, first, "marketing", "sms"));
    }

    private static Task<string> KnownAsync(Desk desk) => desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang));

    private static async Task<JsonElement> ShowAsync(Desk desk, string number)
    {
        var (status, body) = await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/consents");
        Assert.Equal(200, status);
        return body;
    }

    private static async Task<string> WordingAsync(Desk desk, string number, string purpose) =>
        (await ShowAsync(desk, number)).GetProperty("entities")[0].GetProperty("wordings").EnumerateArray().First(w => w.GetProperty("purpose").GetString() == purpose).GetProperty("id").GetString()!;

    private static async Task<int> GiveAsync(Desk desk, string number, string purpose, params string[] channels) =>
        (await PostAsync(desk, number, purpose, channels, await WordingAsync(desk, number, purpose))).Status;

    private static Task<(int Status, JsonElement Body)> PostAsync(Desk desk, string number, string purpose, string[] channels, string wording) =>
        desk.SendAsync(HttpMethod.Post, $"/customers/{number}/consents", new { entity = Entity, purpose, channels, wording, evidenceKind = "paper", evidence = "A-17" });

    private static async Task<int> WithdrawAsync(Desk desk, string number, string purpose, string channel) =>
        (await desk.SendAsync(HttpMethod.Post, $"/customers/{number}/consents/withdraw", new { entity = Entity, purpose, channels = new[] { channel }, how = "told us at the counter" })).Status;

    private static async Task<bool> MayAsync(Desk desk, string number, string purpose, string channel, string entity = Entity)
    {
        var party = await PartyAsync(desk, number);
        return await desk.Database.WriteAsync(session => MaySend.AskAsync(session, party, entity, purpose, channel), CancellationToken.None);
    }

    private static async Task<long> PartyAsync(Desk desk, string number) =>
        (await desk.Database.ReadAsync(s => s.QueryAsync("SELECT party_id FROM ocrm.customer WHERE number = @number", r => r.GetInt64(0), ("number", number)), CancellationToken.None))[0];

    private static async Task<int> RegisterAsync(Desk desk) =>
        (await desk.SendAsync(HttpMethod.Post, "/lists/consents/rows", new { })).Body.GetProperty("rows").GetArrayLength();
}

public sealed class SqliteConsents() : ConsentCompliance(new Engine.Sqlite());

public sealed class PostgresConsents() : ConsentCompliance(new Engine.Postgres());
