using System.Collections.Immutable;
using Granary.Surveys.Expressions;

namespace Granary.Surveys.Checking;

/// <summary>Everything that may be answered, where that can be listed.</summary>
/// <param name="unseen">Questions that nobody can answer.</param>
internal sealed class Domains(Dictionary<string, Question> questions, IReadOnlySet<Element> unseen, SurveyLimits limits)
{
    // Of so many choices every selection is tried: 256.
    private const int FewChoices = 8;

    /// <summary>By name; null where the condition speaks of something whose answers cannot be listed.</summary>
    public Dictionary<string, ImmutableArray<Value>>? Of(Node condition, ImmutableArray<RepeatedQuestion> groups)
    {
        // How a container stands, and the answer as one reads it, hang on more than names; filters speak of items.
        if (condition.All.OfType<Call>().Any(c => c.Function.Name is "isContainerReady" or "displayValue" || c.Function.FilterAt is not null))
        {
            return null;
        }

        var found = new Dictionary<string, ImmutableArray<Value>>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in condition.All.OfType<Name>().Select(n => n.Text).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (KnownNames.Find(questions, name, groups) is not var (question, part) || Of(question, part.Length == 0) is not { } values)
            {
                return null;
            }

            found.Add(name, values);
        }

        return found;
    }

    /// <param name="isWhole">The answer itself, not a part of it.</param>
    private ImmutableArray<Value>? Of(Question question, bool isWhole)
    {
        if (unseen.Contains(question) && isWhole && question is not CalculatedQuestion && question.DefaultValue.IsEmpty)
        {
            return [Value.Empty];
        }

        ImmutableArray<Value>? values = question switch
        {
            MatrixQuestion matrix when !isWhole => [.. matrix.Columns.Select(c => c.Value)],
            _ when !isWhole => null,
            ChoiceQuestion { IsRanking: true } => null,
            ChoiceQuestion { IsSeveral: true } several => several.Choices.Length <= FewChoices ? Selections([.. Single(several)]) : null,
            ChoiceQuestion choice => [.. Single(choice)],
            RatingQuestion rating => [.. rating.Choices.Select(c => c.Value)],
            BooleanQuestion truth => [truth.WhenTrue, truth.WhenFalse],
            _ => null,
        };
        return values is { } known && known.Length < limits.Combinations ? known.Add(Value.Empty) : null;
    }

    private static IEnumerable<Value> Single(ChoiceQuestion question) =>
    [
        .. question.Choices.Select(c => c.Value),
        .. question.HasOther ? [Value.Of(ChoiceQuestion.Other)] : Array.Empty<Value>(),
        .. question.HasNone ? [Value.Of(ChoiceQuestion.None)] : Array.Empty<Value>(),
    ];

    private static ImmutableArray<Value> Selections(ImmutableArray<Value> items) =>
        [.. Enumerable.Range(1, (1 << items.Length) - 1).Select(bits => Value.Of([.. items.Where((_, i) => (bits & (1 << i)) != 0)]))];
}
