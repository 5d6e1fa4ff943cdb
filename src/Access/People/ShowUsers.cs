using Granary.Access.Contracts;
using Granary.Access.Organisation;
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

/// <summary>GET /api/users/{userName}: one of those in the units that one looks after; the list of them is <see cref="UserList"/>.</summary>
internal static class ShowUsers
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/users/{userName}", async Task<Results<Ok<UserView>, ProblemHttpResult>> (string userName, Caller caller, AccessDatabase database, RightsBook book, CancellationToken cancellation) =>
                await FindAsync(userName, caller, Permission.UsersRead, database, book, cancellation) is { } user
                    ? TypedResults.Ok(user)
                    : Problems.NotFound("user.unknown", "There is no such user among those that you look after."))
            .Requires(Permission.UsersRead).WithName("ShowUser").WithSummary("A user with posts and cover");
    }

    public static Task<UserView?> FindAsync(string userName, Caller caller, string permission, AccessDatabase database, RightsBook book, CancellationToken cancellation) => database.ReadAsync<UserView?>(async session =>
    {
        var (state, tree) = await book.NowAsync(session);
        if (await PersonStore.FindByUserNameAsync(session, userName) is not { } person || !PeopleScope.Sees(caller, permission, state.Posts[person.Id]))
        {
            return null;
        }

        var seen = await session.QueryAsync("SELECT max(seen_at) FROM access.sign_in_session WHERE person = @id", r => r.LongOrNull(0), ("id", person.Id));
        return View(person, seen[0], state, tree);
    }, cancellation);

    private static UserView View(Person person, long? seen, AccessState state, OrganisationTree tree) => new(
        person.Id, person.UserName, person.Name, Masked.Phone(person.Mobile), person.Email, person.State == PersonState.Active ? "active" : "disabled", person.Totp,
        [.. state.Posts[person.Id].Select(p => new UserPostView(
            p.Id, p.Role, state.Roles.GetValueOrDefault(p.Role) is { } role ? new TwoLanguages(role.NameZh, role.NameEn) : new TwoLanguages(p.Role, p.Role), p.Unit, tree.NameOf(p.Unit), p.From, p.To))],
        [.. state.Covers.Where(c => c.Person == person.Id).Select(c => new CoverView(c.Id, state.UserNames.GetValueOrDefault(c.Deputy, c.Deputy), c.From, c.To, c.Reason))],
        seen is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);
}
