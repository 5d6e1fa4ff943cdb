namespace Granary.Surveys.Checking;

/// <summary>Questions that cannot be answered as they should, each looked at alone.</summary>
internal static class Answerable
{
    public static IEnumerable<Finding> Findings(Survey survey) =>
        survey.AllElements.OfType<Question>().SelectMany(Of)
            .Concat(survey.Questions.GroupBy(q => q.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).SelectMany(g => g.Skip(1))
                .Select(q => new Finding(FindingLevel.Warning, $"{q.Path}.name", "same-name", $"'{q.Name}' is asked more than once, with one answer")));

    private static IEnumerable<Finding> Of(Question question)
    {
        var (isScored, choices, name) = question switch
        {
            ChoiceQuestion choice => (question.IsScored, choice.Choices, "choices"),
            RatingQuestion rating => (question.IsScored, rating.Choices, "rateValues"),
            MatrixQuestion matrix => (question.IsScored, matrix.Columns, "columns"),
            _ => (false, [], ""),
        };
        isScored |= choices.Any(c => c.Score is not null); // who scores one scores all
        foreach (var (choice, i) in choices.Select((c, i) => (c, i)).Where(c => isScored && c.c.Score is null))
        {
            yield return new(FindingLevel.Error, $"{question.Path}.{name}[{i}]", "no-score", $"'{Expressions.Loosely.AsText(choice.Value)}' counts nothing, and others of '{question.Name}' do");
        }

        if (question is ChoiceQuestion { Choices.IsEmpty: true, HasOther: false })
        {
            yield return new(FindingLevel.Error, $"{question.Path}.choices", "no-choices", $"'{question.Name}' has nothing to choose from");
        }

        foreach (var detail in Bounds(question).OfType<string>())
        {
            yield return new(FindingLevel.Error, question.Path, "impossible-bounds", $"No answer to '{question.Name}' is right: {detail}");
        }
    }

    private static IEnumerable<string?> Bounds(Question question)
    {
        yield return question switch
        {
            ChoiceQuestion choice when choice.LeastChosen > choice.MostChosen || choice.LeastChosen > choice.Choices.Length + (choice.HasOther ? 1 : 0) => $"at least {choice.LeastChosen} are to be chosen",
            RepeatedQuestion repeated when repeated.Least > repeated.Most => $"at least {repeated.Least} and at most {repeated.Most} groups",
            TextQuestion { Least.Root: Expressions.Constant least, Most.Root: Expressions.Constant most } when Expressions.Loosely.Less(most.Value, least.Value) => "its least is above its most",
            MatrixQuestion { EachRowUnique: true, EachRowRequired: true } matrix when matrix.Rows.Length > matrix.Columns.Length => "more rows than different choices",
            _ => null,
        };
        foreach (var validator in question.Validators)
        {
            yield return validator switch
            {
                NumericValidator numeric when numeric.Least > numeric.Most => "its least is above its most",
                TextValidator { Most: > 0 } text when text.Least > text.Most => "it is to be longer than it may be",
                CountValidator count when count.Least > count.Most => "more are to be chosen than may be",
                _ => null,
            };
        }
    }
}
