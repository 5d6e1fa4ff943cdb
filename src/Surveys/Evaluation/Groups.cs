using System.Globalization;

namespace Granary.Surveys.Evaluation;

internal static class Groups
{
    /// <summary>How many groups there are. That keys differ is said where they stand.</summary>
    public static IEnumerable<AnswerError> Wrong(RepeatedQuestion question, ElementState state)
    {
        var answered = state.Value.Kind == ValueKind.List ? state.Value.List : [];
        if (question.IsTable && state.IsRequired && answered.Count(g => !g.IsEmpty) < question.Least)
        {
            yield return new("too-few-rows", question.Least.ToString(CultureInfo.InvariantCulture));
        }

        if (state.Groups.Length < question.Least)
        {
            yield return new("too-few-groups", question.Least.ToString(CultureInfo.InvariantCulture));
        }

        if (answered.Length > question.Most)
        {
            yield return new("too-many-groups", question.Most.ToString(CultureInfo.InvariantCulture));
        }
    }
}
