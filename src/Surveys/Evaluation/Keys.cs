using System.Collections.Immutable;
using Granary.Surveys.Expressions;

namespace Granary.Surveys.Evaluation;

/// <summary>Answers by which groups are told apart. A table marks every row that has the same as another and takes no heed of capitals; groups mark those after the first, and do.</summary>
internal static class Keys
{
    public static ImmutableArray<GroupState> Marked(RepeatedQuestion question, ImmutableArray<GroupState> groups)
    {
        foreach (var key in question.Keys)
        {
            var values = groups.Select(g => g.Elements.SelectMany(e => e.All).FirstOrDefault(e => e.Element.Name == key)?.Value ?? Value.Empty).ToList();
            groups = [.. groups.Select((g, i) => Repeats(question, values, i) ? g with { Elements = Marked(g.Elements, key) } : g)];
        }

        return groups;
    }

    private static bool Repeats(RepeatedQuestion question, List<Value> values, int at) => !values[at].IsBlank
        && values.Where((v, i) => i != at && (question.IsTable || i < at)).Any(v => question.IsTable ? Loosely.Equal(v, values[at]) : v == values[at]);

    private static ImmutableArray<ElementState> Marked(ImmutableArray<ElementState> elements, string key) =>
        [.. elements.Select(e => e.Element.Name == key && e is { IsVisible: true, IsEnabled: true } ? e with { Errors = e.Errors.Add(new("duplicate")) } : e with { Elements = Marked(e.Elements, key) })];
}
