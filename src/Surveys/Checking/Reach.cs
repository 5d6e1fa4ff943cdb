using System.Collections.Immutable;
using Granary.Surveys.Expressions;

namespace Granary.Surveys.Checking;

/// <summary>
/// What can be seen, and what can never be: conditions are tried under every combination of answers where the questions that they speak of
/// have few. A question that can never be seen can never be answered, which may close the next one's door too.
/// </summary>
internal sealed class Reach
{
    private readonly Survey _survey;
    private readonly SurveyContext _context;
    private readonly SurveyLimits _limits;
    private readonly Dictionary<string, Question> _questions;
    private readonly Domains _domains;
    private readonly HashSet<Element> _unseen = new(ReferenceEqualityComparer.Instance);

    public Reach(Survey survey, SurveyContext context, SurveyLimits limits)
    {
        (_survey, _context, _limits, _questions) = (survey, context, limits, KnownNames.ByName(survey.Questions));
        _domains = new(_questions, _unseen, limits);
    }

    public IEnumerable<Finding> Findings()
    {
        var found = new List<Finding>();
        int before;
        do
        {
            before = _unseen.Count;
            found = [.. _survey.Pages.SelectMany(p => Look(p, [], []))];
        }
        while (_unseen.Count > before);

        found.AddRange(_survey.Pages.Select((page, i) => Later(page, i)).OfType<Finding>());
        found.AddRange(_survey.CompleteIf.Select((trigger, i) => (trigger, i)).Where(t => Never([t.trigger.Root], []))
            .Select(t => new Finding(FindingLevel.Warning, $"triggers[{t.i}].expression", "never-true", "This never holds, so it never ends the questionnaire")));
        found.AddRange(_survey.Quotas.Where(q => q.If is not null && Never(Conjuncts(q.If.Root), []))
            .Select(q => new Finding(FindingLevel.Warning, $"{q.Path}.expression", "never-true", "This never holds, so nobody counts to this quota")));
        return found;
    }

    /// <param name="above">Conditions of what the element is on.</param>
    private IEnumerable<Finding> Look(Element element, ImmutableArray<Node> above, ImmutableArray<RepeatedQuestion> groups)
    {
        var conditions = element.VisibleIf is { } visibleIf ? above.AddRange(Conjuncts(visibleIf.Root)) : above;
        var page = element as Page;
        var closed = element.VisibleIf is null ? !element.IsVisible : Never(conditions, groups);
        if (closed)
        {
            foreach (var hidden in Uses.Elements(element, groups))
            {
                _unseen.Add(hidden.Element);
            }

            if (element.VisibleIf is not null)
            {
                yield return new(FindingLevel.Error, $"{element.Path}.visibleIf".TrimStart('.'), page is null ? "never-seen" : "unreachable-page",
                    $"This never holds, whatever is answered: {(page is null ? $"'{element.Name}' is never seen" : $"nothing leads to page '{page.Name}'")}");
            }

            yield break;
        }

        var inside = element is RepeatedQuestion repeated ? groups.Add(repeated) : groups;
        foreach (var finding in element.Elements.SelectMany(e => Look(e, conditions, groups)).Concat(element is Question question ? question.Parts.SelectMany(e => Look(e, conditions, inside)) : []))
        {
            yield return finding;
        }

        if (page is not null && page.Content.All(_unseen.Contains))
        {
            _unseen.Add(page);
            yield return new(FindingLevel.Error, page.Path, "unreachable-page", $"Nothing on page '{page.Name}' is ever seen");
        }

        foreach (var (expression, name, detail) in new[] { (element.EnableIf, "enableIf", "it can never be changed"), (element.RequiredIf, "requiredIf", "it need never be answered") })
        {
            if (expression is not null && Never(Conjuncts(expression.Root), groups))
            {
                yield return new(FindingLevel.Warning, $"{element.Path}.{name}".TrimStart('.'), "never-true", $"This never holds: {detail}");
            }
        }

        foreach (var (validator, i) in element is Question asked ? asked.Validators.Select((v, i) => (v, i)) : [])
        {
            if (validator is ExpressionValidator condition && Never(Conjuncts(condition.Condition.Root), groups))
            {
                yield return new(FindingLevel.Error, $"{element.Path}.validators[{i}].expression", "never-valid", "No answer satisfies this");
            }
        }
    }

    /// <summary>A page that asks only of what comes after it.</summary>
    private Finding? Later(Page page, int at)
    {
        var names = page.VisibleIf?.Names.Select(n => KnownNames.Find(_questions, n, [])?.Question).ToList();
        return names is { Count: > 0 } && names.All(q => q is not null && !_survey.Pages.Take(at).SelectMany(Survey.Top).Contains(q))
            && !_unseen.Contains(page)
            ? new(FindingLevel.Warning, $"{page.Path}.visibleIf".TrimStart('.'), "later-page", $"Page '{page.Name}' waits for answers that are asked on it or after it; one goes forward and does not come back")
            : null;
    }

    private static ImmutableArray<Node> Conjuncts(Node node) => node is Binary { Operator: Operator.And } and ? [.. Conjuncts(and.Left), .. Conjuncts(and.Right)] : [node];

    /// <summary>Can the conditions never hold together? Those that cannot be decided are taken to hold.</summary>
    private bool Never(ImmutableArray<Node> conditions, ImmutableArray<RepeatedQuestion> groups)
    {
        var decidable = conditions.Select(c => (Condition: c, Domains: _domains.Of(c, groups))).Where(c => c.Domains is not null).ToList();
        return decidable.Count > 0 && (FailsAlways([.. decidable]) || (decidable.Count > 1 && decidable.Any(c => FailsAlways([c]))));
    }

    private bool FailsAlways(List<(Node Condition, Dictionary<string, ImmutableArray<Value>>? Domains)> conditions)
    {
        var domains = conditions.SelectMany(c => c.Domains!).DistinctBy(d => d.Key, StringComparer.OrdinalIgnoreCase).ToArray();
        if (domains.Aggregate(1d, (size, d) => size * d.Value.Length) > _limits.Combinations)
        {
            return false;
        }

        var run = new Run(_context.Now, _limits);
        var at = new int[domains.Length];
        while (true)
        {
            var scope = new MapScope(new(domains.Select((d, i) => KeyValuePair.Create(d.Key, d.Value[at[i]]))));
            if (conditions.All(c => Loosely.IsTrue(run.Work(c.Condition, scope))) || run.IsExhausted)
            {
                return false;
            }

            var digit = 0;
            while (digit < at.Length && ++at[digit] == domains[digit].Value.Length)
            {
                at[digit++] = 0;
            }

            if (digit == at.Length)
            {
                return true;
            }
        }
    }
}
