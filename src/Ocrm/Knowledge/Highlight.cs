namespace Granary.Ocrm.Knowledge;

/// <summary>A piece of a text; hits are what was looked for. Pieces are text and never markup.</summary>
public sealed record TextPart(string Text, bool Hit);

/// <summary>Where a text has what was looked for.</summary>
internal static class Highlight
{
    /// <summary>The whole text.</summary>
    public static IReadOnlyList<TextPart> All(string text, IReadOnlySet<string> wanted) => Parts(text, Hits(text, wanted), 0, text.Length);

    /// <summary>A part of a text around the place that has most of what was looked for; its beginning where it has nothing.</summary>
    /// <param name="most">Characters.</param>
    public static IReadOnlyList<TextPart> Around(string text, IReadOnlySet<string> wanted, int most)
    {
        var hits = Hits(text, wanted);
        var first = hits.Count == 0 ? 0 : hits.MaxBy(h => hits.Where(o => o.Start >= h.Start && o.End <= h.Start + most).Sum(o => o.End - o.Start)).Start;
        // A little before it, and never through the middle of a character.
        var from = Whole(text, Math.Max(0, Math.Min(first - (most / 6), text.Length - most)));
        return Parts(text, hits, from, Whole(text, Math.Min(text.Length, from + most)));
    }

    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    /// <summary>Neighbouring and overlapping tokens are one.</summary>
    private static List<(int Start, int End)> Hits(string text, IReadOnlySet<string> wanted)
    {
        var hits = new List<(int Start, int End)>();
        foreach (var token in Tokens.Of(text).Where(t => wanted.Contains(t.Text)).OrderBy(t => t.Start))
        {
            if (hits.Count > 0 && token.Start <= hits[^1].End)
            {
                hits[^1] = (hits[^1].Start, Math.Max(hits[^1].End, token.Start + token.Length));
            }
            else
            {
                hits.Add((token.Start, token.Start + token.Length));
            }
        }

        return hits;
    }

    private static List<TextPart> Parts(string text, List<(int Start, int End)> hits, int from, int to)
    {
        var parts = new List<TextPart>();
        var at = from;
        foreach (var (start, end) in hits.Select(h => (Start: Math.Max(h.Start, from), End: Math.Min(h.End, to))).Where(h => h.Start < h.End))
        {
            if (start > at)
            {
                parts.Add(new TextPart(text[at..start], false));
            }

            parts.Add(new TextPart(text[start..end], true));
            at = end;
        }

        if (at < to)
        {
            parts.Add(new TextPart(text[at..to], false));
        }

        return parts;
    }
}
