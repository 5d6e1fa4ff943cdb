using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Ocrm.Answers;
using Granary.Ocrm.Asking;
using Granary.Ocrm.Care;
using Granary.Ocrm.Questionnaires;
using Granary.Ocrm.Storage;
using Granary.Surveys;
using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Tests;

/// <summary>What comes of answers, on each engine (docs/cases.md, ANSW).</summary>
public abstract class AnswerCompliance(Engine engine)
{
    private const string Outlet = "2305210102";
    private const string Entity = "230521";
    private const string Wang = "230183197703035738";

    private const string Document =
        """
        {"title":{"default":"满意度","en":"Satisfaction"},"scoring":{"bands":[{"name":"low","from":0},{"name":"high","from":5}]},"pages":[{"name":"p","elements":[
          {"type":"radiogroup","name":"content","title":"满意吗","scored":true,"choices":[{"value":"yes","text":"满意","score":7},{"value":"no","text":"不满意","score":1}]},
          {"type":"text","name":"phone","title":"手机","customerAttribute":"mobile"},
          {"type":"text","name":"mail","title":"邮箱","customerAttribute":"email","visibleIf":"{content} = 'yes'"},
          {"type":"multipletext","name":"home","title":"家","customerAttribute":"household","items":[{"name":"village"},{"name":"head"}]},
          {"type":"text","name":"who","title":"姓名","customerAttribute":"name"},
          {"type":"text","name":"need","title":"需要多少","inputType":"number"}]}]}
        """;

    [Fact, Trait("Case", "ANSW-01")]
    public async Task What_a_customer_answers_of_themselves_changes_nothing_until_somebody_accepts_it_and_then_is_told_to_the_customer_master()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang, "13900000001"));
        await CompleteAsync(desk, number, new { content = "yes", phone = "139 0000 0002", mail = "wang@example.cn", who = "王方" });
        var updates = await ComparedAsync(desk);
        Assert.Equal(["email wang@example.cn <- ", "mobile 139 0000 0002 <- 13900000001"], updates.Select(u => u.Text).Order(StringComparer.Ordinal)); // never a name
        Assert.Equal("13900000001", await GoldenAsync(desk, number, PartyAttribute.Mobile));
        Assert.Equal((200, 1), await DecideAsync(desk, accept: true, updates.Single(u => u.Text.StartsWith("mobile", StringComparison.Ordinal)).Id));
        Assert.Equal((200, 1), await DecideAsync(desk, accept: false, updates.Single(u => u.Text.StartsWith("email", StringComparison.Ordinal)).Id));
        await UntilAsync(async () => await GoldenAsync(desk, number, PartyAttribute.Mobile) == "13900000002");
        Assert.Equal("", await GoldenAsync(desk, number, PartyAttribute.Email));
        Assert.Empty(await ComparedAsync(desk));
        Assert.Equal((200, 0), await DecideAsync(desk, accept: true, updates[0].Id)); // decided already
    }

    [Fact, Trait("Case", "ANSW-02")]
    public async Task What_is_known_already_what_has_no_form_and_what_was_hidden_is_not_proposed()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang, "13900000001"));
        await CompleteAsync(desk, number, new { content = "no", phone = "+86 139-0000-0001", mail = "wang@example.cn" });
        await CompleteAsync(desk, number, new { content = "yes", phone = "12", mail = "no mail" });
        Assert.Empty(await ComparedAsync(desk));
        Assert.Equal(["mobile same"], await RowsAsync(desk, "SELECT attribute || ' ' || state FROM ocrm.answer_update ORDER BY 1"));
    }

    [Fact, Trait("Case", "ANSW-03")]
    public async Task A_household_is_proposed_with_its_parts()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang));
        await CompleteAsync(desk, number, new { content = "no", home = new { village = "230521001001", head = "王大山" } });
        var update = Assert.Single(await ComparedAsync(desk));
        Assert.Equal("household 230521001001 王大山 <- ", update.Text);
        await DecideAsync(desk, accept: true, update.Id);
        await UntilAsync(async () => await GoldenAsync(desk, number, PartyAttribute.Household) == "230521001001\u001F王大山");
    }

    [Fact, Trait("Case", "ANSW-04")]
    public async Task Nobody_accepts_what_they_filled_in_themselves_and_out_of_sight_is_unknown()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang));
        await CompleteAsync(desk, number, new { content = "yes", phone = "13900000002" }, via: "manager", person: "head");
        var update = Assert.Single(await ComparedAsync(desk));
        Assert.Equal(409, (await desk.SendAsync(HttpMethod.Post, "/answer-updates/decide", new { ids = new[] { update.Id }, accept = true })).Status);
        desk.As = Desk.Caller(new Sight { Units = ["2301830201"] }) with { PersonId = "else" };
        Assert.Empty(await ComparedAsync(desk));
        Assert.Equal((200, 0), await DecideAsync(desk, accept: true, update.Id));
        desk.As = Desk.Caller(new Sight { Units = [Outlet] }, c2: FieldSight.Masked) with { PersonId = "another" };
        Assert.Equal("mobile 139****0002 <- ", Assert.Single(await ComparedAsync(desk)).Text);
        Assert.Equal((200, 1), await DecideAsync(desk, accept: true, update.Id));
    }

    [Fact, Trait("Case", "ANSW-05")]
    public async Task Rules_give_a_task_to_the_manager_and_a_tag_where_their_condition_holds_over_answers_and_score()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang));
        await desk.OwnAsync(number, "manager");
        var (_, tag) = await desk.SendAsync(HttpMethod.Post, "/tags", new { entity = Entity, name = "不满意", colour = "red" });
        var questionnaire = await PublishAsync(desk);
        await SetRulesAsync(desk, questionnaire,
            new { @if = "{band} = 'low' and {need} > 1000", then = new { kind = "task", title = "回访", days = 3 } },
            new { @if = "{band} = 'low'", then = new { kind = "opportunity", title = "贷款意向", pipeline = "loan", amount = "need" } },
            new { @if = "{score} < 5", then = new { kind = "tag", tag = long.Parse(tag.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture) } });
        await CompleteAsync(desk, number, new { content = "yes", need = 5000 }, questionnaire);
        Assert.Empty(await RowsAsync(desk, "SELECT title FROM ocrm.task"));
        await CompleteAsync(desk, number, new { content = "no", need = 5000 }, questionnaire);
        Assert.Equal(["回访 manager 2305210102 2041-05-04"], await RowsAsync(desk, "SELECT title || ' ' || assignee || ' ' || unit || ' ' || due_on FROM ocrm.task"));
        Assert.Equal(["贷款意向 manager 500000"], await RowsAsync(desk, "SELECT title || ' ' || owner || ' ' || CAST(amount AS text) FROM ocrm.opportunity"));
        Assert.Equal(["1"], await RowsAsync(desk, "SELECT CAST(count(*) AS text) FROM ocrm.customer_tag"));
        var (_, timeline) = await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/timeline");
        Assert.Equal(2, timeline.GetProperty("rows").EnumerateArray().Count(r => r.GetProperty("kind").GetString() == "answer"));
    }

    [Fact, Trait("Case", "ANSW-06")]
    public async Task A_tier_that_answers_give_holds_against_the_daily_ranking_until_its_day_and_never_lowers_one()
    {
        var clock = new SetClock("2041-05-01 09:00");
        await using var desk = await Desk.StartAsync(engine, clock: clock);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang));
        var questionnaire = await PublishAsync(desk);
        await SetRulesAsync(desk, questionnaire, new { @if = "{content} = 'yes'", then = new { kind = "tier", tier = "gold", days = 10 } }, new { @if = "", then = new { kind = "tier", tier = "silver", days = 20 } });
        await CompleteAsync(desk, number, new { content = "yes" }, questionnaire);
        await RankAsync(desk, clock);
        Assert.Equal(["gold"], await RowsAsync(desk, "SELECT tier FROM ocrm.customer"));
        clock.Now = At.AddDays(9);
        await RankAsync(desk, clock);
        Assert.Equal(["gold"], await RowsAsync(desk, "SELECT tier FROM ocrm.customer"));
        clock.Now = At.AddDays(11);
        await RankAsync(desk, clock);
        Assert.Equal(["ordinary"], await RowsAsync(desk, "SELECT tier FROM ocrm.customer"));
    }

    [Fact, Trait("Case", "ANSW-07")]
    public async Task Rules_that_cannot_be_carried_out_are_refused_by_name_and_two_who_set_them_at_once_do_not_overwrite_each_other()
    {
        await using var desk = await Desk.StartAsync(engine);
        var questionnaire = await PublishAsync(desk);
        async Task<string?> RefusedAsync(object rule) =>
            (await desk.SendAsync(HttpMethod.Put, $"/questionnaires/{questionnaire}/rules", new { entity = Entity, rules = new[] { rule }, version = 0 })).Body.GetProperty("code").GetString();
        Assert.Equal("answer-rule-condition", await RefusedAsync(new { @if = "{content} =", then = new { kind = "task", title = "回访", days = 3 } }));
        Assert.Equal("answer-rule-action", await RefusedAsync(new { @if = "", then = new { kind = "task", title = " ", days = 3 } }));
        Assert.Equal("answer-rule-action", await RefusedAsync(new { @if = "", then = new { kind = "tier", tier = "wood", days = 3 } }));
        Assert.Equal("answer-rule-action", await RefusedAsync(new { @if = "", then = new { kind = "suitability", level = "C6" } }));
        Assert.Equal("answer-rule-action", await RefusedAsync(new { @if = "", then = new { kind = "suitability", days = 366 } }));
        await SetRulesAsync(desk, questionnaire, new { @if = "", then = new { kind = "task", title = "回访", days = 3 } });
        Assert.Equal("answer-rules-changed", await RefusedAsync(new { @if = "", then = new { kind = "task", title = "再访", days = 3 } }));
        desk.As = Desk.Caller(new Sight { Entities = ["230183"] });
        Assert.Equal("questionnaire.unknown", await RefusedAsync(new { @if = "", then = new { kind = "task", title = "回访", days = 3 } }));
    }

    [Fact, Trait("Case", "ANSW-08")]
    public async Task Answers_are_read_question_by_question_as_texts_by_who_sees_the_customer_or_asked()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang));
        await desk.OwnAsync(number, "manager");
        var response = await CompleteAsync(desk, number, new { content = "yes", mail = "<script>alert(1)</script>" });
        var (_, read) = await desk.SendAsync(HttpMethod.Get, $"/responses/{response}");
        Assert.Equal(["content 满意吗: 满意", "phone 手机: ", "mail 邮箱: <script>alert(1)</script>", "home 家: ", "home.village village: ", "home.head head: ", "who 姓名: ", "need 需要多少: "],
            read.GetProperty("answers").EnumerateArray().Select(a => $"{a.GetProperty("path")} {a.GetProperty("title")}: {a.GetProperty("text")}"));
        var (_, lines) = await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/responses");
        Assert.Equal("满意度 7 high", Assert.Single(lines.EnumerateArray()) is var line ? $"{line.GetProperty("title")} {line.GetProperty("score")} {line.GetProperty("band")}" : "");
        desk.As = WorkDesk.Manager();
        Assert.Equal(200, (await desk.SendAsync(HttpMethod.Get, $"/responses/{response}")).Status);
        desk.As = WorkDesk.Someone("else");
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/responses/{response}")).Status);
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/responses")).Status);
    }

    [Fact, Trait("Case", "ANSW-09")]
    public async Task What_was_promised_to_stay_anonymous_is_in_no_list_and_cannot_be_read()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang));
        var open = await CompleteAsync(desk, number, new { content = "yes" });
        var hidden = await CompleteAsync(desk, "", new { content = "no", phone = "13900000002" }, await PublishAsync(desk, anonymous: 1));
        var (_, list) = await desk.SendAsync(HttpMethod.Post, "/lists/responses/rows", new { columns = new[] { "name", "score" } });
        Assert.Equal(open, Assert.Single(list.GetProperty("rows").EnumerateArray()).GetProperty("id").GetString() is var id ? long.Parse(id!, System.Globalization.CultureInfo.InvariantCulture) : 0);
        Assert.Equal(404, (await desk.SendAsync(HttpMethod.Get, $"/responses/{hidden}")).Status);
        Assert.Empty(await RowsAsync(desk, "SELECT attribute FROM ocrm.answer_update"));
    }

    [Fact, Trait("Case", "ANSW-10")]
    public async Task Answers_and_what_they_propose_follow_their_customer_through_a_merge_and_back()
    {
        await using var desk = await Desk.StartAsync(engine);
        var heir = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang));
        var other = await desk.FollowedAsync(desk.HearAsync("CLMS", "L1", Outlet, "王芳", "", "13900000009"));
        await CompleteAsync(desk, other, new { content = "yes", mail = "wang@example.cn" });
        await desk.HearAsync("CLMS", "L1", Outlet, "王芳", Wang, "13900000009");
        await UntilAsync(async () => (await desk.SendAsync(HttpMethod.Get, $"/customers/{heir}/responses")).Body is var lines && lines.ValueKind == JsonValueKind.Array && lines.GetArrayLength() == 1);
        Assert.Equal("email wang@example.cn <- ", Assert.Single(await ComparedAsync(desk)).Text);
    }

    [Fact, Trait("Case", "ANSW-11")]
    public async Task What_a_prospect_answered_is_the_customer_s_once_they_are_one_and_so_is_the_opportunity_that_came_of_it()
    {
        await using var desk = await Desk.StartAsync(engine);
        var (_, added) = await desk.SendAsync(HttpMethod.Post, "/prospects", new { kind = "person", name = "王芳", document = Wang, unit = Outlet });
        var prospect = added.GetProperty("id").GetString()!;
        var questionnaire = await PublishAsync(desk);
        await SetRulesAsync(desk, questionnaire, new { @if = "", then = new { kind = "opportunity", title = "开户", pipeline = "deposit" } }, new { @if = "", then = new { kind = "tier", tier = "gold", days = 9 } });
        await CompleteAsync(desk, "", new { content = "yes" }, questionnaire, prospect: long.Parse(prospect, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Single((await desk.SendAsync(HttpMethod.Get, $"/prospects/{prospect}/responses")).Body.EnumerateArray());
        await desk.SendAsync(HttpMethod.Post, $"/prospects/{prospect}/convert");
        await UntilAsync(async () => (await desk.SendAsync(HttpMethod.Get, $"/prospects/{prospect}")).Body.GetProperty("state").GetString() == "converted");
        var number = (await desk.SendAsync(HttpMethod.Get, $"/prospects/{prospect}")).Body.GetProperty("number").GetString()!;
        Assert.Single((await desk.SendAsync(HttpMethod.Get, $"/customers/{number}/responses")).Body.EnumerateArray());
        Assert.Equal([number], await RowsAsync(desk, "SELECT c.number FROM ocrm.opportunity p JOIN ocrm.customer c ON c.party_id = p.party_id"));
    }

    [Fact, Trait("Case", "ANSW-12")]
    public async Task Answers_assess_how_much_risk_a_customer_bears_as_a_rule_says_and_those_of_a_risk_assessment_by_themselves()
    {
        await using var desk = await Desk.StartAsync(engine);
        var number = await desk.FollowedAsync(desk.HearAsync("CBS", "C1", Outlet, "王芳", Wang));
        var survey = await PublishAsync(desk);
        await SetRulesAsync(desk, survey, new { @if = "{band} = 'high'", then = new { kind = "suitability", level = "C3", days = 30 } }, new { @if = "{band} = 'low'", then = new { kind = "suitability", days = 0 } });
        await CompleteAsync(desk, number, new { content = "no" }, survey); // "low" is no level of risk
        Assert.Empty(await AssessedAsync(desk));
        await CompleteAsync(desk, number, new { content = "yes" }, survey);
        Assert.Equal(["C3 20410530"], await AssessedAsync(desk));

        var assessment = await PublishAsync(desk, kind: "risk", document: Template.Find("risk")!.Document);
        await CompleteAsync(desk, number, new { age = "31-50", income = "over-500k", share = "over-50" }, assessment);
        Assert.Equal(["C3 20410530", "C2 20420430"], await AssessedAsync(desk));
        await SetRulesAsync(desk, assessment, new { @if = "{age} = 'over-65'", then = new { kind = "suitability", level = "C1", days = 0 } });
        await CompleteAsync(desk, number, new { age = "31-50", income = "over-500k", share = "over-50" }, assessment);
        await CompleteAsync(desk, number, new { age = "over-65" }, assessment);
        Assert.Equal(["C3 20410530", "C2 20420430", "C1 20420430"], await AssessedAsync(desk));

        static Task<List<string>> AssessedAsync(Desk desk) => RowsAsync(desk, "SELECT s.level || ' ' || CAST(s.valid_to AS text) FROM ocrm.suitability s ORDER BY s.id");
    }

    private static readonly DateTimeOffset At = new(2041, 5, 1, 9, 0, 0, BankTime.Offset);

    private static async Task<long> PublishAsync(Desk desk, int anonymous = 0, string kind = "survey", string document = Document) => await desk.Database.WriteAsync(async session =>
    {
        var id = (await session.QueryAsync(
            """
            INSERT INTO ocrm.questionnaire (entity, unit, owner, title, kind, anonymous, state, current, draft, changed_by, changed_at, created_at, version)
            VALUES ('', '', 'head', '满意度', @kind, @anonymous, 'published', 1, @document, 'head', 0, 0, 1) RETURNING id
            """, r => r.GetInt64(0), ("kind", kind), ("document", document), ("anonymous", (short)anonymous)))[0];
        await session.ExecuteAsync("INSERT INTO ocrm.questionnaire_version (questionnaire, number, document, note, published_by, published_at) VALUES (@id, 1, @document, '', 'head', 0)", ("id", id), ("document", document));
        return id;
    }, CancellationToken.None);

    /// <summary>Completes answers as the answer page does, in one transaction with all who make something of them.</summary>
    /// <param name="number">Empty: of no customer.</param>
    private static async Task<long> CompleteAsync(Desk desk, string number, object answers, long questionnaire = 0, string via = "link", string person = "", long prospect = 0)
    {
        questionnaire = questionnaire == 0 ? await PublishAsync(desk) : questionnaire;
        var version = (await desk.Database.ReadAsync(session => PublishedVersion.CurrentAsync(session, questionnaire), CancellationToken.None))!;
        var survey = SurveyReader.Read(version.Document).Survey!;
        var evaluation = SurveyEvaluation.Of(survey, ValueJson.ReadAnswers(JsonSerializer.Serialize(answers)), new SurveyContext(BankTime.Local(At.ToUnixTimeMilliseconds()), "zh-cn"));
        return await desk.Database.WriteAsync(async session =>
        {
            var party = (await session.QueryAsync("SELECT c.party_id FROM ocrm.customer c WHERE c.number = @number", r => r.GetInt64(0), ("number", number))).FirstOrDefault();
            var id = (await session.QueryAsync(
                """
                INSERT INTO ocrm.response (questionnaire, number, invitation, campaign, party_id, recorded_for, prospect, entity, unit, person, via, language, state, page, answers, score, band, started_at, changed_at, at, version)
                VALUES (@questionnaire, 1, 0, 0, @party, @party, @prospect, @entity, @unit, @person, @via, 'zh-cn', 'complete', 'p', @answers, @score, @band, @at, @at, @at, 1) RETURNING id
                """,
                r => r.GetInt64(0), ("questionnaire", questionnaire), ("party", party), ("prospect", prospect), ("entity", Entity), ("unit", Outlet), ("person", person), ("via", via),
                ("answers", ValueJson.Write(Value.Of(evaluation.Result))), ("score", evaluation.Score), ("band", evaluation.Band?.Name ?? ""), ("at", At.ToUnixTimeMilliseconds())))[0];
            foreach (var taker in desk.Services.GetServices<IResponseTaken>())
            {
                await taker.TakenAsync(session, new TakenResponse(id, version, survey, evaluation, party, prospect, 0, Entity, Outlet, person, via, At.ToUnixTimeMilliseconds()));
            }

            return id;
        }, CancellationToken.None);
    }

    private static async Task SetRulesAsync(Desk desk, long questionnaire, params object[] rules)
    {
        var (status, said) = await desk.SendAsync(HttpMethod.Put, $"/questionnaires/{questionnaire}/rules", new { entity = Entity, rules, version = 0 });
        Assert.True(status == 204, said.ToString());
    }

    /// <summary>What is to be decided on, once all that is new was compared: attribute, what was answered, what is known.</summary>
    private static async Task<List<(long Id, string Text)>> ComparedAsync(Desk desk)
    {
        await UntilAsync(async () => (await RowsAsync(desk, "SELECT attribute FROM ocrm.answer_update WHERE state = 'new'")).Count == 0);
        var (status, page) = await desk.SendAsync(HttpMethod.Get, "/answer-updates");
        Assert.Equal(200, status);
        return [.. page.GetProperty("rows").EnumerateArray().Select(r => (r.GetProperty("id").GetInt64(),
            $"{r.GetProperty("attribute")} {Joined(r.GetProperty("value"))} <- {string.Join('|', r.GetProperty("now").EnumerateArray().Select(Joined))}"))];

        static string Joined(JsonElement parts) => string.Join(' ', parts.EnumerateArray().Select(p => p.GetString())).Trim();
    }

    private static async Task<(int Status, int Decided)> DecideAsync(Desk desk, bool accept, params long[] ids)
    {
        var (status, said) = await desk.SendAsync(HttpMethod.Post, "/answer-updates/decide", new { ids, accept });
        return (status, said.GetProperty("decided").GetInt32());
    }

    private static async Task RankAsync(Desk desk, TimeProvider clock)
    {
        while (await AssignTiers.StepAsync(desk.Database, new OcrmLimits(), clock, CancellationToken.None))
        {
        }
    }

    private static async Task<string> GoldenAsync(Desk desk, string number, string attribute)
    {
        var party = (await desk.Database.ReadAsync(s => s.QueryAsync("SELECT c.party_id FROM ocrm.customer c WHERE c.number = @number", r => r.GetInt64(0), ("number", number)), CancellationToken.None))[0];
        var golden = await desk.Services.GetRequiredService<IGoldenRecords>().ReadAsync([party], CancellationToken.None);
        return golden[0].Attributes.GetValueOrDefault(attribute, "") is { Length: > 0 } text ? PartyAttribute.Values(text)[0] : "";
    }

    private static Task<List<string>> RowsAsync(Desk desk, string sql) => desk.Database.ReadAsync(s => s.QueryAsync(sql, r => r.GetString(0)), CancellationToken.None);

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}

public sealed class SqliteAnswers() : AnswerCompliance(new Engine.Sqlite());

public sealed class PostgresAnswers() : AnswerCompliance(new Engine.Postgres());
