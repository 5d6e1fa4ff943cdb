using Granary.Access.Contracts;
using Granary.Access.SignIn;
using Granary.Access.Storage;
using Granary.Kernel.Auditing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.People;

/// <summary>What people say of themselves.</summary>
/// <param name="Language">zh-CN, en, or empty: as the browser asks.</param>
/// <param name="Theme">light, dark, or empty: as the machine has it.</param>
public sealed record ProfileView(string UserName, string Name, string Mobile, string Email, string Language, string? Theme, NotificationView Notifications);

/// <param name="Muted">Kinds of notification that are not wanted.</param>
/// <param name="Digest">none or daily.</param>
public sealed record NotificationView(IReadOnlyList<string> Muted, string Digest);

public sealed record PasswordChange(string? Current, string? Password);

/// <summary>GET and PUT /api/me, POST /api/me/password.</summary>
internal static class Profile
{
    private static readonly string[] Languages = ["", "zh-CN", "en"];
    private static readonly string[] Themes = ["", "light", "dark"];
    private static readonly string[] Digests = ["none", "daily"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/me", async Task<Ok<ProfileView>> (Caller caller, AccessDatabase database, CancellationToken cancellation) =>
                TypedResults.Ok(Show((await database.ReadAsync(s => PersonStore.FindAsync(s, caller.PersonId), cancellation))!)))
            .ForPeople().WithName("ShowProfile").WithSummary("The own profile");
        routes.MapPut("/me", SaveAsync).ForPeople().WithName("SaveProfile").WithSummary("Name, reach, language and notifications of one's own");
        routes.MapPost("/me/password", ChangePasswordAsync).ForPeople().WithName("ChangePassword").WithSummary("A new password; all other sessions end");
    }

    private static ProfileView Show(Person person) =>
        new(person.UserName, person.Name, person.Mobile, person.Email, person.Language, person.Theme, new NotificationView(person.Notifications.Muted, person.Notifications.Digest));

    private static async Task<Results<Ok<ProfileView>, ProblemHttpResult>> SaveAsync(ProfileView wanted, Caller caller, AccessDatabase database, CancellationToken cancellation)
    {
        if (!Languages.Contains(wanted.Language) || !Themes.Contains(wanted.Theme ?? "") || wanted.Notifications is null || !Digests.Contains(wanted.Notifications.Digest)
            || wanted.Mobile is not { Length: <= 20 } || wanted.Email is not { Length: <= 100 } || wanted.Notifications.Muted is not { Count: <= 50 })
        {
            return Problems.BadRequest("profile-invalid", "A language, a digest or a way to be reached is not one that we know.");
        }

        // The name is the bank's record of who this is: only an administrator changes it.
        return TypedResults.Ok(Show(await database.WriteAsync(async session =>
        {
            var person = (await PersonStore.FindAsync(session, caller.PersonId))!;
            (person.Mobile, person.Email, person.Language, person.Theme) = (wanted.Mobile, wanted.Email, wanted.Language, wanted.Theme ?? person.Theme);
            person.Notifications = new NotificationChoice(wanted.Notifications.Muted, wanted.Notifications.Digest);
            await PersonStore.WriteAsync(session, person);
            return person;
        }, cancellation)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangePasswordAsync(
        PasswordChange wanted, Caller caller, UserManager<Person> people, AccessDatabase database, AccessOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        var person = (await people.FindByIdAsync(caller.PersonId))!;
        if (await people.IsLockedOutAsync(person))
        {
            return Problems.TooMany("locked-out", "Too many wrong passwords.");
        }

        if (!await people.CheckPasswordAsync(person, wanted.Current ?? ""))
        {
            await people.AccessFailedAsync(person);
            return Problems.BadRequest("password-wrong", "The current password is wrong.");
        }

        if (wanted.Current == wanted.Password)
        {
            return Problems.BadRequest("password-weak", "The new password is the old one.");
        }

        person.PasswordOnce = false;
        var changed = await people.ChangePasswordAsync(person, wanted.Current!, wanted.Password ?? "");
        if (!changed.Succeeded)
        {
            return Problems.BadRequest("password-weak", changed.Errors.Last().Description);
        }

        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await database.WriteAsync(async session =>
        {
            await SignInSession.EndAllAsync(session, person.Id, but: caller.SessionId, now);
            await AuditTrail.AppendAsync(session, "access", now, new AuditEntry(caller.UserName, caller.From, "password.change", caller.UserName));
        }, cancellation);
        OneTimePassword.Forget(options.Data, wanted.Current!);
        return TypedResults.NoContent();
    }

    /// <summary>For signed-in people: a program's key has no profile.</summary>
    public static RouteHandlerBuilder ForPeople(this RouteHandlerBuilder route) => route.ForSignedIn().AddEndpointFilter(async (invocation, next) =>
        invocation.HttpContext.Features.Get<Caller>() is { PersonId.Length: > 0 }
            ? await next(invocation)
            : Problems.Forbidden("people-only", "This is for people, not for programs."));
}
