using Granary.Access.Contracts;
using Granary.Access.Organisation;
using Granary.Access.Rights;

namespace Granary.Access.People;

/// <summary>Whose users somebody looks after: a person belongs to the units of their posts; one without any, to the province.</summary>
internal static class PeopleScope
{
    public static bool Sees(Caller caller, string permission, IEnumerable<Post> posts)
    {
        var sight = caller.SightOf(permission);
        return sight.All || posts.Any(p => OrganisationScope.Covers(sight, p.Unit));
    }
}
