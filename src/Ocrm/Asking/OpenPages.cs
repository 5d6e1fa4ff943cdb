using System.Diagnostics;
using System.Text;
using Granary.Ocrm.Asking.Rendering;
using Microsoft.AspNetCore.Http;

namespace Granary.Ocrm.Asking;

/// <summary>How pages under /a/, which are for people without a log-in, are sent: the address is the secret.</summary>
internal sealed class OpenPages(Guesses guesses)
{
    // Nothing from elsewhere, nothing inline, in no frame; where one is and the camera may be asked for by this page alone.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>An address is a secret, and traces are read by many.</summary>
    public static void Untrace() => Activity.Current?.SetTag("url.path", "/a/").SetTag("http.target", null);

    /// <summary>Of a link that is none of ours; counted, and too many of them are not answered.</summary>
    public IResult Unknown(HttpContext context, AnswerWords words) =>
        guesses.Wrong(context) ? Saying(context, words.Unknown, words, StatusCodes.Status404NotFound) : Results.StatusCode(StatusCodes.Status429TooManyRequests);

    public static IResult Saying(HttpContext context, (string Title, string Text) said, AnswerWords words, int status = StatusCodes.Status200OK) => Html(context, PageFrame.Saying(said.Title, said.Text, words), status);

    public static IResult Html(HttpContext context, string html, int status = StatusCodes.Status200OK)
    {
        Protect(context);
        return Results.Text(html, "text/html", Encoding.UTF8, status);
    }

    public static void Protect(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(self)";
    }
}
