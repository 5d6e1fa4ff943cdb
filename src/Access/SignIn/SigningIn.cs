using System.Security.Claims;
using Granary.Access.Auditing;
using Granary.Access.People;
using Granary.Access.Storage;
using Granary.Kernel.Auditing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Granary.Access.SignIn;

internal enum SignInOutcome
{
    Done,
    Wrong,
    LockedOut,
    CodeNeeded,
    CodeWrong,
}

/// <summary>Checks a password and, where there is a second factor, a code; five wrong ones in a row lock.</summary>
internal sealed class SigningIn(UserManager<Person> people, AccessDatabase database, AuditWriter audit, TimeProvider clock)
{
    // Hashed for user names that do not exist, so that they take as long to refuse as those that do.
    private static readonly Person Nobody = new() { Id = "", UserName = "nobody" };
    private static readonly string NobodysHash = new PasswordHasher<Person>().HashPassword(Nobody, Guid.NewGuid().ToString());

    public async Task<SignInOutcome> SignInAsync(HttpContext context, string userName, string password, string? code)
    {
        var person = await people.FindByNameAsync(userName);
        if (person is not { State: PersonState.Active })
        {
            people.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password);
            // Not the name that was typed: people type their password there.
            await NoteAsync(context, person?.UserName ?? "", "sign-in.failed", person is null ? "unknown user" : "disabled");
            return SignInOutcome.Wrong;
        }

        var outcome = await CheckAsync(person, password, code);
        await NoteAsync(context, person.UserName, outcome == SignInOutcome.Done ? "sign-in" : "sign-in.failed", outcome switch
        {
            SignInOutcome.Done => "",
            SignInOutcome.LockedOut => "locked out",
            SignInOutcome.CodeNeeded => "password right, code asked for",
            SignInOutcome.CodeWrong => "wrong code",
            _ => "wrong password",
        });
        if (outcome == SignInOutcome.Done)
        {
            await OpenAsync(context, person);
        }

        return outcome;
    }

    /// <summary>A password or a code again, for a sensitive act: the same counting, the same lock.</summary>
    public async Task<SignInOutcome> StepUpAsync(string personId, string? password, string? code)
    {
        var person = await people.FindByIdAsync(personId);
        if (person is null)
        {
            return SignInOutcome.Wrong;
        }

        return person.Totp && string.IsNullOrEmpty(password)
            ? await CheckCodeAsync(person, code)
            : await CheckPasswordAsync(person, password ?? "");
    }

    private async Task<SignInOutcome> CheckAsync(Person person, string password, string? code)
    {
        var first = await CheckPasswordAsync(person, password, reset: !person.Totp);
        return first != SignInOutcome.Done || !person.Totp ? first : await CheckCodeAsync(person, code);
    }

    private async Task<SignInOutcome> CheckPasswordAsync(Person person, string password, bool reset = true)
    {
        if (await people.IsLockedOutAsync(person))
        {
            return SignInOutcome.LockedOut;
        }

        if (!await people.CheckPasswordAsync(person, password))
        {
            await people.AccessFailedAsync(person);
            return SignInOutcome.Wrong;
        }

        // With a second factor the count goes on until the code is right too: else the password would reset what wrong codes count.
        if (reset && person.WrongTries > 0)
        {
            await people.ResetAccessFailedCountAsync(person);
        }

        return SignInOutcome.Done;
    }

    private async Task<SignInOutcome> CheckCodeAsync(Person person, string? code)
    {
        if (await people.IsLockedOutAsync(person))
        {
            return SignInOutcome.LockedOut;
        }

        if (string.IsNullOrWhiteSpace(code))
        {
            return SignInOutcome.CodeNeeded;
        }

        var typed = code.Replace(" ", "", StringComparison.Ordinal);
        var fresh = typed != person.TotpUsed && await people.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, typed);
        var good = fresh || (await people.RedeemTwoFactorRecoveryCodeAsync(person, typed)).Succeeded;
        if (!good)
        {
            await people.AccessFailedAsync(person);
            return SignInOutcome.CodeWrong;
        }

        (person.WrongTries, person.TotpUsed) = (0, fresh ? typed : person.TotpUsed);
        await people.UpdateAsync(person);
        return SignInOutcome.Done;
    }

    private async Task OpenAsync(HttpContext context, Person person)
    {
        var opened = SignInSession.Begin(person.Id, clock.GetUtcNow(), From(context), context.Request.Headers.UserAgent.ToString());
        await database.WriteAsync(session => SignInSession.WriteAsync(session, opened), context.RequestAborted);
        var principal = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, person.Id), new Claim(ClaimTypes.Name, person.UserName), new Claim(SignInModule.SessionClaim, opened.Id)], SignInModule.Scheme));
        await context.SignInAsync(SignInModule.Scheme, principal);
        context.User = principal;
    }

    private Task NoteAsync(HttpContext context, string who, string act, string what) =>
        audit.WriteAsync([new AuditEntry(who, From(context), act, who, After: what)], context.RequestAborted);

    private static string From(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
