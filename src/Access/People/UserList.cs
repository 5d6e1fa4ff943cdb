using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Access.Rights;
using Granary.Access.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Access.People;

/// <summary>
/// The list of users: those in the units that one looks after. How colleagues are reached is on the page of each and in no list or file;
/// what is here says nothing about a customer, so no column has a class of data.
/// </summary>
internal static class UserList
{
    // The people of a province are some ten thousand, so that orders without an index cost some milliseconds.
    private const string LastSeen = "coalesce((SELECT max(s.seen_at) FROM access.sign_in_session s WHERE s.person = p.id), 0)";

    public static ListDefinition Definition { get; } = new(
        "users", "access.person p", "p.number", new SightColumns(null, null, Manager: "p.id"), Permission.UsersRead,
        [
            new("name", ColumnKind.Text, "p.name") { Title = "姓名", Width = 140, SortBy = "p.name" },
            new("userName", ColumnKind.Text, "p.user_name") { Title = "用户名", Width = 130, SortBy = "p.normal_name" },
            new("role", ColumnKind.Code, OfPosts("role")) { Title = "角色", Width = 180, Many = true, Filters = Several, Names = RoleNames },
            new("unit", ColumnKind.Code, OfPosts("unit")) { Title = "机构", Width = 220, Many = true, Filters = Several, Names = UnitNames },
            new("state", ColumnKind.Code, "p.state") { Title = "状态", Width = 80, Options = ["active", "disabled"], Filters = [FilterOp.Eq, FilterOp.Ne] },
            new("totp", ColumnKind.Bool, "p.totp") { Title = "双重验证", Width = 90 },
            new("lastSeenAt", ColumnKind.Time, LastSeen) { Title = "最近在线", Width = 130, SortBy = LastSeen },
            new("createdAt", ColumnKind.Time, "p.created_at") { Title = "建立时间", Width = 130, SortBy = "p.created_at", Default = false },
            new("id", ColumnKind.Text, "p.id") { Title = "人员标识", Width = 260, Default = false, Filters = [FilterOp.Eq, FilterOp.In] },
        ],
        [new ListSort("userName")])
    {
        ExportPermission = Permission.UsersExport,
    };

    public static ListSource Source(AccessDatabase database, RightsBook book) => new(Definition, database)
    {
        SightOn = async (sight, cancellation) => sight.All ? sight : new Sight { Managers = [.. PeopleScope.In(sight, (await book.NowAsync(cancellation)).State)] },
    };

    private static IReadOnlyList<FilterOp> Several => [FilterOp.Eq, FilterOp.Ne, FilterOp.Empty, FilterOp.NotEmpty];

    private static string OfPosts(string what) =>
        $"coalesce((SELECT string_agg(o.{what}, ',' ORDER BY o.{what}) FROM (SELECT DISTINCT {what} FROM access.post WHERE person = p.id) o), '')";

    // In the language of the bank, for files and for roles that it made itself; pages have words of their own for the roles that ship.
    private static async Task<IReadOnlyDictionary<string, string>> RoleNames(IServiceProvider services, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var (state, _) = await services.GetRequiredService<RightsBook>().NowAsync(cancellation);
        return ids.Select(state.Roles.GetValueOrDefault).OfType<Role>().ToDictionary(r => r.Id, r => r.NameZh, StringComparer.Ordinal);
    }

    private static Task<IReadOnlyDictionary<string, string>> UnitNames(IServiceProvider services, IReadOnlyCollection<string> codes, CancellationToken cancellation) =>
        services.GetRequiredService<IOrganisation>().UnitNamesAsync(codes, cancellation);
}
