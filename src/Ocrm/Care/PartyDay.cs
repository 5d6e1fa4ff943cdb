using System.Globalization;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Calendar;

namespace Granary.Ocrm.Care;

/// <summary>A day of a party on which something is owed to it.</summary>
/// <param name="Day">Of a birthday month and day (309), of a document yyyymmdd.</param>
internal sealed record PartyDay(long Party, string Kind, int Day)
{
    public const string Birthday = "birthday";
    public const string Lunar = "lunar";
    public const string Document = "document";

    public static IReadOnlyList<PartyDay> Of(PartySnapshot party)
    {
        if (party.MergedInto is not null)
        {
            return [];
        }

        var days = new List<PartyDay>();
        if (party.Kind == PartyKind.Person && BankTime.Parse(First(party, PartyAttribute.Birth)) is { } born)
        {
            days.Add(new PartyDay(party.Id, Birthday, MonthDay(born.Month, born.Day)));
            if (LunarDay.Of(born) is { } lunar)
            {
                days.Add(new PartyDay(party.Id, Lunar, MonthDay(lunar.Month, lunar.Day)));
            }
        }

        if (BankTime.Parse(PartyAttribute.Part(First(party, PartyAttribute.Document), 2)) is { } expires)
        {
            days.Add(new PartyDay(party.Id, Document, BankTime.Number(expires)));
        }

        return days;
    }

    /// <summary>The days of birth whose birthday is on a day: on 28 February of a common year those of the 29th too.</summary>
    public static IReadOnlyList<int> BornFor(DateOnly day) =>
        day is { Month: 2, Day: 28 } && !DateTime.IsLeapYear(day.Year) ? [228, 229] : [MonthDay(day.Month, day.Day)];

    /// <summary>The same by the Chinese calendar: nobody's in a leap month, and on the last of a month of 29 days those of the 30th too (<see cref="LunarDay.BirthdayIn"/>).</summary>
    public static IReadOnlyList<int> LunarBornFor(DateOnly day) => LunarDay.Of(day) is not { Leap: false } lunar ? []
        : lunar.Day == 29 && LunarDay.Of(day.AddDays(1)) is { Day: 1 } ? [MonthDay(lunar.Month, 29), MonthDay(lunar.Month, 30)]
        : [MonthDay(lunar.Month, lunar.Day)];

    private static int MonthDay(int month, int day) => (month * 100) + day;

    private static string First(PartySnapshot party, string attribute) => PartyAttribute.Values(party.Attributes.GetValueOrDefault(attribute) ?? "").FirstOrDefault() ?? "";

    public static readonly Insert<PartyDay> Insert = new("ocrm.party_day", "ON CONFLICT (party_id, kind, day) DO NOTHING",
        new("party_id", ColumnType.Long, d => d.Party),
        new("kind", ColumnType.Text, d => d.Kind),
        new("day", ColumnType.Int, d => d.Day));
}
