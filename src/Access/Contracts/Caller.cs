using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Builder;

namespace Granary.Access.Contracts;

/// <summary>Who asks, and what that lets them see. A handler takes it as a parameter; there is one for every request that is not for everyone.</summary>
/// <param name="PersonId">Empty for a program with a key.</param>
/// <param name="SessionId">The sign-in session, or the key.</param>
/// <param name="From">The address that the request came from.</param>
/// <param name="SteppedUpAt">When the password or a code was last given.</param>
public sealed record Caller(string PersonId, string UserName, string Name, string SessionId, string From, EffectiveRights Rights, DateTimeOffset SteppedUpAt) : IBindableFromHttpContext<Caller>
{
    public bool May(string permission) => !SightOf(permission).IsNothing;

    public Sight SightOf(string permission) => Rights.Sights.GetValueOrDefault(permission, Sight.Nothing);

    public FieldSight Sees(DataClass dataClass) => Rights.Fields.GetValueOrDefault(dataClass, FieldSight.Hidden);

    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult(context.Features.Get<Caller>());
}

/// <summary>What somebody may do on one day, worked out from posts, roles and cover.</summary>
/// <param name="Sights">Permission → rows.</param>
/// <param name="Fields">Class of data → how it is shown.</param>
/// <param name="Sources">Where each grant comes from, for the page of effective rights and for "why can I see this?".</param>
public sealed record EffectiveRights(
    IReadOnlyDictionary<string, Sight> Sights, IReadOnlyDictionary<DataClass, FieldSight> Fields, IReadOnlyList<RightSource> Sources)
{
    public static EffectiveRights None { get; } = new(new Dictionary<string, Sight>(), new Dictionary<DataClass, FieldSight>(), []);
}

/// <summary>One grant of one post.</summary>
/// <param name="CoverFor">The user name of the person whose post it is, where somebody stands in.</param>
/// <param name="Until">The last day, where there is one.</param>
public sealed record RightSource(string Permission, Reach Reach, string Role, string Unit, string? CoverFor, DateOnly? Until, Sight Sight);
