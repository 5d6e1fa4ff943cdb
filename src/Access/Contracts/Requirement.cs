using Microsoft.AspNetCore.Builder;

namespace Granary.Access.Contracts;

/// <summary>What a route asks of its caller. Every route has one; the gate refuses a route without, and a test finds it before that.</summary>
/// <param name="Permission">Null: being signed in is enough.</param>
/// <param name="Everyone">Also without being signed in.</param>
public sealed record Requirement(string? Permission, bool Everyone = false);

public static class RequirementExtensions
{
    /// <summary>The caller's role has this permission for at least some rows; which ones is for the handler to ask of <see cref="Caller.SightOf"/>.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder builder, string permission)
        where TBuilder : IEndpointConventionBuilder => builder.With(new Requirement(permission));

    /// <summary>What concerns nobody but the caller: the own profile, the own sessions.</summary>
    public static TBuilder ForSignedIn<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.With(new Requirement(null));

    /// <summary>Signing in, whether the process is alive, the page's own files.</summary>
    public static TBuilder ForEveryone<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.With(new Requirement(null, Everyone: true));

    private static TBuilder With<TBuilder>(this TBuilder builder, Requirement requirement)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(requirement));
        return builder;
    }
}
