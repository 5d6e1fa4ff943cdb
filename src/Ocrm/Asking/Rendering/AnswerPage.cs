using Granary.Surveys;

namespace Granary.Ocrm.Asking.Rendering;

/// <summary>One page of a questionnaire as HTML that works without script, on old phones, and asks for nothing from elsewhere.</summary>
internal static class AnswerPage
{
    /// <summary>A whole document, with its style sheet and script by address.</summary>
    public static string Render(AnswerView view) => PageFrame.Of(view.Evaluation.Title, view.Words, Main(view), scripted: true);

    /// <summary>How a questionnaire looks to whoever answers it, for the designer: the same page.</summary>
    /// <param name="page">By name; "" for the first.</param>
    /// <param name="now">The bank's local time.</param>
    public static string Preview(Survey survey, ValueMap answers, string page, string language, DateTime now) =>
        Render(new(survey, SurveyEvaluation.Of(survey, answers, new(now, language)), page, language));

    /// <summary>The same page for a frame in which no script runs.</summary>
    public static string Still(AnswerView view) => PageFrame.Of(view.Evaluation.Title, view.Words, Main(view));

    private static Markup Main(AnswerView view)
    {
        var (markup, words) = (new Markup(), view.Words);
        markup.Add($"<form method=post action=\"{view.Action}\" novalidate enctype=multipart/form-data>");
        // The first button is the one that the Enter key presses.
        markup.Add($"<button class=enter name=\"{{do}}\" value=next tabindex=-1 aria-hidden=true></button>");
        Head(markup, view);
        if (view.Current is { } page)
        {
            markup.Add($"<input type=hidden name=\"{{page}}\" value=\"{page.Element.Name}\"><div id=blocks>");
            new QuestionMarkup(markup, view).Elements(page.Elements);
            markup.Add($"</div>");
        }
        else
        {
            markup.Add($"<p>{words.NothingAsked}</p>");
        }

        markup.Add($"<div class=go>");
        if (!view.IsFirst)
        {
            markup.Add($"<button name=\"{{do}}\" value=back>{words.Back}</button>");
        }

        markup.Add($"<button class=main name=\"{{do}}\" value=next>{(view.IsStart ? words.Start : view.IsLast ? words.Complete : words.Next)}</button></div>");
        return markup.Add($"<p class=foot><span id=state role=status></span> <button class=text name=\"{{do}}\" value=\"lang:{words.OtherLanguageCode}\" lang={new AnswerWords(words.OtherLanguageCode).Language}>{words.OtherLanguage}</button></p></form>");
    }

    private static void Head(Markup markup, AnswerView view)
    {
        var words = view.Words;
        markup.Add($"<h1>{view.Evaluation.Title}</h1>");
        if (view.IsFirst && view.Survey.Description is { } description)
        {
            markup.Add($"<p class=lead>{description.In(view.Language)}</p>");
        }

        if (view.Pages.Count > 1)
        {
            markup.Add($"<div class=steps><span>{words.Page(view.Index + 1, view.Pages.Count)}</span><progress value={view.Index + 1} max={view.Pages.Count}></progress></div>");
        }

        if (view.Current is { Title.Length: > 0 } page)
        {
            markup.Add($"<h2>{page.Title}</h2>");
        }

        if (view.Current is { Description.Length: > 0 } described)
        {
            markup.Add($"<p class=lead>{described.Description}</p>");
        }

        Wrong(markup, view);
    }

    /// <summary>What is wrong on the page, first of all, each with a way to it.</summary>
    private static void Wrong(Markup markup, AnswerView view)
    {
        var wrong = view.Current?.All.Where(e => e is { IsVisible: true, Errors.IsEmpty: false } && IsJudged(view, e)).ToList() ?? [];
        var refused = view.Current?.All.Where(e => view.Refused.ContainsKey(e.Path) && !wrong.Contains(e)).ToList() ?? [];
        if (wrong.Count + refused.Count > 0)
        {
            markup.Add($"<div class=wrong id=wrong role=alert tabindex=-1><p>{view.Words.Wrong(wrong.Count + refused.Count)}</p><ul>");
            foreach (var element in wrong.Concat(refused))
            {
                var title = element.Title.Length > 0 ? element.Title : view.Words.Of(element.Errors[0]);
                markup.Add($"<li><a href=\"#{FieldId.Block(element)}\">{title}</a></li>");
            }

            markup.Add($"</ul></div>");
        }
        else if (view.HasNewQuestions)
        {
            markup.Add($"<div class=note id=wrong role=alert tabindex=-1><p>{view.Words.NewQuestions}</p></div>");
        }
    }

    /// <summary>A panel is wrong where all that it asks was asked.</summary>
    public static bool IsJudged(AnswerView view, ElementState element) =>
        element.Element is Panel ? view.Judged.Count > 0 && element.All.Where(e => e is { IsVisible: true, IsEnabled: true, Path.Length: > 0 }).All(e => view.Judged.Contains(e.Path)) : view.Judged.Contains(element.Path);
}
