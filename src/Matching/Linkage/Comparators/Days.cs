namespace Granary.Matching.Linkage;

/// <summary>Calendar days as people and files write them: 1975-08-24, 19750824, 1975/8/24, 24/08/1975, 24.8.1975, 1975年8月24日.</summary>
internal static class Days
{
    /// <summary>yyyymmdd. A month of 13 to 31 with a day of at most 12 is kept as it stands: that is a day and a month swapped.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int day)
    {
        day = 0;
        Span<int> parts = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                if (text[i] is not ('-' or '/' or '.' or ' ' or '年' or '月' or '日'))
                {
                    return text[i] is 't' && count == 3 && Join(parts, lengths, out day); // 1975-08-24T00:00
                }

                continue;
            }

            if (i == 0 || !char.IsAsciiDigit(text[i - 1]))
            {
                if (++count > 3)
                {
                    return Join(parts, lengths, out day); // a time of day follows
                }
            }

            if (++lengths[count - 1] > 8)
            {
                return false;
            }

            parts[count - 1] = (parts[count - 1] * 10) + text[i] - '0';
        }

        if (count == 1 && lengths[0] == 8)
        {
            return Make(parts[0] / 10000, parts[0] / 100 % 100, parts[0] % 100, out day) || Make(parts[0] % 10000, parts[0] / 10000 % 100, parts[0] / 1000000, out day);
        }

        return count == 3 && Join(parts, lengths, out day);
    }

    private static bool Join(ReadOnlySpan<int> parts, ReadOnlySpan<int> lengths, out int day) =>
        lengths[0] == 4 ? Make(parts[0], parts[1], parts[2], out day)
        : lengths[2] == 4 ? Make(parts[2], parts[1], parts[0], out day)
        : Make(0, 0, 0, out day);

    private static bool Make(int year, int month, int date, out int day)
    {
        day = (year * 10000) + (month * 100) + date;
        return year is >= 1800 and <= 2200 && month is >= 1 and <= 31 && date is >= 1 and <= 31 && (month <= 12 || date <= 12);
    }
}
