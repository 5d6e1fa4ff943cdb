namespace Granary.Surveys.Expressions;

/// <summary>What a name between braces stands for, at the place where an expression is.</summary>
internal interface IScope
{
    /// <returns>False where nothing of that name was said.</returns>
    bool TryFind(string name, out Value value);

    /// <summary>Is everything in a page, panel or repeated group answered as it must be?</summary>
    bool IsReady(string container) => false;

    /// <summary>The answer to a question as one reads it.</summary>
    string Display(string question) => "";
}

/// <summary>Names over a map of answers.</summary>
internal sealed class MapScope(ValueMap map, IScope? outside = null) : IScope
{
    public bool TryFind(string name, out Value value) => Names.TryFind(map, name, out value) || (outside?.TryFind(name, out value) ?? false);

    public bool IsReady(string container) => outside?.IsReady(container) ?? false;

    public string Display(string question) => outside?.Display(question) ?? "";
}

/// <summary>"household[0].name", "limits.least", "household.length": names with parts.</summary>
internal static class Names
{
    public static bool TryFind(ValueMap map, string name, out Value value)
    {
        name = name.Length > 1 && name[0] == '#' ? name[1..] : name; // "the value, not what is shown": in expressions it always is
        if (map.TryFind(name, out value))
        {
            return true;
        }

        // A name may have dots of its own, so the longest that is known goes first.
        for (var end = name.LastIndexOfAny(['.', '[']); end > 0; end = name.LastIndexOfAny(['.', '['], end - 1))
        {
            if (map.TryFind(name[..end], out var whole))
            {
                return TryPart(whole, name[end..], out value);
            }
        }

        return false;
    }

    /// <summary>The name before its first dot or bracket.</summary>
    public static string Root(string name) => name.IndexOfAny(['.', '[']) is > 0 and var end ? name[..end] : name;

    private static bool TryPart(Value whole, string part, out Value value)
    {
        value = Value.Empty;
        if (part.Length == 0)
        {
            value = whole;
            return true;
        }

        if (part[0] == '[')
        {
            var close = part.IndexOf(']', StringComparison.Ordinal);
            return close > 1 && int.TryParse(part.AsSpan(1, close - 1), out var index) && whole.Kind == ValueKind.List
                && (index < 0 ? index + whole.List.Length : index) is >= 0 and var at && at < whole.List.Length && TryPart(whole.List[at], part[(close + 1)..], out value);
        }

        if (part == ".length" && whole.Kind is ValueKind.List or ValueKind.Text)
        {
            value = Value.Of(whole.Kind == ValueKind.List ? whole.List.Length : whole.Text.Length);
            return true;
        }

        return part[0] == '.' && whole.Kind == ValueKind.Map && TryFind(whole.Map, part[1..], out value);
    }
}
