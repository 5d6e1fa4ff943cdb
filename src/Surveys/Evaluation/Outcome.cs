using System.Collections.Immutable;
using Granary.Surveys.Expressions;

namespace Granary.Surveys.Evaluation;

/// <summary>What a set of answers comes to in the end: what is kept, what it counts, where it ends and what is said then.</summary>
internal sealed class Outcome
{
    private readonly Evaluator _evaluator;
    private readonly ImmutableArray<ElementState> _pages;
    private readonly List<ElementState> _seen;

    public Outcome(Evaluator evaluator, ImmutableArray<ElementState> pages)
    {
        (_evaluator, _pages) = (evaluator, pages);
        _seen = [.. pages.SelectMany(p => p.All).Where(e => e is { IsVisible: true, Element: Question })];
        Score = _seen.Sum(ScoreOf);
        Band = evaluator.Survey.Bands.LastOrDefault(b => b.From <= Score);
        var asked = _seen.Where(e => !((Question)e.Element).CorrectAnswer.IsEmpty).ToList();
        Quiz = (asked.Count(IsRight), asked.Count);
    }

    public double Score { get; }

    public Band? Band { get; }

    public (int Right, int Of) Quiz { get; }

    /// <summary>
    /// Where one leaves a page that asks what a trigger speaks of, and the trigger holds, nothing more is asked. What stands on the page but
    /// is hidden counts too, as in survey-core.
    /// </summary>
    public string? LastPage(IScope scope)
    {
        var holding = _evaluator.Survey.CompleteIf.Where(t => t.Holds(_evaluator.Run, scope)).Select(Spoken).ToList();
        return _pages.Where(p => p.IsVisible).SkipLast(1)
            .FirstOrDefault(page => holding.Any(names => Survey.Top(page.Element).OfType<Question>().Any(q => names.Contains(q.Name))))?.Element.Name;
    }

    public string? CompletedText(IScope scope)
    {
        // A page before the start asks who one is, and is not counted.
        var questions = _seen.Count(e => !(_evaluator.Survey.FirstPageIsStart && _pages[0].All.Contains(e)));
        IScope known = new MapScope(
            new([new("correctAnswers", Value.Of(Quiz.Right)), new("incorrectAnswers", Value.Of(Quiz.Of - Quiz.Right)), new("questionCount", Value.Of(questions)), new("score", Value.Of(Score)), new("band", Value.Of(Band?.Name))]), scope);
        var text = _evaluator.Survey.CompletedTexts.FirstOrDefault(t => t.If.Holds(_evaluator.Run, known)).Text ?? _evaluator.Survey.CompletedText;
        return text is null ? null : _evaluator.Piping.Text(text, known, name => name.ToLowerInvariant() switch
        {
            "correctanswers" or "incorrectanswers" or "questioncount" or "score" => known.TryFind(name, out var number) ? Loosely.AsText(number) : null,
            "band" => Band is { } band ? band.Title?.In(_evaluator.Context.Language) ?? band.Name : "",
            _ => null,
        });
    }

    public ValueMap Result()
    {
        var kept = new List<KeyValuePair<string, Value>>();
        foreach (var (name, value) in _evaluator.Answers)
        {
            if (_evaluator.Survey.CalculatedValues.Any(c => c.IsAnswer && c.Name == name))
            {
                kept.Add(new(name, value));
            }
            else if (Cleared(_pages.SelectMany(p => p.Elements), name, value) is { Kind: not ValueKind.Empty } rest)
            {
                kept.Add(new(name, rest));
            }
        }

        return new(kept);
    }

    /// <summary>The names an expression speaks of, with those that calculated values among them speak of.</summary>
    private HashSet<string> Spoken(Expression trigger)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<string>(trigger.Names.Select(Names.Root));
        while (open.TryDequeue(out var name))
        {
            if (names.Add(name))
            {
                foreach (var further in _evaluator.Survey.CalculatedValues.Where(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).SelectMany(c => c.Expression.Names))
                {
                    open.Enqueue(Names.Root(further));
                }
            }
        }

        return names;
    }

    /// <summary>What is left of a value; nothing where no question that one sees has the name.</summary>
    private Value Cleared(IEnumerable<ElementState> elements, string name, Value value)
    {
        var states = elements.SelectMany(WithinPanels).Where(e => e.Element is Question q && (q.Name == name || q.CommentName == name)).ToList();
        if (!_evaluator.Survey.ClearsInvisible)
        {
            return states.Count > 0 ? value : Value.Empty;
        }

        if (states.FirstOrDefault(e => e.IsVisible) is not { } state)
        {
            return Value.Empty;
        }

        var question = (Question)state.Element;
        if (question.Name != name)
        {
            return question.HasComment || SaysOther(question, state.Value) ? value : Value.Empty;
        }

        return question is RepeatedQuestion && value.Kind == ValueKind.List
            ? Value.Of(value.List.Select((group, i) => i < state.Groups.Length && group.Kind == ValueKind.Map ? Value.Of(Cleared(state.Groups[i].Elements, group.Map)) : group).ToImmutableArray())
            : value;
    }

    private ValueMap Cleared(ImmutableArray<ElementState> elements, ValueMap group) =>
        new(group.Select(part => KeyValuePair.Create(part.Key, Cleared(elements, part.Key, part.Value))).Where(part => part.Value.Kind != ValueKind.Empty));

    private static IEnumerable<ElementState> WithinPanels(ElementState element) =>
        element.Element is Panel ? element.Elements.SelectMany(WithinPanels) : [element];

    private static bool SaysOther(Question question, Value value) => question is ChoiceQuestion { HasOther: true }
        && (value.Kind == ValueKind.List ? value.List : [value]).Any(v => Loosely.Equal(v, Value.Of(ChoiceQuestion.Other)));

    private static bool IsRight(ElementState state) => Loosely.Equal(state.Value, ((Question)state.Element).CorrectAnswer);

    private static double ScoreOf(ElementState state) => state.Element switch
    {
        ChoiceQuestion choice => (choice.IsSeveral ? state.Value.Kind == ValueKind.List ? state.Value.List : [] : [state.Value]).Sum(v => Counted(choice.Choices, v)),
        RatingQuestion rating => Counted(rating.Choices, state.Value),
        MatrixQuestion matrix when state.Value.Kind == ValueKind.Map => state.Value.Map.Sum(row => Counted(matrix.Columns, row.Value)),
        _ => 0,
    };

    private static double Counted(IEnumerable<Choice> choices, Value value) => value.IsEmpty ? 0 : choices.FirstOrDefault(c => Loosely.Equal(c.Value, value))?.Score ?? 0;
}
