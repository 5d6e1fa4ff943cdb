using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Access.People;
using Granary.Access.Rights;
using Granary.Kernel.Storage;

namespace Granary.Access.Auditing;

/// <summary>
/// The list of what people and programs did: the trails of all modules as one, newest first. What it says of customers stands masked in the
/// trail itself (<see cref="Kernel.Auditing.AuditEntry"/>), so no column has a class of data.
/// </summary>
internal static class AuditList
{
    // Room for more modules than there will be; with it a row's number and the number of its trail make one.
    private const int MostTrails = 16;

    private static IReadOnlyList<FilterOp> Keyed => [FilterOp.Eq, FilterOp.Ne, FilterOp.In, FilterOp.Starts, FilterOp.Empty, FilterOp.NotEmpty];

    private static ListDefinition Of(IReadOnlyList<string> trails) => new(
        "audit", "{schema}.audit a", $"(a.id * {MostTrails} + {{part}})", new SightColumns(null, null, Manager: "a.who"), Permission.AuditRead,
        [
            new("at", ColumnKind.Time, "a.at") { Title = "时间", Width = 150, SortBy = "a.at", Filters = [FilterOp.Gte, FilterOp.Lte, FilterOp.Between] },
            new("who", ColumnKind.Text, "a.who") { Title = "用户", Width = 120, Filters = Keyed },
            new("act", ColumnKind.Code, "a.act") { Title = "操作", Width = 170, Filters = [FilterOp.Eq, FilterOp.Ne, FilterOp.In] },
            new("subject", ColumnKind.Text, "a.subject") { Title = "对象", Width = 200, Filters = Keyed },
            new("reason", ColumnKind.Text, "a.reason") { Title = "事由", Width = 220, Filters = [FilterOp.Contains, FilterOp.Empty, FilterOp.NotEmpty] },
            new("from", ColumnKind.Text, "a.origin") { Title = "来源地址", Width = 120, Filters = Keyed },
            new("trail", ColumnKind.Code, "'{schema}'") { Title = "日志", Width = 100, Options = trails, Filters = [FilterOp.Eq, FilterOp.Ne, FilterOp.In] },
            new("id", ColumnKind.Number, "a.id") { Title = "序号", Width = 90, Default = false },
            new("before", ColumnKind.Text, "a.before") { Title = "变更前", Width = 240, Default = false, Filters = [FilterOp.Empty, FilterOp.NotEmpty] },
            new("after", ColumnKind.Text, "a.after") { Title = "变更后", Width = 240, Default = false, Filters = [FilterOp.Empty, FilterOp.NotEmpty] },
        ],
        [new ListSort("at", Descending: true)])
    {
        ExportPermission = Permission.AuditExport,
    };

    /// <summary>Whoever reads the acts of some units reads those of the people who have a post there, whatever module they were done in.</summary>
    public static ListSource Source(IReadOnlyList<Database> trails, RightsBook book) => new(Of([.. trails.Select(t => t.Schema)]), trails)
    {
        SightOn = async (sight, cancellation) =>
        {
            if (sight.All)
            {
                return sight;
            }

            var (state, _) = await book.NowAsync(cancellation);
            return new Sight { Managers = [.. PeopleScope.In(sight, state).Select(id => state.UserNames.GetValueOrDefault(id, id))] };
        },
    };
}
