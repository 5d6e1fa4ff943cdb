using Granary.Access.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ecif.Distribution;

/// <summary>POST /api/day-close: closes the day now, for systems that take a file a day.</summary>
internal static class CloseDay
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/day-close", Accepted (DayClose close) =>
        {
            close.Ask();
            return TypedResults.Accepted((string?)null);
        }).Requires(Permission.DayClose).WithName("CloseDay").WithSummary("Closes the day: writes the files for systems that take one a day");
}
