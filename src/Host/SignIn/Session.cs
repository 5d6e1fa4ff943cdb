using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Granary.Host.Web;

namespace Granary.Host.SignIn;

/// <summary>What the sign-in form sends.</summary>
internal sealed record Credentials(string? UserName, string? Password);

/// <param name="UserName">Null where there are no users.</param>
/// <param name="Demo">Whether the demo's buttons may be shown.</param>
internal sealed record SessionState(string? UserName, bool Demo);

/// <summary>Signing in, asking who one is, signing out.</summary>
internal static class Session
{
    // Hashed for user names that do not exist, so that they take as long to refuse as those that do.
    private static readonly IdentityUser Nobody = new("nobody");
    private static readonly string NobodysHash = new PasswordHasher<IdentityUser>().HashPassword(Nobody, Guid.NewGuid().ToString());

    public static void Map(RouteGroupBuilder session)
    {
        session.MapPost("", SignInAsync).WithSummary("Sign in. The cookie lasts a working day.");
        session.MapGet("", WhoAmI).WithSummary("Who is signed in.");
        session.MapDelete("", SignOutAsync).WithSummary("Sign out.");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SignInAsync(
        Credentials credentials,
        SignInManager<IdentityUser> signIn,
        IPasswordHasher<IdentityUser> hasher,
        IAntiforgery antiforgery,
        HttpContext context)
    {
        if (credentials is not { UserName: { } name, Password: { } password })
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "bad-request", "A user name and a password are needed.");
        }

        var user = await signIn.UserManager.FindByNameAsync(name);
        if (user is null)
        {
            hasher.VerifyHashedPassword(Nobody, NobodysHash, password);
            return Problem.Of(StatusCodes.Status401Unauthorized, "sign-in-failed", "The user name or the password is wrong.");
        }

        var result = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (result.IsLockedOut)
        {
            return Problem.Of(StatusCodes.Status429TooManyRequests, "locked-out", "Too many wrong passwords. Try again in five minutes.");
        }

        if (!result.Succeeded)
        {
            return Problem.Of(StatusCodes.Status401Unauthorized, "sign-in-failed", "The user name or the password is wrong.");
        }

        await signIn.SignInAsync(user, isPersistent: false);

        // A token belongs to a user: the one given before signing in is of no use afterwards.
        context.User = await signIn.CreateUserPrincipalAsync(user);
        AntiforgeryGate.GiveToken(context, antiforgery);
        return TypedResults.NoContent();
    }

    private static Results<Ok<SessionState>, ProblemHttpResult> WhoAmI(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true, Name: { } name }
            ? TypedResults.Ok(new SessionState(name, Demo: true))
            : Problem.Of(StatusCodes.Status401Unauthorized, "sign-in-required", "Nobody is signed in.");

    private static async Task<NoContent> SignOutAsync(SignInManager<IdentityUser> signIn, IAntiforgery antiforgery, HttpContext context)
    {
        if (await signIn.UserManager.GetUserAsync(context.User) is { } user)
        {
            // Ends the copies of this cookie too, not only the one in this browser.
            await signIn.UserManager.UpdateSecurityStampAsync(user);
        }

        await signIn.SignOutAsync();
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
        AntiforgeryGate.GiveToken(context, antiforgery);
        return TypedResults.NoContent();
    }
}
