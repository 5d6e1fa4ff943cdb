using Granary.Kernel;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Products;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>Whom a campaign selects, on each engine (docs/cases.md, CAMP).</summary>
public abstract class CampaignSelectionCompliance(Engine engine)
{
    /// <summary>The region of those who are excluded.</summary>
    private const string Left = "230183";

    [Fact, Trait("Case", "CAMP-02")]
    public async Task Every_customer_of_the_segments_is_in_or_out_for_one_reason_and_the_sums_add_up_over_random_customers()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var random = new Random(seed);
        await using var desk = await CampaignDesk.StartAsync(engine);
        var rows = new List<CustomerRow>();
        var consented = new List<(long Party, string Entity)>();
        for (var party = 1L; party <= 1_300; party++)
        {
            foreach (var entity in random.Next(5) == 0 ? new[] { CampaignDesk.Entity, "230183" } : [CampaignDesk.Entity])
            {
                rows.Add(CampaignDesk.Customer(party, "", entity, entity + "0102", random.Next(6) == 0 ? "closed" : "active", random.Next(3) == 0 ? "" : "13900000001") with { Region = random.Next(4) == 0 ? Left : "" });
                if (random.Next(2) == 0)
                {
                    consented.Add((party, entity));
                }
            }
        }

        await desk.AddAsync(rows);
        await desk.Desk.Database.WriteAsync(async session =>
        {
            foreach (var (party, entity) in consented)
            {
                await CampaignDesk.ConsentAsync(session, party, "sms", entity);
            }
        }, CancellationToken.None);
        desk.Desk.As = CampaignDesk.Planner;
        var excluded = await desk.SegmentAsync(new { column = "region", op = "eq", value = Left });
        var id = await desk.SubmittedAsync(CampaignDesk.Plan(await desk.EverybodyAsync(), [CampaignDesk.Step(1, "sms")], holdOut: 20, excluded: [excluded]));

        string Expected(CustomerRow c) => c.Status == "closed" ? "closed" : c.Region == Left ? "excluded" : !consented.Contains((c.PartyId, c.Entity)) ? "no-consent" : c.Mobile.Length == 0 ? "no-address" : "in";
        var own = rows.Where(r => r.Entity == CampaignDesk.Entity).ToList();
        var outcomes = await desk.Desk.RowsAsync("SELECT party_id || ' ' || outcome FROM ocrm.campaign_target ORDER BY party_id");
        Assert.Equal(own.Select(c => $"{c.PartyId} {Expected(c)}"), outcomes);
        var counts = (await desk.SelectionAsync(id)).Select(c => c.Split(' ')).ToDictionary(c => c[0], c => int.Parse(c[1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(own.Count, counts.Values.Sum());
        Assert.Equal(own.Count(c => Expected(c) == "in"), counts["in"] + counts["held"]);
        Assert.InRange(counts["held"], 1, counts["in"]);
        Assert.Equal(own.Count, (await desk.GetAsync($"/campaigns/{id}")).GetProperty("looked").GetInt32());
    }

    [Fact, Trait("Case", "CAMP-17")]
    public async Task A_product_is_proposed_only_to_customers_who_bear_its_risk_when_the_campaign_begins()
    {
        await using var desk = await CampaignDesk.StartAsync(engine);
        await desk.Desk.AddProductAsync("LC-2", Desk.Terms(from: new DateOnly(2026, 7, 1)) with { Risk = "R2" }, kind: "wealth", holds: ["wealth"]);
        await desk.Desk.PublishProductAsync("LC-2");
        await desk.AddAsync([.. Enumerable.Range(1, 6).Select(i => CampaignDesk.Customer(i))]);
        await desk.Desk.Database.WriteAsync(async session =>
        {
            static long On(int month, int day, int year = 2026) => BankTime.Ms(new DateOnly(year, month, day));
            await Suitability.AssessAsync(session, 2, CampaignDesk.Entity, "C1", "answer/1", On(5, 1));
            await Suitability.AssessAsync(session, 3, CampaignDesk.Entity, "C2", "answer/2", On(5, 1));
            await Suitability.AssessAsync(session, 4, CampaignDesk.Entity, "C5", "answer/3", On(6, 30, 2025)); // expires before the campaign begins
            await Suitability.AssessAsync(session, 5, CampaignDesk.Entity, "C5", "answer/4", On(5, 1));
            await Suitability.AssessAsync(session, 5, CampaignDesk.Entity, "C1", "answer/5", On(5, 2)); // the last one counts
            await Suitability.AssessAsync(session, 6, "230183", "C5", "answer/6", On(5, 1)); // of another legal entity
        }, CancellationToken.None);
        desk.Desk.As = CampaignDesk.Planner;
        var plan = CampaignDesk.Plan(await desk.EverybodyAsync(), [CampaignDesk.Step(1, "task")]);
        await desk.SubmittedAsync(plan, product: "LC-2", from: "2026-07-01");
        Assert.Equal(["in 3"], await OutcomesAsync("outcome = 'in'"));
        Assert.Equal(5, (await OutcomesAsync("outcome = 'unsuitable'")).Count);
        await desk.SubmittedAsync(plan, "还未在售", "LC-2");
        Assert.Equal(11, (await OutcomesAsync("outcome = 'unsuitable'")).Count);
        await desk.SubmittedAsync(plan, "没有产品", "");
        Assert.Equal(7, (await OutcomesAsync("outcome = 'in'")).Count);

        Task<List<string>> OutcomesAsync(string where) => desk.Desk.RowsAsync($"SELECT outcome || ' ' || party_id FROM ocrm.campaign_target WHERE {where} ORDER BY id");
    }

    [Fact, Trait("Case", "CAMP-03")]
    public async Task The_same_customers_are_held_out_however_often_the_audience_is_selected_and_they_are_never_contacted()
    {
        await using var desk = await CampaignDesk.StartAsync(engine);
        await desk.AddAsync([.. Enumerable.Range(1, 60).Select(i => CampaignDesk.Customer(i))]);
        desk.Desk.As = CampaignDesk.Planner;
        var id = await desk.SubmittedAsync(CampaignDesk.Plan(await desk.EverybodyAsync(), [CampaignDesk.Step(1, "task")], holdOut: 50));
        const string Held = "SELECT party_id FROM ocrm.campaign_target WHERE held = 1 ORDER BY party_id";
        var held = await desk.Desk.RowsAsync(Held);
        Assert.InRange(held.Count, 10, 50);
        await desk.DecideAsync(id, approve: false);
        Assert.Equal(("draft", "rejected"), (await desk.StateAsync(id), (await desk.GetAsync($"/campaigns/{id}")).GetProperty("problem").GetString()));
        await desk.DoAsync(id, "submit");
        await desk.UntilAsync(async () => await desk.StateAsync(id) == "submitted");
        Assert.Equal(held, await desk.Desk.RowsAsync(Held));
        await desk.DecideAsync(id, approve: true);
        await desk.DoAsync(id, "start");
        await desk.LedAsync();
        Assert.Equal(60 - held.Count, (await desk.Desk.RowsAsync("SELECT id FROM ocrm.task")).Count);
        Assert.Empty((await desk.Desk.RowsAsync("SELECT party_id FROM ocrm.task")).Intersect(held));
    }

    [Fact, Trait("Case", "CAMP-04")]
    public async Task Who_is_nobodys_goes_to_whoever_has_the_fewest_in_the_outlet_and_each_manager_gets_no_more_tasks_in_a_day_than_the_plan_says()
    {
        await using var desk = await CampaignDesk.StartAsync(engine);
        await desk.AddAsync([.. Enumerable.Range(1, 5).Select(i => CampaignDesk.Customer(i))], manager: "");
        desk.Desk.As = CampaignDesk.Planner;
        var plan = CampaignDesk.Plan(await desk.EverybodyAsync(), [CampaignDesk.Step(1, "task")], tasksPerDay: 2);
        await desk.RunningAsync(plan);
        await desk.RunningAsync(plan, "第二个");
        await desk.LedAsync();
        Assert.Equal(["manager 2"], await desk.Desk.RowsAsync("SELECT assignee || ' ' || count(*) FROM ocrm.task GROUP BY assignee"));
        desk.Clock.Now = SetClock.At("2026-06-02 08:00");
        await desk.LedAsync();
        Assert.Equal(["4"], await desk.Desk.RowsAsync("SELECT count(*) FROM ocrm.task"));
        Assert.Equal(["0"], await desk.Desk.RowsAsync("SELECT count(*) FROM ocrm.owner WHERE manager <> ''"));
    }
}

public sealed class SqliteCampaignSelection() : CampaignSelectionCompliance(new Engine.Sqlite());

public sealed class PostgresCampaignSelection() : CampaignSelectionCompliance(new Engine.Postgres());
