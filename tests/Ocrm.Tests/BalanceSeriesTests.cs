using Granary.Ocrm.Holdings;

namespace Granary.Ocrm.Tests;

/// <summary>The packed past of an account against a plain list of days (docs/cases.md, HOLD-20, 21).</summary>
public sealed class BalanceSeriesTests
{
    [Fact, Trait("Case", "HOLD-20")]
    public void A_packed_series_says_of_every_day_and_month_what_a_plain_list_of_reports_says()
    {
        var seed = Random.Shared.Next();
        for (var run = 0; run < 200; run++)
        {
            var random = new Random(seed + run);
            var (series, plain) = (BalanceSeries.Empty, new SortedDictionary<DateOnly, long>());
            var day = new DateOnly(2024, 1, 1).AddDays(random.Next(400));
            for (var i = random.Next(1, 500); i > 0; i--)
            {
                day = day.AddDays(random.Next(20) == 0 ? random.Next(1, 80) : 1);
                var balance = random.Next(3) == 0 ? random.NextInt64(-1_000_000_000_000, 1_000_000_000_000) : plain.Values.LastOrDefault();
                plain[day] = balance;
                series = BalanceSeries.Unpack(series.With(day, balance).Pack());
            }

            var last = plain.Keys.Last();
            Assert.Equal(plain.Where(p => p.Key > last.AddDays(-BalanceSeries.Days)).Select(p => (p.Key, p.Value)), series.Daily);
            Assert.Equal(Ends(plain, last), series.MonthEnds);
            Assert.All(Enumerable.Range(-2, 420).Select(ago => last.AddDays(-ago)), asked => Assert.Equal(
                series.Daily.Where(d => d.Day <= asked).Select(d => (long?)d.Balance).LastOrDefault() ?? series.MonthEnds.Where(m => m.Day <= asked).Select(m => (long?)m.Balance).LastOrDefault(), series.At(asked)));
        }

        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
    }

    [Fact, Trait("Case", "HOLD-21")]
    public void A_day_that_comes_late_fills_its_own_place_and_changes_no_other()
    {
        var series = BalanceSeries.Empty.With(new(2026, 3, 10), 100).With(new(2026, 3, 12), 300);
        series = series.With(new(2026, 3, 11), 200).With(new(2026, 2, 28), 50).With(new(2025, 3, 31), 7).With(new(2025, 2, 28), 5);
        Assert.Equal([(new(2026, 2, 28), 50L), (new(2026, 3, 10), 100L), (new(2026, 3, 11), 200L), (new(2026, 3, 12), 300L)], series.Daily);
        Assert.Equal([(new DateOnly(2025, 3, 31), 7L), (new DateOnly(2026, 2, 28), 50L)], series.MonthEnds);
        Assert.Equal((300, 100, 50, null), (series.At(new(2026, 5, 1)), series.At(new(2026, 3, 10)), series.At(new(2026, 3, 9)), series.At(new(2025, 3, 1))));
    }

    [Fact, Trait("Case", "HOLD-21")]
    public void A_quiet_account_takes_little_room_and_what_is_no_series_is_said_to_be_none()
    {
        var series = BalanceSeries.Empty;
        for (var i = 0; i < 400; i++)
        {
            series = series.With(new DateOnly(2025, 1, 1).AddDays(i), 1_234_567_89);
        }

        Assert.InRange(series.Pack().Length, 43, 64);
        Assert.Throws<FormatException>(() => BalanceSeries.Unpack([0xFF, 0xFF]));
        Assert.Equal(BalanceSeries.Empty, BalanceSeries.Unpack([]));
    }

    /// <summary>The last report of each of the twelve months before that of the newest day; a month without one has none.</summary>
    private static IEnumerable<(DateOnly Day, long Balance)> Ends(SortedDictionary<DateOnly, long> plain, DateOnly last) => plain
        .GroupBy(p => (p.Key.Year * 12) + p.Key.Month)
        .Where(g => (last.Year * 12) + last.Month - g.Key is > 0 and <= BalanceSeries.Months)
        .Select(g => (new DateOnly(g.Last().Key.Year, g.Last().Key.Month, 1).AddMonths(1).AddDays(-1), g.Last().Value));
}
