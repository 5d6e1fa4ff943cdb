using System.Globalization;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;
using Granary.Ocrm.Campaigns;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>A desk on which campaigns are planned, approved and led on, by the clock that a test sets.</summary>
internal sealed class CampaignDesk(Desk desk, SetClock clock) : IAsyncDisposable
{
    public const string Entity = "230521";
    public const string Outlet = "2305210102";

    public Desk Desk { get; } = desk;

    public SetClock Clock { get; } = clock;

    public RunCampaigns Run => Desk.Services.GetRequiredService<RunCampaigns>();

    public static async Task<CampaignDesk> StartAsync(Engine engine, bool follow = false)
    {
        var clock = new SetClock("2026-06-01 09:00");
        var desk = await Desk.StartAsync(engine, follow, clock);
        await desk.AddProductAsync("spring-loan", Desk.Terms(from: new DateOnly(2026, 6, 1)));
        await desk.PublishProductAsync("spring-loan");
        return new CampaignDesk(desk, clock);
    }

    public static Caller Planner { get; } = Desk.Caller(new Sight { Entities = [Entity] });

    public static Caller Manager { get; } = Desk.Caller(new Sight { Managers = ["manager"] }) with { PersonId = "manager", UserName = "manager" };

    /// <summary>Customers past the customer master: there are many of them.</summary>
    public Task AddAsync(IReadOnlyList<CustomerRow> rows, string manager = "manager") => Desk.Database.WriteAsync(async session =>
    {
        await session.InsertAsync(CustomerRow.Insert, rows);
        await session.InsertAsync(CustomerTokens.Insert, [.. rows.Select(r => (CustomerTokens.Number(r.Number), r.PartyId)).Distinct()]);
        await session.InsertAsync(OwnerRow.Insert, [.. rows.Select(r => new OwnerRow(r.PartyId, r.Entity, manager))]);
    }, CancellationToken.None);

    public static CustomerRow Customer(long party, string name = "", string entity = Entity, string unit = Outlet, string status = "active", string mobile = "13900000001", string document = "230183197703035738") => new(
        party, party.ToString("D13", CultureInfo.InvariantCulture), true, "person", status, name.Length > 0 ? name : $"客户{party}", $"{party}", document, mobile, "", entity, unit, "", "CBS", 0, 0);

    public Task ConsentAsync(long party, string channel, string entity = Entity) => Desk.Database.WriteAsync(session => ConsentAsync(session, party, channel, entity), CancellationToken.None);

    public static Task ConsentAsync(Session session, long party, string channel, string entity) => session.ExecuteAsync(
        """
        INSERT INTO ocrm.consent (party_id, recorded_for, entity, purpose, channel, wording_id, evidence_kind, evidence, given_by, given_at, withdrawn_by, withdrawn_at, withdrawn_how)
        VALUES (@party, @party, @entity, 'marketing', @channel, (SELECT min(w.id) FROM ocrm.consent_wording w), 'paper', '1', 'head', 1, '', 0, '')
        """, ("party", party), ("entity", entity), ("channel", channel));

    public Task<string> EverybodyAsync() => SegmentAsync(new { column = "kind", op = "eq", value = "person" });

    public async Task<string> SegmentAsync(object filter)
    {
        var (status, body) = await Desk.SendAsync(HttpMethod.Post, "/segments", new { name = "人群", kind = "dynamic", shared = true, filter });
        Assert.True(status == 200, body.ToString());
        return body.GetProperty("id").GetString()!;
    }

    public static object Step(int id, string kind, int next = 0, string text = "您好，{salutation}", string channel = "", int days = 0) =>
        new { id, kind, next, title = new { zh = "回访 {name}", en = "Call {name}" }, text = new { zh = text, en = text }, channel, days };

    public static object Plan(string segment, object[] steps, int holdOut = 0, string[]? excluded = null, int tasksPerDay = 500, object? goal = null) => new
    {
        goal = goal ?? new { kind = "response", value = "interested", amount = 0, target = 10 }, purpose = "marketing", language = "zh-CN",
        audience = new { how = "union", segments = new[] { segment }, excluded = excluded ?? [] }, holdOut, tasksPerDay, steps,
    };

    /// <summary>A draft of the planner's; its id.</summary>
    public async Task<long> DraftAsync(object plan, string name = "春耕贷", string product = "spring-loan", string from = "2026-06-01")
    {
        Desk.As = Planner;
        var (status, body) = await Desk.SendAsync(HttpMethod.Post, "/campaigns", new { name, unit = Entity, product, fromDay = from, toDay = "2026-12-31", plan });
        Assert.True(status == 200, body.ToString());
        return long.Parse(body.GetProperty("id").GetString()!, CultureInfo.InvariantCulture);
    }

    /// <summary>Submitted, with its whole audience selected.</summary>
    public async Task<long> SubmittedAsync(object plan, string name = "春耕贷", string product = "spring-loan", string from = "2026-06-01")
    {
        var id = await DraftAsync(plan, name, product, from);
        await DoAsync(id, "submit");
        await UntilAsync(async () => await StateAsync(id) is not "freezing");
        return id;
    }

    public async Task<long> RunningAsync(object plan, string name = "春耕贷", string product = "spring-loan")
    {
        var id = await SubmittedAsync(plan, name, product);
        Assert.Equal("submitted", await StateAsync(id));
        await DecideAsync(id, approve: true);
        Assert.Equal("approved", await StateAsync(id));
        await DoAsync(id, "start");
        return id;
    }

    /// <summary>A second person's word.</summary>
    public async Task DecideAsync(long id, bool approve)
    {
        Desk.As = Desk.Caller(Sight.Everything) with { PersonId = "checker", UserName = "checker" };
        var (_, open) = await Desk.SendAsync(HttpMethod.Get, "/approvals");
        var proposal = open.EnumerateArray().First(p => p.GetProperty("kind").GetString() == CampaignApproval.Kind && p.GetProperty("subject").GetString() == $"{id}").GetProperty("id").GetInt64();
        var (status, body) = await Desk.SendAsync(HttpMethod.Post, "/approvals/decide", new { ids = new[] { proposal }, approve, note = "看过" });
        Assert.True(status == 200 && body[0].GetProperty("outcome").GetString() == (approve ? "approved" : "rejected"), body.ToString());
        Desk.As = Planner;
    }

    public async Task DoAsync(long id, string act, object? body = null)
    {
        var (status, said) = await Desk.SendAsync(HttpMethod.Post, $"/campaigns/{id}/{act}", body ?? new { reason = "试一试" });
        Assert.True(status is 200 or 204, $"{act}: {said}");
    }

    public async Task<string?> StateAsync(long id) => (await GetAsync($"/campaigns/{id}")).GetProperty("state").GetString();

    public async Task<JsonElement> GetAsync(string path)
    {
        var (status, body) = await Desk.SendAsync(HttpMethod.Get, path);
        Assert.True(status == 200, $"{path}: {status} {body}");
        return body;
    }

    /// <summary>"in 3", "held 1", "closed 2".</summary>
    public async Task<List<string>> SelectionAsync(long id) => [.. (await GetAsync($"/campaigns/{id}/selection")).EnumerateArray()
        .Select(c => $"{(c.GetProperty("held").GetBoolean() ? "held" : c.GetProperty("outcome").GetString())} {c.GetProperty("count").GetInt64()}")];

    /// <summary>Leads on until nothing is due.</summary>
    public async Task LedAsync()
    {
        while (await Run.StepAsync(CancellationToken.None))
        {
        }
    }

    public async Task UntilAsync(Func<Task<bool>> done)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await done())
        {
            await Run.StepAsync(patience.Token);
        }
    }

    /// <summary>What became of messages and tasks is known.</summary>
    public async Task SettledAsync()
    {
        await Desk.Services.GetRequiredService<EndTasks>().RunAsync(CancellationToken.None);
        await Desk.Services.GetRequiredService<CollectOutcomes>().RunAsync(CancellationToken.None);
    }

    public Task<(int Status, JsonElement Body)> RespondAsync(long id, long target, object response) => Desk.SendAsync(HttpMethod.Post, $"/campaigns/{id}/targets/{target}/responses", response);

    /// <summary>Two figures of the whole campaign's progress.</summary>
    public async Task<(int, int)> FiguresAsync(long id, string first, string second)
    {
        var total = (await GetAsync($"/campaigns/{id}/progress")).GetProperty("total");
        return (total.GetProperty(first).GetInt32(), total.GetProperty(second).GetInt32());
    }

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
