namespace Granary.Matching.Linkage;

/// <summary>A word of a name: one typing error, alike as a whole, an initial; or the values of two columns the wrong way round.</summary>
/// <param name="other">The column that people mistake this one for (given name, surname); null where there is none.</param>
/// <param name="leads">Of the two, the one whose comparison says that they are swapped; the other then says nothing, or it would count twice.</param>
internal sealed class NameComparator(Column column, int[]? other, bool leads) : Comparator(column, "swapped", "near", "alike", "initial")
{
    private const double NearFrom = 0.92, AlikeFrom = 0.8;

    private readonly ulong[] _letters = LettersOf(column);

    public override bool IsName => true;

    public override int Cost => 3;

    public static ulong[] LettersOf(Column column) => [.. Enumerable.Range(0, column.Values.Count + 1).Select(code => Similarity.Letters(column.Values[code]))];

    protected override int Compare(int a, int b, int x, int y)
    {
        if (other is not null)
        {
            bool there = other[b] == x, back = other[a] == y;
            if (there && back)
            {
                return leads ? 2 : Missing;
            }

            if (there || back)
            {
                return 2;
            }
        }

        var left = Column.Values[x];
        var right = Column.Values[y];
        if (left.Length == 1 || right.Length == 1)
        {
            return left[0] == right[0] ? 5 : Different;
        }

        if (Similarity.MostJaroWinkler(left.Length, _letters[x], right.Length, _letters[y]) < AlikeFrom)
        {
            return Different;
        }

        if (Math.Max(left.Length, right.Length) > 3 && Similarity.Edits(left, right, 1) == 1)
        {
            return 3;
        }

        var alike = Similarity.JaroWinkler(left, right);
        return alike >= NearFrom ? 3 : alike >= AlikeFrom ? 4 : Different;
    }
}

/// <summary>A day: day and month swapped, a digit mistyped, two parts of three the same, about a year apart.</summary>
internal sealed class DateComparator : Comparator
{
    private const int About = 400;

    private readonly int[] _days;
    private readonly int[] _numbers;

    public DateComparator(Column column)
        : base(column, "swapped", "oneDigit", "twoParts", "about", "sameYear")
    {
        _days = new int[column.Values.Count + 1];
        _numbers = new int[column.Values.Count + 1];
        for (var code = 1; code < _days.Length; code++)
        {
            if (Days.TryParse(column.Values[code], out var day))
            {
                _days[code] = day;
                var (year, month, date) = Parts(day);
                _numbers[code] = (year * 365) + (int)(month * 30.4) + date;
            }
        }
    }

    public override bool IsForLife => true;

    protected override int Compare(int a, int b, int x, int y)
    {
        var (left, right) = (_days[x], _days[y]);
        if (left == 0 || right == 0)
        {
            return Missing;
        }

        var ((year, month, date), (otherYear, otherMonth, otherDate)) = (Parts(left), Parts(right));
        if (year == otherYear && month == otherDate && date == otherMonth)
        {
            return 2;
        }

        var digits = 0;
        for (var (p, q) = (left, right); p != 0 || q != 0; p /= 10, q /= 10)
        {
            digits += p % 10 == q % 10 ? 0 : 1;
        }

        var same = (year == otherYear ? 1 : 0) + (month == otherMonth ? 1 : 0) + (date == otherDate ? 1 : 0);
        return digits == 1 ? 3 : same == 2 ? 4 : Math.Abs(_numbers[x] - _numbers[y]) <= About ? 5 : year == otherYear ? 6 : Different;
    }

    private static (int Year, int Month, int Date) Parts(int day) => (day / 10000, day / 100 % 100, day % 100);
}

/// <summary>A number that names something: one edit, two edits or the same end, nothing of the kind.</summary>
internal sealed class NumberComparator(Column column) : Comparator(column, "oneEdit", "partly")
{
    /// <summary>Shorter numbers are compared whole: half of a house number is no house.</summary>
    private const int Short = 5, End = 4;

    private readonly ulong[] _letters = NameComparator.LettersOf(column);

    public override int Cost => 2;

    protected override int Compare(int a, int b, int x, int y)
    {
        var left = Column.Values[x];
        var right = Column.Values[y];
        var edits = System.Numerics.BitOperations.PopCount(_letters[x] ^ _letters[y]) > 4 ? 3 : Similarity.Edits(left, right, 2);
        return edits == 1 && Math.Max(left.Length, right.Length) > 1 ? 2
            : Math.Min(left.Length, right.Length) > Short && (edits == 2 || left[^End..].SequenceEqual(right[^End..])) ? 3
            : Different;
    }
}

/// <summary>An address of mail: the same before the @, alike as a whole.</summary>
internal sealed class EmailComparator : Comparator
{
    private const double AlikeFrom = 0.88;

    private readonly int[] _at;
    private readonly ulong[] _letters;

    public EmailComparator(Column column)
        : base(column, "sameLocal", "near", "alike")
    {
        _letters = NameComparator.LettersOf(column);
        _at = new int[column.Values.Count + 1];
        for (var code = 1; code < _at.Length; code++)
        {
            var at = column.Values[code].IndexOf('@');
            _at[code] = at < 0 ? column.Values[code].Length : at;
        }
    }

    public override int Cost => 3;

    protected override int Compare(int a, int b, int x, int y)
    {
        var left = Column.Values[x];
        var right = Column.Values[y];
        return left[.._at[x]].SequenceEqual(right[.._at[y]]) ? 2
            : Similarity.MostJaroWinkler(left.Length, _letters[x], right.Length, _letters[y]) < AlikeFrom ? Different
            : Similarity.Edits(left, right, 2) <= 2 ? 3
            : Similarity.JaroWinkler(left, right) >= AlikeFrom ? 4
            : Different;
    }
}

/// <summary>One of a few: the same or not.</summary>
internal sealed class CategoryComparator(Column column) : Comparator(column)
{
    protected override int Compare(int a, int b, int x, int y) => Different;
}
