using System.Globalization;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ocrm.Campaigns;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>What campaigns brought, on each engine (docs/cases.md, CAMP-60 to 63).</summary>
public abstract class CampaignResultCompliance(Engine engine)
{
    private sealed record Fate(long Party, bool Responded, long Gained, string Opened);

    [Fact, Trait("Case", "CAMP-60")]
    public async Task Results_of_targets_and_of_those_held_out_are_what_one_counts_by_hand_and_each_figure_opens_as_many()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var desk = await CampaignDesk.StartAsync(engine);
        List<Fate> fates = [.. Enumerable.Range(1, 60).Select(i => new Fate(i, random.Next(3) == 0, random.Next(-500, 5_000) * 100L, random.Next(3) switch { 0 => "wealth", 1 => "card", _ => "" }))];
        await desk.AddAsync([.. fates.Select(f => CampaignDesk.Customer(f.Party, unit: f.Party % 2 == 0 ? CampaignDesk.Outlet : "2305210101"))]);
        await desk.Desk.Database.WriteAsync(session => session.ExecuteAsync("UPDATE ocrm.customer SET deposits = 100000"), CancellationToken.None);
        var id = await desk.RunningAsync(CampaignDesk.Plan(await desk.EverybodyAsync(), [CampaignDesk.Step(1, "task")], holdOut: 30, goal: new { kind = "balance", value = "", amount = 100_000, target = 5 }));
        await desk.LedAsync();
        var held = (await desk.Desk.RowsAsync("SELECT CAST(party_id AS text) FROM ocrm.campaign_target WHERE held = 1")).Select(p => long.Parse(p, CultureInfo.InvariantCulture)).ToHashSet();
        Assert.InRange(held.Count, 1, 59);
        foreach (var fate in fates)
        {
            await HappensAsync(desk, id, fate, held.Contains(fate.Party));
        }

        await desk.Desk.Services.GetRequiredService<MeasureGoals>().RunAsync(
            (await desk.Desk.Database.ReadAsync(s => s.QueryAsync($"SELECT {Campaign.Columns} FROM ocrm.campaign g WHERE g.id = @id", Campaign.Read, ("id", id)), CancellationToken.None))[0], CancellationToken.None);
        foreach (var by in new[] { "unit", "manager" })
        {
            var results = await desk.GetAsync($"/campaigns/{id}/results?by={by}");
            Assert.Equal(ByHand(fates.Where(f => !held.Contains(f.Party)), true), Group(results.GetProperty("targets")));
            Assert.Equal(ByHand(fates.Where(f => held.Contains(f.Party)), false), Group(results.GetProperty("heldOut")));
            Assert.Equal(60, results.GetProperty("rows").EnumerateArray().Sum(r => r.GetProperty("targets").GetProperty("customers").GetInt32() + r.GetProperty("heldOut").GetProperty("customers").GetInt32()));
            foreach (var product in results.GetProperty("products").EnumerateArray())
            {
                var kind = product.GetProperty("kind").GetString();
                var opened = fates.Where(f => f.Opened == kind).ToLookup(f => held.Contains(f.Party));
                Assert.Equal((opened[false].Count(), opened[true].Count()), (product.GetProperty("targets").GetInt32(), product.GetProperty("heldOut").GetInt32()));
                Assert.Equal(opened[false].Count(), await CountAsync(desk, id, ("opened", $"{kind}-{product.GetProperty("since").GetInt32()}"), ("held", false)));
            }

            Assert.Equal(Group(results.GetProperty("targets")).Won, await CountAsync(desk, id, ("held", false), ("wonAt", null)));
        }
    }

    [Fact, Trait("Case", "CAMP-61")]
    public async Task Campaigns_stand_side_by_side_within_sight_and_no_more_than_there_is_room_for()
    {
        await using var desk = await CampaignDesk.StartAsync(engine);
        await desk.AddAsync([CampaignDesk.Customer(1), CampaignDesk.Customer(2)]);
        var segment = await desk.EverybodyAsync();
        var first = await desk.RunningAsync(CampaignDesk.Plan(segment, [CampaignDesk.Step(1, "task")]), "春耕贷");
        var second = await desk.RunningAsync(CampaignDesk.Plan(segment, [CampaignDesk.Step(1, "list")]), "秋收存");
        await desk.LedAsync();
        var compared = await desk.GetAsync($"/campaign-results?campaign={first}&campaign={second}&campaign=987654");
        Assert.Equal(["春耕贷 2", "秋收存 2"], compared.EnumerateArray().Select(c => $"{c.GetProperty("name")} {c.GetProperty("targets").GetProperty("customers")}"));
        Assert.Equal(400, (await desk.Desk.SendAsync(HttpMethod.Get, "/campaign-results?" + string.Join('&', Enumerable.Range(1, 11).Select(i => $"campaign={i}")))).Status);
        desk.Desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Empty((await desk.GetAsync($"/campaign-results?campaign={first}")).EnumerateArray());
        Assert.Equal(404, (await desk.Desk.SendAsync(HttpMethod.Get, $"/campaigns/{first}/results")).Status);
    }

    /// <summary>What the bank's systems report of a customer, and what they say to who calls.</summary>
    private static async Task HappensAsync(CampaignDesk desk, long campaign, Fate fate, bool held)
    {
        await desk.Desk.Database.WriteAsync(async session =>
        {
            await session.ExecuteAsync("UPDATE ocrm.customer SET deposits = deposits + @gained WHERE party_id = @party", ("gained", fate.Gained), ("party", fate.Party));
            if (fate.Opened.Length > 0)
            {
                await session.ExecuteAsync(
                    """
                    INSERT INTO ocrm.holding (system, account, key, party_id, recorded_for, entity, unit, kind, product, title, currency, state, balance, amount, overdue, rate, opened, matures, guarantee, at, series, import_id)
                    VALUES ('CBS', @account, '', @party, @party, @entity, '', @kind, '', '', 'CNY', 'open', 0, 0, 0, 0, 20260602, 0, '', 0, @series, 0)
                    """,
                    ("account", $"A{fate.Party}"), ("party", fate.Party), ("entity", CampaignDesk.Entity), ("kind", fate.Opened), ("series", Array.Empty<byte>()));
            }
        }, CancellationToken.None);
        if (fate.Responded && !held)
        {
            var target = long.Parse((await desk.Desk.RowsAsync($"SELECT CAST(id AS text) FROM ocrm.campaign_target WHERE party_id = {fate.Party}"))[0], CultureInfo.InvariantCulture);
            Assert.Equal(200, (await desk.RespondAsync(campaign, target, new { kind = "interested" })).Status);
        }
    }

    private static (int Customers, int Responded, int Won, long Gained) ByHand(IEnumerable<Fate> fates, bool asked) =>
        (fates.Count(), asked ? fates.Count(f => f.Responded) : 0, fates.Count(f => f.Gained >= 100_000), fates.Sum(f => f.Gained));

    private static (int Customers, int Responded, int Won, long Gained) Group(JsonElement group) =>
        (group.GetProperty("customers").GetInt32(), group.GetProperty("responded").GetInt32(), group.GetProperty("won").GetInt32(), group.GetProperty("gained").GetInt64());

    /// <param name="conditions">Column and value; null: it is not empty.</param>
    private static async Task<int> CountAsync(CampaignDesk desk, long campaign, params (string Column, object? Value)[] conditions)
    {
        var filter = new { and = conditions.Select(c => c.Value is null ? (object)new { column = c.Column, op = "notEmpty" } : new { column = c.Column, op = "eq", value = c.Value }).Append(new { column = "campaign", op = "eq", value = campaign }) };
        var (status, body) = await desk.Desk.SendAsync(HttpMethod.Post, "/lists/campaign-targets/count", new { filter, exact = true });
        Assert.True(status == 200, body.ToString());
        return body.GetProperty("count").GetInt32();
    }
}

public sealed class SqliteCampaignResults() : CampaignResultCompliance(new Engine.Sqlite());

public sealed class PostgresCampaignResults() : CampaignResultCompliance(new Engine.Postgres());
