using System.Collections.Immutable;

namespace Granary.Surveys.Checking;

/// <summary>An expression at its place.</summary>
/// <param name="Path">Of the property in the document.</param>
/// <param name="Groups">The repeated questions that it is inside of, the innermost last.</param>
internal sealed record Use(Expression Expression, string Path, ImmutableArray<RepeatedQuestion> Groups);

/// <summary>A text at its place, which may name answers.</summary>
internal sealed record TextUse(LocalText Text, string Path, ImmutableArray<RepeatedQuestion> Groups);

/// <summary>Goes through a questionnaire for everything that names something.</summary>
internal static class Uses
{
    public static IEnumerable<Use> Of(Survey survey) =>
    [
        .. survey.Pages.SelectMany(p => In(p, [])),
        .. survey.CalculatedValues.Select(c => new Use(c.Expression, $"{c.Path}.expression", [])),
        .. survey.CompleteIf.Select((t, i) => new Use(t, $"triggers[{i}].expression", [])),
        .. survey.Quotas.Where(q => q.If is not null).Select(q => new Use(q.If!, $"{q.Path}.expression", [])),
    ];

    public static IEnumerable<TextUse> Texts(Survey survey) => survey.Pages.SelectMany(p => TextsIn(p, []));

    /// <summary>With the elements of repeated questions, each with the questions that it is repeated by.</summary>
    public static IEnumerable<(Element Element, ImmutableArray<RepeatedQuestion> Groups)> Elements(Element element, ImmutableArray<RepeatedQuestion> groups)
    {
        yield return (element, groups);
        var inside = element is RepeatedQuestion repeated ? groups.Add(repeated) : groups;
        foreach (var found in element.Elements.SelectMany(e => Elements(e, groups)).Concat(element is Question question ? question.Parts.SelectMany(e => Elements(e, inside)) : []))
        {
            yield return found;
        }
    }

    private static IEnumerable<Use> In(Element page, ImmutableArray<RepeatedQuestion> none)
    {
        foreach (var (element, groups) in Elements(page, none))
        {
            foreach (var (expression, name) in Expressions(element))
            {
                yield return new(expression, $"{element.Path}.{name}".TrimStart('.'), groups);
            }
        }
    }

    private static IEnumerable<(Expression Expression, string Name)> Expressions(Element element)
    {
        var own = new (Expression? Expression, string Name)[]
        {
            (element.VisibleIf, "visibleIf"), (element.EnableIf, "enableIf"), (element.RequiredIf, "requiredIf"),
            ((element as CalculatedQuestion)?.Expression, "expression"), ((element as TextQuestion)?.Least, "min"), ((element as TextQuestion)?.Most, "max"),
        };
        var validators = element is Question question ? question.Validators.Select((v, i) => ((v as ExpressionValidator)?.Condition, $"validators[{i}].expression")) : [];
        return own.Concat(validators).Where(u => u.Item1 is not null).Select(u => (u.Item1!, u.Item2));
    }

    private static IEnumerable<TextUse> TextsIn(Element page, ImmutableArray<RepeatedQuestion> none)
    {
        foreach (var (element, groups) in Elements(page, none))
        {
            foreach (var (text, name) in new[] { (element.Title, "title"), (element.Description, "description"), ((element as Html)?.Content, "html") }.Where(t => t.Item1 is not null))
            {
                yield return new(text!, $"{element.Path}.{name}".TrimStart('.'), groups);
            }

            if (element is RepeatedQuestion { GroupTitle: { } title } repeated)
            {
                yield return new(title, $"{element.Path}.templateTitle", groups.Add(repeated));
            }
        }
    }
}
