using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Access;

/// <summary>Named errors as problem+json (RFC 9457): a code that the page has words for, nothing of the inside.</summary>
public static class Problems
{
    public static ProblemHttpResult BadRequest(string code, string title) => Of(StatusCodes.Status400BadRequest, code, title);

    public static ProblemHttpResult Unauthorized(string code, string title) => Of(StatusCodes.Status401Unauthorized, code, title);

    public static ProblemHttpResult Forbidden(string code, string title) => Of(StatusCodes.Status403Forbidden, code, title);

    public static ProblemHttpResult NotFound(string code, string title) => Of(StatusCodes.Status404NotFound, code, title);

    public static ProblemHttpResult Conflict(string code, string title) => Of(StatusCodes.Status409Conflict, code, title);

    public static ProblemHttpResult TooMany(string code, string title) => Of(StatusCodes.Status429TooManyRequests, code, title);

    public static ProblemHttpResult Of(int status, string code, string title) =>
        TypedResults.Problem(title: title, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });
}
