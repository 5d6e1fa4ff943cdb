using System.Collections.Immutable;
using Granary.Surveys.Expressions;

namespace Granary.Surveys.Evaluation;

/// <summary>Works out calculated values and expression questions, again and again until none changes: one may use another that comes later.</summary>
internal sealed class Calculation(Evaluator evaluator, IScope scope)
{
    public void Work()
    {
        var questions = evaluator.Survey.Questions.Where(IsCalculated).ToList();
        if (evaluator.Survey.CalculatedValues.IsEmpty && questions.Count == 0)
        {
            return;
        }

        for (var round = 0; round < evaluator.Limits.CalculationRounds && !evaluator.Run.IsExhausted; round++)
        {
            var (answers, calculated) = (evaluator.Answers, evaluator.Calculated);
            foreach (var value in evaluator.Survey.CalculatedValues)
            {
                var found = value.Expression.Work(evaluator.Run, scope);
                evaluator.Calculated = evaluator.Calculated.With(value.Name, found);
                evaluator.Answers = value.IsAnswer ? evaluator.Answers.With(value.Name, found) : evaluator.Answers;
            }

            foreach (var question in questions)
            {
                evaluator.Answers = evaluator.Answers.With(question.Name, Worked(question, evaluator.Answers[question.Name], scope));
            }

            if (answers.Equals(evaluator.Answers) && calculated.Equals(evaluator.Calculated))
            {
                return;
            }
        }
    }

    private static bool IsCalculated(Element element) => element is CalculatedQuestion || (element is RepeatedQuestion repeated && repeated.Template.SelectMany(Survey.Top).Any(IsCalculated));

    private Value Worked(Element element, Value value, IScope at)
    {
        if (element is CalculatedQuestion { Expression: { } expression })
        {
            var found = expression.Work(evaluator.Run, at);
            return found.IsEmpty ? Value.Empty : found;
        }

        if (element is not RepeatedQuestion repeated || (value.Kind != ValueKind.List && !repeated.Template.OfType<CalculatedQuestion>().Any()))
        {
            return value;
        }

        var inside = repeated.Template.SelectMany(Survey.Top).Where(IsCalculated).ToList();
        var groups = Repeats.Of(repeated, value, evaluator.Limits);
        for (var i = 0; i < groups.Length; i++)
        {
            foreach (var part in inside)
            {
                groups = groups.SetItem(i, groups[i].With(part.Name, Worked(part, groups[i][part.Name], new GroupScope(repeated, groups[i], i, at))));
            }
        }

        return value.Kind == ValueKind.Empty && groups.All(g => g.Count == 0) ? value : Value.Of(groups.Select(Value.Of).ToImmutableArray());
    }
}
