using System.Globalization;
using Granary.Surveys.Expressions;

namespace Granary.Surveys.Evaluation;

/// <summary>What is wrong with what was chosen.</summary>
internal static class Choices
{
    public static IEnumerable<AnswerError> Wrong(ChoiceQuestion question, Value value, Value comment)
    {
        var chosen = question.IsSeveral ? value.List : [value];
        var isNone = question.HasNone && chosen.Any(v => Loosely.Equal(v, Value.Of(ChoiceQuestion.None)));
        if (chosen.Any(v => !IsKnown(question, v)) || chosen.Select((v, i) => (v, i)).Any(one => chosen.Take(one.i).Any(before => Loosely.Equal(before, one.v))))
        {
            yield return new("unknown-choice");
        }

        if (question.HasOther && chosen.Any(v => Loosely.Equal(v, Value.Of(ChoiceQuestion.Other))) && comment.IsEmpty)
        {
            yield return new("other-empty");
        }

        if (!question.IsSeveral)
        {
            yield break;
        }

        if (isNone && chosen.Length > 1)
        {
            yield return new("none-with-others");
        }
        else if (chosen.Length < question.LeastChosen && !isNone)
        {
            yield return new("too-few", question.LeastChosen.Value.ToString(CultureInfo.InvariantCulture));
        }
        else if (chosen.Length > question.MostChosen)
        {
            yield return new("too-many-chosen", question.MostChosen.Value.ToString(CultureInfo.InvariantCulture));
        }

        if (question.IsRanking && chosen.Length < question.Choices.Length)
        {
            yield return new("ranking-incomplete");
        }
    }

    public static bool Known(IEnumerable<Choice> choices, Value value) => choices.Any(c => Loosely.Equal(c.Value, value));

    private static bool IsKnown(ChoiceQuestion question, Value value) => Known(question.Choices, value)
        || (question.HasOther && Loosely.Equal(value, Value.Of(ChoiceQuestion.Other)))
        || (question.HasNone && Loosely.Equal(value, Value.Of(ChoiceQuestion.None)));
}
