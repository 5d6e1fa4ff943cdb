using Granary.Access.Contracts;
using Granary.Access.Lists;

namespace Granary.Ocrm.Work;

/// <summary>The list of visits and calls, seen by who makes them and by who sees the work of their unit.</summary>
internal static class VisitList
{
    public static SightColumns Sight { get; } = new("v.entity", "v.unit", "v.person");

    public static ListDefinition Definition { get; } = new(
        "visits", "ocrm.visit v", "v.id", Sight, Permission.WorkEdit,
        [
            new("customers", ColumnKind.Text, "v.customers", DataClass.C1) { Title = "客户", Width = 180, Mask = Masked.Name },
            new("kind", ColumnKind.Code, "v.kind") { Title = "方式", Width = 80, Options = VisitRow.Kinds },
            new("purpose", ColumnKind.Text, "v.purpose") { Title = "目的", Width = 200 },
            new("state", ColumnKind.Code, "v.state") { Title = "状态", Width = 90, Options = [VisitRow.Planned, VisitRow.Done, VisitRow.Cancelled] },
            new("at", ColumnKind.Time, "v.at") { Title = "时间", Width = 130, SortBy = "v.at" },
            new("outcome", ColumnKind.Code, "v.outcome") { Title = "结果", Width = 90, Options = VisitRow.Outcomes },
            new("person", ColumnKind.Code, "v.person") { Title = "人员", Width = 110, Names = WorkNames.People },
            new("entity", ColumnKind.Code, "v.entity") { Title = "法人机构", Width = 180, Names = WorkNames.Units, Default = false },
            new("unit", ColumnKind.Code, "v.unit") { Title = "网点", Width = 180, Names = WorkNames.Units, Default = false },
            new("place", ColumnKind.Text, "v.place") { Title = "地点", Width = 160, Default = false },
            new("doneAt", ColumnKind.Time, "v.done_at") { Title = "完成时间", Width = 130, Default = false },
        ],
        [new ListSort("at", Descending: true)])
    {
        ExportPermission = Permission.WorkAssign,
        Version = "v.version",
    };
}
