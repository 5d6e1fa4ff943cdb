using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Work;

/// <summary>The list of tasks. A task is seen by who is to do it and by who sees the work of its unit.</summary>
internal static class TaskList
{
    public static SightColumns Sight { get; } = new("t.entity", "t.unit", "t.assignee");

    public static ListDefinition Definition { get; } = new(
        "tasks", "ocrm.task t LEFT JOIN ocrm.customer c ON c.party_id = t.party_id AND c.entity = t.entity", "t.id", Sight, Permission.WorkEdit,
        [
            new("title", ColumnKind.Text, "t.title") { Title = "任务", Width = 240 },
            new("customer", ColumnKind.Text, "COALESCE(c.name, '')", DataClass.C1) { Title = "客户", Width = 150, Mask = Masked.Name, Filters = [] },
            new("number", ColumnKind.Text, "COALESCE(c.number, '')") { Title = "客户编号", Width = 140, Default = false, Filters = [FilterOp.Eq] },
            new("dueOn", ColumnKind.Date, "t.due_on") { Title = "到期日", Width = 110, SortBy = "t.due_on" },
            new("state", ColumnKind.Code, "t.state") { Title = "状态", Width = 90, Options = [TaskRow.Open, TaskRow.Done, TaskRow.Cancelled] },
            new("assignee", ColumnKind.Code, "t.assignee") { Title = "执行人", Width = 110, Names = WorkNames.People },
            new("priority", ColumnKind.Code, "CASE WHEN t.priority > 0 THEN 'important' ELSE 'ordinary' END") { Title = "重要", Width = 80, Default = false, Options = ["important", "ordinary"] },
            new("escalatedTo", ColumnKind.Code, "t.escalated_to") { Title = "上报", Width = 110, Names = WorkNames.People },
            new("entity", ColumnKind.Code, "t.entity") { Title = "法人机构", Width = 180, Names = WorkNames.Units, Default = false },
            new("unit", ColumnKind.Code, "t.unit") { Title = "网点", Width = 180, Names = WorkNames.Units, Default = false },
            new("creator", ColumnKind.Code, "t.creator") { Title = "派发人", Width = 110, Names = WorkNames.People, Default = false },
            new("doneAt", ColumnKind.Time, "t.done_at") { Title = "完成时间", Width = 120, Default = false },
            new("createdAt", ColumnKind.Time, "t.created_at") { Title = "派发时间", Width = 120, Default = false },
        ],
        [new ListSort("dueOn")])
    {
        ExportPermission = Permission.WorkAssign,
        Version = "t.version",
        Actions = [new ListAction("transfer-tasks", Permission.WorkAssign, TransferAsync), new ListAction("cancel-tasks", Permission.WorkAssign, CancelAsync)],
    };

    /// <summary>Open tasks of a selection go to somebody else; each of them stays in its legal entity, else nothing is done.</summary>
    private static async Task<ActionResult> TransferAsync(ActionContext context, CancellationToken cancellation)
    {
        var person = context.Arguments.GetValueOrDefault("assignee") ?? "";
        var staff = context.Services.GetRequiredService<IStaff>();
        var given = context.Caller.SightOf(Permission.WorkAssign);
        var places = (await staff.WorkplacesAsync([person], Permission.WorkEdit, cancellation)).Where(p => given.Sees(p.Entity, p.Unit, p.Person)).DistinctBy(p => p.Entity).ToDictionary(p => p.Entity, StringComparer.Ordinal);
        return await ActAsync(context, "transferred " + person, async (session, tasks) =>
        {
            foreach (var entity in tasks.GroupBy(t => t.Entity, StringComparer.Ordinal))
            {
                await session.ExecuteAsync("UPDATE ocrm.task SET assignee = @person, unit = @unit, version = version + 1 WHERE id IN (SELECT k.id FROM {rows})",
                    RowSet.Of("id", entity.Select(t => t.Id).ToArray()), ("person", person), ("unit", places[entity.Key].Unit));
            }
        }, tasks => places.Count == 0 ? ["manager-unknown"] : tasks.Any(t => !places.ContainsKey(t.Entity)) ? ["manager-elsewhere"] : [], cancellation);
    }

    private static Task<ActionResult> CancelAsync(ActionContext context, CancellationToken cancellation) => ActAsync(context, "cancelled",
        (session, tasks) => session.ExecuteAsync("UPDATE ocrm.task SET state = @state, done_at = @at, version = version + 1 WHERE id IN (SELECT k.id FROM {rows})",
            RowSet.Of("id", tasks.Select(t => t.Id).ToArray()), ("state", TaskRow.Cancelled), ("at", context.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds())),
        _ => AuditReason.IsGiven(context.Arguments.GetValueOrDefault("reason")) ? [] : ["reason-missing"], cancellation);

    private static Task<ActionResult> ActAsync(
        ActionContext context, string after, Func<Session, IReadOnlyList<(long Id, string Entity)>, Task> change, Func<IReadOnlyList<(long Id, string Entity)>, string[]> wrong, CancellationToken cancellation)
    {
        var database = context.Services.GetRequiredService<OcrmDatabase>();
        return context.Preview ? database.ReadAsync(RunAsync, cancellation) : database.WriteAsync(RunAsync, cancellation);

        async Task<ActionResult> RunAsync(Session session)
        {
            var tasks = await session.QueryAsync(
                $"SELECT t.id, t.entity FROM ocrm.task t WHERE t.id IN (SELECT k.id FROM {"{rows}"}) AND t.state = @open ORDER BY t.id {(session.Writes ? session.ForUpdateOf("t") : "")}",
                RowSet.Of("id", context.Keys), r => (r.GetInt64(0), r.GetString(1)), ("open", TaskRow.Open));
            var problems = wrong(tasks);
            if (problems.Length == 0 && session.Writes)
            {
                await change(session, tasks);
                await AuditTrail.AppendAsync(session, "ocrm", context.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds(), [.. tasks.Select(t => new AuditEntry(
                    context.Caller.UserName, context.Caller.From, Permission.WorkAssign, TaskRow.RefOf(t.Item1), context.Arguments.GetValueOrDefault("reason") ?? "", After: after))]);
            }

            return new ActionResult(problems.Length == 0 ? tasks.Count : 0, problems);
        }
    }
}

/// <summary>The names of codes in the lists of work.</summary>
internal static class WorkNames
{
    public static Task<IReadOnlyDictionary<string, string>> Units(IServiceProvider services, IReadOnlyCollection<string> codes, CancellationToken cancellation) =>
        services.GetRequiredService<IOrganisation>().UnitNamesAsync(codes, cancellation);

    public static Task<IReadOnlyDictionary<string, string>> People(IServiceProvider services, IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        services.GetRequiredService<IOrganisation>().PeopleNamesAsync(ids, cancellation);
}
