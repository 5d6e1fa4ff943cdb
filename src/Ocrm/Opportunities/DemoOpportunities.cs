using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.Logging;

namespace Granary.Ocrm.Opportunities;

/// <summary>The demo's board: once the first customers have a manager, some of them have opportunities in every stage. Done once for a database.</summary>
internal sealed class DemoOpportunities(OcrmDatabase database, OcrmLimits limits, TimeProvider clock, ILogger<DemoOpportunities> logger)
    : Worker(limits, clock, logger)
{
    private const string Job = "demo-opportunities";

    /// <summary>So many customers are there before the board is filled, and so many are looked at.</summary>
    private const int Fewest = 30, Most = 160;

    private const long Day = 86_400_000;

    private static readonly Dictionary<string, string[]> Titles = new(StringComparer.Ordinal)
    {
        ["deposit"] = ["定期存款到期转存", "大额存单认购", "粮食款归集", "代发工资签约"],
        ["loan"] = ["春耕备耕贷款", "农机购置贷款", "住房装修贷款", "小微经营贷款"],
        ["card"] = ["推荐信用卡", "乡村振兴卡办理", "提升信用卡额度"],
        ["corporate"] = ["基本户开立", "合作社授信方案", "对公结算套餐"],
    };

    private sealed record Someone(long Party, string Entity, string Unit, string Manager);

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        if (await database.WriteAsync(FillAsync, cancellation))
        {
            await RestAsync(Timeout.InfiniteTimeSpan, cancellation);
        }

        await RestAsync(TimeSpan.FromSeconds(3), cancellation);
    }

    /// <returns>Whether the board is filled.</returns>
    private async Task<bool> FillAsync(Session session)
    {
        if ((await session.QueryAsync("SELECT d.day FROM ocrm.daily d WHERE d.job = @job", r => r.GetInt32(0), ("job", Job))).Count > 0)
        {
            return true;
        }

        var people = await session.QueryAsync($"SELECT c.party_id, c.entity, c.unit, o.manager FROM {OwnerRow.Customers} WHERE o.manager <> '' ORDER BY c.party_id, c.entity LIMIT {Most}",
            r => new Someone(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3)));
        if (people.Count < Fewest)
        {
            return false;
        }

        var (random, now, today) = (new Random(20260601), Clock.GetUtcNow().ToUnixTimeMilliseconds(), BankTime.Today(Clock));
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

        await session.ExecuteAsync("INSERT INTO ocrm.daily (job, day) VALUES (@job, @day) ON CONFLICT (job) DO NOTHING", ("job", Job), ("day", BankTime.Number(today)));
        return true;
    }

    private static async Task OpenAsync(Session session, Someone whose, Pipeline pipeline, Stage stage, Random random, long now, DateOnly today)
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
