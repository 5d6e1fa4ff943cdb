using System.Text.Json;

namespace Granary.Ocrm.Calendar;

/// <summary>What a day is by the yearly notice of the State Council, where that says something of it.</summary>
/// <param name="Off">A holiday; otherwise a weekend's day on which people work.</param>
internal sealed record Holiday(string Zh, string En, bool Off);

/// <summary>
/// Public holidays and working weekends as the State Council publishes them each November for the next year: holidays.json, in which each year
/// names its notice. For years that it does not have, weekends are free and nothing else is known.
/// </summary>
internal static class Holidays
{
    private sealed record Span(string Zh, string En, DateOnly From, DateOnly To, IReadOnlyList<DateOnly> Working);

    private sealed record Year(IReadOnlyList<Span> Holidays);

    private static readonly Dictionary<DateOnly, Holiday> Known = Read();

    public static Holiday? On(DateOnly day) => Known.GetValueOrDefault(day);

    public static bool IsWorkingDay(DateOnly day) => On(day) is { } holiday ? !holiday.Off : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static Dictionary<DateOnly, Holiday> Read()
    {
        using var stream = typeof(Holidays).Assembly.GetManifestResourceStream("holidays.json") ?? throw new InvalidOperationException("The holidays are not in the assembly.");
        var days = new Dictionary<DateOnly, Holiday>();
        foreach (var span in JsonSerializer.Deserialize<List<Year>>(stream, JsonSerializerOptions.Web)!.SelectMany(y => y.Holidays))
        {
            for (var day = span.From; day <= span.To; day = day.AddDays(1))
            {
                days[day] = new Holiday(span.Zh, span.En, Off: true);
            }

            foreach (var day in span.Working)
            {
                days[day] = new Holiday(span.Zh, span.En, Off: false);
            }
        }

        return days;
    }
}
