using Granary.Access;
using Granary.Access.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Ocrm.Calendar;

/// <summary>What a calendar says of a day beside what people have on it.</summary>
/// <param name="Lunar">The lunar day as calendars write it, 初八, or the month's name on its first day.</param>
/// <param name="Kind">off: a public holiday; work: a weekend's day on which people work; empty: neither.</param>
/// <param name="Name">Of the holiday or the lunar festival, in the bank's language; null where there is none.</param>
/// <param name="NameEn">The same in English.</param>
public sealed record DayView(DateOnly Day, string Lunar, string Kind, string? Name, string? NameEn);

/// <summary>GET /api/calendar/days: holidays, working weekends and lunar dates of the days from one to before another.</summary>
internal static class ShowDays
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/calendar/days", Results<Ok<IReadOnlyList<DayView>>, ProblemHttpResult> (DateOnly from, DateOnly to, OcrmLimits limits) =>
                to < from || to.DayNumber - from.DayNumber > limits.CalendarDays
                    ? Problems.BadRequest("calendar-span", $"From one day to a later one, {limits.CalendarDays} days at most.")
                    : TypedResults.Ok<IReadOnlyList<DayView>>([.. Enumerable.Range(0, to.DayNumber - from.DayNumber).Select(i => Of(from.AddDays(i)))]))
            .Requires(Permission.CalendarRead).WithName("ShowDays").WithSummary("Public holidays, working weekends and lunar dates");

    internal static DayView Of(DateOnly day)
    {
        var (holiday, lunar) = (Holidays.On(day), LunarDay.Of(day));
        // Of a holiday of many days the festival's own day carries the festival's name.
        var festival = lunar?.Festival;
        return new DayView(day, lunar?.Text ?? "", holiday is null ? "" : holiday.Off ? "off" : "work", festival?.Zh ?? holiday?.Zh, festival?.En ?? holiday?.En);
    }
}
