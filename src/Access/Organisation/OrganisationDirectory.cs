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

    public async Task<IReadOnlyDictionary<string, string>> PeopleNamesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        (await database.ReadAsync(session => session.QueryAsync(
            "SELECT p.id, p.name FROM {rows} JOIN access.person p ON p.id = k.id", RowSet.Of("id", ids.Distinct().ToArray()), r => (Id: r.GetString(0), Name: r.GetString(1))), cancellation))
        .ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal);

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

    public Task<IReadOnlyList<string>> TakersAsync(string outlet, string place, CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<string>>(async session =>
    {
        var (state, tree) = await book.NowAsync(session);
        if (tree.EntityOf(outlet) is not { } entity
            || await Parameters.ValueAsync(session, tree, Parameter.Find(ParameterName.NewCustomers)!, outlet) != Parameter.LeastBusy)
        {
            return [];
        }

        var tending = state.Places.Where(p => p.Code == place && EntitiesOf(p.Manager, state, tree).Contains(entity.Code)).Select(p => p.Manager).ToList();
        var takers = tending.Count > 0 ? tending : state.Posts.SelectMany(posts => posts)
            .Where(p => p.Unit == outlet && p.IsOn(tree.Day) && state.Roles.GetValueOrDefault(p.Role)?.Grants.GetValueOrDefault(Permission.CustomersRead, Reach.Province) == Reach.Own)
            .Select(p => p.Person).Distinct().ToList();
        return await session.QueryAsync("SELECT p.id FROM {rows} JOIN access.person p ON p.id = k.id WHERE p.state = 'active' ORDER BY p.id", RowSet.Of("id", takers), r => r.GetString(0));
    }, cancellation);

    private static HashSet<string> EntitiesOf(string person, AccessState state, OrganisationTree tree) =>
        state.Posts[person].Where(p => p.IsOn(tree.Day)).Select(p => tree.EntityOf(p.Unit)?.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
