using System.Globalization;
using Granary.Surveys.Expressions;

namespace Granary.Surveys.Evaluation;

/// <summary>What stands in a text field of a kind.</summary>
internal static class Forms
{
    // Characters that have a meaning of their own in an address (RFC 5322, "specials"), less the quote.
    private const string Specials = "<>()[]\\,;:@ \t\r\n\"";

    public static IEnumerable<AnswerError> Wrong(TextQuestion question, Value value)
    {
        var text = Loosely.AsText(value);
        if (question.Input == TextInput.Email && !IsEmail(text))
        {
            yield return new("email");
        }

        if (question.Input == TextInput.Number && (value.Kind == ValueKind.Boolean || Loosely.AsNumber(value) is null))
        {
            yield return new("not-a-number");
        }

        var fits = question.Input switch
        {
            TextInput.Date => Fits(text, "yyyy-MM-dd"),
            TextInput.DateTime => Fits(text, "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"),
            TextInput.Time => Fits(text, "HH:mm", "HH:mm:ss"),
            TextInput.Month => Fits(text, "yyyy-MM"),
            _ => true,
        };
        if (!fits)
        {
            yield return new("not-a-day");
        }

        if (text.Length > question.MaxLength)
        {
            yield return new("too-long", question.MaxLength.Value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>name@host.domain: parts of the name between single dots, or in quotes; the last part of the host has two characters at least.</summary>
    public static bool IsEmail(string text)
    {
        var at = text.LastIndexOf('@');
        if (at < 1 || at == text.Length - 1)
        {
            return false;
        }

        var (name, host) = (text[..at], text[(at + 1)..].Split('.'));
        return ((name.Length > 2 && name[0] == '"' && name[^1] == '"') || name.Split('.').All(IsPlain)) && host.Length > 1 && host.All(IsPlain) && host[^1].Length > 1;
    }

    private static bool IsPlain(string part) => part.Length > 0 && !part.AsSpan().ContainsAny(Specials);

    private static bool Fits(string text, params string[] forms) => DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
