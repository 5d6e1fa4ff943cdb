using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ocrm.Work;

namespace Granary.Ocrm.Imports;

/// <summary>The list of imports.</summary>
internal static class ImportList
{
    private static readonly string[] States = [Import.Draft, Import.Checking, Import.Checked, Import.Running, Import.Stopped, Import.Ended, Import.Undoing, Import.TakenBack];

    public static ListDefinition Definition(IReadOnlyList<string> kinds) => new(
        "imports", "ocrm.import i", "i.id", Import.Sight, Permission.ImportsEdit,
        [
            new("file", ColumnKind.Text, "i.file") { Title = "文件", Width = 200 },
            new("kind", ColumnKind.Code, "i.kind") { Title = "内容", Width = 110, Options = kinds },
            new("state", ColumnKind.Code, "i.state") { Title = "状态", Width = 110, Options = States },
            new("lines", ColumnKind.Number, "i.lines") { Title = "行数", Width = 90 },
            new("done", ColumnKind.Number, "i.done") { Title = "已导入", Width = 90 },
            new("wrong", ColumnKind.Number, "i.wrong") { Title = "有误", Width = 90 },
            new("skipped", ColumnKind.Number, "i.skipped") { Title = "无需处理", Width = 90 },
            new("undone", ColumnKind.Number, "i.undone") { Title = "已撤销", Width = 90 },
            new("person", ColumnKind.Code, "i.person") { Title = "导入人", Width = 110, Names = WorkNames.People },
            new("unit", ColumnKind.Code, "i.unit") { Title = "网点", Width = 170, Names = WorkNames.Units },
            new("createdAt", ColumnKind.Time, "i.created_at") { Title = "上传时间", Width = 120, SortBy = "i.created_at" },
        ],
        [new ListSort("createdAt", Descending: true)])
    {
        Version = "i.changed_at",
    };
}
