using System.Text;

namespace Granary.Ocrm.Knowledge;

/// <summary>Something by which a text is found, and where in the text it stands.</summary>
/// <param name="Text">As it is compared: lower case, full-width forms narrowed.</param>
internal readonly record struct Token(string Text, int Start, int Length);

/// <summary>
/// Cuts a text into what it is found by, without a dictionary: words of letters and digits, single Chinese characters, and pairs of
/// neighbouring ones. It is done here and nowhere else, so that both engines find the same (docs/decisions/0020).
/// </summary>
internal static class Tokens
{
    /// <summary>All tokens of a text, in its order.</summary>
    public static List<Token> Of(string text) => Cut(text, all: true);

    /// <summary>What a text must have to be found by a query: of two or more Chinese characters beside each other their pairs, which say more than the characters.</summary>
    public static IReadOnlyList<string> OfQuery(string query, int most) => [.. Cut(query, all: false).Select(t => t.Text).Distinct().Take(most)];

    private static List<Token> Cut(string text, bool all)
    {
        var tokens = new List<Token>();
        var (word, wordStart) = (new StringBuilder(), 0);
        var run = new List<Token>();
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var shown = Fold(rune);
            var isHan = IsHan(rune);
            if (!isHan && Rune.IsLetterOrDigit(rune))
            {
                wordStart = word.Length == 0 ? at : wordStart;
                word.Append(shown);
            }
            else if (word.Length > 0)
            {
                tokens.Add(new Token(word.ToString(), wordStart, at - wordStart));
                word.Clear();
            }

            if (isHan)
            {
                run.Add(new Token(shown, at, rune.Utf16SequenceLength));
            }
            else
            {
                EndRun();
            }

            at += rune.Utf16SequenceLength;
        }

        if (word.Length > 0)
        {
            tokens.Add(new Token(word.ToString(), wordStart, at - wordStart));
        }

        EndRun();
        return tokens;

        void EndRun()
        {
            tokens.AddRange(all || run.Count == 1 ? run : []);
            tokens.AddRange(run.Zip(run.Skip(1), (a, b) => new Token(a.Text + b.Text, a.Start, a.Length + b.Length)));
            run.Clear();
        }
    }

    // Rune by rune, so that a token's place in the folded text is its place in the text.
    private static string Fold(Rune rune) => Rune.ToLowerInvariant(rune.Value is >= FullWidthFirst and <= FullWidthLast ? new Rune(rune.Value - FullWidth) : rune).ToString();

    // U+FF01 to U+FF5E are U+0021 to U+007E as wide as a Chinese character (Unicode, Halfwidth and Fullwidth Forms).
    private const int FullWidthFirst = 0xFF01;
    private const int FullWidthLast = 0xFF5E;
    private const int FullWidth = 0xFEE0;

    private static bool IsHan(Rune rune) => rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or 0x3007;
}
