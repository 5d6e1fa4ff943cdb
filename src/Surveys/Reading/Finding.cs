namespace Granary.Surveys;

public enum FindingLevel
{
    /// <summary>How it looks, which the engine does not decide. Kept nowhere, and nothing is lost but looks.</summary>
    Looks,

    /// <summary>SurveyJS would do something here that Granary does not. What is read without it is said.</summary>
    Outside,

    /// <summary>It can be asked, and somebody should look at it first.</summary>
    Warning,

    /// <summary>It cannot be asked like this.</summary>
    Error,
}

/// <summary>Something about a questionnaire that its author should know.</summary>
/// <param name="Path">Where in the document: pages[0].elements[2].visibleIf; "" for all of it.</param>
/// <param name="Code">What, for programs and translations; docs/surveys.md lists them.</param>
/// <param name="Detail">What, in English, for whoever reads the document.</param>
public sealed record Finding(FindingLevel Level, string Path, string Code, string Detail)
{
    public override string ToString() => $"{Level} {Path}: {Detail} ({Code})";
}

/// <summary>What reading a document comes to.</summary>
/// <param name="Survey">Null where an error is among the findings.</param>
public sealed record SurveyImport(Survey? Survey, IReadOnlyList<Finding> Findings);
