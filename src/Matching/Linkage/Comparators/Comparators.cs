namespace Granary.Matching.Linkage;

/// <summary>A day: day and month swapped, a digit mistyped, two parts of three the same, about a year apart.</summary>
internal sealed class DateComparator : Comparator
{
    private const int About = 400;

    private readonly Day[] _days;

    public DateComparator(Column column)
        : base(column, "swapped", "oneDigit", "twoParts", "about", "sameYear")
    {
        _days = new Day[column.Values.Count + 1];
        for (var code = 1; code < _days.Length; code++)
        {
            _days[code] = Days.TryParse(column.Values[code], out var day) ? Day.Of(day) : default;
        }
    }

    public override bool IsForLife => true;

    protected override int Compare(int a, int b, int x, int y)
    {
        var (left, right) = (_days[x], _days[y]);
        if (left.Digits == 0 || right.Digits == 0)
        {
            return Missing;
        }

        var differing = left.Digits ^ right.Digits;
        var sameYear = differing >> 16 == 0;
        if (sameYear && left.Month == right.Date && left.Date == right.Month)
        {
            return 2;
        }

        // One bit for each digit that differs.
        var digits = System.Numerics.BitOperations.PopCount((differing | (differing >> 1) | (differing >> 2) | (differing >> 3)) & 0x11111111);
        var same = (sameYear ? 1 : 0) + ((differing & 0xFF00) == 0 ? 1 : 0) + ((differing & 0xFF) == 0 ? 1 : 0);
        return digits == 1 ? 3 : same == 2 ? 4 : Math.Abs(left.Number - right.Number) <= About ? 5 : sameYear ? 6 : Different;
    }

    /// <param name="Digits">yyyymmdd, four bits a digit; 0 where it is no day.</param>
    /// <param name="Number">Days, about, since the beginning of the calendar.</param>
    private readonly record struct Day(uint Digits, int Number)
    {
        public uint Month => Digits >> 8 & 0xFF;

        public uint Date => Digits & 0xFF;

        public static Day Of(int day)
        {
            var digits = 0u;
            for (var (shift, rest) = (0, day); rest != 0; shift += 4, rest /= 10)
            {
                digits |= (uint)(rest % 10) << shift;
            }

            return new(digits, (day / 10000 * 365) + (int)(day / 100 % 100 * 30.4) + (day % 100));
        }
    }
}

/// <summary>A number that names something: one edit, two edits or the same end, nothing of the kind.</summary>
internal sealed class NumberComparator(Column column) : Comparator(column, "oneEdit", "partly")
{
    /// <summary>Shorter numbers are compared whole: half of a house number is no house.</summary>
    private const int Short = 5;

    private readonly Sketch[] _sketches = Sketch.Of(column, Sketch.OfNumber);

    public override int Cost => 2;

    protected override int Compare(int a, int b, int x, int y)
    {
        ref readonly var one = ref _sketches[x];
        ref readonly var two = ref _sketches[y];
        var edits = Sketch.MayBeWithin(2, one, two) ? Similarity.Edits(Column.Values[x], Column.Values[y], 2) : 3;
        return edits == 1 && Math.Max(one.Length, two.Length) > 1 ? 2
            : Math.Min(one.Length, two.Length) > Short && (edits == 2 || one.Edge == two.Edge) ? 3
            : Different;
    }
}

/// <summary>An address of mail: the same before the @, alike as a whole.</summary>
internal sealed class EmailComparator : Comparator
{
    private readonly double _alikeFrom;
    private readonly int[] _at;

    // 12345678@qq.com and 98765432@qq.com look alike and are two numbers.
    private readonly bool[] _isNumber;

    private readonly Sketch[] _sketches;

    public EmailComparator(Column column, double alikeFrom)
        : base(column, "sameLocal", "near", "alike")
    {
        _alikeFrom = alikeFrom;
        _sketches = Sketch.Of(column, Sketch.OfText);
        _at = new int[column.Values.Count + 1];
        _isNumber = new bool[_at.Length];
        for (var code = 1; code < _at.Length; code++)
        {
            var at = column.Values[code].IndexOf('@');
            _at[code] = at < 0 ? column.Values[code].Length : at;
            _isNumber[code] = !column.Values[code][.._at[code]].ContainsAnyExceptInRange('0', '9');
        }
    }

    public override int Cost => 3;

    protected override int Compare(int a, int b, int x, int y)
    {
        ref readonly var one = ref _sketches[x];
        ref readonly var two = ref _sketches[y];
        var alike = Sketch.MostJaroWinkler(one, two) >= _alikeFrom;
        if (!alike && Sketch.CommonStart(one, two) == 0)
        {
            return Different;
        }

        var left = Column.Values[x];
        var right = Column.Values[y];
        return left[.._at[x]].SequenceEqual(right[.._at[y]]) ? 2
            : !alike ? Different
            : Sketch.MayBeWithin(2, one, two) && Similarity.Edits(left, right, 2) <= 2 ? 3
            : !(_isNumber[x] && _isNumber[y]) && Similarity.JaroWinkler(left, right) >= _alikeFrom ? 4
            : Different;
    }
}

/// <summary>One of a few: the same or not.</summary>
internal sealed class CategoryComparator(Column column) : Comparator(column)
{
    protected override int Compare(int a, int b, int x, int y) => Different;
}
