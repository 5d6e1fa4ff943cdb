using System.Collections.Immutable;
using Granary.Surveys.Expressions;

namespace Granary.Surveys.Evaluation;

/// <summary>Works a questionnaire out under one set of answers: calculated values first, then what is shown, then what is wrong and what is kept.</summary>
internal sealed class Evaluator
{
    private readonly AnswerScope _scope;
    private readonly Validation _validation;
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);
    private int _states;

    public Evaluator(Survey survey, ValueMap answers, SurveyContext context, SurveyLimits limits)
    {
        (Survey, Answers, Context, Limits) = (survey, answers, context, limits);
        Run = new(context.Now, limits);
        _scope = new(this);
        Piping = new(this);
        _validation = new(this);
    }

    public Survey Survey { get; }

    public SurveyContext Context { get; }

    public SurveyLimits Limits { get; }

    public Run Run { get; }

    public Piping Piping { get; }

    public ValueMap Answers { get; set; }

    public ValueMap Calculated { get; set; } = ValueMap.Nothing;

    public SurveyEvaluation Work()
    {
        new Calculation(this, _scope).Work();
        var pages = Survey.Pages.Select(p => State(p, new(_scope, Answers, "", true, true))).ToImmutableArray();
        var outcome = new Outcome(this, pages);
        var quotas = Survey.Quotas.Where(q => q.If?.Holds(Run, _scope) ?? true).ToImmutableArray();
        var errors = Answers.Select(a => a.Key).Except(Known(), StringComparer.Ordinal).Select(name => new AnswerError("unknown-name", name)).ToList();
        if (Run.IsExhausted || _states > Limits.States)
        {
            errors.Add(new("too-much-work"));
        }

        var completed = outcome.CompletedText(_scope);
        return new()
        {
            Pages = pages, Title = Piping.Text(Survey.Title, _scope), Calculated = Calculated, Answers = Answers, Result = outcome.Result(), Score = outcome.Score, Band = outcome.Band,
            Quiz = outcome.Quiz, LastPage = outcome.LastPage(_scope), CompletedText = completed, Quotas = quotas, Errors = [.. errors],
        };
    }

    /// <summary>Are the questions of a page, of a panel or of groups without errors? One that asks about itself is not ready.</summary>
    public bool IsReady(string container)
    {
        var element = Survey.Pages.SelectMany(Surveys.Survey.Top).FirstOrDefault(e => e is Panel or RepeatedQuestion && e.Name.Equals(container, StringComparison.OrdinalIgnoreCase));
        if (element is null || _states > Limits.States || !_asked.Add(container))
        {
            return false;
        }

        var ready = State(element, new(_scope, Answers, "", true, true)).All.All(e => e.Element is Panel || e.Errors.IsEmpty);
        _asked.Remove(container);
        return ready;
    }

    private IEnumerable<string> Known() => Survey.Questions.SelectMany(q => new[] { q.Name, q.CommentName }).Concat(Survey.CalculatedValues.Where(c => c.IsAnswer).Select(c => c.Name));

    private ElementState State(Element element, Place place)
    {
        _states++;
        var isVisible = place.IsVisible && (element.VisibleIf is { } visibleIf ? visibleIf.Holds(Run, place.Scope) : element.IsVisible);
        var isEnabled = place.IsEnabled && (element.EnableIf is { } enableIf ? enableIf.Holds(Run, place.Scope) : !element.IsReadOnly);
        var path = element.Name.Length == 0 || element is not Question ? "" : place.Prefix + element.Name;
        var value = element is Question ? place.Answers[element.Name] : Value.Empty;
        var state = new ElementState
        {
            Element = element, Path = path, Value = value, IsVisible = isVisible, IsEnabled = isEnabled,
            IsRequired = element.RequiredIf is { } requiredIf ? requiredIf.Holds(Run, place.Scope) : element.IsRequired,
            Title = element.Title is null && element is Question ? element.Name : Piping.Text(element.Title, place.Scope),
            Description = Piping.Text(element.Description, place.Scope),
        };
        state = element switch
        {
            Panel panel => Filled(state with { Elements = [.. panel.Content.Select(e => State(e, place with { IsVisible = isVisible, IsEnabled = isEnabled }))] }),
            MultipleTextQuestion texts => state with { Elements = [.. texts.Items.Select(e => State(e, new(place.Scope, value.Kind == ValueKind.Map ? value.Map : ValueMap.Nothing, path + ".", isVisible, isEnabled)))] },
            RepeatedQuestion repeated => state with { Groups = Groups(repeated, state, place) },
            Html html => state with { Description = Piping.Text(html.Content, place.Scope) },
            _ => state,
        };
        return isVisible && isEnabled ? state with { Errors = _validation.Of(state, place) } : state;
    }

    /// <summary>A panel on which nothing is to be seen is not there.</summary>
    private static ElementState Filled(ElementState panel) => panel with { IsVisible = panel.IsVisible && panel.Elements.Any(e => e.IsVisible) };

    private ImmutableArray<GroupState> Groups(RepeatedQuestion question, ElementState state, Place place)
    {
        var groups = Repeats.Of(question, state.Value, Limits);
        return Keys.Marked(question, [.. groups.TakeWhile(_ => _states <= Limits.States).Select((group, i) =>
        {
            var scope = new GroupScope(question, group, i, place.Scope);
            var inside = new Place(scope, group, $"{state.Path}[{i}].", state.IsVisible, state.IsEnabled);
            return new GroupState(Piping.Text(question.GroupTitle, scope), [.. question.Template.Select(e => State(e, inside))]);
        })]);
    }
}

/// <summary>Where an element stands: what names mean there, whose answers it has, what is before its path.</summary>
internal sealed record Place(IScope Scope, ValueMap Answers, string Prefix, bool IsVisible, bool IsEnabled);

internal static class Repeats
{
    /// <summary>The groups that were answered; before that, as many empty ones as one begins with.</summary>
    public static ImmutableArray<ValueMap> Of(RepeatedQuestion question, Value value, SurveyLimits limits)
    {
        var given = value.Kind == ValueKind.List ? value.List.Take(limits.Repeats).Select(g => g.Kind == ValueKind.Map ? g.Map : ValueMap.Nothing) : [];
        var least = value.IsEmpty ? Math.Max(question.Count, question.Least) : question.IsTable ? question.Least : 0;
        var groups = given.ToList();
        while (groups.Count < least)
        {
            groups.Add(ValueMap.Nothing);
        }

        return [.. groups];
    }
}
