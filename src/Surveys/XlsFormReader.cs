using System.Text.Json.Nodes;
using Granary.Surveys.Reading;
using Granary.Surveys.Xlsform;

namespace Granary.Surveys;

/// <summary>Reads an XLSForm (.xlsx): its sheets survey, choices and settings become SurveyJS's JSON, which is read as any other.</summary>
public static class XlsFormReader
{
    /// <returns>What the form comes to, its JSON ("" where it is no form), and findings whose places are lines of the sheet: "survey, line 5".</returns>
    public static (SurveyImport Import, string Json) Read(byte[] file, SurveyLimits? limits = null)
    {
        limits ??= new();
        var findings = new Findings(limits);
        IReadOnlyDictionary<string, List<Line>> sheets;
        try
        {
            sheets = Workbook.Read(file, limits);
        }
        catch (InvalidDataException e)
        {
            findings.Add(FindingLevel.Error, "", "not-xlsx", e.Message);
            return (new(null, findings.All), "");
        }

        if (!sheets.TryGetValue("survey", out var lines))
        {
            findings.Add(FindingLevel.Error, "", "not-xlsform", "There is no sheet 'survey'");
            return (new(null, findings.All), "");
        }

        var form = new Form(sheets, findings);
        var document = form.Turned(lines);
        var json = document.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var read = SurveyReader.Read(json, limits);
        foreach (var finding in read.Findings)
        {
            findings.Add(finding.Level, form.Where(document, finding.Path), finding.Code, finding.Detail);
        }

        return (new(findings.HasErrors ? null : read.Survey, findings.All), json);
    }
}
