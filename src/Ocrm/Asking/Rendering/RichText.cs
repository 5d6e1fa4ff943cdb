using System.Collections.Frozen;
using System.Net;
using System.Text.RegularExpressions;

namespace Granary.Ocrm.Asking.Rendering;

/// <summary>
/// A text in which its author may set paragraphs, lists and emphasis. It is read as HTML and written anew: of elements a few remain, without
/// attributes; of all others their text; of scripts and styles nothing.
/// </summary>
internal static partial class RichText
{
    public static FrozenSet<string> Allowed { get; } = FrozenSet.Create("p", "br", "b", "strong", "i", "em", "u", "ul", "ol", "li", "h3", "h4");

    public static void Add(Markup markup, string text)
    {
        var (open, at, silent) = (new Stack<string>(), 0, "");
        foreach (Match tag in Tags().Matches(text))
        {
            if (silent.Length == 0)
            {
                Plain(markup, text[at..tag.Index]);
            }

            at = tag.Index + tag.Length;
            var (name, ends) = (Known(tag.Groups["name"].Value), tag.Groups["ends"].Length > 0);
            if (silent.Length > 0)
            {
                silent = ends && name == silent ? "" : silent;
            }
            else if (name is "script" or "style" && !ends)
            {
                silent = name;
            }
            else if (Allowed.Contains(name))
            {
                Allow(markup, open, name, ends);
            }
        }

        if (silent.Length == 0)
        {
            Plain(markup, text[at..]);
        }

        while (open.TryPop(out var left))
        {
            markup.Tag(left, ends: true);
        }
    }

    private static void Allow(Markup markup, Stack<string> open, string name, bool ends)
    {
        if (name == "br")
        {
            markup.Tag(name, ends: false);
        }
        else if (!ends)
        {
            open.Push(name);
            markup.Tag(name, ends: false);
        }
        else if (open.Contains(name))
        {
            string last;
            do
            {
                last = open.Pop();
                markup.Tag(last, ends: true);
            }
            while (last != name);
        }
    }

    private static void Plain(Markup markup, string text) => markup.Add($"{WebUtility.HtmlDecode(text)}");

    private static string Known(string name) => name.ToLowerInvariant() switch
    {
        "h1" or "h2" => "h3",
        "div" => "p",
        var other => other,
    };

    [GeneratedRegex("<(?<ends>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<!--.*?-->", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
