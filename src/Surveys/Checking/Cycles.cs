using System.Collections.Immutable;
using Granary.Surveys.Expressions;

namespace Granary.Surveys.Checking;

/// <summary>Calculated values that need themselves, by whatever detour.</summary>
internal static class Cycles
{
    private sealed record Step(string Name, string Path, Expression Expression, ImmutableArray<RepeatedQuestion> Groups);

    public static IEnumerable<Finding> Of(Survey survey)
    {
        var steps = Steps(survey).GroupBy(s => s.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
        var done = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var step in steps.Values)
        {
            if (Cycle(step, steps, done, []) is { } cycle)
            {
                yield return new(FindingLevel.Error, step.Path, "cycle", $"It needs itself: {string.Join(" → ", cycle)}");
            }
        }
    }

    private static IEnumerable<Step> Steps(Survey survey) =>
        survey.Pages.SelectMany(p => Uses.Elements(p, [])).Where(e => e.Element is CalculatedQuestion { Expression: not null })
            .Select(e => new Step(string.Concat(e.Groups.Select(g => g.Name + ".")) + e.Element.Name, $"{e.Element.Path}.expression", ((CalculatedQuestion)e.Element).Expression!, e.Groups))
            .Concat(survey.CalculatedValues.Select(c => new Step(c.Name, $"{c.Path}.expression", c.Expression, [])));

    private static ImmutableArray<string>? Cycle(Step step, Dictionary<string, Step> steps, HashSet<string> done, ImmutableArray<string> way)
    {
        if (way.Contains(step.Name, StringComparer.OrdinalIgnoreCase))
        {
            return [.. way.SkipWhile(n => !n.Equals(step.Name, StringComparison.OrdinalIgnoreCase)), step.Name];
        }

        if (!done.Add(step.Name))
        {
            return null;
        }

        return Needed(step.Expression.Root, step.Groups).SelectMany(n => steps.Values.Where(s => Meets(n, s.Name)))
            .Select(next => Cycle(next, steps, done, way.Add(step.Name))).FirstOrDefault(c => c is not null);
    }

    /// <summary>A name needs what it names, and a list all that is calculated in it.</summary>
    private static bool Meets(string needed, string step) => step.Equals(needed, StringComparison.OrdinalIgnoreCase) || step.StartsWith(needed + ".", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Needed(Node node, ImmutableArray<RepeatedQuestion> groups)
    {
        // sumInArray({list}, 'field') needs that field alone.
        if (node is Call { Function.FilterAt: not null, Arguments: [Name list, Constant { Value: { Kind: ValueKind.Text } field }, ..] } call)
        {
            return call.Arguments.Skip(2).SelectMany(a => Needed(a, groups)).Append($"{list.Text}.{field.Text}");
        }

        return node is Name name ? [Whole(name.Text, groups)] : node.Parts.SelectMany(p => Needed(p, groups));
    }

    private static string Whole(string name, ImmutableArray<RepeatedQuestion> groups)
    {
        if (KnownNames.Inside(name, groups) is var (_, part))
        {
            var outer = name.StartsWith("parentPanel", StringComparison.OrdinalIgnoreCase) ? groups[..Math.Max(groups.Length - 1, 0)] : groups;
            return string.Concat(outer.Select(g => g.Name + ".")) + part;
        }

        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        return bracket < 0 ? name : name[..bracket] + name[(name.IndexOf(']', StringComparison.Ordinal) + 1)..]; // list[0].field is a field of the list
    }
}
