using Granary.Access.Contracts;
using Granary.Access.Organisation;
using Granary.Access.Rights;
using Granary.Access.Storage;

namespace Granary.Access.People;

/// <summary>Whose users somebody looks after: a person belongs to the units of their posts; one without any, to the province.</summary>
internal static class PeopleScope
{
    public static bool Sees(Caller caller, string permission, IEnumerable<Post> posts) => Sees(caller.SightOf(permission), posts);

    /// <summary>Everybody (ids) whom a sight short of the whole province covers.</summary>
    public static IEnumerable<string> In(Sight sight, AccessState state) => state.Posts.Where(posts => Sees(sight, posts)).Select(posts => posts.Key);

    private static bool Sees(Sight sight, IEnumerable<Post> posts) => sight.All || posts.Any(p => OrganisationScope.Covers(sight, p.Unit));
}
