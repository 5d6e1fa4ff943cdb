using System.Globalization;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Access.Rights;
using Granary.Kernel;

namespace Granary.Access.Lists;

/// <summary>A filter that has been checked against what its author may see.</summary>
internal abstract record Filter
{
    public sealed record Group(bool All, IReadOnlyList<Filter> Parts) : Filter;

    public sealed record Not(Filter Part) : Filter;

    /// <summary>What a stored filter is that no column says.</summary>
    public sealed record Sql(Func<SqlText, string> Write) : Filter;

    /// <param name="Values">Text, or whole numbers where the column holds numbers.</param>
    public sealed record Condition(ListColumn Column, FilterOp Op, IReadOnlyList<object> Values) : Filter;
}

/// <summary>
/// Reads {and: […]}, {or: […]}, {not: …} and {column, op, value}. A hidden column does not exist. A masked one answers only to a whole value that
/// the asker knows already (and to whether there is one): anything else would spell the value out, comparison by comparison.
/// A day may be said relative to today, "today-30", so that a stored filter means another day tomorrow.
/// </summary>
/// <param name="today">What "today-30" is counted from.</param>
internal sealed class FilterReader(ListDefinition list, Caller caller, ListLimits limits, DateOnly today)
{
    private static readonly FilterOp[] OnMasked = [FilterOp.Eq, FilterOp.Empty, FilterOp.NotEmpty];

    private const string Today = "today";

    private int _conditions;

    public Read<Filter> Read(JsonElement json) => Read(json, 1);

    private Read<Filter> Read(JsonElement json, int depth)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return ListFault.WrongShape;
        }

        if (depth > limits.FilterDepth)
        {
            return ListFault.TooDeep;
        }

        var names = json.EnumerateObject().Select(p => p.Name).ToArray();
        return names switch
        {
            ["and"] => Group(json.GetProperty("and"), all: true, depth),
            ["or"] => Group(json.GetProperty("or"), all: false, depth),
            ["not"] => Not(Read(json.GetProperty("not"), depth + 1)),
            _ when names.Contains("column") && names.Contains("op") && names.All(n => n is "column" or "op" or "value") => Condition(json),
            _ => ListFault.WrongShape,
        };
    }

    private static Read<Filter> Not(Read<Filter> part) => part.Fault is { } fault ? fault : new Filter.Not(part.Value!);

    private Read<Filter> Group(JsonElement json, bool all, int depth)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() == 0)
        {
            return ListFault.WrongShape;
        }

        var parts = new List<Filter>();
        foreach (var part in json.EnumerateArray())
        {
            var read = Read(part, depth + 1);
            if (read.Fault is not null)
            {
                return read;
            }

            parts.Add(read.Value!);
        }

        return new Filter.Group(all, parts);
    }

    private Read<Filter> Condition(JsonElement json)
    {
        if (++_conditions > limits.FilterConditions)
        {
            return ListFault.TooLarge;
        }

        if (json.GetProperty("column") is not { ValueKind: JsonValueKind.String } name || json.GetProperty("op") is not { ValueKind: JsonValueKind.String } word)
        {
            return ListFault.WrongShape;
        }

        if (list.Column(name.GetString()!) is not { } column || !FieldRules.Shows(column, caller))
        {
            return ListFault.NoColumn(name.GetString()!);
        }

        if (!TryOp(word.GetString()!, out var op) || !OpsOf(column, caller).Contains(op))
        {
            return ListFault.NoFilter(column.Name, word.GetString()!);
        }

        return Values(column, op, json.TryGetProperty("value", out var value) ? value : default) is { } values
            ? values.Count > limits.FilterValues ? ListFault.TooLarge : new Filter.Condition(column, op, values)
            : ListFault.WrongValue(column.Name);
    }

    /// <summary>How a caller may filter by a column that is shown.</summary>
    public static IReadOnlyList<FilterOp> OpsOf(ListColumn column, Caller caller) =>
        FieldRules.IsMasked(column, caller) ? [.. column.Filters.Intersect(OnMasked)] : column.Filters;

    public static string WordOf(FilterOp op) => JsonNamingPolicy.CamelCase.ConvertName(op.ToString());

    private static bool TryOp(string word, out FilterOp op)
    {
        op = Enum.GetValues<FilterOp>().FirstOrDefault(o => WordOf(o) == word);
        return WordOf(op) == word;
    }

    private IReadOnlyList<object>? Values(ListColumn column, FilterOp op, JsonElement json)
    {
        if (op is FilterOp.Empty or FilterOp.NotEmpty)
        {
            return json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? [] : null;
        }

        if (op is not (FilterOp.In or FilterOp.Between))
        {
            return Value(column, json, endOfDay: op is FilterOp.Gt or FilterOp.Lte) is { } one ? [one] : null;
        }

        if (json.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var values = json.EnumerateArray().Select((v, i) => Value(column, v, endOfDay: op == FilterOp.Between && i == 1)).OfType<object>().ToArray();
        return values.Length < json.GetArrayLength() || (op == FilterOp.Between ? values.Length != 2 : values.Length == 0) ? null : values;
    }

    private object? Value(ListColumn column, JsonElement json, bool endOfDay) => column.Kind switch
    {
        ColumnKind.Text or ColumnKind.Code => Text(json),
        ColumnKind.Date => Text(json) is { } text && IsDay(text, out var day) ? BankTime.Text(day) : null,
        ColumnKind.Number => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number) ? number : null,
        ColumnKind.Money => json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var yuan) && Math.Abs(yuan) < MostYuan && decimal.Truncate(yuan * 100) == yuan * 100 ? (long)(yuan * 100) : null,
        ColumnKind.Time => Text(json) is { } time ? Time(time, endOfDay) : null,
        _ => json.ValueKind switch { JsonValueKind.True => 1L, JsonValueKind.False => 0L, _ => null },
    };

    /// <summary>Far above what any customer has, and whole cents of it fit.</summary>
    private const decimal MostYuan = 1e15m;

    /// <summary>A day alone is the whole day in the bank's time: "until the 5th" includes the 5th.</summary>
    private object? Time(string text, bool endOfDay)
    {
        if (IsDay(text, out var day))
        {
            var begin = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), BankTime.Offset);
            return endOfDay ? begin.AddDays(1).ToUnixTimeMilliseconds() - 1 : begin.ToUnixTimeMilliseconds();
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUnixTimeMilliseconds() : null;
    }

    private bool IsDay(string text, out DateOnly day)
    {
        if (!text.StartsWith(Today, StringComparison.Ordinal))
        {
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
        }

        day = today;
        if (text.Length == Today.Length)
        {
            return true;
        }

        if (text[Today.Length] is not ('+' or '-') || !int.TryParse(text.AsSpan(Today.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) || Math.Abs(days) > limits.RelativeDays)
        {
            return false;
        }

        day = today.AddDays(days);
        return true;
    }

    // PostgreSQL's text cannot hold U+0000, and an empty text is asked for by "empty".
    private string? Text(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && json.GetString() is { Length: > 0 } text && text.Length <= limits.FilterText && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
}
