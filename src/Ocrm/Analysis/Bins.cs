using System.Globalization;
using System.Runtime.CompilerServices;

namespace Granary.Ocrm.Analysis;

/// <summary>
/// Parts of a range of numbers, of equal and round width, each with its lower end and without its upper one: "10~20", of whole numbers that are
/// few "3~4". Days are parted into months ("2026-03") or, over more than three years, years ("1985").
/// </summary>
/// <param name="Days">Of days: the code of each from the first one on.</param>
internal sealed record Bins(string[] Values, double From, double Step, ushort[]? Days = null)
{
    /// <summary>More are not told apart in a picture.</summary>
    private const int Most = 16;

    private const int MostMonths = 36;

    public static Bins None { get; } = new([], 0, 1);

    public static Bins Of(double least, double most, bool isDay)
    {
        if (double.IsNaN(least))
        {
            return None;
        }

        if (isDay)
        {
            return OfDays(least, most);
        }

        var step = Math.Pow(10, Math.Floor(Math.Log10(most > least ? (most - least) / Most : 1)));
        foreach (var factor in new[] { 1d, 2, 5, 10 })
        {
            if ((Math.Floor(most / (step * factor)) - Math.Floor(least / (step * factor))) < Most)
            {
                step *= factor;
                break;
            }
        }

        step = double.IsInteger(least) && double.IsInteger(most) ? Math.Max(1, step) : step;
        var from = Math.Floor(least / step);
        var count = (int)(Math.Floor(most / step) - from) + 1;
        return new Bins([.. Enumerable.Range(0, count).Select(i => $"{Text((from + i) * step)}~{Text((from + i + 1) * step)}")], from * step, step);
    }

    /// <summary>A number falls into the same of both.</summary>
    public bool AreThoseOf(Bins other) => From == other.From && Step == other.Step && Values.AsSpan().SequenceEqual(other.Values);

    /// <summary>Adds the rows' numbers to the counts of their codes.</summary>
    public void Count(double[] numbers, ReadOnlySpan<ushort> rows, long[] counts)
    {
        foreach (var row in rows)
        {
            counts[CodeOf(numbers[row])]++;
        }
    }

    /// <returns>0 for no number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CodeOf(double number)
    {
        if (double.IsNaN(number) || Values.Length == 0)
        {
            return 0;
        }

        return Days is not null ? Days[(int)(number - From)] : Math.Clamp((int)Math.Floor((number - From) / Step), 0, Values.Length - 1) + 1;
    }

    /// <summary>The range that a value names, without its upper end; null where it names none.</summary>
    public static (double From, double To)? RangeOf(string value, bool isDay)
    {
        if (isDay)
        {
            return value.Length == 4 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 9999
                ? (Day(new DateOnly(year, 1, 1)), Day(new DateOnly(year + 1, 1, 1)))
                : DateOnly.TryParseExact(value + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year < 9999
                    ? (Day(month), Day(month.AddMonths(1)))
                    : null;
        }

        var ends = value.Split('~');
        return ends.Length == 2 && double.TryParse(ends[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var from) && double.TryParse(ends[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var to)
            ? (from, to)
            : null;

        static double Day(DateOnly day) => day.DayNumber - PackBlock.Epoch;
    }

    private static Bins OfDays(double least, double most)
    {
        var (first, last) = (DateOnly.FromDayNumber((int)least + PackBlock.Epoch), DateOnly.FromDayNumber((int)most + PackBlock.Epoch));
        var form = ((last.Year - first.Year) * 12) + last.Month - first.Month < MostMonths ? "yyyy-MM" : "yyyy";
        var names = Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1).Select(day => DateOnly.FromDayNumber(day).ToString(form, CultureInfo.InvariantCulture)).ToList();
        var values = names.Distinct().ToArray();
        var codes = values.Select((v, i) => (v, i)).ToDictionary(v => v.v, v => (ushort)(v.i + 1));
        return new Bins(values, least, 1, [.. names.Select(n => codes[n])]);
    }

    private static string Text(double number) => Math.Round(number, 9).ToString("0.#########", CultureInfo.InvariantCulture);
}

/// <summary>Of numbers: how many, their sum, the least and the largest.</summary>
internal sealed class NumberSums
{
    public long Count { get; private set; }

    public double Total { get; private set; }

    public double Least { get; private set; } = double.PositiveInfinity;

    public double Most { get; private set; } = double.NegativeInfinity;

    public double? Mean => Count == 0 ? null : Total / Count;

    public void Add(NumberSums others) => (Count, Total, Least, Most) = (Count + others.Count, Total + others.Total, Math.Min(Least, others.Least), Math.Max(Most, others.Most));

    public void Add(double[] numbers, ReadOnlySpan<ushort> rows)
    {
        var (count, total, least, most) = (Count, Total, Least, Most);
        foreach (var row in rows)
        {
            var number = numbers[row];
            if (!double.IsNaN(number))
            {
                count++;
                total += number;
                least = number < least ? number : least;
                most = number > most ? number : most;
            }
        }

        (Count, Total, Least, Most) = (count, total, least, most);
    }
}
