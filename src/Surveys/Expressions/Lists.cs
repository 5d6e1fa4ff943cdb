using System.Collections.Immutable;

namespace Granary.Surveys.Expressions;

/// <summary>Functions over the answers to a repeated group or a table: (list, 'field') or (list, 'field', condition on each item).</summary>
internal static class Lists
{
    public static Function[] All { get; } =
    [
        new("sumInArray", 2, 3, a => Numbers.Total(Fields(a).Where(IsNumber))) { FilterAt = 2 },
        new("avgInArray", 2, 3, a => Numbers.Average([.. Fields(a).Where(IsNumber)])) { FilterAt = 2 },
        new("minInArray", 2, 3, a => Best(a, (x, y) => x < y)) { FilterAt = 2 },
        new("maxInArray", 2, 3, a => Best(a, (x, y) => x > y)) { FilterAt = 2 },
        new("countInArray", 2, 3, a => Value.Of(Fields(a).Count())) { FilterAt = 2 },
    ];

    private static bool IsNumber(Value value) => value.Kind != ValueKind.Boolean && Loosely.AsNumber(value).HasValue;

    private static Value Best(Arguments given, Func<double, double, bool> isBetter)
    {
        double? best = null;
        foreach (var number in Fields(given).Where(IsNumber).Select(v => Loosely.AsNumber(v)!.Value))
        {
            best = best is null || isBetter(number, best.Value) ? number : best;
        }

        return best is { } found ? Value.Of(found) : Value.Empty;
    }

    /// <summary>What the items say of a field, where they say something and the condition holds.</summary>
    private static IEnumerable<Value> Fields(Arguments given)
    {
        var whole = given[0];
        IEnumerable<Value> items = whole.Kind switch
        {
            ValueKind.List => whole.List,
            ValueKind.Map => whole.Map.Select(e => e.Value), // a table with fixed rows is a map of them
            _ => ImmutableArray<Value>.Empty,
        };
        var field = given.Text(1);
        foreach (var item in items)
        {
            if (!given.Run.Step())
            {
                yield break;
            }

            if (item.Kind == ValueKind.Map && item.Map[field] is { IsEmpty: false } value
                && (given.Count < 3 || Loosely.IsTrue(given.Run.Work(given.Call.Arguments[2], new MapScope(item.Map, given.Scope)))))
            {
                yield return value;
            }
        }
    }
}
