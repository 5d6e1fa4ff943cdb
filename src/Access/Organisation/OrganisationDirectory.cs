using Granary.Access.Contracts;
using Granary.Access.Rights;
using Granary.Access.Storage;
using Granary.Kernel.Storage;

namespace Granary.Access.Organisation;

/// <summary>The organisation of today, for other modules.</summary>
internal sealed class OrganisationDirectory(AccessDatabase database, RightsBook book) : IOrganisation
{
    public async Task<IReadOnlyDictionary<string, string>> UnitNamesAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        var (_, tree) = await book.NowAsync(cancellation);
        return codes.Distinct().Select(tree.Find).OfType<UnitVersion>().ToDictionary(u => u.Code, u => u.Name, StringComparer.Ordinal);
    }

    public Task<IReadOnlyDictionary<string, string>> PlaceNamesAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation) => NamesAsync("access.place", "code", codes, cancellation);

    public Task<IReadOnlyDictionary<string, string>> PeopleNamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) => NamesAsync("access.person", "id", ids, cancellation);

    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(string table, string key, IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await database.ReadAsync(session => session.QueryAsync(
            $"SELECT n.{key}, n.name FROM {"{rows}"} JOIN {table} n ON n.{key} = k.id", RowSet.Of("id", keys.Distinct().ToArray()), r => (Key: r.GetString(0), Name: r.GetString(1))), cancellation))
        .ToDictionary(n => n.Key, n => n.Name, StringComparer.Ordinal);

    public async Task<string> ParameterAsync(string name, string unit, CancellationToken cancellation)
    {
        var parameter = Parameter.Find(name) ?? throw new ArgumentException($"There is no parameter {name}.", nameof(name));
        return await database.ReadAsync(async session => await Parameters.ValueAsync(session, (await book.NowAsync(session)).Tree, parameter, unit), cancellation);
    }

    public Task<IReadOnlySet<string>?> EntitiesOfAsync(string person, CancellationToken cancellation) => database.ReadAsync<IReadOnlySet<string>?>(async session =>
    {
        var active = await session.QueryAsync("SELECT 1 FROM access.person WHERE id = @id AND state = 'active'", r => r.GetInt32(0), ("id", person));
        if (active.Count == 0)
        {
            return null;
        }

        var (state, tree) = await book.NowAsync(session);
        return EntitiesOf(person, state, tree);
    }, cancellation);

    public Task<ILookup<(string Outlet, string Place), string>> TakersAsync(IReadOnlyCollection<(string Outlet, string Place)> at, CancellationToken cancellation) => database.ReadAsync(async session =>
    {
        var (state, tree) = await book.NowAsync(session);
        var rule = await Parameters.ValuesAsync(session, tree, Parameter.Find(ParameterName.NewCustomers)!);
        var tending = state.Places.ToLookup(p => p.Code, p => p.Manager, StringComparer.Ordinal);
        var working = state.Posts.SelectMany(posts => posts).Where(p => p.IsOn(tree.Day) && LooksAfterCustomers(p, state)).ToLookup(p => p.Unit, p => p.Person, StringComparer.Ordinal);
        var takers = at.Where(a => tree.Find(a.Outlet) is not null && rule(a.Outlet) == Parameter.LeastBusy).SelectMany(a =>
        {
            var entity = tree.EntityOf(a.Outlet)?.Code ?? "";
            var here = tending[a.Place].Where(person => EntitiesOf(person, state, tree).Contains(entity)).ToList();
            return (here.Count > 0 ? here : working[a.Outlet].Distinct()).Select(person => (At: a, Person: person));
        }).ToList();
        var active = (await session.QueryAsync("SELECT p.id FROM {rows} JOIN access.person p ON p.id = k.id WHERE p.state = 'active'",
            RowSet.Of("id", takers.Select(t => t.Person).Distinct().ToArray()), r => r.GetString(0))).ToHashSet(StringComparer.Ordinal);
        return takers.Where(t => active.Contains(t.Person)).ToLookup(t => t.At, t => t.Person);
    }, cancellation);

    private static bool LooksAfterCustomers(Post post, AccessState state) =>
        state.Roles.GetValueOrDefault(post.Role)?.Grants.GetValueOrDefault(Permission.CustomersRead, Reach.Province) == Reach.Own;

    private static HashSet<string> EntitiesOf(string person, AccessState state, OrganisationTree tree) =>
        state.Posts[person].Where(p => p.IsOn(tree.Day)).Select(p => tree.EntityOf(p.Unit)?.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
