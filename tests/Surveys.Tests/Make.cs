namespace Granary.Surveys.Tests;

internal static class Make
{
    public static readonly DateTime Now = new(2026, 3, 15, 10, 20, 30);

    /// <summary>Questions on one page.</summary>
    public static Survey Survey(string elements, string more = "") => Read($$"""{"elements":[{{elements}}]{{more}}}""");

    public static Survey Read(string json)
    {
        var import = SurveyReader.Read(json);
        return import.Survey ?? throw new InvalidOperationException(string.Join("\n", import.Findings));
    }

    public static SurveyEvaluation Evaluate(Survey survey, string answers, string language = "en", SurveyLimits? limits = null) =>
        SurveyEvaluation.Of(survey, ValueJson.ReadAnswers(answers), new(Now, language), limits);

    /// <summary>The codes of what is wrong with one answer.</summary>
    public static string[] Errors(string element, string answer)
    {
        var evaluation = Evaluate(Survey(element), $$"""{"q":{{answer}}}""");
        return [.. evaluation.Elements.SelectMany(e => e.Errors).Select(e => e.Code)];
    }
}
