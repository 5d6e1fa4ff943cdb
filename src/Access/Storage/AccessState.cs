using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Access.Organisation;
using Granary.Access.Rights;
using Granary.Kernel.Storage;

namespace Granary.Access.Storage;

/// <summary>
/// All that rights are worked out from, read as one: a few ten thousand rows for a province. It is read again when its version has risen,
/// which every request asks for, so that a change takes effect on the next request of every node.
/// </summary>
internal sealed record AccessState(
    long Version,
    IReadOnlyList<UnitVersion> Units,
    IReadOnlyDictionary<string, Role> Roles,
    ILookup<string, Post> Posts,
    IReadOnlyList<Cover> Covers,
    IReadOnlyList<TendedPlace> Places,
    IReadOnlyDictionary<string, string> UserNames)
{
    public static async Task<long> VersionAsync(Session session) =>
        (await session.QueryAsync("SELECT version FROM access.rights_version WHERE one = 1", r => r.GetInt64(0)))[0];

    /// <summary>To be called in the transaction of whatever changes who may do what.</summary>
    public static Task RaiseAsync(Session session) => session.ExecuteAsync("UPDATE access.rights_version SET version = version + 1 WHERE one = 1");

    public static async Task<AccessState> ReadAsync(Session session) => new(
        await VersionAsync(session),
        await UnitsAsync(session),
        (await RolesAsync(session)).ToDictionary(r => r.Id, StringComparer.Ordinal),
        (await PostsAsync(session)).ToLookup(p => p.Person, StringComparer.Ordinal),
        await CoversAsync(session),
        await session.QueryAsync("SELECT code, manager FROM access.place WHERE manager <> ''", r => new TendedPlace(r.GetString(0), r.GetString(1))),
        (await session.QueryAsync("SELECT id, user_name FROM access.person", r => (r.GetString(0), r.GetString(1)))).ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal));

    public EffectiveRights RightsOf(string person, OrganisationTree tree)
    {
        var lenders = Covers.Where(c => c.Deputy == person && c.IsOn(tree.Day)).Select(c => c.Person);
        return WorkingOutRights.Of(person, lenders.Append(person).Distinct().SelectMany(p => Posts[p]), Covers, Roles, tree, Places, id => UserNames.GetValueOrDefault(id, id));
    }

    public static Task<List<UnitVersion>> UnitsAsync(Session session) => session.QueryAsync(
        "SELECT code, from_day, name, kind, parent, state, merged_into FROM access.unit ORDER BY code, from_day",
        r => new UnitVersion(r.GetString(0), Day(r.GetString(1)), r.GetString(2), Enum.Parse<UnitKind>(r.GetString(3), true), r.GetString(4), Enum.Parse<UnitState>(r.GetString(5), true), r.GetString(6)));

    public static Task<List<Role>> RolesAsync(Session session) => session.QueryAsync(
        "SELECT id, name_zh, name_en, shipped, grants, fields FROM access.role ORDER BY id",
        r => new Role(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt16(3) != 0,
            JsonSerializer.Deserialize<Dictionary<string, Reach>>(r.GetString(4), AccessJson.Options)!,
            JsonSerializer.Deserialize<Dictionary<DataClass, FieldSight>>(r.GetString(5), AccessJson.Options)!));

    public static Task<List<Post>> PostsAsync(Session session, string? person = null) => session.QueryAsync(
        $"SELECT id, person, role, unit, from_day, to_day FROM access.post {(person is null ? "" : "WHERE person = @person")} ORDER BY id",
        r => new Post(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), Day(r.GetString(4)), DayOrNull(r.GetString(5))),
        person is null ? [] : [("person", person)]);

    public static Task<List<Cover>> CoversAsync(Session session) => session.QueryAsync(
        "SELECT id, person, deputy, from_day, to_day, reason FROM access.cover ORDER BY id",
        r => new Cover(r.GetInt64(0), r.GetString(1), r.GetString(2), Day(r.GetString(3)), Day(r.GetString(4)), r.GetString(5)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    private static DateOnly? DayOrNull(string text) => text.Length == 0 ? null : Day(text);
}
