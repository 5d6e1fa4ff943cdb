using System.Globalization;

namespace Granary.Wire.Values;

/// <summary>
/// A date or time of fixed width on the wire (letters y M d H m s f as in .NET, anything else stands for itself) and the same in neutral form:
/// [yyyy-]MM-dd, HH:mm:ss[.fff], or both with a T between. A date without a year stays without one.
/// </summary>
internal sealed class TimePattern
{
    private const string Letters = "yMdHmsf";

    private readonly string pattern;

    private TimePattern(string pattern) => this.pattern = pattern;

    public bool HasYear => pattern.Contains('y', StringComparison.Ordinal);

    public bool HasDate => pattern.Contains('d', StringComparison.Ordinal);

    public bool HasTime => pattern.Contains('H', StringComparison.Ordinal);

    public bool HasFraction => pattern.Contains('f', StringComparison.Ordinal);

    public int Length => pattern.Length;

    public static TimePattern? Create(string pattern)
    {
        var result = new TimePattern(pattern);
        var widthsFit = Count(pattern, 'y') is 0 or 4 && Count(pattern, 'f') is 0 or 3
            && "MdHms".All(letter => Count(pattern, letter) is 0 or 2);
        var dateFits = Count(pattern, 'M') == Count(pattern, 'd') && (!result.HasYear || result.HasDate);
        var timeFits = Count(pattern, 'H') == Count(pattern, 'm') && Count(pattern, 'H') == Count(pattern, 's') && (!result.HasFraction || result.HasTime);
        return widthsFit && dateFits && timeFits && (result.HasDate || result.HasTime) ? result : null;
    }

    /// <summary>Wire → neutral, or null where the text is no such date or time.</summary>
    public string? Read(ReadOnlySpan<char> text)
    {
        if (text.Length != pattern.Length)
        {
            return null;
        }

        var (year, month, day, hour, minute, second, fraction) = (0, 0, 0, 0, 0, 0, 0);
        for (var i = 0; i < pattern.Length; i++)
        {
            var letter = pattern[i];
            if (!Letters.Contains(letter, StringComparison.Ordinal))
            {
                if (text[i] != letter)
                {
                    return null;
                }

                continue;
            }

            if (!char.IsAsciiDigit(text[i]))
            {
                return null;
            }

            var digit = text[i] - '0';
            switch (letter)
            {
                case 'y': year = (year * 10) + digit; break;
                case 'M': month = (month * 10) + digit; break;
                case 'd': day = (day * 10) + digit; break;
                case 'H': hour = (hour * 10) + digit; break;
                case 'm': minute = (minute * 10) + digit; break;
                case 's': second = (second * 10) + digit; break;
                default: fraction = (fraction * 10) + digit; break;
            }
        }

        // Without a year 29 February is allowed: 2000 was a leap year.
        if (HasDate && (month is < 1 or > 12 || (HasYear && year < 1) || day < 1 || day > DateTime.DaysInMonth(HasYear ? year : 2000, month)))
        {
            return null;
        }

        return hour > 23 || minute > 59 || second > 59 ? null : Neutral(year, month, day, hour, minute, second, fraction);
    }

    /// <summary>Neutral → wire, or null where the text has less than the wire needs. What the wire has no place for is dropped.</summary>
    public string? Write(string neutral)
    {
        if (!NeutralTime.TryParse(neutral, out var time) || (HasYear && time.Year < 0) || (HasDate && time.Month < 0) || (HasTime && time.Hour < 0))
        {
            return null;
        }

        return string.Create(pattern.Length, (pattern, time), static (span, state) =>
        {
            var (year, month, day, hour, minute, second, fraction) = state.time;
            for (var i = state.pattern.Length - 1; i >= 0; i--)
            {
                // From the right, so that each number gives its last digit and is divided by ten.
                span[i] = state.pattern[i] switch
                {
                    'y' => Next(ref year),
                    'M' => Next(ref month),
                    'd' => Next(ref day),
                    'H' => Next(ref hour),
                    'm' => Next(ref minute),
                    's' => Next(ref second),
                    'f' => Next(ref fraction),
                    var letter => letter,
                };
            }
        });
    }

    private static char Next(ref int number)
    {
        var digit = (char)('0' + (number % 10));
        number /= 10;
        return digit;
    }

    private static int Count(string text, char letter) => text.Count(other => other == letter);

    private string Neutral(int year, int month, int day, int hour, int minute, int second, int fraction)
    {
        Span<char> text = stackalloc char[23];
        var length = 0;
        if (HasYear)
        {
            Put(text, ref length, year, 4);
            text[length++] = '-';
        }

        if (HasDate)
        {
            Put(text, ref length, month, 2);
            text[length++] = '-';
            Put(text, ref length, day, 2);
        }

        if (HasTime)
        {
            if (HasDate)
            {
                text[length++] = 'T';
            }

            Put(text, ref length, hour, 2);
            text[length++] = ':';
            Put(text, ref length, minute, 2);
            text[length++] = ':';
            Put(text, ref length, second, 2);
            if (HasFraction)
            {
                text[length++] = '.';
                Put(text, ref length, fraction, 3);
            }
        }

        return new string(text[..length]);
    }

    private static void Put(Span<char> text, ref int length, int number, int width)
    {
        for (var i = width - 1; i >= 0; i--)
        {
            text[length + i] = Next(ref number);
        }

        length += width;
    }
}

/// <summary>A neutral date or time taken apart; -1 for a part that is not there.</summary>
internal readonly record struct NeutralTime(int Year, int Month, int Day, int Hour, int Minute, int Second, int Milliseconds)
{
    public static bool TryParse(ReadOnlySpan<char> text, out NeutralTime time)
    {
        time = new NeutralTime(-1, -1, -1, -1, -1, -1, 0);
        var clock = text;
        var separator = text.IndexOf('T');
        if (separator >= 0 || text.IndexOf(':') < 0)
        {
            var date = separator >= 0 ? text[..separator] : text;
            clock = separator >= 0 ? text[(separator + 1)..] : [];
            var year = -1;
            if (date.Length == 10)
            {
                if (date[4] != '-' || !Digits(date[..4], out year) || year < 1)
                {
                    return false;
                }

                date = date[5..];
            }

            if (date.Length != 5 || date[2] != '-' || !Digits(date[..2], out var month) || !Digits(date[3..], out var day)
                || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year < 0 ? 2000 : year, month))
            {
                return false;
            }

            time = time with { Year = year, Month = month, Day = day };
            if (separator < 0)
            {
                return true;
            }
        }

        var milliseconds = 0;
        if (clock.Length > 8)
        {
            if (clock[8] != '.' || clock.Length < 10 || clock[9..].ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }

            for (var i = 0; i < 3; i++)
            {
                milliseconds = (milliseconds * 10) + (9 + i < clock.Length ? clock[9 + i] - '0' : 0);
            }
        }

        if (clock.Length < 8 || clock[2] != ':' || clock[5] != ':' || !Digits(clock[..2], out var hour) || !Digits(clock[3..5], out var minute)
            || !Digits(clock[6..8], out var second) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = time with { Hour = hour, Minute = minute, Second = second, Milliseconds = milliseconds };
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
