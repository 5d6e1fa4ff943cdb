using Granary.Access.Contracts;
using Granary.Access.Organisation;

namespace Granary.Access.Rights;

/// <summary>A role in a unit, dated; both days included, the last one open where it is null.</summary>
internal sealed record Post(long Id, string Person, string Role, string Unit, DateOnly From, DateOnly? To)
{
    public bool IsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>Somebody's posts, lent to a deputy from a day to a day.</summary>
internal sealed record Cover(long Id, string Person, string Deputy, DateOnly From, DateOnly To, string Reason)
{
    public bool IsOn(DateOnly day) => From <= day && day <= To;
}

/// <summary>A village or grid that a customer manager looks after.</summary>
internal sealed record TendedPlace(string Code, string Manager);

/// <summary>What somebody may do on a day: a pure function of posts, cover, roles and the organisation.</summary>
internal static class WorkingOutRights
{
    /// <param name="userNameOf">For the words "stands in for".</param>
    public static EffectiveRights Of(
        string person,
        IEnumerable<Post> posts,
        IEnumerable<Cover> covers,
        IReadOnlyDictionary<string, Role> roles,
        OrganisationTree tree,
        IEnumerable<TendedPlace> places,
        Func<string, string> userNameOf)
    {
        var own = posts.Where(p => p.Person == person).Select(p => (Post: p, Cover: (Cover?)null));
        // One step only: a deputy does not pass on what was lent.
        var lent = from cover in covers
                   where cover.Deputy == person && cover.IsOn(tree.Day)
                   from post in posts
                   where post.Person == cover.Person
                   select (Post: post, Cover: (Cover?)cover);
        var sources = new List<RightSource>();
        var fields = new Dictionary<DataClass, FieldSight>();
        foreach (var (post, cover) in own.Concat(lent))
        {
            if (!post.IsOn(tree.Day) || roles.GetValueOrDefault(post.Role) is not { } role || tree.Find(post.Unit) is not { State: not UnitState.Closed })
            {
                continue;
            }

            foreach (var (permission, reach) in role.Grants)
            {
                var until = cover is null ? post.To : post.To is { } end && end < cover.To ? end : cover.To;
                sources.Add(new RightSource(permission, reach, role.Id, post.Unit, cover is null ? null : userNameOf(cover.Person), until, SightOf(reach, post, tree, places)));
            }

            foreach (var (dataClass, sight) in role.Fields)
            {
                fields[dataClass] = (FieldSight)Math.Max((int)fields.GetValueOrDefault(dataClass, FieldSight.Hidden), (int)sight);
            }
        }

        var sights = sources.GroupBy(s => s.Permission, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(s => s.Sight).Aggregate((a, b) => a.Or(b)), StringComparer.Ordinal);
        return new EffectiveRights(sights, fields, sources);
    }

    private static Sight SightOf(Reach reach, Post post, OrganisationTree tree, IEnumerable<TendedPlace> places) => reach switch
    {
        Reach.Own => new Sight { Managers = [post.Person], Places = PlacesOf(post, tree, places) },
        Reach.Province => Sight.Everything,
        Reach.Unit => UnitsBelow(post.Unit, tree),
        _ => UnitsBelow(tree.EntityOf(post.Unit)?.Code ?? post.Unit, tree), // above all legal entities: all that are below the post
    };

    /// <summary>The villages that somebody looks after, where they lie in the legal entity of the post: who went to another one has left them.</summary>
    private static List<string> PlacesOf(Post post, OrganisationTree tree, IEnumerable<TendedPlace> places)
    {
        var entities = tree.EntityOf(post.Unit) is { } entity ? tree.Below(entity.Code).Select(u => u.Code).ToHashSet(StringComparer.Ordinal) : null;
        return [.. places.Where(p => p.Manager == post.Person && entities?.Contains(UnitCode.EntityOf(p.Code)) != false).Select(p => p.Code).Order(StringComparer.Ordinal)];
    }

    // The root is everything. A legal entity is named by its own code, which its rows carry as the beginning of the unit's code, as long as
    // all that was founded under it still belongs to it; what came to it later, and anything less than a legal entity, is named unit by unit.
    private static Sight UnitsBelow(string code, OrganisationTree tree)
    {
        if (code == UnitCode.Province)
        {
            return Sight.Everything;
        }

        var below = tree.Below(code).Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        var whole = below
            .Where(c => tree.Find(c) is { Kind: UnitKind.Entity })
            .Where(entity => tree.Units.Where(u => UnitCode.EntityOf(u.Code) == entity).All(u => below.Contains(u.Code)))
            .ToHashSet(StringComparer.Ordinal);
        return new Sight
        {
            Entities = [.. whole.Order(StringComparer.Ordinal)],
            Units = [.. below.Where(c => !whole.Contains(UnitCode.EntityOf(c))).Order(StringComparer.Ordinal)],
        };
    }
}
