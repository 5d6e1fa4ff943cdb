using Granary.Access.Contracts;
using Granary.Access.Storage;
using Granary.Kernel.Storage;

namespace Granary.Access.Organisation;

/// <summary>A few legal entities with branches and outlets, for a demo that nobody filled with a province.</summary>
internal static class DemoOrganisation
{
    /// <summary>The counties of the demo's bank (GB/T 2260), each a legal entity.</summary>
    private static readonly (string Code, string Name)[] Counties =
    [
        ("230102", "道里区"), ("230125", "宾县"), ("230183", "尚志市"), ("230184", "五常市"), ("230221", "龙江县"), ("230223", "依安县"), ("230281", "讷河市"),
        ("230381", "虎林市"), ("230521", "集贤县"), ("230622", "肇源县"), ("230781", "铁力市"), ("230822", "桦南县"), ("230882", "富锦市"), ("231025", "林口县"),
        ("231084", "宁安市"), ("231121", "嫩江县"), ("231181", "北安市"), ("231202", "北林区"), ("231221", "望奎县"), ("231282", "肇东市"),
    ];

    private const int Branches = 9;
    private const int Outlets = 4;

    private const string Outlet = "2305210102";

    /// <summary>Where the demo's person of a role sits.</summary>
    public static string UnitFor(string role) => role switch
    {
        "customer-manager" or "outlet-head" => Outlet,
        "marketing" => UnitCode.EntityOf(Outlet),
        _ => UnitCode.Province,
    };

    public static async Task EnsureAsync(Session session)
    {
        var there = await session.QueryAsync("SELECT 1 FROM access.unit WHERE kind = 'entity' LIMIT 1", r => r.GetInt32(0));
        if (there.Count > 0)
        {
            return;
        }

        foreach (var (code, name) in Counties)
        {
            await AddAsync(session, code, $"{name}农村信用合作联社", "entity", UnitCode.Province);
            for (var branch = 1; branch <= Branches; branch++)
            {
                var branchCode = $"{code}{branch:D2}";
                await AddAsync(session, branchCode, $"{name}第{branch}信用社", "branch", code);
                for (var outlet = 1; outlet <= Outlets; outlet++)
                {
                    await AddAsync(session, $"{branchCode}{outlet:D2}", $"{name}第{branch}信用社{outlet}号网点", "outlet", branchCode);
                }
            }
        }

        // So that the demo's own customer manager has customers from the first day.
        await session.ExecuteAsync("INSERT INTO access.parameter (unit, name, value) VALUES (@unit, @name, @value) ON CONFLICT (unit, name) DO NOTHING",
            ("unit", UnitCode.Province), ("name", ParameterName.NewCustomers), ("value", Parameter.LeastBusy));
        await AccessState.RaiseAsync(session);
    }

    private static Task AddAsync(Session session, string code, string name, string kind, string parent) => session.ExecuteAsync(
        "INSERT INTO access.unit (code, from_day, name, kind, parent, state, merged_into) VALUES (@code, '2000-01-01', @name, @kind, @parent, 'open', '')",
        ("code", code), ("name", name), ("kind", kind), ("parent", parent));
}
