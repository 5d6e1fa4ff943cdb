using System.Globalization;

namespace Granary.Ocrm.Calendar;

/// <summary>A day of the Chinese lunisolar calendar (GB/T 33661-2017).</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Leap">The second month of that number in the year.</param>
internal readonly record struct LunarDay(int Year, int Month, bool Leap, int Day)
{
    private static readonly ChineseLunisolarCalendar Calendar = new();

    private static readonly string[] Months = ["正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月"];
    private static readonly string[] Tens = ["初", "十", "廿", "三"];
    private const string Digits = "一二三四五六七八九十";

    /// <summary>Days that are named by themselves.</summary>
    private static readonly Dictionary<(int Month, int Day), (string Zh, string En)> Festivals = new()
    {
        [(1, 1)] = ("春节", "Spring Festival"), [(1, 15)] = ("元宵节", "Lantern Festival"), [(5, 5)] = ("端午节", "Dragon Boat Festival"), [(7, 7)] = ("七夕", "Qixi"),
        [(8, 15)] = ("中秋节", "Mid-Autumn Festival"), [(9, 9)] = ("重阳节", "Double Ninth"), [(12, 8)] = ("腊八节", "Laba"),
    };

    /// <summary>The framework's table ends on 2101-01-28 and begins on 1901-02-19.</summary>
    public static LunarDay? Of(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        if (time < Calendar.MinSupportedDateTime || time > Calendar.MaxSupportedDateTime)
        {
            return null;
        }

        var (year, month) = (Calendar.GetYear(time), Calendar.GetMonth(time));
        // The framework counts a leap month as a month of its own: after leap month 6, which is its 7th, the 7th is its 8th.
        var leap = Calendar.GetLeapMonth(year);
        return new LunarDay(year, leap > 0 && month >= leap ? month - 1 : month, month == leap, Calendar.GetDayOfMonth(time));
    }

    /// <summary>
    /// The day on which somebody born on this lunar day has their birthday in a lunar year: who was born in a leap month has it in the month of
    /// that number, and on the 29th where the month has no 30th, as families keep it.
    /// </summary>
    public DateOnly? BirthdayIn(int lunarYear)
    {
        if (lunarYear < Calendar.MinSupportedDateTime.Year || lunarYear >= Calendar.MaxSupportedDateTime.Year)
        {
            return null;
        }

        var leap = Calendar.GetLeapMonth(lunarYear);
        var month = leap > 0 && Month >= leap ? Month + 1 : Month;
        return DateOnly.FromDateTime(Calendar.ToDateTime(lunarYear, month, Math.Min(Day, Calendar.GetDaysInMonth(lunarYear, month)), 0, 0, 0, 0));
    }

    public (string Zh, string En)? Festival => Leap ? null : Festivals.TryGetValue((Month, Day), out var name) ? name : IsNewYearsEve ? ("除夕", "New Year's Eve") : null;

    /// <summary>As a calendar's cell says it: the month's name on its first day, else the day's.</summary>
    public string Text => Day == 1 ? (Leap ? "闰" : "") + Months[Month - 1] : DayText;

    private string DayText => Day switch
    {
        10 => "初十",
        20 => "二十",
        30 => "三十",
        _ => Tens[Day / 10] + Digits[(Day % 10) - 1],
    };

    private bool IsNewYearsEve => Month == 12 && Day == Calendar.GetDaysInMonth(Year, Calendar.GetMonthsInYear(Year));
}
