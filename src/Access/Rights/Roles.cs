using Granary.Access.Contracts;
using Granary.Access.Organisation;
using Granary.Access.SignIn;
using Granary.Access.Storage;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.Rights;

/// <param name="Grants">Permission → own, unit, entity or province.</param>
/// <param name="Fields">Class of data (C1 to C3) → clear, masked or hidden.</param>
public sealed record RoleView(string Id, TwoLanguages Name, bool Shipped, IReadOnlyDictionary<string, string> Grants, IReadOnlyDictionary<string, string> Fields, int People);

public sealed record RoleDraft(TwoLanguages? Name, IReadOnlyDictionary<string, Reach>? Grants, IReadOnlyDictionary<DataClass, FieldSight>? Fields, string? Reason);

/// <summary>GET /api/roles, GET /api/permissions, PUT and DELETE /api/roles/{id}: a change is a proposal that somebody else decides.</summary>
internal static class Roles
{
    private const int MostRoles = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/permissions", () => TypedResults.Ok(Permission.All)).Requires(Permission.RolesRead).WithName("ListPermissions").WithSummary("What roles are made of");
        routes.MapGet("/roles", ListAsync).Requires(Permission.RolesRead).WithName("ListRoles").WithSummary("Roles with their grants and what they see of each class of data");
        routes.MapPut("/roles/{id}", SaveAsync).Requires(Permission.RolesEdit).WithName("SaveRole").WithSummary("Proposes a new role or a change to one");
        routes.MapDelete("/roles/{id}", DeleteAsync).Requires(Permission.RolesEdit).WithName("DeleteRole").WithSummary("Proposes to take a role away");
    }

    private static async Task<Ok<IReadOnlyList<RoleView>>> ListAsync(AccessDatabase database, RightsBook book, CancellationToken cancellation)
    {
        var (state, tree) = await book.NowAsync(cancellation);
        var people = state.Posts.SelectMany(p => p).Where(p => p.IsOn(tree.Day)).GroupBy(p => p.Role, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(p => p.Person).Distinct().Count(), StringComparer.Ordinal);
        return TypedResults.Ok<IReadOnlyList<RoleView>>([.. state.Roles.Values.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => new RoleView(
            r.Id, new TwoLanguages(r.NameZh, r.NameEn), r.Shipped,
            r.Grants.ToDictionary(g => g.Key, g => g.Value.ToString().ToLowerInvariant()),
            Enum.GetValues<DataClass>().ToDictionary(c => c.ToString(), c => r.Fields.GetValueOrDefault(c, FieldSight.Hidden).ToString().ToLowerInvariant()),
            people.GetValueOrDefault(r.Id)))]);
    }

    private static async Task<Results<Accepted<ProposalMade>, ProblemHttpResult>> SaveAsync(
        string id, RoleDraft draft, Caller caller, IProposals proposals, RightsBook book, CancellationToken cancellation)
    {
        if (id.Length is 0 or > 40 || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            || draft is not { Name: { Zh.Length: > 0 and <= 40, En.Length: > 0 and <= 40 } name, Grants: { } grants, Fields: { } fields })
        {
            return Problems.BadRequest("role-incomplete", "A role needs an id (a-z, 0-9, -), a name in both languages, grants and fields.");
        }

        if (grants.Keys.FirstOrDefault(p => p == Permission.ProjectionsRead || Permission.All.All(known => known.Name != p)) is { } unknown)
        {
            return Problems.BadRequest("role-permission", $"No role can have the permission {unknown}.");
        }

        var (state, _) = await book.NowAsync(cancellation);
        var before = state.Roles.GetValueOrDefault(id);
        if (before is null && state.Roles.Count >= MostRoles)
        {
            return Problems.Conflict("role-many", $"There are {MostRoles} roles, which is more than anybody can tell apart.");
        }

        var after = new Role(id, name.Zh, name.En, before?.Shipped ?? false, grants, fields);
        return await ProposeAsync(id, before, after, draft.Reason, caller, proposals, cancellation);
    }

    private static async Task<Results<Accepted<ProposalMade>, ProblemHttpResult>> DeleteAsync(string id, Caller caller, IProposals proposals, RightsBook book, CancellationToken cancellation)
    {
        var (state, _) = await book.NowAsync(cancellation);
        return state.Roles.GetValueOrDefault(id) switch
        {
            null => Problems.NotFound("role.unknown", "There is no such role."),
            { Shipped: true } => Problems.Conflict("role.shipped", "This role came with Granary: change it, or take its people away."),
            _ when state.Posts.Any(posts => posts.Any(p => p.Role == id)) => Problems.Conflict("role.used", "People have posts in this role."),
            { } role => await ProposeAsync(id, role, null, null, caller, proposals, cancellation),
        };
    }

    private static async Task<Accepted<ProposalMade>> ProposeAsync(
        string id, Role? before, Role? after, string? reason, Caller caller, IProposals proposals, CancellationToken cancellation) => TypedResults.Accepted((string?)null, await proposals.ProposeAsync(
            new Proposed(RoleChange.Kind, id, UnitCode.Province, RoleChange.Write(after), RoleChange.Write(before), reason ?? "", caller.UserName), caller, cancellation));
}

/// <summary>A role as it would be; empty content takes it away.</summary>
internal sealed class RoleChange : IProposalKind
{
    public const string Kind = "role.change";

    public string Name => Kind;

    public static string Write(Role? role) => role is null ? "" : AccessJson.Write(role);

    public async Task<string?> ApplyAsync(Session session, Proposed proposed, CancellationToken cancellation)
    {
        var now = (await AccessState.RolesAsync(session)).FirstOrDefault(r => r.Id == proposed.Subject);
        if (Write(now) != proposed.Before)
        {
            return "The role has changed since this was proposed.";
        }

        if (proposed.Content.Length == 0)
        {
            await session.ExecuteAsync("DELETE FROM access.role WHERE id = @id", ("id", proposed.Subject));
        }
        else
        {
            var role = AccessJson.Read<Role>(proposed.Content);
            await session.ExecuteAsync(
                "INSERT INTO access.role (id, name_zh, name_en, shipped, grants, fields) VALUES (@id, @zh, @en, @shipped, @grants, @fields) "
                + "ON CONFLICT (id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, grants = excluded.grants, fields = excluded.fields",
                ("id", role.Id), ("zh", role.NameZh), ("en", role.NameEn), ("shipped", (short)(role.Shipped ? 1 : 0)), ("grants", AccessJson.Write(role.Grants)), ("fields", AccessJson.Write(role.Fields)));
        }

        await AccessState.RaiseAsync(session);
        return null;
    }
}
