using System.Globalization;
using System.Text.Json;
using Granary.Kernel;
using Granary.Ocrm.Calendar;

namespace Granary.Ocrm.Tests;

/// <summary>Recurrence, lunar dates and holidays against tables that other software made (Tables/, each with its script; docs/cases.md, Calendar).</summary>
public sealed class CalendarTables
{
    private sealed record Rule(DateTime Start, string Falls, IReadOnlyList<DateTime> Occurrences);

    [Fact, Trait("Case", "CAL-01")]
    public void A_rule_falls_where_dateutil_says()
    {
        var rules = JsonDocument.Parse(File.ReadAllText(PathOf("recurrence.json"))).RootElement.EnumerateArray()
            .Select(r => new Rule(r.GetProperty("start").GetDateTime(), r.GetProperty("rule").GetString()!, [.. r.GetProperty("falls").EnumerateArray().Select(f => f.GetDateTime())])).ToList();
        Assert.Equal(33, rules.Count);
        Assert.All(rules, rule =>
        {
            // dateutil's table is without a zone; ours ends a rule by UTC where it says so and by the bank's time where it does not.
            var starts = Recurrence.Starts(BankTime.Ms(rule.Start), false, rule.Falls, 0).Take(40).Select(BankTime.Local).ToList();
            Assert.True(rule.Occurrences.SequenceEqual(starts), $"{rule.Falls}: {string.Join(' ', starts.Take(5))}");
        });
    }

    [Fact, Trait("Case", "CAL-01")]
    public void From_the_middle_of_a_series_the_same_occurrences_are_found()
    {
        var first = BankTime.Ms(new DateTime(2026, 1, 6, 14, 30, 0));
        const string Rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO";
        var all = Recurrence.Starts(first, false, Rule, first).Take(60).ToList();
        Assert.All(Enumerable.Range(0, 40), i => Assert.Equal(all.Skip(i).Take(10), Recurrence.Starts(first, false, Rule, all[i]).Take(10)));
        Assert.All(Enumerable.Range(1, 40), i => Assert.Equal(all.Skip(i).Take(10), Recurrence.Starts(first, false, Rule, all[i - 1] + 1).Take(10)));
    }

    [Theory, Trait("Case", "CAL-02")]
    [InlineData("FREQ=SECONDLY", "event-rule")]
    [InlineData("FREQ=DAILY;COUNT=100000", "event-rule")]
    [InlineData("nonsense", "event-rule")]
    [InlineData("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "event-rule-start")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU", "event-rule-start")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO", null)]
    public void A_rule_that_cannot_be_kept_is_refused_by_name(string rule, string? code) =>
        Assert.Equal(code, Recurrence.Fault(rule, BankTime.Ms(new DateTime(2026, 1, 5, 9, 0, 0)), false, 1000));

    [Fact, Trait("Case", "CAL-03")]
    public void A_lunar_date_is_what_another_implementation_says_on_every_day_of_170_years()
    {
        var months = File.ReadLines(PathOf("lunar-months.txt")).Select(line => line.Split(' ')).ToList();
        foreach (var month in months)
        {
            var first = DateOnly.ParseExact(month[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var (year, number) = (int.Parse(month[1], CultureInfo.InvariantCulture), int.Parse(month[2], CultureInfo.InvariantCulture));
            for (var day = 1; day <= int.Parse(month[3], CultureInfo.InvariantCulture); day++)
            {
                Assert.Equal(new LunarDay(year, Math.Abs(number), number < 0, day), LunarDay.Of(first.AddDays(day - 1)));
            }
        }

        Assert.True(months.Count > 2000);
    }

    [Fact, Trait("Case", "CAL-03")]
    public void A_lunar_birthday_comes_each_year_in_a_leap_month_s_namesake_and_on_the_29th_of_a_short_month()
    {
        Assert.Equal(new DateOnly(2026, 9, 25), new LunarDay(1980, 8, false, 15).BirthdayIn(2026));
        Assert.Equal(new DateOnly(2025, 6, 25), new LunarDay(1987, 6, true, 1).BirthdayIn(2025)); // 2025 has a leap sixth month too; the first of the two is kept
        Assert.Equal(new DateOnly(2026, 7, 14), new LunarDay(1987, 6, true, 1).BirthdayIn(2026));
        Assert.Equal(LunarDay.Of(new DateOnly(2025, 1, 28)), new LunarDay(2024, 12, false, 29));
        Assert.Equal(new DateOnly(2025, 1, 28), new LunarDay(1961, 12, false, 30).BirthdayIn(2024));
    }

    [Fact, Trait("Case", "CAL-04")]
    public void Holidays_and_working_weekends_are_those_of_another_table_and_of_the_notices()
    {
        var table = File.ReadLines(PathOf("holidays.txt")).Select(line => line.Split(' ')).ToDictionary(c => DateOnly.ParseExact(c[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), c => c[1] == "off");
        for (var day = new DateOnly(2024, 1, 1); day.Year < 2027; day = day.AddDays(1))
        {
            var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            // A notice that says "together with the weekend" makes no weekend a holiday; the other table counts it as one.
            Assert.Equal(table.TryGetValue(day, out var off) ? !off : !weekend, Holidays.IsWorkingDay(day));
        }

        Assert.Equal(("除夕", "off"), (ShowDays.Of(new DateOnly(2026, 2, 16)).Name, ShowDays.Of(new DateOnly(2026, 2, 16)).Kind));
        Assert.Equal(("廿七", "work", "春节"), (ShowDays.Of(new DateOnly(2026, 2, 14)).Lunar, ShowDays.Of(new DateOnly(2026, 2, 14)).Kind, ShowDays.Of(new DateOnly(2026, 2, 14)).Name));
    }

    private static string PathOf(string table) => Path.Combine(AppContext.BaseDirectory, "Tables", table);
}
