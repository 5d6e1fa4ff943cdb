using System.Collections.Frozen;
using Granary.Surveys;

namespace Granary.Ocrm.Asking.Rendering;

/// <summary>What becomes of a questionnaire when a page of it comes in.</summary>
/// <param name="Page">The page to be shown next, by name.</param>
/// <param name="IsEnd">Nothing is missing and nothing more is asked.</param>
/// <param name="View">Of the next page; also at the end, where it is the last one.</param>
internal sealed record AnswerTurn(ValueMap Answers, string Page, bool IsEnd, AnswerView View)
{
    /// <summary>Takes a page's form: pure, so the same page sent twice comes to the same.</summary>
    /// <param name="answers">What was answered before.</param>
    public static AnswerTurn Take(Survey survey, ValueMap answers, FormFields form, SurveyContext context, SurveyLimits limits, SentAnswerFiles? files = null)
    {
        var language = form.Button.StartsWith("lang:", StringComparison.Ordinal) ? AnswerLanguage.Known(form.Button[5..]) : context.Language;
        var page = survey.Pages.FirstOrDefault(p => p.Name == form.Page);
        var read = new FormAnswers(form, files ?? SentAnswerFiles.None, new(language), limits);
        var taken = page is null ? answers : read.Read(page.Content, answers);
        var evaluation = SurveyEvaluation.Of(survey, taken, context with { Language = language }, limits);
        var view = new AnswerView(survey, evaluation, form.Page, language) { Refused = read.Refused };
        if (view.Current is not { } current || current.Element != page)
        {
            return new(taken, view.Current?.Element.Name ?? "", false, view);
        }

        return form.Button switch
        {
            "next" => Next(taken, view, current, form.Asked),
            "back" => new(taken, Named(view, view.IsFirst ? view.Index : view.Index - 1), false, view with { Page = Named(view, view.IsFirst ? view.Index : view.Index - 1), Refused = FrozenDictionary<string, string>.Empty }),
            _ => new(taken, current.Element.Name, false, view),
        };
    }

    /// <summary>To be shown to whoever begins, or comes back.</summary>
    public static AnswerTurn Show(Survey survey, ValueMap answers, string page, SurveyContext context, SurveyLimits limits)
    {
        var view = new AnswerView(survey, SurveyEvaluation.Of(survey, answers, context, limits), page, context.Language);
        return new(answers, view.Current?.Element.Name ?? "", false, view);
    }

    private static AnswerTurn Next(ValueMap taken, AnswerView view, ElementState page, IReadOnlySet<string> asked)
    {
        var open = page.All.Where(e => e is { IsVisible: true, IsEnabled: true, Path.Length: > 0, Element: not CalculatedQuestion }).ToList();
        var fresh = open.Exists(e => !asked.Contains(e.Path));
        if (fresh || view.Refused.Count > 0 || page.All.Any(e => !e.Errors.IsEmpty))
        {
            return new(taken, page.Element.Name, false, view with { Judged = asked, HasNewQuestions = fresh });
        }

        if (!view.IsLast)
        {
            var next = Named(view, view.Index + 1);
            return new(taken, next, false, view with { Page = next });
        }

        // Where an answer made another page ask more than it did, one goes back to it.
        return view.Pages.FirstOrDefault(p => p.All.Any(e => !e.Errors.IsEmpty)) is { } missing
            ? new(taken, missing.Element.Name, false, view with { Page = missing.Element.Name, Judged = missing.All.Select(e => e.Path).Where(p => p.Length > 0).ToHashSet(StringComparer.Ordinal) })
            : new(taken, page.Element.Name, view.Evaluation.IsComplete, view);
    }

    private static string Named(AnswerView view, int index) => view.Pages[index].Element.Name;
}

internal static class AnswerLanguage
{
    public static string Known(string code) => code.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "zh-cn";

    /// <summary>The first language of a browser's list (RFC 9110, 12.5.4) that the page has; Chinese where it has none.</summary>
    public static string Of(string accepted) => accepted.Split(',').Select(l => l.Trim()).FirstOrDefault(l => l.StartsWith("zh", StringComparison.OrdinalIgnoreCase) || l.StartsWith("en", StringComparison.OrdinalIgnoreCase)) is { } first ? Known(first) : "zh-cn";
}
