namespace Granary.Host.Web;

/// <summary>What a browser may do with our answers: load from here and nowhere else, never in a frame, never guess a type.</summary>
internal static class SecurityHeaders
{
    // The page puts its style sheets in by document.adoptedStyleSheets, which needs no exception here.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            // Customers' data: not in a shared computer's cache, not behind the back button after signing out.
            headers.CacheControl = "no-store";
        }

        return next(context);
    });
}
