using Granary.Access.Contracts;
using Granary.Access.Rights;
using Granary.Access.Storage;
using Granary.Kernel.Storage;

namespace Granary.Access.Organisation;

/// <summary>The posts of today, for other modules.</summary>
internal sealed class StaffDirectory(AccessDatabase database, RightsBook book) : IStaff
{
    public Task<IReadOnlyList<Workplace>> WorkplacesAsync(IReadOnlyCollection<string> people, string permission, CancellationToken cancellation) => database.ReadAsync(async session =>
    {
        var (state, tree) = await book.NowAsync(session);
        return await ActiveAsync(session, people.Distinct().SelectMany(p => state.Posts[p]).Where(p => ReachOf(p, permission, state) is not null), tree);
    }, cancellation);

    public Task<IReadOnlyList<Workplace>> OfficersAsync(Sight sight, string permission, CancellationToken cancellation) => database.ReadAsync(async session =>
    {
        var (state, tree) = await book.NowAsync(session);
        return await ActiveAsync(session, state.Posts.SelectMany(posts => posts).Where(p =>
            ReachOf(p, permission, state) == Reach.Own && (sight.All || sight.Managers.Contains(p.Person) || OrganisationScope.Covers(sight, p.Unit))), tree);
    }, cancellation);

    public Task<string?> HeadOfAsync(string unit, string permission, string except, CancellationToken cancellation) => database.ReadAsync(async session =>
    {
        var (state, tree) = await book.NowAsync(session);
        var heads = state.Posts.SelectMany(posts => posts).Where(p => p.Person != except && ReachOf(p, permission, state) is { } reach && reach != Reach.Own).ToList();
        foreach (var above in tree.PathOf(unit).Reverse())
        {
            if ((await ActiveAsync(session, heads.Where(p => p.Unit == above.Code), tree)).MinBy(w => w.Person, StringComparer.Ordinal) is { } head)
            {
                return head.Person;
            }
        }

        return null;
    }, cancellation);

    private static async Task<IReadOnlyList<Workplace>> ActiveAsync(Session session, IEnumerable<Post> posts, OrganisationTree tree)
    {
        var today = posts.Where(p => p.IsOn(tree.Day) && tree.Find(p.Unit) is { State: not UnitState.Closed }).ToList();
        var active = (await session.QueryAsync("SELECT p.id FROM {rows} JOIN access.person p ON p.id = k.id WHERE p.state = 'active'",
            RowSet.Of("id", today.Select(p => p.Person).Distinct().ToArray()), r => r.GetString(0))).ToHashSet(StringComparer.Ordinal);
        return [.. today.Where(p => active.Contains(p.Person)).Select(p => new Workplace(p.Person, p.Unit, tree.EntityOf(p.Unit)?.Code ?? UnitCode.Province) { Since = p.From }).Distinct()];
    }

    private static Reach? ReachOf(Post post, string permission, AccessState state) =>
        state.Roles.GetValueOrDefault(post.Role)?.Grants is { } grants && grants.TryGetValue(permission, out var reach) ? reach : null;
}
