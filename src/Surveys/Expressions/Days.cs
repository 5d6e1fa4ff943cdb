namespace Granary.Surveys.Expressions;

/// <summary>Functions over days and times, all in the bank's own time zone.</summary>
internal static class Days
{
    public static Function[] All { get; } =
    [
        new("today", 0, 1, a => Value.Of(a.Run.Now.Date.AddDays(Number(a[0]) ?? 0))),
        new("currentDate", 0, 0, a => Value.Of(a.Run.Now)),
        new("currentYear", 0, 0, a => Value.Of(a.Run.Now.Year)),
        new("getDate", 0, 1, a => Loosely.AsMoment(a[0]) is { } moment ? Value.Of(moment) : Value.Empty),
        new("year", 0, 1, a => Part(a, m => m.Year)),
        new("getYear", 0, 1, a => Part(a, m => m.Year)),
        new("month", 0, 1, a => Part(a, m => m.Month)),
        new("day", 0, 1, a => Part(a, m => m.Day)),
        new("weekday", 0, 1, a => Part(a, m => (int)m.DayOfWeek)), // 0 is Sunday
        new("age", 1, 1, Age),
        new("dateDiff", 2, 3, Difference),
        new("dateAdd", 2, 3, Add),
        new("diffDays", 2, 2, a => Value.Of(Between(a) is var (from, to) ? Math.Ceiling(Math.Abs((to - from).TotalDays)) : 0)),
    ];

    /// <summary>Of now where nothing is given, of nothing where what is given is no day.</summary>
    private static Value Part(Arguments given, Func<DateTime, int> part) =>
        given[0] is { IsEmpty: false } value ? Loosely.AsMoment(value) is { } moment ? Value.Of(part(moment)) : Value.Empty : Value.Of(part(given.Run.Now));

    /// <summary>Whole years; 0 for who is not born yet.</summary>
    private static Value Age(Arguments given) =>
        Loosely.AsMoment(given[0]) is { } born ? Value.Of(Math.Max(0, Years(born, given.Run.Now))) : given[0].IsEmpty ? Value.Empty : Value.Of(0);

    private static Value Difference(Arguments given)
    {
        if (Between(given) is not var (from, to))
        {
            return Value.Empty;
        }

        var time = to - from;
        return Value.Of(Unit(given) switch
        {
            "years" => Years(from, to),
            "months" => Months(from, to),
            "hours" => Math.Ceiling(time.TotalHours),
            "minutes" => Math.Ceiling(time.TotalMinutes),
            "seconds" => Math.Ceiling(time.TotalSeconds),
            _ => Math.Abs((to.Date - from.Date).TotalDays), // days have no sign in survey-core, months and years have
        });
    }

    /// <summary>A day that a month does not have runs into the next one, as in ECMAScript: a month after 31 January is 2 or 3 March.</summary>
    private static Value Add(Arguments given)
    {
        if (Loosely.AsMoment(given[0]) is not { } moment || Number(given[1]) is not { } count)
        {
            return Value.Empty;
        }

        return Unit(given) switch
        {
            "years" => Shifted(moment, Math.Truncate(count) * 12),
            "months" => Shifted(moment, Math.Truncate(count)),
            "hours" => Moved(moment, TimeSpan.TicksPerHour * Math.Truncate(count)),
            "minutes" => Moved(moment, TimeSpan.TicksPerMinute * Math.Truncate(count)),
            "seconds" => Moved(moment, TimeSpan.TicksPerSecond * Math.Truncate(count)),
            _ => Moved(moment, TimeSpan.TicksPerDay * Math.Truncate(count)),
        };
    }

    private static Value Shifted(DateTime moment, double months)
    {
        var month = ((moment.Year - 1) * 12L) + moment.Month - 1 + (Math.Abs(months) < 1e6 ? (long)months : long.MaxValue / 2);
        return month is < 0 or >= 9999 * 12 ? Value.Empty : Moved(new DateTime((int)(month / 12) + 1, (int)(month % 12) + 1, 1) + moment.TimeOfDay, TimeSpan.TicksPerDay * (double)(moment.Day - 1));
    }

    private static Value Moved(DateTime moment, double ticks) =>
        moment.Ticks + ticks is > 0 and var at && at < DateTime.MaxValue.Ticks ? Value.Of(moment.AddTicks((long)ticks)) : Value.Empty;

    private static (DateTime From, DateTime To)? Between(Arguments given) =>
        Loosely.AsMoment(given[0]) is { } from && Loosely.AsMoment(given[1]) is { } to ? (from, to) : null;

    private static int Years(DateTime from, DateTime to) => Months(from, to) / 12;

    private static int Months(DateTime from, DateTime to) => ((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);

    private static string Unit(Arguments given) => given.Count > 2 ? given.Text(2).ToLowerInvariant() : "days";

    private static double? Number(Value value) => Loosely.AsNumber(value) is { } number && Math.Abs(number) < 1e6 ? number : null;
}
