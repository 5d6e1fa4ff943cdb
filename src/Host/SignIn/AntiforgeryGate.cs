using Microsoft.AspNetCore.Antiforgery;
using Granary.Host.Web;

namespace Granary.Host.SignIn;

/// <summary>
/// Every request that changes something carries, in a header, the token of the cookie XSRF-TOKEN, which only our own page can read.
/// Also without users: a page of another site must not command a hub that listens on this machine's loopback.
/// </summary>
internal sealed class AntiforgeryGate(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var safe = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method);
        if (!safe)
        {
            try
            {
                await antiforgery.ValidateRequestAsync(context);
            }
            catch (AntiforgeryValidationException)
            {
                await Problem
                    .Of(StatusCodes.Status400BadRequest, "antiforgery", "The header X-XSRF-TOKEN does not carry the token of this session. Load the page again.")
                    .ExecuteAsync(context);
                return;
            }
        }
        else if (context.Request.Path == "/api/session")
        {
            GiveToken(context, antiforgery);
        }

        await next(context);
    }

    public static void GiveToken(HttpContext context, IAntiforgery antiforgery)
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
