using Granary.Kernel;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Opportunities;

/// <summary>The demo's board: its customers have opportunities in every stage.</summary>
internal sealed class DemoOpportunities(TimeProvider clock) : IDemoPart
{
    private const long Day = 86_400_000;

    private static readonly Dictionary<string, string[]> Titles = new(StringComparer.Ordinal)
    {
        ["deposit"] = ["定期存款到期转存", "大额存单认购", "粮食款归集", "代发工资签约"],
        ["loan"] = ["春耕备耕贷款", "农机购置贷款", "住房装修贷款", "小微经营贷款"],
        ["card"] = ["推荐信用卡", "乡村振兴卡办理", "提升信用卡额度"],
        ["corporate"] = ["基本户开立", "合作社授信方案", "对公结算套餐"],
    };

    public string Job => "demo-opportunities";

    public async Task FillAsync(Session session, IReadOnlyList<DemoCustomer> people)
    {
        var (random, now, today) = (new Random(20260601), clock.GetUtcNow().ToUnixTimeMilliseconds(), BankTime.Today(clock));
        var pipelines = new Dictionary<string, IReadOnlyList<Pipeline>>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            if (!pipelines.TryGetValue(person.Entity, out var own))
            {
                own = pipelines[person.Entity] = await Pipeline.EnsureAsync(session, person.Entity, now);
            }

            // Most of them in the first pipelines, as on a board that is worked with.
            var pipeline = own[Math.Min(random.Next(own.Count), random.Next(own.Count))];
            await OpenAsync(session, person, pipeline, pipeline.Stages[Math.Min(random.Next(pipeline.Stages.Count), random.Next(pipeline.Stages.Count + 1))], random, now, today);
        }
    }

    private static async Task OpenAsync(Session session, DemoCustomer whose, Pipeline pipeline, Stage stage, Random random, long now, DateOnly today)
    {
        var titles = Titles.GetValueOrDefault(pipeline.Code, ["新业务"]);
        var entered = now - random.NextInt64(0, 20) * Day;
        var created = entered - random.NextInt64(0, 20) * Day;
        var lost = stage.Kind == Stage.Lost;
        var id = await OpenOpportunity.InsertAsync(session, null, new Opportunity(
            0, whose.Party, 0, whose.Entity, whose.Unit, whose.Manager, pipeline.Id, pipeline.First.Id, titles[random.Next(titles.Length)], "", random.NextInt64(2, 80) * 1_000_000, -1,
            random.Next(6) == 0 ? "" : BankTime.Text(today.AddDays(random.Next(-10, 150))), "", "", Opportunity.Hand, "", Stage.Open, "", "", entered, whose.Manager, created, 0, created, 1));
        if (stage.Id == pipeline.First.Id)
        {
            return;
        }

        var reason = lost ? pipeline.Reasons[random.Next(pipeline.Reasons.Count)].Code : "";
        await StageMove.RecordAsync(session, new StageMove(id, pipeline.First.Id, stage.Id, whose.Manager, entered, reason, ""));
        await session.ExecuteAsync("UPDATE ocrm.opportunity SET stage = @stage, state = @state, reason = @reason, closed_at = @closed, changed_at = @entered, version = 2 WHERE id = @id",
            ("stage", stage.Id), ("state", stage.Kind), ("reason", reason), ("closed", stage.Kind == Stage.Open ? 0 : entered), ("entered", entered), ("id", id));
    }
}
