using Granary.Access.Contracts;
using Granary.Access.Organisation;
using Granary.Access.Rights;
using Granary.Access.Storage;
using Granary.Kernel.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Access.People;

/// <summary>An outlet of the demo's province with who works there and the villages around it.</summary>
/// <param name="County">The county's name.</param>
/// <param name="Managers">Ids of customer managers.</param>
public sealed record DemoOutlet(string Code, string County, IReadOnlyList<string> Managers, IReadOnlyList<DemoVillage> Villages);

/// <param name="Code">County 6, town 3, village 3 digits (GB/T 10114).</param>
public sealed record DemoVillage(string Code, string Town, string Name, string Manager);

/// <summary>Fills the outlets of a demo with people and villages. They sign in with the demo's one password.</summary>
public static class DemoStaff
{
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚玉桂英华建国文辉志红波宇";
    private static readonly string[] Towns = ["长山乡", "和平镇", "向阳镇", "胜利镇", "红旗乡", "东风乡", "永安镇", "兴隆镇", "太平镇", "建国乡", "团结乡", "民主乡"];
    private static readonly string[] Villages = ["双发村", "兴旺村", "新立村", "裕民村", "福利村", "前进村", "东升村", "永胜村", "光明村", "五星村", "太和村", "保安村"];

    private sealed record Hired(string Id, string Name, string Role, string Unit);

    /// <param name="managers">Customer managers of each outlet; each looks after a village or two.</param>
    public static async Task<IReadOnlyList<DemoOutlet>> FillAsync(this IServiceProvider services, int managers, CancellationToken cancellation)
    {
        var database = services.GetRequiredService<AccessDatabase>();
        return await database.WriteAsync(async session =>
        {
            var units = await AccessState.UnitsAsync(session);
            var counties = units.Where(u => u.Kind == UnitKind.Entity).ToDictionary(u => u.Code, u => u.Name.Replace("农村信用合作联社", "", StringComparison.Ordinal), StringComparer.Ordinal);
            var hired = new List<Hired>();
            var outlets = units.Where(u => u.Kind == UnitKind.Outlet).OrderBy(u => u.Code, StringComparer.Ordinal)
                .Select((u, i) => Outlet(u, counties[UnitCode.EntityOf(u.Code)], i, managers, hired)).ToList();
            hired.AddRange(counties.Keys.Select((entity, i) => new Hired($"mk{entity}", NameOf(i * 7), "marketing", entity)));

            // The demo's own password, by the hash of the demo's own people.
            var hash = (await session.QueryAsync("SELECT password_hash FROM access.person WHERE id = 'demo'", r => r.GetString(0)))[0];
            await session.CopyAsync(People(hash), hired);
            await session.CopyAsync(Posts, hired);
            await session.CopyAsync(Places, outlets.SelectMany(o => o.Villages.Select(v => (v, o.Code))).ToList());
            await AccessState.RaiseAsync(session);
            return outlets;
        }, cancellation);
    }

    private static DemoOutlet Outlet(UnitVersion unit, string county, int index, int managers, List<Hired> hired)
    {
        hired.Add(new Hired($"hd{unit.Code}", NameOf((index * 31) + 5), "outlet-head", unit.Code));
        var own = Enumerable.Range(1, managers).Select(i => new Hired($"cm{unit.Code}{i:D2}", NameOf((index * 13) + (i * 101)), "customer-manager", unit.Code)).ToList();
        hired.AddRange(own);
        var ids = own.Select(m => m.Id).ToList();
        if (unit.Code == DemoOrganisation.UnitFor("customer-manager"))
        {
            ids.Add("manager"); // the demo's own customer manager has customers too
        }

        var town = index % Towns.Length;
        return new DemoOutlet(unit.Code, county, ids, [.. ids.Select((id, i) => new DemoVillage(
            $"{UnitCode.EntityOf(unit.Code)}{unit.Code[^4..]}{i + 1:D2}", Towns[town], Villages[(index + i) % Villages.Length], id))]);
    }

    private static string NameOf(int i) => $"{Surnames[i % Surnames.Length]}{Given[i / 3 % Given.Length]}{(i % 3 == 0 ? "" : Given[(i / 7 + 11) % Given.Length])}";

    private static Insert<Hired> People(string hash) => new("access.person", "",
        new("id", ColumnType.Text, p => p.Id), new("user_name", ColumnType.Text, p => p.Id), new("normal_name", ColumnType.Text, p => PersonStore.Normal(p.Id)), new("name", ColumnType.Text, p => p.Name),
        new("mobile", ColumnType.Text, _ => ""), new("email", ColumnType.Text, _ => ""), new("state", ColumnType.Text, _ => "active"), new("language", ColumnType.Text, _ => ""), new("theme", ColumnType.Text, _ => ""),
        new("notifications", ColumnType.Text, _ => AccessJson.Write(NotificationChoice.Everything)), new("created_at", ColumnType.Long, _ => 0L), new("password_hash", ColumnType.Text, _ => hash),
        new("password_once", ColumnType.Small, _ => (short)0), new("security_stamp", ColumnType.Text, p => p.Id), new("totp", ColumnType.Small, _ => (short)0), new("wrong_tries", ColumnType.Int, _ => 0));

    private static readonly Insert<Hired> Posts = new("access.post", "",
        new("person", ColumnType.Text, p => p.Id), new("role", ColumnType.Text, p => p.Role), new("unit", ColumnType.Text, p => p.Unit),
        new("from_day", ColumnType.Text, _ => "2020-01-01"), new("to_day", ColumnType.Text, _ => ""));

    private static readonly Insert<(DemoVillage Village, string Outlet)> Places = new("access.place", "",
        new("code", ColumnType.Text, p => p.Village.Code), new("name", ColumnType.Text, p => p.Village.Town + p.Village.Name), new("kind", ColumnType.Text, _ => "village"),
        new("unit", ColumnType.Text, p => p.Outlet), new("manager", ColumnType.Text, p => p.Village.Manager));
}
