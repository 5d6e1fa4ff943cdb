using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Granary.Ocrm.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Opportunities;

/// <summary>The list of opportunities.</summary>
internal static class OpportunityList
{
    /// <summary>The one value of the filter by what is too long in its stage.</summary>
    private const string TooLong = "yes";

    public static ListDefinition Definition { get; } = new(
        "opportunities",
        "ocrm.opportunity p JOIN ocrm.stage s ON s.id = p.stage JOIN ocrm.pipeline l ON l.id = p.pipeline LEFT JOIN ocrm.customer c ON c.party_id = p.party_id AND c.entity = p.entity "
        + "LEFT JOIN ocrm.prospect r ON r.id = p.prospect AND p.party_id = 0",
        "p.id", OpportunitySight.Columns, Permission.OpportunitiesEdit,
        [
            new("title", ColumnKind.Text, "p.title") { Title = "商机", Width = 220 },
            new("customer", ColumnKind.Text, "COALESCE(c.name, r.name, '')", DataClass.C1) { Title = "客户", Width = 150, Mask = Masked.Name, Filters = [] },
            new("number", ColumnKind.Text, "COALESCE(c.number, '')") { Title = "客户编号", Width = 140, Default = false, Filters = [FilterOp.Eq, FilterOp.Empty, FilterOp.NotEmpty] },
            new("pipeline", ColumnKind.Code, "l.code") { Title = "营销流程", Width = 100, Names = PipelinesAsync },
            new("stage", ColumnKind.Code, "(l.code || '/' || s.code)") { Title = "阶段", Width = 100, Names = StagesAsync },
            new("state", ColumnKind.Code, "p.state") { Title = "状态", Width = 90, Default = false, Options = [Stage.Open, Stage.Won, Stage.Lost] },
            new("amount", ColumnKind.Money, "p.amount", DataClass.C1) { Title = "金额", Width = 120, SortBy = "p.amount" },
            new("chance", ColumnKind.Number, Opportunity.ChanceSql) { Title = "成功概率", Width = 90 },
            new("weighted", ColumnKind.Money, Opportunity.WeightedSql, DataClass.C1) { Title = "加权金额", Width = 120, Default = false },
            new("expected", ColumnKind.Date, "p.expected") { Title = "预计成交日", Width = 110, SortBy = "p.expected" },
            new("owner", ColumnKind.Code, "p.owner") { Title = "负责人", Width = 100, Names = WorkNames.People },
            new("unit", ColumnKind.Code, "p.unit") { Title = "网点", Width = 170, Names = WorkNames.Units },
            new("entity", ColumnKind.Code, "p.entity") { Title = "法人机构", Width = 180, Names = WorkNames.Units, Default = false },
            new("product", ColumnKind.Code, "p.product") { Title = "产品", Width = 120, Default = false },
            new("origin", ColumnKind.Text, "p.origin") { Title = "来源", Width = 110, Default = false, Filters = [FilterOp.Eq, FilterOp.Ne, FilterOp.Starts] },
            new("reason", ColumnKind.Code, "p.reason") { Title = "流失原因", Width = 120, Default = false },
            new("enteredAt", ColumnKind.Time, "p.entered_at") { Title = "进入阶段时间", Width = 120, Default = false },
            new("createdAt", ColumnKind.Time, "p.created_at") { Title = "登记时间", Width = 120, Default = false },
            new("closedAt", ColumnKind.Time, "p.closed_at") { Title = "结束时间", Width = 120, Default = false },
            new("changedAt", ColumnKind.Time, "p.changed_at") { Title = "变更时间", Width = 120, SortBy = "p.changed_at", Default = false },
            new("late", ColumnKind.Code, "''") { Title = "滞留", FilterOnly = true, Default = false, Filters = [FilterOp.Eq, FilterOp.Ne], Options = [TooLong] },
        ],
        [new ListSort("changedAt", Descending: true)])
    {
        ExportPermission = Permission.CustomersExport,
        Version = "p.version",
        Within = OpportunitySight.Within,
        Sums = ["amount", "weighted"],
        Actions = [new ListAction("give-opportunities", Permission.WorkAssign, GiveAsync)],
    };

    public static ListSource Source(IServiceProvider services)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        return new ListSource(Definition, services.GetRequiredService<OcrmDatabase>())
        {
            Clock = clock,
            Stored = new Dictionary<string, Func<string, Caller, CancellationToken, Task<StoredFilter?>>>
            {
                ["late"] = (value, _, _) => Task.FromResult(value == TooLong ? StoredFilter.Of(sql => TooLongSql(sql, clock.GetUtcNow().ToUnixTimeMilliseconds())) : null),
            },
        };
    }

    /// <summary>Open and longer in its stage (s) than that allows, as SQL over an opportunity (p).</summary>
    public static string TooLongSql(SqlText sql, long now) => $"(p.state = 'open' AND s.days > 0 AND p.entered_at <= {sql.Bind(now)} - s.days * {sql.Bind((long)TimeSpan.FromDays(1).TotalMilliseconds)})";

    /// <summary>Open ones of a selection go to somebody else; each stays in its legal entity, else nothing is done.</summary>
    private static async Task<ActionResult> GiveAsync(ActionContext context, CancellationToken cancellation)
    {
        var person = context.Arguments.GetValueOrDefault("owner") ?? "";
        var given = context.Caller.SightOf(Permission.WorkAssign);
        var places = (await context.Services.GetRequiredService<IStaff>().WorkplacesAsync([person], Permission.OpportunitiesEdit, cancellation))
            .Where(p => given.Sees(p.Entity, p.Unit, p.Person)).DistinctBy(p => p.Entity).ToDictionary(p => p.Entity, StringComparer.Ordinal);
        var at = context.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        var database = context.Services.GetRequiredService<OcrmDatabase>();
        return await (context.Preview ? database.ReadAsync(RunAsync, cancellation) : database.WriteAsync(RunAsync, cancellation));

        async Task<ActionResult> RunAsync(Session session)
        {
            var open = await session.QueryAsync(
                $"SELECT p.id, p.entity FROM ocrm.opportunity p WHERE p.id IN (SELECT k.id FROM {"{rows}"}) AND p.state = 'open' ORDER BY p.id {(session.Writes ? session.ForUpdateOf("p") : "")}",
                RowSet.Of("id", context.Keys), r => (Id: r.GetInt64(0), Entity: r.GetString(1)));
            string[] problems = places.Count == 0 ? ["manager-unknown"] : open.Exists(o => !places.ContainsKey(o.Entity)) ? ["manager-elsewhere"] : [];
            if (problems.Length == 0 && session.Writes)
            {
                foreach (var entity in open.GroupBy(o => o.Entity, StringComparer.Ordinal))
                {
                    await session.ExecuteAsync("UPDATE ocrm.opportunity SET owner = @person, unit = @unit, changed_at = @at, version = version + 1 WHERE id IN (SELECT k.id FROM {rows})",
                        RowSet.Of("id", [.. entity.Select(o => o.Id)]), ("person", person), ("unit", places[entity.Key].Unit), ("at", at));
                }

                await AuditTrail.AppendAsync(session, "ocrm", at, [.. open.Select(o => new AuditEntry(context.Caller.UserName, context.Caller.From, Permission.OpportunitiesEdit, Opportunity.RefOf(o.Id), After: $"given {person}"))]);
            }

            return new ActionResult(problems.Length == 0 ? open.Count : 0, problems);
        }
    }

    private static Task<IReadOnlyDictionary<string, string>> PipelinesAsync(IServiceProvider services, IReadOnlyCollection<string> codes, CancellationToken cancellation) =>
        NamesAsync(services, "SELECT l.code, l.name_zh FROM ocrm.pipeline l WHERE l.code IN (SELECT k.code FROM {rows}) ORDER BY l.entity", codes, cancellation);

    private static Task<IReadOnlyDictionary<string, string>> StagesAsync(IServiceProvider services, IReadOnlyCollection<string> codes, CancellationToken cancellation) => NamesAsync(services,
        "SELECT l.code || '/' || s.code, s.name_zh FROM ocrm.pipeline l JOIN ocrm.stage s ON s.pipeline = l.id WHERE l.code || '/' || s.code IN (SELECT k.code FROM {rows}) ORDER BY l.entity", codes, cancellation);

    private static async Task<IReadOnlyDictionary<string, string>> NamesAsync(IServiceProvider services, string sql, IReadOnlyCollection<string> codes, CancellationToken cancellation) =>
        (await services.GetRequiredService<OcrmDatabase>().ReadAsync(session => session.QueryAsync(sql, RowSet.Of("code", codes), r => (Code: r.GetString(0), Name: r.GetString(1))), cancellation))
        .DistinctBy(n => n.Code).ToDictionary(n => n.Code, n => n.Name, StringComparer.Ordinal);
}
