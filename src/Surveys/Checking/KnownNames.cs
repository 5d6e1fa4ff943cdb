using System.Collections.Immutable;
using Granary.Surveys.Expressions;

namespace Granary.Surveys.Checking;

/// <summary>Which names mean something, and what.</summary>
internal static class KnownNames
{
    public static IEnumerable<Finding> Unknown(Survey survey, IEnumerable<Use> uses, ValueMap variables)
    {
        var questions = ByName(survey.Questions);
        foreach (var use in uses)
        {
            foreach (var name in Spoken(use.Expression.Root, []).Where(n => !IsKnown(survey, questions, variables, n, use.Groups)))
            {
                yield return new(FindingLevel.Error, use.Path, "unknown-name", $"There is no {{{name}}}");
            }
        }

        foreach (var text in Uses.Texts(survey))
        {
            foreach (var name in text.Text.Texts.SelectMany(Braced).Distinct(StringComparer.Ordinal).Where(n => !IsKnown(survey, questions, variables, n, text.Groups)))
            {
                yield return new(FindingLevel.Warning, text.Path, "unknown-name", $"{{{name}}} stays as it is written: there is no such answer");
            }
        }
    }

    /// <summary>The question that a name at a place speaks of, and the part of it that is meant ("" for all of it, ".row", "[0].name"); null where it is none.</summary>
    public static (Question Question, string Part)? Find(Dictionary<string, Question> questions, string name, ImmutableArray<RepeatedQuestion> groups)
    {
        if (Inside(name, groups) is var (group, part))
        {
            return group is null ? null : Longest(ByName(group.Template.SelectMany(Survey.Top).OfType<Question>()), part);
        }

        return Longest(questions, name);
    }

    public static Dictionary<string, Question> ByName(IEnumerable<Question> questions) =>
        questions.GroupBy(q => q.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>{panel.x}, {row.x}, {parentPanel.x} and the question that it is inside of.</summary>
    public static (RepeatedQuestion? Group, string Part)? Inside(string name, ImmutableArray<RepeatedQuestion> groups)
    {
        foreach (var (prefix, at) in new[] { ("panel.", 1), ("row.", 1), ("parentPanel.", 2) })
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return (groups.Length >= at ? groups[^at] : null, name[prefix.Length..]);
            }
        }

        return null;
    }

    private static bool IsKnown(Survey survey, Dictionary<string, Question> questions, ValueMap variables, string name, ImmutableArray<RepeatedQuestion> groups)
    {
        name = name.TrimStart('#');
        if (Inside(name, groups) is not null)
        {
            return Find(questions, name, groups) is var (asked, part) && HasPart(asked, part);
        }

        if (name.Equals(groups is [.., { IsTable: true }] ? "rowIndex" : "panelIndex", StringComparison.OrdinalIgnoreCase))
        {
            return groups.Length > 0;
        }

        return (Longest(questions, name) is var (question, rest) && HasPart(question, rest))
            || survey.CalculatedValues.Any(c => IsOrPart(name, c.Name))
            || variables.Any(v => IsOrPart(name, v.Key))
            || name is "locale" or "correctAnswers" or "incorrectAnswers" or "questionCount" or "score" or "band";
    }

    /// <summary>Of a matrix the rows, of several texts their names, of groups what they ask.</summary>
    private static bool HasPart(Question question, string part)
    {
        if (part.Length == 0 || part is "-Comment" or ".length" || (part[0] == '[' && !part.Contains("].", StringComparison.Ordinal)))
        {
            return true;
        }

        var inner = part[0] == '[' ? part[(part.IndexOf(']', StringComparison.Ordinal) + 2)..] : part[1..];
        return question switch
        {
            MatrixQuestion matrix => matrix.Rows.Any(r => Loosely.Equal(r.Value, Value.Of(inner))),
            MultipleTextQuestion or RepeatedQuestion => question.Parts.SelectMany(Survey.Top).Any(p => p.Name.Length > 0 && IsOrPart(inner, p.Name)),
            PlaceQuestion => inner is "lat" or "lon" or "accuracy",
            FileQuestion => inner is "name" or "type" or "content",
            _ => false,
        };
    }

    private static bool IsOrPart(string name, string known) =>
        name.StartsWith(known, StringComparison.OrdinalIgnoreCase) && (name.Length == known.Length || name[known.Length] is '.' or '[' or '-');

    private static (Question, string)? Longest(Dictionary<string, Question> questions, string name)
    {
        const string Comment = "-Comment";
        if (questions.TryGetValue(name, out var question))
        {
            return (question, "");
        }

        if (name.EndsWith(Comment, StringComparison.OrdinalIgnoreCase) && questions.TryGetValue(name[..^Comment.Length], out question))
        {
            return (question, Comment);
        }

        for (var end = name.LastIndexOfAny(['.', '[']); end > 0; end = name.LastIndexOfAny(['.', '['], end - 1))
        {
            if (questions.TryGetValue(name[..end], out question))
            {
                return (question, name[end..]);
            }
        }

        return null;
    }

    /// <summary>Names in an expression, but not those in a filter over a list that its items answer.</summary>
    private static IEnumerable<string> Spoken(Node node, ImmutableArray<string> fields)
    {
        if (node is Name name)
        {
            return fields.Contains(name.Text, StringComparer.OrdinalIgnoreCase) ? [] : [name.Text];
        }

        // What the items of a list have is not known here where the list is calculated: a filter speaks of items first.
        return node is Call { Function.FilterAt: { } at } call && call.Arguments.Length > at
            ? call.Arguments.Take(at).SelectMany(a => Spoken(a, fields))
            : node.Parts.SelectMany(p => Spoken(p, fields));
    }

    private static IEnumerable<string> Braced(string text)
    {
        for (var at = text.IndexOf('{'); at >= 0; at = text.IndexOf('{', at + 1))
        {
            var close = text.IndexOf('}', at);
            if (close > at + 1)
            {
                yield return text[(at + 1)..close].Trim();
            }
        }
    }
}
