namespace Granary.Host.Web;

/// <summary>What a browser may do with our answers: load from here and nowhere else, never in a frame, never guess a type.</summary>
internal static class SecurityHeaders
{
    // Style attributes are allowed, since charts place their labels by them; style sheets and scripts are files of ours
    // or carry the page's nonce (Ant Design writes its style sheets at run time).
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src-elem 'self' 'nonce-{0}'; style-src-attr 'unsafe-inline'; "
        + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var nonce = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(18));
        context.Items[typeof(SecurityHeaders)] = nonce;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = string.Format(System.Globalization.CultureInfo.InvariantCulture, Policy, nonce);
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

    public static string Nonce(HttpContext context) => (string)context.Items[typeof(SecurityHeaders)]!;
}
