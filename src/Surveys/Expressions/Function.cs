using System.Collections.Immutable;

namespace Granary.Surveys.Expressions;

/// <summary>What a function is called with: its arguments are worked out when it asks for them.</summary>
internal readonly record struct Arguments(Call Call, IScope Scope, Run Run)
{
    public int Count => Call.Arguments.Length;

    /// <summary>Nothing where there are not so many.</summary>
    public Value this[int at] => at < Count ? Run.Work(Call.Arguments[at], Scope) : Value.Empty;

    public string Text(int at) => Loosely.AsText(this[at]);

    /// <summary>All arguments, those that are lists item by item.</summary>
    public ImmutableArray<Value> Flat()
    {
        var found = ImmutableArray.CreateBuilder<Value>();
        for (var i = 0; i < Count; i++)
        {
            var value = this[i];
            found.AddRange(value.Kind == ValueKind.List ? value.List : [value]);
        }

        return found.ToImmutable();
    }
}

/// <summary>A function of the expression language, by the name that survey-core has it under; capitals count.</summary>
internal sealed record Function(string Name, int Least, int Most, Func<Arguments, Value> Work)
{
    private static readonly Dictionary<string, Function> Known =
        new[] { Numbers.All, Days.All, Lists.All, Others() }.SelectMany(f => f).ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>Which argument is a condition that is asked of each item of a list.</summary>
    public int? FilterAt { get; init; }

    public static IEnumerable<string> AllNames => Known.Keys;

    public static Function? Find(string name) => Known.GetValueOrDefault(name);

    private static Function[] Others() =>
    [
        new("iif", 3, 3, a => Loosely.IsTrue(a[0]) ? a[1] : a[2]),
        new("isContainerReady", 1, 1, a => Value.Of(a.Scope.IsReady(a.Text(0)))),
        new("isDisplayMode", 0, 0, _ => Value.False), // answers are always being given here
        new("displayValue", 1, 1, a => Value.Of(a.Scope.Display(a.Text(0)))),
        new("substring", 2, 3, Substring),
    ];

    private static Value Substring(Arguments given)
    {
        var text = given.Text(0);
        var (from, to) = (At(given[1], text), given.Count > 2 ? At(given[2], text) : text.Length);
        return Value.Of(text[Math.Min(from, to)..Math.Max(from, to)]);
    }

    private static int At(Value value, string text) => (int)Math.Clamp(Loosely.AsNumber(value) is { } at && !double.IsNaN(at) ? at : 0, 0, text.Length);
}
