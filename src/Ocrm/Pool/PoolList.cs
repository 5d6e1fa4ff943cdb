using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ocrm.Care;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Ocrm.Pool;

/// <summary>Who is in the pool, for those who may take them: enough to choose by, and nothing by which anybody could be found or called.</summary>
internal static class PoolList
{
    private const string Pool =
        $"(SELECT c.*, o.version AS owner_version FROM {OwnerRow.Customers} WHERE o.manager = '' AND c.status = 'active' AND c.entity NOT IN (SELECT s.entity FROM ocrm.pool_shut s)) c";

    public static ListDefinition Definition { get; } = new(
        "pool", Pool, "c.id", new SightColumns("c.entity", "c.unit"), Permission.CustomersClaim,
        [
            new("name", ColumnKind.Text, "CASE WHEN c.kind = 'person' THEN substr(c.name, 1, 1) || '**' ELSE c.name END", DataClass.C1) { Title = "客户名称", Width = 160, Mask = Masked.Name, Filters = [FilterOp.Contains, FilterOp.Starts] },
            new("kind", ColumnKind.Code, "c.kind", DataClass.C1) { Title = "类型", Width = 90, Mask = Shown, Options = ["person", "organisation"] },
            new("tier", ColumnKind.Code, "c.tier", DataClass.C1) { Title = "客户等级", Width = 100, Mask = Shown, Options = Policy.TierNames },
            new("place", ColumnKind.Code, "c.place", DataClass.C1) { Title = "村", Width = 140, Mask = Shown, Names = PlaceNames },
            new("unit", ColumnKind.Code, "c.unit", DataClass.C1) { Title = "网点", Width = 190, Mask = Shown, Names = WorkNames.Units },
            new("entity", ColumnKind.Code, "c.entity", DataClass.C1) { Title = "法人机构", Width = 180, Mask = Shown, Default = false, Names = WorkNames.Units },
            new("lastContact", ColumnKind.Time, "c.last_contact", DataClass.C1) { Title = "上次联系", Width = 130 },
            new("openedAt", ColumnKind.Time, "c.opened_at") { Title = "建立时间", Width = 130, SortBy = "c.opened_at" },
        ],
        [new ListSort("openedAt", Descending: true)])
    {
        Version = "(c.version + c.owner_version)",
        Actions = [new ListAction("claim", Permission.CustomersClaim, ClaimCustomers.RunAsync)],
    };

    private static string Shown(string code) => code;

    private static Task<IReadOnlyDictionary<string, string>> PlaceNames(IServiceProvider services, IReadOnlyCollection<string> codes, CancellationToken cancellation) =>
        services.GetRequiredService<IOrganisation>().PlaceNamesAsync(codes, cancellation);
}
