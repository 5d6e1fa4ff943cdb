using Granary.Access.People;
using Granary.Kernel;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Access.SignIn;

/// <summary>ASP.NET Core Identity decides about passwords, lock-out and codes; the cookie names a session, which lives in the database.</summary>
internal static class SignInModule
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>The claim that names the session.</summary>
    public const string SessionClaim = "sid";

    public static IServiceCollection AddSignIn(this IServiceCollection services, AccessOptions options)
    {
        services.AddDataProtection()
            .SetApplicationName("Granary")
            .PersistKeysToFileSystem(PrivateFiles.CreateFolder(Path.Combine(options.Data, "keys")));
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = "X-XSRF-TOKEN";
            antiforgery.SuppressReadingTokenFromFormBody = true; // or whoever has no token could send files to be read first
            antiforgery.Cookie.Name = options.Https ? "__Host-granary-csrf" : "granary-csrf";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = options.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.AddIdentityCore<Person>(identity =>
            {
                identity.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._@";
                identity.Password.RequiredLength = options.Limits.PasswordLength;
                identity.Password.RequireNonAlphanumeric = identity.Password.RequireUppercase = identity.Password.RequireLowercase = identity.Password.RequireDigit = false;
                identity.Lockout.MaxFailedAccessAttempts = options.Limits.WrongPasswords;
                identity.Lockout.DefaultLockoutTimeSpan = options.Limits.LockedFor;
                identity.Tokens.AuthenticatorIssuer = "Granary";
            })
            .AddUserStore<PersonStore>()
            .AddPasswordValidator<PasswordRules>()
            .AddTokenProvider<AuthenticatorTokenProvider<Person>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddAuthentication(Scheme).AddCookie(Scheme, cookie =>
        {
            cookie.Cookie.Name = options.Https ? "__Host-granary" : "granary";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SecurePolicy = options.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.ExpireTimeSpan = options.Limits.SessionLasts;
            cookie.SlidingExpiration = false; // the session in the database says how long
        });
        services.AddScoped<FirstPeople>();
        services.AddScoped<SigningIn>();
        return services;
    }
}
