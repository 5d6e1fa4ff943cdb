namespace Granary.Ocrm.Asking.Rendering;

/// <summary>What is around every page that is shown without a log-in.</summary>
internal static class PageFrame
{
    public static string Of(string title, AnswerWords words, Markup main, bool scripted = false)
    {
        var markup = new Markup();
        markup.Add($"<!DOCTYPE html><html lang={words.Language}><head><meta charset=utf-8><meta name=viewport content=\"width=device-width,initial-scale=1\"><meta name=robots content=noindex>");
        markup.Add($"<meta name=referrer content=no-referrer><title>{title}</title><link rel=icon href=\"data:,\"><link rel=stylesheet href=\"{PageFiles.Style}\">");
        if (scripted)
        {
            markup.Add($"<script src=\"{PageFiles.Script}\" defer></script>");
        }

        markup.Add($"</head><body");
        foreach (var (name, text) in scripted ? words.OfScript : [])
        {
            markup.Add($" data-{name}=\"{text}\"");
        }

        return markup.Add($"><main id=main>").Add(main).Add($"</main></body></html>").ToString();
    }

    /// <summary>A page that says one thing: thank you, or why nothing can be answered here.</summary>
    /// <param name="text">May have paragraphs and emphasis (<see cref="RichText"/>).</param>
    public static string Saying(string title, string text, AnswerWords words)
    {
        var markup = new Markup();
        markup.Add($"<div class=end><h1>{title}</h1><div>");
        RichText.Add(markup, text);
        return Of(title, words, markup.Add($"</div></div>"));
    }
}
