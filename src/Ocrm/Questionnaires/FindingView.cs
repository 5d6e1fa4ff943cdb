using Granary.Surveys;

namespace Granary.Ocrm.Questionnaires;

/// <summary>Something about a document that its author should know.</summary>
/// <param name="Severity">error: it cannot be asked like this; warning; outside: SurveyJS does something that Granary does not; looks.</param>
/// <param name="Code">As docs/surveys.md lists them.</param>
/// <param name="Path">Where: pages[0].elements[2].visibleIf; "" for all of it.</param>
/// <param name="Text">What, in English, beside the page's own words for the code.</param>
public sealed record FindingView(string Severity, string Code, string Path, string Text)
{
    internal static FindingView Of(Finding finding) => new(
        finding.Level switch { FindingLevel.Error => "error", FindingLevel.Warning => "warning", FindingLevel.Outside => "outside", _ => "looks" }, finding.Code, finding.Path, finding.Detail);

    /// <summary>What reading it says and, where it can be asked at all, what the look for dead ends says: the worst first.</summary>
    internal static IReadOnlyList<FindingView> Check(string document, DateTime now)
    {
        var read = SurveyReader.Read(document);
        var dead = read.Survey is { } survey ? SurveyCheck.Of(survey, new SurveyContext(now, Questionnaire.Language)) : [];
        return [.. read.Findings.Concat(dead).OrderByDescending(f => f.Level).Select(Of)];
    }
}
