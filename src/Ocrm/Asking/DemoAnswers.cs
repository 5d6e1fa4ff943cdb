using System.Globalization;
using System.Text.Json.Nodes;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Questionnaires;
using Granary.Surveys;

namespace Granary.Ocrm.Asking;

/// <summary>The demo's answers: the shipped satisfaction questionnaire was asked for half a year.</summary>
internal sealed class DemoAnswers(Invite invite, TimeProvider clock) : IDemoPart
{
    /// <summary>All in all; each customer is asked by name once.</summary>
    private const int Answers = 640;

    private const int Days = 180;

    private static readonly string[] Parts = ["counter", "waiting", "manager", "app", "loan"];

    private static readonly string[] Lacking =
    [
        "排队时间太长，只开了一个窗口", "贷款审批太慢，等了快一个月", "手机银行老是闪退，转账不放心", "上午办业务的人多，等候区座位不够", "自动取款机经常没有现金",
        "客户经理换了三个，每次都要重新介绍情况", "农机贷款要的材料太多，来回跑了四趟", "老年人不会用手机银行，柜台应该多帮一把", "停车不方便，门口总是停满", "短信提醒收不到，打电话也没人接",
        "存款到期没有人提醒", "周末网点不开门，上班的人办不了业务", "The queue is long at noon", "利率说得不清楚，到账才知道少了",
    ];

    private static readonly string[] Liked =
    [
        "客户经理很耐心，贷款手续讲得明白", "柜台服务态度好，办得也快", "春耕贷款放得及时，没有耽误买种子", "手机银行转账方便，不用再跑网点", "大堂经理主动帮老人填单子",
        "利率比别家低，随借随还", "客户经理上门办卡，服务到家", "粮食款当天到账", "网点干净，还有热水", "有问题打电话马上有人处理",
        "办了十几年业务，信得过", "Friendly staff, quick service", "贷款到期前有人提醒续贷",
    ];

    public string Job => "demo-answers";

    public async Task FillAsync(Session session, IReadOnlyList<DemoCustomer> people)
    {
        var (random, now) = (new Random(20260601), clock.GetUtcNow());
        var (id, survey) = await PublishAsync(session, now.AddDays(-Days - 5).ToUnixTimeMilliseconds());
        for (var i = 0; i < Answers; i++)
        {
            // The first of them were asked by name, the others scanned the code in their branch. Service gets better from month to month.
            var (whose, isNamed, days) = (people[i % people.Count], i < people.Count, Math.Min(random.Next(Days), random.Next(Days)));
            await AnswerAsync(session, id, survey, whose, isNamed, now.AddDays(-days).AddMinutes(-random.Next(600)), (double)(Days - days) / Days, random);
        }
    }

    private static async Task<(long Id, Survey Survey)> PublishAsync(Session session, long at)
    {
        var document = Template.Find("satisfaction")!.Document;
        var survey = SurveyReader.Read(document).Survey!;
        var id = await new Questionnaire(0, "", "", "", survey.Title?.In(Questionnaire.Language) ?? "", "satisfaction", false, Questionnaire.Published, 1, document, "", at, 1).InsertAsync(session);
        await session.ExecuteAsync("INSERT INTO ocrm.questionnaire_version (questionnaire, number, document, note, published_by, published_at) VALUES (@id, 1, @document, '', '', @at)",
            ("id", id), ("document", document), ("at", at));
        await session.ExecuteAsync("UPDATE ocrm.questionnaire SET current = 1 WHERE id = @id", ("id", id));
        return (id, survey);
    }

    private async Task AnswerAsync(Session session, long questionnaire, Survey survey, DemoCustomer whose, bool isNamed, DateTimeOffset when, double late, Random random)
    {
        var at = when.ToUnixTimeMilliseconds();
        var via = !isNamed ? Via.Qr : random.Next(3) == 0 ? Via.Manager : Via.Link;
        var invitation = 0L;
        if (isNamed)
        {
            (invitation, _) = await invite.AddAsync(session, new InvitationDraft(string.Create(CultureInfo.InvariantCulture, $"demo/{whose.Party}/{whose.Entity}"), questionnaire, whose.Entity, whose.Unit, whose.Manager, via, at - AskingOptions.Day, at + (30 * AskingOptions.Day)) { Party = whose.Party });
            if (via == Via.Link && random.Next(3) == 0)
            {
                return; // was asked, and did not answer
            }

            await session.ExecuteAsync("UPDATE ocrm.invitation SET state = 'answered', used = 1, answered_at = @at WHERE id = @id", ("at", at), ("id", invitation));
        }

        var evaluation = SurveyEvaluation.Of(survey, ValueJson.ReadAnswers(Made(late, random).ToJsonString()), new SurveyContext(BankTime.Local(at), Questionnaire.Language));
        await session.ExecuteAsync(
            """
            INSERT INTO ocrm.response (questionnaire, number, invitation, campaign, party_id, recorded_for, prospect, entity, unit, person, via, language, state, page, answers, score, band, started_at, changed_at, at, version)
            VALUES (@questionnaire, 1, @invitation, 0, @party, @party, 0, @entity, @unit, @person, @via, @language, 'complete', '', @answers, @score, @band, @started, @at, @at, 1)
            """,
            ("questionnaire", questionnaire), ("invitation", invitation), ("party", isNamed ? whose.Party : 0L), ("entity", whose.Entity), ("unit", whose.Unit), ("person", whose.Manager), ("via", via), ("language", Questionnaire.Language),
            ("answers", ValueJson.Write(Value.Of(evaluation.Result))), ("score", evaluation.Score), ("band", evaluation.Band?.Name ?? ""), ("started", at - random.Next(60_000, 300_000)), ("at", at));
    }

    /// <param name="late">From 0, half a year ago, to 1, today.</param>
    private static JsonObject Made(double late, Random random)
    {
        var mood = Math.Clamp((random.NextDouble() + random.NextDouble()) / 2 + 0.12 + (0.15 * late), 0, 1);
        var nps = (int)Math.Round(mood * 10);
        var service = new JsonObject();
        foreach (var part in Parts)
        {
            // Waiting is what they like least, their manager most.
            service[part] = Math.Clamp((int)Math.Round(1 + (mood * 4) + (part switch { "waiting" => -0.9, "manager" => 0.4, "loan" => -0.3, _ => 0 }) + random.NextDouble() - 0.5), 1, 5);
        }

        var answers = new JsonObject { ["nps"] = nps, ["service"] = service, ["visits"] = random.Next(10) switch { < 3 => "week", < 8 => "month", _ => "seldom" } };
        if (nps <= 6 && random.Next(5) > 0)
        {
            answers["lacking"] = Lacking[Math.Min(random.Next(Lacking.Length), random.Next(Lacking.Length))];
        }

        if (nps >= 9 && random.Next(4) > 0)
        {
            answers["liked"] = Liked[Math.Min(random.Next(Liked.Length), random.Next(Liked.Length))];
        }

        if (random.Next(3) > 0)
        {
            answers["callBack"] = false;
        }

        return answers;
    }
}
