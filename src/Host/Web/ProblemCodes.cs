namespace Granary.Host.Web;

/// <summary>Every error of the API is problem+json with a code that a program can tell apart (RFC 9457).</summary>
internal static class ProblemCodes
{
    /// <summary>The code of an error that no slice named.</summary>
    private static string CodeOf(int status) => status switch
    {
        400 => "bad-request",
        401 => "sign-in-required",
        403 => "forbidden",
        404 => "not-found",
        405 => "method-not-allowed",
        408 => "too-slow",
        413 => "too-large",
        415 => "media-type",
        429 => "too-many",
        503 => "unavailable",
        >= 500 => "internal",
        _ => "error",
    };

    public static IServiceCollection AddProblems(this IServiceCollection services) =>
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = context =>
            context.ProblemDetails.Extensions.TryAdd("code", CodeOf(context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode)));
}
