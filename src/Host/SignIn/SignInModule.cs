using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Granary.Host.SignIn;

/// <summary>Who may use the pages: ASP.NET Core Identity with a cookie, antiforgery on everything that changes something.</summary>
internal static class SignInModule
{
    /// <summary>Five wrong passwords in a row close a user for five minutes: a guesser gets 1,440 tries a day, a person who mistypes waits once.</summary>
    private const int WrongPasswords = 5;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    /// <summary>A working day: nobody signs in twice a day, and a forgotten screen is closed by the next morning.</summary>
    private static readonly TimeSpan SessionLasts = TimeSpan.FromHours(10);

    public static IServiceCollection AddSignIn(this IServiceCollection services, HubOptions options)
    {
        services.AddDataProtection()
            .SetApplicationName("Granary")
            .PersistKeysToFileSystem(PrivateFolder(Path.Combine(options.Data, "keys")));
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = "X-XSRF-TOKEN";
            antiforgery.Cookie.Name = options.Demo ? "__Host-granary-csrf" : "granary-csrf";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = options.Demo ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.AddAuthorization();
        if (!options.Demo)
        {
            services.AddAuthentication();
            return services;
        }

        services.AddDbContext<UserDatabase>(database =>
        {
            if (DatabaseKind.IsPostgres(options.Database))
            {
                database.UseNpgsql(options.Database);
            }
            else
            {
                database.UseSqlite($"Data Source={Path.Combine(options.Data, "users.db")}");
            }
        });
        services.AddIdentityCore<IdentityUser>(identity =>
            {
                identity.Password.RequiredLength = 12;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireDigit = false;
                identity.Lockout.MaxFailedAccessAttempts = WrongPasswords;
                identity.Lockout.DefaultLockoutTimeSpan = LockedFor;
            })
            .AddSignInManager()
            .AddEntityFrameworkStores<UserDatabase>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                cookie.Cookie.Name = "__Host-granary";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.Always;
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.ExpireTimeSpan = SessionLasts;
                cookie.SlidingExpiration = true;
                cookie.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;

                // An API answers with a status; the page shows its own sign-in.
                cookie.Events.OnRedirectToLogin = context => Answer(context.Response, StatusCodes.Status401Unauthorized);
                cookie.Events.OnRedirectToAccessDenied = context => Answer(context.Response, StatusCodes.Status403Forbidden);
            });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton(new DemoUser(options.Data));
        services.AddHostedService<UserStart>();
        return services;
    }

    public static void MapSignIn(this WebApplication app, HubOptions options)
    {
        app.UseMiddleware<AntiforgeryGate>();
        var session = app.MapGroup("/api/session").WithTags("session").AllowAnonymous();
        if (options.Demo)
        {
            Session.Map(session);
        }
        else
        {
            session.MapGet("", () => new SessionState(null, Demo: false))
                .WithSummary("Who is signed in: nobody, where there are no users.");
        }
    }

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static DirectoryInfo PrivateFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
