using System.Collections.Immutable;

namespace Granary.Surveys;

/// <summary>A questionnaire as it was read; never changes. <see cref="SurveyReader"/> makes it, <see cref="SurveyEvaluation"/> works it out.</summary>
public sealed record Survey
{
    public LocalText? Title { get; init; }

    public LocalText? Description { get; init; }

    public required ImmutableArray<Page> Pages { get; init; }

    /// <summary>The first page comes before the questionnaire proper and has no way back.</summary>
    public bool FirstPageIsStart { get; init; }

    public ImmutableArray<CalculatedValue> CalculatedValues { get; init; } = [];

    /// <summary>Each ends the questionnaire on a page that asks something of it, where it holds.</summary>
    public ImmutableArray<Expression> CompleteIf { get; init; } = [];

    public LocalText? CompletedText { get; init; }

    /// <summary>The first that holds is said in place of <see cref="CompletedText"/>.</summary>
    public ImmutableArray<(Expression If, LocalText Text)> CompletedTexts { get; init; } = [];

    /// <summary>False keeps the answers to questions that were hidden at the end.</summary>
    public bool ClearsInvisible { get; init; } = true;

    /// <summary>From the lowest up (our own property "scoring").</summary>
    public ImmutableArray<Band> Bands { get; init; } = [];

    /// <summary>How many are wanted of whom (our own property "quotas"). Whoever keeps the answers counts and enforces.</summary>
    public ImmutableArray<Quota> Quotas { get; init; } = [];

    /// <summary>Pages and all on them, with what repeated questions repeat, in the order of the document.</summary>
    public IEnumerable<Element> AllElements => Pages.SelectMany(Within);

    /// <summary>Questions whose answers stand by their names, so not those of repeated groups.</summary>
    public IEnumerable<Question> Questions => Pages.SelectMany(Top).OfType<Question>();

    internal static IEnumerable<Element> Top(Element element) => element.Elements.SelectMany(Top).Prepend(element);

    private static IEnumerable<Element> Within(Element element) =>
        element.Elements.Concat(element is Question question ? question.Parts : []).SelectMany(Within).Prepend(element);
}

/// <summary>A name for what an expression comes to.</summary>
/// <param name="IsAnswer">It is kept with the answers.</param>
public sealed record CalculatedValue(string Name, Expression Expression, bool IsAnswer, string Path);

/// <summary>What a sum of scores means.</summary>
/// <param name="From">The lowest sum that belongs to it; it ends where the next begins.</param>
public sealed record Band(string Name, double From, LocalText? Title);

/// <summary>So many complete answers are wanted of those for whom a condition holds; further ones are thanked and not asked on.</summary>
/// <param name="If">Null counts everybody.</param>
/// <param name="Limit">Complete answers, 1 at least.</param>
/// <param name="Text">What is said to who comes after it is full; null for the words of the page.</param>
public sealed record Quota(string Name, Expression? If, int Limit, LocalText? Text, string Path);
