using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ocrm.Work;

namespace Granary.Ocrm.Prospects;

/// <summary>The list of prospects.</summary>
internal static class ProspectList
{
    private static readonly string[] States = [Prospect.Open, Prospect.Sent, Prospect.Refused, Prospect.Converted, Prospect.Joined, Prospect.Closing, Prospect.Dropped];

    public static ListDefinition Definition { get; } = new(
        "prospects", "ocrm.prospect p", "p.id", Prospect.Sight, Permission.ProspectsEdit,
        [
            new("name", ColumnKind.Text, "p.name", DataClass.C1) { Title = "名称", Width = 160, Mask = Masked.Name },
            new("kind", ColumnKind.Code, "p.kind", DataClass.C1) { Title = "类型", Width = 90, Mask = code => code, Options = ["person", "organisation"] },
            new("state", ColumnKind.Code, "p.state") { Title = "状态", Width = 100, Options = States },
            new("mobile", ColumnKind.Text, "p.mobile", DataClass.C2) { Title = "手机号码", Width = 130, Mask = Masked.Phone, Filters = [FilterOp.Eq, FilterOp.Empty, FilterOp.NotEmpty] },
            new("document", ColumnKind.Text, "p.document", DataClass.C3) { Title = "证件号码", Width = 180, Mask = Masked.Number, Filters = [FilterOp.Eq, FilterOp.Empty, FilterOp.NotEmpty] },
            new("source", ColumnKind.Text, "p.source", DataClass.C1) { Title = "来源", Width = 120, Mask = text => text },
            new("number", ColumnKind.Text, "p.number") { Title = "客户编号", Width = 140, Filters = [FilterOp.Eq, FilterOp.Empty, FilterOp.NotEmpty] },
            new("manager", ColumnKind.Code, "p.manager") { Title = "客户经理", Width = 110, Names = WorkNames.People },
            new("unit", ColumnKind.Code, "p.unit") { Title = "网点", Width = 170, Names = WorkNames.Units },
            new("createdAt", ColumnKind.Time, "p.created_at") { Title = "登记时间", Width = 120, SortBy = "p.created_at" },
        ],
        [new ListSort("createdAt", Descending: true)])
    {
        ExportPermission = Permission.CustomersExport,
        Version = "p.version",
    };
}
