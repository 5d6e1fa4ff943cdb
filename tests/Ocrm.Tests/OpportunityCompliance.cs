using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Opportunities;
using Granary.Ocrm.Products;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>What may be sold to whom, on each engine (docs/cases.md, OPP).</summary>
public abstract class OpportunityCompliance(WorkDesk work)
{
    [Fact, Trait("Case", "OPP-01")]
    public async Task The_same_origin_opens_one_opportunity_for_a_customer_in_a_pipeline_however_often_and_from_wherever_at_once()
    {
        var party = await PartyAsync();
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync(party, "campaign/12")));
        Assert.Single(opened.Select(o => o!.Id).Distinct());
        Assert.Single(opened, o => o!.New);
        Assert.True((await OpenAsync(party, "campaign/13"))!.New);
        Assert.True((await OpenAsync(party, "campaign/12", pipeline: "loan"))!.New);
        Assert.True((await OpenAsync(party, "rule/1", cause: "holding/1"))!.New);
        Assert.True((await OpenAsync(party, "rule/1", cause: "holding/2"))!.New);
        Assert.Null(await OpenAsync(party, "campaign/12", pipeline: "none"));
        Assert.Equal(5, (await work.Desk.Database.ReadAsync(s => s.QueryAsync("SELECT count(*) FROM ocrm.opportunity", r => r.GetInt64(0)), CancellationToken.None))[0]);
    }

    [Fact, Trait("Case", "OPP-02")]
    public async Task An_opportunity_moves_when_its_stage_has_what_it_asks_for_and_who_looked_at_an_older_version_is_told()
    {
        var deposit = await PipelineAsync("deposit");
        await SellAsync("D001");
        work.Desk.As = WorkDesk.Manager();
        var made = await AddAsync(deposit, new { title = "定期转存", amount = 200_000_00L });
        Assert.Equal(("lead", 10, "王芳", 1), (Code(deposit, made), made.GetProperty("chance").GetInt32(), made.GetProperty("name").GetString(), made.GetProperty("version").GetInt32()));
        var refused = await MoveAsync(made, StageOf(deposit, "due"));
        Assert.Equal("opportunity-needs product expected", $"{refused.GetProperty("code").GetString()} {string.Join(' ', refused.GetProperty("missing").EnumerateArray().Select(m => m.GetString()))}");
        var moved = await MoveAsync(made, StageOf(deposit, "due"), fields: new { expected = "2026-12-01", product = "D001", chance = 90 });
        Assert.Equal(("due", 90, 2), (Code(deposit, moved), moved.GetProperty("chance").GetInt32(), moved.GetProperty("moves").GetArrayLength()));
        Assert.Equal("opportunity-changed", (await MoveAsync(made, StageOf(deposit, "agreed"))).GetProperty("code").GetString());
        Assert.Equal("opportunity-stage", (await MoveAsync(moved, 999_999)).GetProperty("code").GetString());
        var (_, emptied) = await work.Desk.SendAsync(HttpMethod.Put, Address(moved), new { version = moved.GetProperty("version").GetInt64(), fields = new { product = "" } });
        Assert.Equal("opportunity-needs", emptied.GetProperty("code").GetString());
        var (_, edited) = await work.Desk.SendAsync(HttpMethod.Put, Address(moved), new { version = moved.GetProperty("version").GetInt64(), fields = new { note = "下周一带资料" } });
        Assert.Equal("下周一带资料", edited.GetProperty("note").GetString());
        Assert.Equal(["opportunity open", "opportunity open"], [.. (await work.GetAsync($"/customers/{work.Number}/timeline")).GetProperty("rows").EnumerateArray()
            .Where(r => r.GetProperty("kind").GetString() == "opportunity").Select(r => $"{r.GetProperty("kind").GetString()} {r.GetProperty("detail").GetProperty("state").GetString()}")]);
    }

    [Fact, Trait("Case", "OPP-14")]
    public async Task A_product_that_does_not_suit_is_refused_by_name_and_what_opens_by_itself_opens_without_it_and_says_why()
    {
        var party = await PartyAsync();
        var deposit = await PipelineAsync("deposit");
        await SellAsync("LC-3", "R3");
        work.Desk.As = WorkDesk.Manager();
        async Task<string?> CodeAsync(HttpMethod method, string path, object body) => Text((await work.Desk.SendAsync(method, path, body)).Body, "code");
        object New(string product) => new { customer = work.Number, pipeline = deposit.GetProperty("id").GetInt64(), fields = new { title = "理财", product } };
        Assert.Equal("suitability-not-assessed", await CodeAsync(HttpMethod.Post, "/opportunities", New("LC-3")));
        Assert.Equal("product-not-on-sale", await CodeAsync(HttpMethod.Post, "/opportunities", New("NONE")));
        var made = await AddAsync(deposit, new { title = "理财" });
        var version = made.GetProperty("version").GetInt64();
        Assert.Equal("suitability-not-assessed", await CodeAsync(HttpMethod.Put, Address(made), new { version, fields = new { product = "LC-3" } }));
        Assert.Equal("suitability-not-assessed", Text(await MoveAsync(made, StageOf(deposit, "due"), fields: new { product = "LC-3", expected = "2026-12-01" }), "code"));

        var opened = await OpenAsync(party, "rule/3", product: "LC-3");
        var (_, without) = await work.Desk.SendAsync(HttpMethod.Get, $"/opportunities/{opened!.Id}");
        var move = Assert.Single(without.GetProperty("moves").EnumerateArray());
        Assert.Equal(("", "suitability-not-assessed", "LC-3"), (Text(without, "product"), Text(move, "reason"), Text(move, "remark")));
        var moved = await MoveAsync(without, StageOf(deposit, "contacted"));
        var (_, back) = await work.Desk.SendAsync(HttpMethod.Post, Address(moved) + "/undo", new { version = moved.GetProperty("version").GetInt64() });
        Assert.Equal(("open", "", ""), (Text(back, "state"), Text(back, "reason"), Text(back, "remark")));

        await work.Desk.Database.WriteAsync(session => Suitability.AssessAsync(session, party, WorkDesk.Entity, "C3", "answer/1", TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()), CancellationToken.None);
        Assert.Equal("LC-3", Text((await work.Desk.SendAsync(HttpMethod.Put, Address(made), new { version, fields = new { product = "LC-3" } })).Body, "product"));
        var suited = await OpenAsync(party, "rule/4", product: "LC-3");
        Assert.Equal("LC-3", Text((await work.Desk.SendAsync(HttpMethod.Get, $"/opportunities/{suited!.Id}")).Body, "product"));
    }

    [Fact, Trait("Case", "OPP-03")]
    public async Task It_is_won_lost_with_a_reason_and_opened_again_and_a_slip_is_taken_back_with_its_age_and_chance()
    {
        var loan = await PipelineAsync("loan");
        await SellAsync("L1");
        work.Desk.As = WorkDesk.Manager();
        var made = await AddAsync(loan, new { title = "经营贷款", amount = 500_000_00L, chance = 35 });
        var since = Entered(made);
        Assert.Equal("opportunity-reason", (await MoveAsync(made, StageOf(loan, "lost"))).GetProperty("code").GetString());
        Assert.Equal("opportunity-reason", (await MoveAsync(made, StageOf(loan, "lost"), reason: "none")).GetProperty("code").GetString());
        var lost = await MoveAsync(made, StageOf(loan, "lost"), reason: "rival", remark: "他行利率更低");
        Assert.Equal(("lost", "rival", 0, true), (Text(lost, "state"), Text(lost, "reason"), lost.GetProperty("chance").GetInt32(), lost.GetProperty("undo").GetBoolean()));
        var (_, back) = await work.Desk.SendAsync(HttpMethod.Post, Address(lost) + "/undo", new { version = lost.GetProperty("version").GetInt64() });
        Assert.Equal(("open", "", 35, since, false), (Text(back, "state"), Text(back, "reason"), back.GetProperty("chance").GetInt32(), Entered(back), back.GetProperty("undo").GetBoolean()));
        Assert.Single((await work.GetAsync($"/customers/{work.Number}/timeline")).GetProperty("rows").EnumerateArray(), r => r.GetProperty("kind").GetString() == "opportunity");

        var won = await MoveAsync(back, StageOf(loan, "won"));
        Assert.Equal(("won", 100), (Text(won, "state"), won.GetProperty("chance").GetInt32()));
        // The day after it is the head's to open it again, and nobody takes a move of yesterday back.
        await work.Desk.Database.WriteAsync(async s =>
        {
            await s.ExecuteAsync("UPDATE ocrm.opportunity SET closed_at = closed_at - 100000000");
            await s.ExecuteAsync("UPDATE ocrm.opportunity_move SET at = at - 100000000");
        }, CancellationToken.None);
        Assert.Equal("opportunity-settled", (await MoveAsync(won, StageOf(loan, "applied"), fields: new { product = "L1", expected = "2026-12-01" })).GetProperty("code").GetString());
        Assert.Equal("opportunity-undo", await work.RefusedAsync(Address(won) + "/undo", new { version = won.GetProperty("version").GetInt64() }));
        work.Desk.As = WorkDesk.Head();
        Assert.Equal("open", Text(await MoveAsync(won, StageOf(loan, "applied"), fields: new { product = "L1", expected = "2026-12-01" }), "state"));
    }

    [Fact, Trait("Case", "OPP-04")]
    public async Task Who_does_not_see_the_customer_does_not_see_the_opportunity_nor_its_amount_in_any_sum()
    {
        var deposit = await PipelineAsync("deposit");
        work.Desk.As = WorkDesk.Manager();
        var made = await AddAsync(deposit, new { title = "定期转存", amount = 100_00L, expected = "2026-12-01" });
        Assert.Equal((1, 1, 1), await SeenAsync(deposit));
        foreach (var other in new[] { WorkDesk.Someone("marketing"), Desk.Caller(new Sight { Entities = ["230183"] }) })
        {
            work.Desk.As = other;
            Assert.Equal(404, (await work.Desk.SendAsync(HttpMethod.Get, Address(made))).Status);
            Assert.Equal((0, 0, 0), await SeenAsync(deposit));
        }

        // The owner stays the owner, and the customer is somebody else's now.
        await work.Desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.owner SET manager = 'other'"), CancellationToken.None);
        try
        {
            work.Desk.As = WorkDesk.Manager();
            Assert.Equal((0, 0, 0), await SeenAsync(deposit));
            Assert.Equal("opportunity-unknown", (await MoveAsync(made, StageOf(deposit, "contacted"))).GetProperty("code").GetString());
            Assert.Empty((await work.GetAsync("/today")).GetProperty("entries").EnumerateArray());
            work.Desk.As = WorkDesk.Head();
            Assert.Equal((1, 1, 1), await SeenAsync(deposit));
        }
        finally
        {
            await work.Desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.owner SET manager = 'manager'"), CancellationToken.None);
        }

        work.Desk.As = Desk.Caller(new Sight { Entities = [WorkDesk.Entity] }, c1: FieldSight.Masked);
        var shown = await work.GetAsync(Address(made));
        Assert.Equal(("王*", JsonValueKind.Null), (Text(shown, "name"), shown.GetProperty("amount").ValueKind));
    }

    [Fact, Trait("Case", "OPP-05")]
    public async Task A_pipeline_changes_under_its_opportunities_and_a_stage_in_use_is_closed_and_not_deleted()
    {
        var card = await PipelineAsync("card");
        work.Desk.As = WorkDesk.Manager();
        var made = await AddAsync(card, new { title = "推荐信用卡" });
        work.Desk.As = Desk.Caller(new Sight { Entities = [WorkDesk.Entity] });
        var stages = card.GetProperty("stages").EnumerateArray().ToList();
        object Draft(long version, params object[] kept) => new { zh = "信用卡", en = "Cards", state = "open", stages = kept, reasons = card.GetProperty("reasons"), version };
        var fresh = new { id = 0, code = "", zh = "已激活", en = "Activated", kind = "open", chance = 90, needs = new[] { "note" }, days = 5, state = "open" };
        var (status, saved) = await work.Desk.SendAsync(HttpMethod.Put, $"/pipelines/{card.GetProperty("id")}", Draft(1, stages[2], fresh, stages[3], stages[4]));
        Assert.Equal((200, 1), (status, Assert.Single(saved.GetProperty("closed").EnumerateObject()).Value.GetInt32()));
        Assert.Equal(["applied open", "stage-1 open", "won open", "lost open", "lead closed"], [.. saved.GetProperty("pipeline").GetProperty("stages").EnumerateArray().Select(s => $"{Text(s, "code")} {Text(s, "state")}")]);
        Assert.Equal("pipeline-changed", (await work.Desk.SendAsync(HttpMethod.Put, $"/pipelines/{card.GetProperty("id")}", Draft(1, [.. stages]))).Body.GetProperty("code").GetString());
        Assert.Equal("pipeline-ends", (await work.Desk.SendAsync(HttpMethod.Put, $"/pipelines/{card.GetProperty("id")}", Draft(2, stages[2], stages[3]))).Body.GetProperty("code").GetString());

        work.Desk.As = WorkDesk.Manager();
        var still = await work.GetAsync(Address(made));
        Assert.Equal("open", Text(still, "state"));
        Assert.Equal(1, (await BoardAsync(saved.GetProperty("pipeline"))).Sum(c => c.GetProperty("count").GetInt32()));
        var moved = await MoveAsync(still, saved.GetProperty("pipeline").GetProperty("stages")[1].GetProperty("id").GetInt64(), fields: new { note = "已面签" });
        Assert.Equal("opportunity-stage", (await MoveAsync(moved, StageOf(card, "lead"))).GetProperty("code").GetString());
        Assert.Equal("pipeline-unknown", (await work.Desk.SendAsync(HttpMethod.Put, $"/pipelines/{card.GetProperty("id")}", Draft(2, [.. stages]))).Body.GetProperty("code").GetString());
    }

    [Fact, Trait("Case", "OPP-06")]
    public async Task Board_list_and_forecast_come_to_what_a_recount_by_hand_comes_to()
    {
        var pipelines = new[] { await PipelineAsync("deposit"), await PipelineAsync("corporate") };
        var party = await PartyAsync(begin: false);
        var (seed, today) = (Environment.TickCount, BankTime.Today(TimeProvider.System));
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var random = new Random(seed);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var rows = Enumerable.Range(0, 300).Select(i =>
        {
            var stages = pipelines[random.Next(2)].GetProperty("stages").EnumerateArray().ToList();
            var stage = stages[random.Next(stages.Count)];
            var pipeline = pipelines.Single(p => p.GetProperty("stages").EnumerateArray().Any(s => s.GetProperty("id").GetInt64() == stage.GetProperty("id").GetInt64()));
            return (Row: new Opportunity(0, random.Next(3) == 0 ? 0 : party, random.Next(1, 9), WorkDesk.Entity, WorkDesk.Outlet, random.Next(2) == 0 ? "manager" : "head", pipeline.GetProperty("id").GetInt64(), stage.GetProperty("id").GetInt64(), $"商机{i}", "",
                random.NextInt64(0, 10_000_000_00), random.Next(3) == 0 ? random.Next(101) : -1, random.Next(5) == 0 ? "" : BankTime.Text(today.AddDays(random.Next(-60, 400))), "", "", Opportunity.Hand, "", Text(stage, "kind")!, "", "",
                now - random.NextInt64(0, 20L * 86_400_000), "manager", now, Text(stage, "kind") == "open" ? 0 : now, now, 1), Chance: stage.GetProperty("chance").GetInt32(), Code: $"{Text(pipeline, "code")}/{Text(stage, "code")}");
        }).ToList();
        await work.Desk.Database.WriteAsync(s => s.InsertAsync(Opportunity.Rows, [.. rows.Select(r => r.Row)]), CancellationToken.None);

        foreach (var caller in new[] { WorkDesk.Manager(), WorkDesk.Head() })
        {
            work.Desk.As = caller;
            var seen = rows.Where(r => caller.PersonId == "head" || r.Row.Owner == "manager").ToList();
            static long Weighted((Opportunity Row, int Chance, string Code) r) => r.Row.Amount * (r.Row is { State: "open", Chance: >= 0 } ? r.Row.Chance : r.Chance) / 100;
            foreach (var pipeline in pipelines)
            {
                foreach (var column in await BoardAsync(pipeline))
                {
                    var of = seen.Where(r => r.Row.Stage == column.GetProperty("stage").GetInt64()).ToList();
                    Assert.Equal((seed, of.Count, of.Sum(r => r.Row.Amount), of.Sum(Weighted)), (seed, column.GetProperty("count").GetInt32(), column.GetProperty("amount").GetInt64(), column.GetProperty("weighted").GetInt64()));
                    Assert.Equal(of.OrderByDescending(r => r.Row.EnteredAt).Select(r => r.Row.Title), await TitlesAsync(pipeline, column));
                }
            }

            var forecast = await work.GetAsync("/opportunities/forecast");
            var months = forecast.GetProperty("months").EnumerateArray().Select(m => m.GetString()!).ToList();
            string MonthOf(string day) => day.Length == 0 ? "none" : months.Contains(day[..7]) ? day[..7] : string.CompareOrdinal(day[..7], months[1]) < 0 ? "late" : "later";
            foreach (var (cells, key) in new[] { ("stages", (Func<(Opportunity Row, int Chance, string Code), string>)(r => r.Code)), ("rows", r => r.Row.Owner) })
            {
                var expected = seen.Where(r => r.Row.State == "open").GroupBy(r => (MonthOf(r.Row.Expected), key(r))).Select(g => $"{g.Key.Item1} {g.Key.Item2} {g.Count()} {g.Sum(r => r.Row.Amount)} {g.Sum(Weighted)}").Order(StringComparer.Ordinal);
                Assert.Equal(expected, forecast.GetProperty(cells).EnumerateArray().Select(c => $"{Text(c, "month")} {Text(c, "key")} {c.GetProperty("count")} {c.GetProperty("amount")} {c.GetProperty("weighted")}").Order(StringComparer.Ordinal));
            }

            // What a figure opens: the list says the same by its own filter.
            foreach (var cell in forecast.GetProperty("stages").EnumerateArray().Where(c => months[1..^2].Contains(Text(c, "month")!)))
            {
                object[] filter = [new { column = "state", op = "eq", value = "open" }, new { column = "stage", op = "eq", value = Text(cell, "key") }, new { column = "expected", op = "between", value = new[] { Text(cell, "month") + "-01", BankTime.Text(BankTime.Parse(Text(cell, "month") + "-01")!.Value.AddMonths(1).AddDays(-1)) } }];
                var (_, sums) = await work.Desk.SendAsync(HttpMethod.Post, "/lists/opportunities/sums", new { filter = new { and = filter } });
                Assert.Equal((cell.GetProperty("count").GetInt64(), cell.GetProperty("amount").GetInt64(), cell.GetProperty("weighted").GetInt64()),
                    (sums.GetProperty("count").GetInt64(), sums.GetProperty("sums").GetProperty("amount").GetInt64(), sums.GetProperty("sums").GetProperty("weighted").GetInt64()));
            }
        }
    }

    [Fact, Trait("Case", "OPP-07")]
    public async Task Rules_open_one_opportunity_for_each_thing_that_they_find_and_none_for_who_wishes_to_be_left_alone()
    {
        await PipelineAsync("deposit");
        var party = await PartyAsync(begin: false);
        var today = BankTime.Today(TimeProvider.System);
        await HoldingCompliance.TakeAsync(work.Desk,
            HoldingCompliance.Report("C1", "R1", 300_000_00) with { Matures = today.AddDays(10) },
            HoldingCompliance.Report("C1", "R2", 300_000_00) with { Matures = today.AddDays(40) },
            HoldingCompliance.Report("C1", "R3", 10_000_00) with { Kind = Ecif.Contracts.HoldingKind.Loan, Amount = 200_000_00 });
        await work.Desk.Database.WriteAsync(s => s.ExecuteAsync("INSERT INTO ocrm.daily (job, day) VALUES ('care', 20991231) ON CONFLICT (job) DO UPDATE SET day = excluded.day"), CancellationToken.None);
        work.Desk.As = Desk.Caller(new Sight { Entities = [WorkDesk.Entity] });
        object Rule(string kind, object figures, string pipeline, bool preview) => new { entity = WorkDesk.Entity, name = kind, kind, figures, pipeline, title = "到期转存", preview };
        var maturing = new { days = 30, from = 100_000_00L, percent = 0 };
        var (_, found) = await work.Desk.SendAsync(HttpMethod.Post, "/opportunity-rules", Rule("maturing", maturing, "deposit", preview: true));
        Assert.Equal((0, 1), (found.GetProperty("id").GetInt32(), found.GetProperty("finds").GetInt32()));
        Assert.Equal("opportunity-rule", await work.RefusedAsync("/opportunity-rules", Rule("maturing", new { days = 0, from = 0, percent = 0 }, "deposit", preview: false)));
        Assert.Equal("opportunity-stage", await work.RefusedAsync("/opportunity-rules", Rule("maturing", maturing, "none", preview: false)));
        await work.CreateAsync("/opportunity-rules", Rule("maturing", maturing, "deposit", preview: false));
        await work.CreateAsync("/opportunity-rules", Rule("repaid", new { days = 0, from = 0, percent = 10 }, "loan", preview: false));
        await RunAsync();
        Assert.Equal([$"deposit 30000000 {BankTime.Text(today.AddDays(10))}", "loan 20000000 "], await OpenedAsync());

        // Another day, and one of them was lost meanwhile: the same thing is not found again, another one is.
        work.Desk.As = WorkDesk.Head();
        await work.Desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.opportunity_rule SET day = 0"), CancellationToken.None);
        await work.Desk.Database.WriteAsync(s => s.ExecuteAsync("UPDATE ocrm.opportunity SET state = 'lost'"), CancellationToken.None);
        await HoldingCompliance.TakeAsync(work.Desk, HoldingCompliance.Report("C1", "R2", 300_000_00) with { Matures = today.AddDays(20) });
        await RunAsync();
        Assert.Equal(3, (await OpenedAsync()).Count);
        await work.Desk.Database.WriteAsync(async s =>
        {
            await s.ExecuteAsync("UPDATE ocrm.opportunity_rule SET day = 0");
            await s.ExecuteAsync("INSERT INTO ocrm.wish (party_id, recorded_for, entity, calendar, quiet_until, person, at) VALUES (@party, @party, @entity, 'solar', 20991231, 'x', 0)", ("party", party), ("entity", WorkDesk.Entity));
        }, CancellationToken.None);
        await HoldingCompliance.TakeAsync(work.Desk, HoldingCompliance.Report("C1", "R1", 300_000_00) with { Matures = today.AddDays(5) });
        await RunAsync();
        Assert.Equal(3, (await OpenedAsync()).Count);
        await work.Desk.Database.WriteAsync(async s =>
        {
            await s.ExecuteAsync("DELETE FROM ocrm.wish");
            await s.ExecuteAsync("DELETE FROM ocrm.holding");
        }, CancellationToken.None);
    }

    [Fact, Trait("Case", "OPP-08")]
    public async Task A_task_comes_of_it_it_stands_on_the_page_of_the_day_and_it_is_given_to_somebody_else()
    {
        var deposit = await PipelineAsync("deposit");
        work.Desk.As = WorkDesk.Manager();
        var made = await AddAsync(deposit, new { title = "定期转存", expected = BankTime.Text(BankTime.Today(TimeProvider.System).AddDays(3)) });
        var task = await work.CreateAsync(Address(made) + "/tasks", new { title = "带资料上门", dueOn = WorkDesk.Late });
        Assert.Equal(Address(made)[1..].Replace("opportunities", "opportunity", StringComparison.Ordinal), Text(await work.GetAsync($"/tasks/{task}"), "origin"));
        Assert.Equal("带资料上门", Text(Assert.Single((await work.GetAsync(Address(made))).GetProperty("tasks").EnumerateArray()), "title"));
        Assert.Contains("opportunity expected", Assert.Single((await work.GetAsync("/today")).GetProperty("entries").EnumerateArray()).GetProperty("items").EnumerateArray().Select(i => $"{Text(i, "kind")} {Text(i, "reason")}"));
        work.Desk.As = WorkDesk.Head();
        var (_, given) = await work.Desk.SendAsync(HttpMethod.Post, "/lists/opportunities/actions/give-opportunities", new { preview = false, arguments = new { owner = "head" } });
        Assert.Equal(1, given.GetProperty("affected").GetInt32());
        Assert.Equal("head", Text(await work.GetAsync(Address(made)), "owner"));
    }

    private async Task<long> PartyAsync(bool begin = true)
    {
        var desk = begin ? await work.BeginAsync() : work.Desk;
        return (await desk.Database.ReadAsync(s => s.QueryAsync("SELECT party_id FROM ocrm.customer WHERE number = @number", r => r.GetInt64(0), ("number", work.Number)), CancellationToken.None))[0];
    }

    /// <summary>A shipped pipeline of the customer's legal entity; the first to be asked for begins the test.</summary>
    private async Task<JsonElement> PipelineAsync(string code)
    {
        if (_begun != (_begun = true))
        {
            await work.BeginAsync();
        }

        work.Desk.As = WorkDesk.Head();
        return (await work.GetAsync("/pipelines")).GetProperty("pipelines").EnumerateArray().Single(p => Text(p, "code") == code && Text(p, "entity") == WorkDesk.Entity);
    }

    private bool _begun;

    /// <summary>A product of the province that is on sale from today.</summary>
    private async Task SellAsync(string code, string? risk = null)
    {
        work.Desk.As = Desk.Caller(Sight.Everything);
        await work.Desk.AddProductAsync(code, Desk.Terms() with { Risk = risk }, kind: risk is null ? "deposit" : "wealth");
        await work.Desk.PublishProductAsync(code);
    }

    private async Task<JsonElement> AddAsync(JsonElement pipeline, object fields)
    {
        var (status, made) = await work.Desk.SendAsync(HttpMethod.Post, "/opportunities", new { customer = work.Number, pipeline = pipeline.GetProperty("id").GetInt64(), fields });
        Assert.True(status == 200, made.ToString());
        return made;
    }

    private async Task<JsonElement> MoveAsync(JsonElement of, long stage, string? reason = null, string? remark = null, object? fields = null) =>
        (await work.Desk.SendAsync(HttpMethod.Post, Address(of) + "/move", new { stage, version = of.GetProperty("version").GetInt64(), reason, remark, fields })).Body;

    private async Task<List<JsonElement>> BoardAsync(JsonElement pipeline) => [.. (await work.GetAsync($"/opportunities/board?pipeline={pipeline.GetProperty("id")}")).GetProperty("columns").EnumerateArray()];

    /// <summary>The titles of a column's cards, read on to its end.</summary>
    private async Task<List<string?>> TitlesAsync(JsonElement pipeline, JsonElement column)
    {
        var titles = new List<string?>();
        while (true)
        {
            titles.AddRange(column.GetProperty("cards").EnumerateArray().Select(c => Text(c, "title")));
            if (column.GetProperty("next").ValueKind == JsonValueKind.Null)
            {
                return titles;
            }

            column = await work.GetAsync($"/opportunities/board/column?pipeline={pipeline.GetProperty("id")}&stage={column.GetProperty("stage")}&after={Text(column, "next")}");
        }
    }

    /// <summary>How many there are on the board, in the list and in the forecast.</summary>
    private async Task<(int Board, int List, int Forecast)> SeenAsync(JsonElement pipeline)
    {
        var (status, board) = await work.Desk.SendAsync(HttpMethod.Get, $"/opportunities/board?pipeline={pipeline.GetProperty("id")}");
        return (status == 200 ? board.GetProperty("columns").EnumerateArray().Sum(c => c.GetProperty("count").GetInt32()) : 0, (await work.ListAsync("opportunities", "title")).Count,
            (await work.GetAsync("/opportunities/forecast")).GetProperty("stages").EnumerateArray().Sum(c => c.GetProperty("count").GetInt32()));
    }

    private async Task RunAsync()
    {
        var rules = work.Desk.Services.GetRequiredService<RunOpportunityRules>();
        while (await rules.StepAsync(CancellationToken.None))
        {
        }
    }

    private Task<List<string>> OpenedAsync() => work.Desk.Database.ReadAsync(s => s.QueryAsync(
        "SELECT l.code, p.amount, p.expected FROM ocrm.opportunity p JOIN ocrm.pipeline l ON l.id = p.pipeline ORDER BY l.code, p.id", r => $"{r.GetString(0)} {r.GetInt64(1)} {r.GetString(2)}"), CancellationToken.None);

    private static string Address(JsonElement of) => $"/opportunities/{of.GetProperty("id")}";

    private static long StageOf(JsonElement pipeline, string code) => pipeline.GetProperty("stages").EnumerateArray().Single(s => Text(s, "code") == code).GetProperty("id").GetInt64();

    private static string? Code(JsonElement pipeline, JsonElement of) => Text(pipeline.GetProperty("stages").EnumerateArray().Single(s => s.GetProperty("id").GetInt64() == of.GetProperty("stage").GetInt64()), "code");

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static string? Entered(JsonElement of) => Text(of.GetProperty("moves")[0], "at");

    private Task<OpenedOpportunity?> OpenAsync(long party, string origin, string pipeline = "deposit", string cause = "", string product = "") => work.Desk.Database.WriteAsync(session => OpenOpportunity.AddAsync(
        session, null, new OpportunityDraft(pipeline, party, 0, WorkDesk.Entity, WorkDesk.Outlet, "manager", "定期存款到期", product, 500_000, origin) { Cause = cause }, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()), CancellationToken.None);

    [Collection(WorkOnSqlite.Name)]
    public sealed class OnSqlite(WorkDeskOnSqlite work) : OpportunityCompliance(work);

    [Collection(WorkOnPostgres.Name)]
    public sealed class OnPostgres(WorkDeskOnPostgres work) : OpportunityCompliance(work);
}
