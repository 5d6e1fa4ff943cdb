using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Work.Log;

/// <summary>The list of submitted reports, for who reviews them.</summary>
internal static class ReportList
{
    public static ListDefinition Definition { get; } = new(
        "reports", "ocrm.report r", "r.id", ReportRow.Sight, Permission.WorkReview,
        [
            new("day", ColumnKind.Date, "r.day") { Title = "日期", Width = 110, SortBy = "r.day" },
            new("person", ColumnKind.Code, "r.person") { Title = "人员", Width = 110, Names = WorkNames.People },
            new("unit", ColumnKind.Code, "r.unit") { Title = "网点", Width = 170, Names = WorkNames.Units },
            new("state", ColumnKind.Code, "r.state") { Title = "状态", Width = 90, Options = [ReportRow.Submitted, ReportRow.Returned, ReportRow.Accepted] },
            new("late", ColumnKind.Bool, "r.late") { Title = "迟交", Width = 70 },
            new("odd", ColumnKind.Code, "r.odd") { Title = "异常", Width = 140, Many = true, Options = JudgeReport.Codes },
            Figure("visits", "拜访"),
            Figure("calls", "电话"),
            Figure("contacts", "联系客户"),
            Figure("reached", "联系上"),
            Figure("tasks", "办结任务"),
            Figure("nexts", "下一步"),
            Figure("overdue", "逾期任务"),
            new("entity", ColumnKind.Code, "r.entity") { Title = "法人机构", Width = 170, Names = WorkNames.Units, Default = false },
            new("submittedAt", ColumnKind.Time, "r.submitted_at") { Title = "提交时间", Width = 130, Default = false },
        ],
        [new ListSort("day", Descending: true)])
    {
        ExportPermission = Permission.WorkReview,
        Version = "r.version",
        Actions = [new ListAction("accept-reports", Permission.WorkReview, AcceptAsync)],
    };

    private static ListColumn Figure(string name, string title) => new(name, ColumnKind.Number, "r." + name) { Title = title, Width = 80 };

    /// <summary>Accepts those of a selection that wait; one's own stays.</summary>
    private static Task<ActionResult> AcceptAsync(ActionContext context, CancellationToken cancellation)
    {
        var database = context.Services.GetRequiredService<OcrmDatabase>();
        return context.Preview ? database.ReadAsync(RunAsync, cancellation) : database.WriteAsync(RunAsync, cancellation);

        async Task<ActionResult> RunAsync(Session session)
        {
            var ids = await session.QueryAsync($"SELECT r.id FROM {"{rows}"} CROSS JOIN ocrm.report r WHERE r.id = k.id AND r.state = @waits AND r.person <> @me ORDER BY r.id {(session.Writes ? session.ForUpdateOf("r") : "")}",
                RowSet.Of("id", context.Keys), r => r.GetInt64(0), ("waits", ReportRow.Submitted), ("me", context.Caller.PersonId));
            foreach (var id in session.Writes ? ids : [])
            {
                var report = (await ReportRow.ReadAsync(session, "r.id = @id", ("id", id)))[0];
                await ReviewReport.WriteAsync(session, context.Caller, report, ReportRow.Accepted, "", context.Services.GetRequiredService<TimeProvider>().GetUtcNow());
            }

            return new ActionResult(ids.Count, []);
        }
    }
}
