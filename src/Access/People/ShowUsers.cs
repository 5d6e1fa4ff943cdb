using Granary.Access.Contracts;
using Granary.Access.Rights;
using Granary.Access.SignIn;
using Granary.Access.Storage;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.People;

public sealed record UserPostView(long Id, string Role, TwoLanguages RoleName, string Unit, string UnitName, DateOnly From, DateOnly? To);

/// <param name="Deputy">User name of whoever stands in.</param>
public sealed record CoverView(long Id, string Deputy, DateOnly From, DateOnly To, string Reason);

/// <param name="State">active or disabled.</param>
/// <param name="Totp">Whether a second factor is asked for.</param>
public sealed record UserView(
    string Id, string UserName, string Name, string Mobile, string Email, string State, bool Totp, IReadOnlyList<UserPostView> Posts, IReadOnlyList<CoverView> Covers, DateTimeOffset? LastSeenAt);

/// <param name="Next">Given back as "after" for the next page; null at the end.</param>
public sealed record UserPage(IReadOnlyList<UserView> Rows, string? Next);

/// <summary>GET /api/users: those in the units that one looks after.</summary>
internal static class ShowUsers
{
    private const int Page = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/users", ListAsync).Requires(Permission.UsersRead).WithName("ListUsers").WithSummary("Users by name or unit");
        routes.MapGet("/users/{userName}", async Task<Results<Ok<UserView>, ProblemHttpResult>> (string userName, Caller caller, AccessDatabase database, RightsBook book, CancellationToken cancellation) =>
                await FindAsync(userName, caller, Permission.UsersRead, database, book, cancellation) is { } user
                    ? TypedResults.Ok(user)
                    : Problems.NotFound("user.unknown", "There is no such user among those that you look after."))
            .Requires(Permission.UsersRead).WithName("ShowUser").WithSummary("A user with posts and cover");
    }

    public static Task<UserView?> FindAsync(string userName, Caller caller, string permission, AccessDatabase database, RightsBook book, CancellationToken cancellation) => database.ReadAsync<UserView?>(async session =>
    {
        var (state, tree) = await book.NowAsync(session);
        return await PersonStore.FindByUserNameAsync(session, userName) is { } person && PeopleScope.Sees(caller, permission, state.Posts[person.Id])
            ? View(person.Id, person.UserName, person.Name, person.Mobile, person.Email, person.State == PersonState.Active, person.Totp, null, state, tree)
            : null;
    }, cancellation);

    // The people of a province are some tens of thousands and the organisation is in memory: a page is cut after the scope was asked, in the order of user names.
    private static async Task<Ok<UserPage>> ListAsync(string? q, string? unit, string? after, Caller caller, AccessDatabase database, RightsBook book, CancellationToken cancellation) =>
        TypedResults.Ok(await database.ReadAsync(async session =>
        {
            var (state, tree) = await book.NowAsync(session);
            var below = string.IsNullOrEmpty(unit) ? null : tree.Below(unit).Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
            var typed = (q ?? "").Trim();
            var names = await session.QueryAsync(
                "SELECT id, user_name, name FROM access.person WHERE normal_name > @after ORDER BY normal_name",
                r => (Id: r.GetString(0), UserName: r.GetString(1), Name: r.GetString(2)), ("after", PersonStore.Normal(after ?? "")));
            var wanted = names
                .Where(p => typed.Length == 0 || p.UserName.Contains(typed, StringComparison.OrdinalIgnoreCase) || p.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))
                .Where(p => PeopleScope.Sees(caller, Permission.UsersRead, state.Posts[p.Id]))
                .Where(p => below is null || state.Posts[p.Id].Any(post => below.Contains(post.Unit)))
                .Take(Page + 1).ToList();
            var rows = await session.QueryAsync(
                "SELECT p.id, p.user_name, p.name, p.mobile, p.email, p.state, p.totp, (SELECT max(s.seen_at) FROM access.sign_in_session s WHERE s.person = p.id) "
                + "FROM {rows} JOIN access.person p ON p.id = k.id ORDER BY p.normal_name",
                RowSet.Of("id", wanted.Take(Page).Select(p => p.Id).ToArray()),
                r => View(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5) == "active", r.GetInt16(6) != 0, r.LongOrNull(7), state, tree));
            return new UserPage(rows, wanted.Count > Page ? rows[^1].UserName : null);
        }, cancellation));

    private static UserView View(
        string id, string userName, string name, string mobile, string email, bool active, bool totp, long? seen, AccessState state, Organisation.OrganisationTree tree) => new(
        id, userName, name, Masked.Phone(mobile), email, active ? "active" : "disabled", totp,
        [.. state.Posts[id].Select(p => new UserPostView(
            p.Id, p.Role, state.Roles.GetValueOrDefault(p.Role) is { } role ? new TwoLanguages(role.NameZh, role.NameEn) : new TwoLanguages(p.Role, p.Role), p.Unit, tree.NameOf(p.Unit), p.From, p.To))],
        [.. state.Covers.Where(c => c.Person == id).Select(c => new CoverView(c.Id, state.UserNames.GetValueOrDefault(c.Deputy, c.Deputy), c.From, c.To, c.Reason))],
        seen is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);
}
