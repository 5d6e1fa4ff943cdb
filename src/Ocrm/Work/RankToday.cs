using System.Text.Json;
using Granary.Kernel;

namespace Granary.Ocrm.Work;

/// <summary>One thing that somebody owes today.</summary>
/// <param name="Kind">task, visit, call, event, reminder, opportunity or escalated.</param>
/// <param name="Title">What somebody wrote; empty where the reason says it all.</param>
/// <param name="Reason">overdue, due, planned, escalated, of an opportunity expected or stale (too long in its stage), or the kind of the reminder: birthday, deposit-due …</param>
/// <param name="DueOn">YYYY-MM-DD.</param>
public sealed record TodayItem(string Kind, long Id, string Title, string Reason, string DueOn, int Priority)
{
    /// <summary>When it begins, where it has a time of day.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Of a reminder: what its reason has in figures, such as days and on.</summary>
    public JsonElement? Args { get; init; }
}

/// <summary>All that is owed to one customer, or one thing that is about none.</summary>
/// <param name="Customer">A party number; empty where it is about no customer.</param>
/// <param name="Items">The most pressing first; its reason is the entry's.</param>
public sealed record TodayEntry(string Customer, string Name, int Score, IReadOnlyList<TodayItem> Items);

/// <summary>What matters today, most of all first. Pure.</summary>
internal static class RankToday
{
    /// <summary>What others wait for comes before what is merely late, and that before what is planned; each further thing for the same customer adds a little, since one call serves all.</summary>
    private const int Escalated = 60, Overdue = 50, Planned = 45, Due = 40, Reminder = 30, Later = 10, Important = 25, PerDayLate = 2, MostDaysLate = 20, PerFurther = 5;

    public static IReadOnlyList<TodayEntry> Of(IEnumerable<(string Customer, string Name, TodayItem Item)> owed, DateOnly today) =>
        [.. owed.GroupBy(o => o.Customer.Length > 0 ? o.Customer : $"{o.Item.Kind}/{o.Item.Id}", StringComparer.Ordinal)
            .Select(customer =>
            {
                var items = customer.Select(o => (o.Item, Score: ScoreOf(o.Item, today))).OrderByDescending(i => i.Score).ThenBy(i => i.Item.DueOn, StringComparer.Ordinal).ThenBy(i => i.Item.Id).ToList();
                return new TodayEntry(customer.First().Customer, customer.First().Name, items[0].Score + (PerFurther * (items.Count - 1)), [.. items.Select(i => i.Item)]);
            })
            .OrderByDescending(e => e.Score).ThenBy(e => e.Items[0].DueOn, StringComparer.Ordinal).ThenBy(e => e.Customer, StringComparer.Ordinal).ThenBy(e => e.Items[0].Id)];

    private static int ScoreOf(TodayItem item, DateOnly today)
    {
        var late = BankTime.Parse(item.DueOn) is { } due ? today.DayNumber - due.DayNumber : 0;
        var kind = item.Kind switch
        {
            "escalated" => Escalated,
            "reminder" or "opportunity" => Reminder,
            "visit" or "call" or "event" => Planned,
            _ => late > 0 ? Overdue : late == 0 ? Due : Later,
        };
        return kind + (item.Priority > 0 ? Important : 0) + Math.Clamp(late * PerDayLate, 0, MostDaysLate);
    }
}
