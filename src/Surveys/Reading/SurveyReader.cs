using System.Collections.Immutable;
using System.Text.Json;
using Granary.Surveys.Reading;

namespace Granary.Surveys;

/// <summary>Reads SurveyJS's JSON: the subset that docs/surveys.md describes. What lies outside is named with its place, and never dropped silently.</summary>
public static class SurveyReader
{
    public static SurveyImport Read(string json, SurveyLimits? limits = null)
    {
        var findings = new Findings(limits ?? new());
        if (json.Length > findings.Limits.DocumentCharacters)
        {
            findings.Add(FindingLevel.Error, "", "too-large", $"More than {findings.Limits.DocumentCharacters} characters");
            return new(null, findings.All);
        }

        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = findings.Limits.DocumentDepth, AllowDuplicateProperties = false });
            var survey = document.RootElement.ValueKind == JsonValueKind.Object
                ? Whole(new(document.RootElement, "", findings))
                : findings.Wrong<Survey?>("", "an object", null);
            return new(findings.HasErrors ? null : survey, findings.All);
        }
        catch (JsonException e)
        {
            findings.Add(FindingLevel.Error, e.Path is { } at ? at : "", "not-json", e.Message);
            return new(null, findings.All);
        }
    }

    private static Survey Whole(Properties survey)
    {
        var elements = new ElementReader(survey.Findings);
        var pages = survey.Objects("pages").Select(elements.Page).ToImmutableArray();

        // Before there were pages, questions stood in the document itself.
        var bare = survey.Objects("elements", "questions").ToList();
        if (bare.Count > 0)
        {
            pages = pages.Add(new() { Name = $"page{pages.Length + 1}", Path = "", Content = elements.Several(bare) });
        }

        pages = [.. pages.Select((page, i) => page.Name.Length == 0 ? page with { Name = $"page{i + 1}" } : page)];
        if (!pages.Any(p => p.Content.Length > 0))
        {
            survey.Findings.Add(FindingLevel.Error, "", "nothing-asked", "There is no page with anything on it");
        }

        if (pages.Sum(Begun) > survey.Findings.Limits.States)
        {
            survey.Findings.Add(FindingLevel.Error, "", "too-many", $"Repeated questions inside each other begin with more than {survey.Findings.Limits.States} elements");
        }

        var read = new Survey
        {
            Title = survey.Local("title"),
            Description = survey.Local("description"),
            Pages = pages,
            FirstPageIsStart = survey.Flag(false, "firstPageIsStartPage", "firstPageIsStarted"),
            CalculatedValues = [.. survey.Objects("calculatedValues").Select(Calculated).OfType<CalculatedValue>()],
            CompleteIf = [.. survey.Objects("triggers").Select(Trigger).OfType<Expression>()],
            CompletedText = survey.Local("completedHtml"),
            CompletedTexts = [.. survey.Objects("completedHtmlOnCondition").Select(CompletedText).Where(t => t.If is not null).Select(t => (t.If!, t.Text))],
            ClearsInvisible = Clearing(survey),
            Bands = survey.Any("scoring") is { ValueKind: JsonValueKind.Object } scoring ? Bands(new(scoring, "scoring", survey.Findings)) : [],
            Quotas = QuotaReader.Of(survey),
        };
        survey.Any("locale"); // whoever asks says in which language
        survey.Finish();
        return read;
    }

    /// <summary>How many elements there are before anybody answers.</summary>
    private static double Begun(Element element) =>
        1 + element.Elements.Sum(Begun) + (element is RepeatedQuestion repeated ? Math.Max(repeated.Count, repeated.Least) * repeated.Parts.Sum(Begun) : element is Question question ? question.Parts.Sum(Begun) : 0);

    private static bool Clearing(Properties survey)
    {
        var how = survey.Text("clearInvisibleValues", "onComplete");
        if (how is "onHidden" or "onHiddenContainer")
        {
            survey.Findings.Add(FindingLevel.Outside, "clearInvisibleValues", "outside-value", $"{how} clears while one answers; here hidden answers are cleared at the end");
        }
        else if (how is not ("onComplete" or "none"))
        {
            survey.Findings.Wrong("clearInvisibleValues", "onComplete or none", 0);
        }

        return how != "none";
    }

    private static CalculatedValue? Calculated(Properties value)
    {
        var (name, expression) = (value.Text("name"), value.Expression("expression"));
        var isAnswer = value.Flag(false, "includeIntoResult");
        value.Finish();
        if (name.Length == 0)
        {
            value.Findings.Add(FindingLevel.Error, value.Path, "missing-name", "A calculated value needs a name");
        }

        return name.Length > 0 && expression is not null ? new(name, expression, isAnswer, value.Path) : null;
    }

    private static Expression? Trigger(Properties trigger)
    {
        var (type, condition) = (trigger.Text("type"), trigger.Expression("expression"));
        if (type != "complete")
        {
            trigger.Any("setToName", "setValue", "isVariable", "runExpression", "gotoName", "fromName", "pages", "questions");
            trigger.Findings.Add(FindingLevel.Outside, trigger.Path, "outside-type", $"A trigger '{type}' does something at a moment, and answers are looked at as a whole here; it does nothing. Use visibleIf or calculatedValues");
            return null;
        }

        trigger.Finish();
        return condition;
    }

    private static (Expression? If, LocalText Text) CompletedText(Properties text)
    {
        var read = (text.Expression("expression"), text.Local("html") ?? new LocalText(""));
        text.Finish();
        return read;
    }

    private static ImmutableArray<Band> Bands(Properties scoring)
    {
        var bands = scoring.Objects("bands").Select(Band).ToImmutableArray();
        scoring.Finish();
        for (var i = 1; i < bands.Length; i++)
        {
            if (bands[i].From <= bands[i - 1].From)
            {
                scoring.Findings.Add(FindingLevel.Error, $"scoring.bands[{i}]", "bad-value", "A band begins above the one before it");
            }
        }

        return bands;
    }

    private static Band Band(Properties band)
    {
        var read = new Band(band.Text("name"), band.Number("from") ?? band.Findings.Wrong(band.At("from"), "a number", 0d), band.Local("title"));
        band.Finish();
        return read;
    }
}
