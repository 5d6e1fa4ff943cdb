using Granary.Surveys.Reading;
using Granary.Surveys.Xlsform;

namespace Granary.Surveys;

/// <summary>Writes a questionnaire as an XLSForm (.xlsx) with the sheets survey, choices and settings.</summary>
public static class XlsFormWriter
{
    /// <returns>The workbook, and what of the questionnaire XLSForm cannot say, by its place in the document.</returns>
    public static (byte[] File, IReadOnlyList<Finding> Findings) Write(Survey survey, SurveyLimits? limits = null)
    {
        var findings = new Findings(limits ?? new());
        var (lines, choices, settings) = new FormLines(survey, findings).Written();
        return (WorkbookFile.Write(("survey", lines), ("choices", choices), ("settings", settings)), findings.All);
    }
}
