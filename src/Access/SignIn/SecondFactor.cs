using Granary.Access.Contracts;
using Granary.Access.People;
using Granary.Access.Storage;
using Granary.Kernel.Auditing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using QRCoder;

namespace Granary.Access.SignIn;

/// <param name="Secret">Base32, to be typed where nothing can be scanned.</param>
/// <param name="Uri">otpauth://totp/…</param>
/// <param name="Qr">The address as a picture: SVG.</param>
public sealed record AuthenticatorSecret(string Secret, string Uri, string Qr);

public sealed record AuthenticatorCode(string? Code);

/// <param name="Codes">Each is of use once; shown this once.</param>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);

/// <summary>Time-based codes (TOTP, RFC 6238) with an authenticator, and recovery codes for when it is lost.</summary>
internal static class SecondFactor
{
    private const int Codes = 10;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/me/totp", BeginAsync).ForPeople().WithName("BeginTotp").WithSummary("A new secret for an authenticator; it counts once a code of it was shown");
        routes.MapPost("/me/totp/confirm", ConfirmAsync).ForPeople().WithName("ConfirmTotp").WithSummary("Switches codes on, and gives the recovery codes");
        routes.MapDelete("/me/totp", EndAsync).ForPeople().WithName("EndTotp").WithSummary("Switches codes off");
    }

    private static async Task<Results<Ok<AuthenticatorSecret>, ProblemHttpResult>> BeginAsync(Caller caller, UserManager<Person> people, AccessLimits limits, TimeProvider clock)
    {
        var person = (await people.FindByIdAsync(caller.PersonId))!;
        if (Refusal(caller, limits, clock) is { } refusal)
        {
            return refusal;
        }

        if (person.Totp)
        {
            return Problems.Conflict("totp-on", "Codes are on. Switch them off first.");
        }

        await people.ResetAuthenticatorKeyAsync(person);
        var secret = (await people.GetAuthenticatorKeyAsync(person))!;
        var uri = $"otpauth://totp/Granary:{Uri.EscapeDataString(person.UserName)}?secret={secret}&issuer=Granary&digits=6";
        using var drawn = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        return TypedResults.Ok(new AuthenticatorSecret(secret, uri, new SvgQRCode(drawn).GetGraphic(4)));
    }

    private static async Task<Results<Ok<RecoveryCodes>, ProblemHttpResult>> ConfirmAsync(
        AuthenticatorCode given, Caller caller, UserManager<Person> people, AccessDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        var person = (await people.FindByIdAsync(caller.PersonId))!;
        if (person.Totp || person.TotpKey is null)
        {
            return Problems.Conflict("totp-not-begun", "Ask for a secret first.");
        }

        if (!await people.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, (given.Code ?? "").Replace(" ", "", StringComparison.Ordinal)))
        {
            return Problems.BadRequest("totp-wrong", "The code is wrong. Is the clock of the phone right?");
        }

        await people.SetTwoFactorEnabledAsync(person, true);
        var codes = (await people.GenerateNewTwoFactorRecoveryCodesAsync(person, Codes))!.ToList();
        await NoteAsync(database, caller, "totp.on", clock, cancellation);
        return TypedResults.Ok(new RecoveryCodes(codes));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(
        Caller caller, UserManager<Person> people, AccessDatabase database, AccessLimits limits, TimeProvider clock, CancellationToken cancellation)
    {
        if (Refusal(caller, limits, clock) is { } refusal)
        {
            return refusal;
        }

        var person = (await people.FindByIdAsync(caller.PersonId))!;
        (person.TotpKey, person.RecoveryCodes) = (null, null);
        await people.SetTwoFactorEnabledAsync(person, false);
        await NoteAsync(database, caller, "totp.off", clock, cancellation);
        return TypedResults.NoContent();
    }

    // A screen that somebody left must not be enough to change how they sign in.
    private static ProblemHttpResult? Refusal(Caller caller, AccessLimits limits, TimeProvider clock) =>
        clock.GetUtcNow() - caller.SteppedUpAt > limits.StepUpLasts ? Problems.Forbidden("step-up-required", "Give your password or a code again.") : null;

    private static Task NoteAsync(AccessDatabase database, Caller caller, string act, TimeProvider clock, CancellationToken cancellation) => database.WriteAsync(
        session => AuditTrail.AppendAsync(session, "access", clock.GetUtcNow().ToUnixTimeMilliseconds(), new AuditEntry(caller.UserName, caller.From, act, caller.UserName)), cancellation);
}
