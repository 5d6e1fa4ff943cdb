using System.Security.Claims;
using Granary.Access.Contracts;
using Granary.Access.Organisation;
using Granary.Access.People;
using Granary.Access.Rights;
using Granary.Access.Storage;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.SignIn;

/// <summary>What the sign-in form sends.</summary>
/// <param name="Code">Of the authenticator, or a recovery code; where the person has a second factor.</param>
public sealed record Credentials(string? UserName, string? Password, string? Code);

/// <summary>A password or a code given again.</summary>
public sealed record StepUp(string? Password, string? Code);

public sealed record TwoLanguages(string Zh, string En);

public sealed record PostView(string Role, TwoLanguages RoleName, string Unit, string UnitName);

/// <summary>Who is signed in, and what the page needs to know of it.</summary>
/// <param name="Demo">This is the demo: the page says so everywhere.</param>
/// <param name="Permissions">What may be done for at least some rows.</param>
/// <param name="Fields">Class of data (C1 to C3) → clear, masked, hidden.</param>
/// <param name="PasswordChange">The password was for once and has to be changed first.</param>
/// <param name="SteppedUpUntil">Until when sensitive acts ask for nothing more.</param>
/// <param name="Unread">Notifications.</param>
/// <param name="Watermark">What pages with personal data carry, besides the time.</param>
public sealed record SessionView(
    string UserName, string Name, bool Demo, string Language, string Theme, IReadOnlyList<string> Permissions, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<PostView> Posts,
    bool PasswordChange, bool Totp, DateTimeOffset SteppedUpUntil, long Unread, string Watermark);

/// <summary>Signing in, who one is, giving the password again, signing out.</summary>
internal static class Sessions
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/session").WithTags("session");
        session.MapPost("", SignInAsync).ForEveryone().WithName("SignIn").WithSummary("Sign in. The session lasts a working day.");
        session.MapGet("", WhoAsync).ForEveryone().WithName("ShowSession").WithSummary("Who is signed in, and what they may do");
        session.MapDelete("", SignOutAsync).ForEveryone().WithName("SignOut").WithSummary("Sign out: the session ends");
        session.MapPost("/step-up", StepUpAsync).ForSignedIn().WithName("StepUp").WithSummary("The password or a code again, for sensitive acts");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SignInAsync(Credentials credentials, SigningIn signing, IAntiforgery antiforgery, HttpContext context, AccessOptions options)
    {
        if (credentials is not { UserName: { Length: > 0 and <= 64 } name, Password: { Length: > 0 and <= 200 } password })
        {
            return Problems.BadRequest("bad-request", "A user name and a password are needed.");
        }

        switch (await signing.SignInAsync(context, name, password, credentials.Code))
        {
            case SignInOutcome.Done:
                context.GiveAntiforgeryToken(antiforgery); // a token belongs to a user: the one given before signing in is of no use afterwards
                return TypedResults.NoContent();
            case SignInOutcome.LockedOut:
                return Problems.TooMany("locked-out", $"Too many wrong passwords or codes. Try again in {options.Limits.LockedFor.TotalMinutes:0} minutes.");
            case SignInOutcome.CodeNeeded:
                return Problems.Unauthorized("totp-required", "A code of the authenticator is needed too.");
            case SignInOutcome.CodeWrong:
                return Problems.Unauthorized("totp-wrong", "The code is wrong, or was used before.");
            default:
                return Problems.Unauthorized("sign-in-failed", "The user name or the password is wrong.");
        }
    }

    private static async Task<Results<Ok<SessionView>, ProblemHttpResult>> WhoAsync(
        HttpContext context, AccessDatabase database, RightsBook book, AccessOptions options, CancellationToken cancellation)
    {
        if (context.Features.Get<Caller>() is not { PersonId.Length: > 0 } caller)
        {
            // The sign-in page says that this is a demo before anybody is known.
            return TypedResults.Problem("Nobody is signed in.", statusCode: StatusCodes.Status401Unauthorized,
                extensions: new Dictionary<string, object?> { ["code"] = "sign-in-required", ["demo"] = options.Demo });
        }

        return TypedResults.Ok(await database.ReadAsync(async session =>
        {
            var (state, tree) = await book.NowAsync(session);
            var person = (await PersonStore.FindAsync(session, caller.PersonId))!;
            var posts = state.Posts[caller.PersonId].Where(p => p.IsOn(tree.Day)).Select(p => Show(p, state, tree)).ToList();
            var home = posts.FirstOrDefault()?.Unit ?? "";
            return new SessionView(
                person.UserName, person.Name, options.Demo, person.Language, person.Theme,
                [.. caller.Rights.Sights.Where(s => !s.Value.IsNothing).Select(s => s.Key).Order(StringComparer.Ordinal)],
                Enum.GetValues<DataClass>().ToDictionary(c => c.ToString(), c => caller.Sees(c).ToString().ToLowerInvariant()),
                posts, person.PasswordOnce, person.Totp, caller.SteppedUpAt + options.Limits.StepUpLasts,
                (await session.QueryAsync("SELECT count(*) FROM access.notification WHERE person = @person AND read_at IS NULL", r => r.GetInt64(0), ("person", caller.PersonId)))[0],
                $"{person.Name} {person.UserName} {home}".Trim());
        }, cancellation));
    }

    public static PostView Show(Post post, AccessState state, OrganisationTree tree) => new(
        post.Role, state.Roles.GetValueOrDefault(post.Role) is { } role ? new TwoLanguages(role.NameZh, role.NameEn) : new TwoLanguages(post.Role, post.Role), post.Unit, tree.NameOf(post.Unit));

    private static async Task<NoContent> SignOutAsync(HttpContext context, AccessDatabase database, IAntiforgery antiforgery, TimeProvider clock, CancellationToken cancellation)
    {
        if (context.Features.Get<Caller>() is { PersonId.Length: > 0 } caller)
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            await database.WriteAsync(async session =>
            {
                await SignInSession.EndAsync(session, caller.PersonId, caller.SessionId, now);
                await AuditTrail.AppendAsync(session, "access", now, new AuditEntry(caller.UserName, caller.From, "sign-out", caller.UserName));
            }, cancellation);
        }

        await context.SignOutAsync(SignInModule.Scheme);
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
        context.GiveAntiforgeryToken(antiforgery);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> StepUpAsync(
        StepUp given, Caller caller, SigningIn signing, AccessDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        var outcome = await signing.StepUpAsync(caller.PersonId, given.Password, given.Code);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await database.WriteAsync(async session =>
        {
            if (outcome == SignInOutcome.Done)
            {
                await SignInSession.SteppedUpAsync(session, caller.SessionId, now);
            }

            await AuditTrail.AppendAsync(session, "access", now, new AuditEntry(caller.UserName, caller.From, outcome == SignInOutcome.Done ? "step-up" : "step-up.failed", caller.UserName));
        }, cancellation);
        return outcome switch
        {
            SignInOutcome.Done => TypedResults.NoContent(),
            SignInOutcome.LockedOut => Problems.TooMany("locked-out", "Too many wrong passwords or codes."),
            _ => Problems.Unauthorized("step-up-failed", "That was not right."),
        };
    }
}

public static class AntiforgeryTokens
{
    /// <summary>Writes the token that belongs to the request's user into the cookie that our page, and no other, can read and send back in a header.</summary>
    public static void GiveAntiforgeryToken(this HttpContext context, IAntiforgery antiforgery)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        context.Response.Cookies.Append("XSRF-TOKEN", tokens.RequestToken!, new CookieOptions
        {
            HttpOnly = false, // the page reads it
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Strict,
            Path = "/",
        });
    }
}
