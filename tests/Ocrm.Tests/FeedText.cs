using Granary.Kernel;
using Granary.Ocrm.Calendar;

namespace Granary.Ocrm.Tests;

/// <summary>The feed's text is the file that another implementation reads (web/src/features/calendar/feed.test.ts, with ical.js; docs/cases.md, Calendar).</summary>
public sealed class FeedText
{
    [Fact, Trait("Case", "CAL-05")]
    public void What_a_feed_says_is_the_file_that_another_implementation_reads()
    {
        var starts = BankTime.Ms(new DateTime(2026, 10, 5, 9, 0, 0));
        var hour = (long)TimeSpan.FromHours(1).TotalMilliseconds;
        var day = 24 * hour;
        var series = new EventRow(
            1, 0, "230521", "2305210102", "manager", "weekly@granary", 0, 0, "周例会；上午, 二楼\\东", "会议室", "带上\n本周的名单，并把超过七十五个字节的一行折成两行，这样别的日历也能读，读出来还是原来的一行", starts, starts + hour, false,
            "FREQ=WEEKLY;BYDAY=MO;COUNT=5", [starts + (7 * day)], 0, 15, 0, 3, starts);
        var moved = series with { Id = 2, Series = 1, Original = starts + (14 * day), Starts = starts + (15 * day), Ends = starts + (15 * day) + hour, Rule = "", Except = [], Title = "周例会（改期）" };
        var whole = series with { Id = 3, Uid = "training@granary", Title = "培训", Starts = BankTime.Ms(new DateOnly(2026, 10, 21)), Ends = BankTime.Ms(new DateOnly(2026, 10, 23)), AllDay = true, Rule = "", Except = [], Remind = -1 };
        var text = IcsText.Of([series, moved, whole], new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Tables", "feed.ics")).ReplaceLineEndings("\n"), text.ReplaceLineEndings("\n"));
    }
}
