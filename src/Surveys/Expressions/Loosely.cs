using System.Globalization;

namespace Granary.Surveys.Expressions;

/// <summary>
/// Values as expressions compare them: '1' is 1, ' yes' is 'Yes', lists are the same in any order. What is written here was found by asking
/// survey-core, which tests go on doing.
/// </summary>
internal static class Loosely
{
    private static readonly string[] MomentForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.fff", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    public static bool IsTrue(Value value) => value.Kind switch
    {
        ValueKind.Empty => false,
        ValueKind.Boolean => value.IsTrue,
        ValueKind.Number => value.Number != 0 && !double.IsNaN(value.Number),
        ValueKind.Text => value.Text.Length > 0 && !value.Text.Equals("false", StringComparison.OrdinalIgnoreCase),
        _ => true,
    };

    public static bool Equal(Value one, Value other)
    {
        switch (one.Kind, other.Kind)
        {
            case (ValueKind.Empty, _) or (_, ValueKind.Empty):
                return IsNoText(one) && IsNoText(other);
            case (ValueKind.List, ValueKind.List):
                return SameItems(one, other);
            case (ValueKind.Map, ValueKind.Map):
                return one.Map.Count == other.Map.Count && one.Map.All(entry => other.Map.TryFind(entry.Key, out var found) && Equal(entry.Value, found));
            case (ValueKind.List or ValueKind.Map, ValueKind.List or ValueKind.Map):
                return one.IsEmpty && other.IsEmpty;
            case (ValueKind.List or ValueKind.Map, _) or (_, ValueKind.List or ValueKind.Map):
                return false;
            case (ValueKind.Moment, _) or (_, ValueKind.Moment):
                return AsMoment(one) is { } a && AsMoment(other) is { } b && a == b;
            case (ValueKind.Boolean, ValueKind.Text):
                return TruthIs(one, other.Text);
            case (ValueKind.Text, ValueKind.Boolean):
                return TruthIs(other, one.Text);
        }

        return (AsNumber(one), AsNumber(other)) is ({ } x, { } y)
            ? x.Equals(y) // NaN is itself
            : one.Kind == other.Kind && one.Kind == ValueKind.Text && one.Text.AsSpan().Trim().Equals(other.Text.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
    }

    public static bool Less(Value one, Value other) => Order(one, other) < 0;

    public static bool LessOrEqual(Value one, Value other) => Equal(one, other) || Less(one, other);

    public static bool Contains(Value whole, Value part)
    {
        if (!IsTrue(whole) || (whole.Kind == ValueKind.Text && IsNoText(part)))
        {
            return false;
        }

        return whole.Kind switch
        {
            ValueKind.List when part.Kind == ValueKind.List => part.List.All(p => p.Kind != ValueKind.List && Contains(whole, p)),
            ValueKind.List => whole.List.Any(item => Equal(item, part) && !(item.Kind == ValueKind.Empty || part.Kind == ValueKind.Empty)),
            ValueKind.Map => false,
            _ => !IsNoText(part) && AsText(whole).Contains(AsText(part), StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>False also where nothing is looked for.</summary>
    public static bool ContainsNot(Value whole, Value part) => !part.IsEmpty && !Contains(whole, part);

    public static bool AnyOf(Value value, Value list)
    {
        if (list.IsEmpty)
        {
            return true;
        }

        if (value.IsEmpty)
        {
            return false;
        }

        return list.Kind == ValueKind.List
            ? list.List.Any(item => value.Kind == ValueKind.List ? value.List.Any(v => Equal(v, item)) : Equal(value, item))
            : value.Kind == ValueKind.List ? Contains(value, list) : Equal(value, list);
    }

    public static bool AllOf(Value value, Value list)
    {
        if (!IsTrue(value) && !list.IsEmpty)
        {
            return false;
        }

        return list.Kind == ValueKind.List ? list.List.All(item => Contains(value, item)) : Contains(value, list);
    }

    /// <summary>Null for what is no quantity; of texts those that are one.</summary>
    public static double? AsNumber(Value value) => value.Kind switch
    {
        ValueKind.Number => value.Number,
        ValueKind.Boolean => value.IsTrue ? 1 : 0,
        ValueKind.Text when NumberText.TryRead(value.Text, out var number) => number,
        _ => null,
    };

    /// <summary>A moment, or a text that says one: a day is its midnight.</summary>
    public static DateTime? AsMoment(Value value) => value.Kind switch
    {
        ValueKind.Moment => value.Moment,
        ValueKind.Text when DateTime.TryParseExact(value.Text.Trim(), MomentForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) => moment,
        _ => null,
    };

    public static string AsText(Value value) => value.Kind switch
    {
        ValueKind.Boolean => value.IsTrue ? "true" : "false",
        ValueKind.Number => NumberText.Write(value.Number),
        ValueKind.Text => value.Text,
        ValueKind.Moment => ValueJson.Written(value.Moment),
        ValueKind.List => string.Join(", ", value.List.Select(AsText)),
        _ => "",
    };

    private static bool IsNoText(Value value) => value.Kind == ValueKind.Empty || (value.Kind == ValueKind.Text && value.Text.Length == 0);

    private static bool TruthIs(Value truth, string text) =>
        bool.TryParse(text, out var said) ? said == truth.IsTrue : NumberText.TryRead(text, out var number) && number == (truth.IsTrue ? 1 : 0);

    private static bool SameItems(Value one, Value other)
    {
        if (one.List.Length != other.List.Length)
        {
            return false;
        }

        var left = other.List.ToList();
        return one.List.All(item => left.FindIndex(o => Equal(item, o)) is >= 0 and var at && Drop(left, at));
    }

    private static bool Drop(List<Value> items, int at)
    {
        items.RemoveAt(at);
        return true;
    }

    /// <summary>Null where the two have no order. Capitals come before small letters, as in their codes.</summary>
    private static int? Order(Value one, Value other)
    {
        if (one.Kind == ValueKind.Empty || other.Kind == ValueKind.Empty)
        {
            return null;
        }

        if (one.Kind == ValueKind.Moment || other.Kind == ValueKind.Moment)
        {
            return AsMoment(one) is { } a && AsMoment(other) is { } b ? a.CompareTo(b) : null;
        }

        // A text that is a number is compared as one, and has no order beside a text that is none.
        if (one.Kind == ValueKind.Text && other.Kind == ValueKind.Text && !AsNumber(one).HasValue && !AsNumber(other).HasValue)
        {
            return string.CompareOrdinal(one.Text, other.Text);
        }

        // A text of blanks beside a number counts as 0.
        var (x, y) = (one is { Kind: ValueKind.Text, IsBlank: true } ? 0 : AsNumber(one), other is { Kind: ValueKind.Text, IsBlank: true } ? 0 : AsNumber(other));
        return x is { } number && y is { } otherNumber && !double.IsNaN(number) && !double.IsNaN(otherNumber) ? number.CompareTo(otherNumber) : null;
    }
}
