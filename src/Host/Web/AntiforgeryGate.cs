using Granary.Access.SignIn;
using Granary.Access;
using Microsoft.AspNetCore.Antiforgery;

namespace Granary.Host.Web;

/// <summary>
/// Every request that changes something carries, in a header, the token of the cookie XSRF-TOKEN, which only our own page can read.
/// A program with a key has no cookies that a page of another site could borrow, so it needs none;
/// pages without a log-in (/a) ask no cookie for anything: their address is the secret, and another site does not have it.
/// </summary>
internal sealed class AntiforgeryGate(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var safe = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method);
        if (safe)
        {
            if (context.Request.Path == "/api/session")
            {
                context.GiveAntiforgeryToken(antiforgery);
            }
        }
        else if (context.Request.Headers.Authorization.Count == 0 && !context.Request.Path.StartsWithSegments("/a", StringComparison.Ordinal))
        {
            try
            {
                await antiforgery.ValidateRequestAsync(context);
            }
            catch (AntiforgeryValidationException)
            {
                await Problems
                    .Of(StatusCodes.Status400BadRequest, "antiforgery", "The header X-XSRF-TOKEN does not carry the token of this session. Load the page again.")
                    .ExecuteAsync(context);
                return;
            }
        }

        await next(context);
    }
}
