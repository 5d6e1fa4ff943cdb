using System.Globalization;
using Granary.Surveys.Expressions;

namespace Granary.Surveys.Evaluation;

/// <summary>Is the answer of the kind that its question has? Browsers see to that; a server cannot rely on it.</summary>
internal static class Shapes
{
    public static AnswerError? Wrong(Question question, Value value, SurveyLimits limits)
    {
        if (value.Kind == ValueKind.Empty)
        {
            return null;
        }

        var fits = question switch
        {
            TextQuestion or RatingQuestion => IsPlain(value),
            BooleanQuestion => IsPlain(value),
            ChoiceQuestion { IsSeveral: true } => value.Kind == ValueKind.List && value.List.All(IsPlain) && value.List.Length <= limits.Items,
            ChoiceQuestion => IsPlain(value),
            MatrixQuestion => value.Kind == ValueKind.Map && value.Map.All(r => IsPlain(r.Value)),
            MultipleTextQuestion texts => value.Kind == ValueKind.Map && value.Map.All(i => texts.Items.Any(known => known.Name == i.Key)),
            RepeatedQuestion repeated => value.Kind == ValueKind.List && value.List.Length <= limits.Repeats && value.List.All(g => g.Kind == ValueKind.Map && g.Map.All(part => Knows(repeated, part.Key))),
            FileQuestion => value.Kind == ValueKind.List && value.List.All(IsFile),
            PlaceQuestion => IsPlace(value),
            _ => true,
        };
        if (!fits)
        {
            return new(question switch { PlaceQuestion => "place", FileQuestion => "file", _ => "shape" });
        }

        return value.Kind == ValueKind.Text && value.Text.Length > limits.TextCharacters ? new("too-long", limits.TextCharacters.ToString(CultureInfo.InvariantCulture))
            : question is FileQuestion files && value.List.Length > (files.IsSeveral ? files.MostFiles ?? limits.Items : 1) ? new("too-many", (files.IsSeveral ? files.MostFiles ?? limits.Items : 1).ToString(CultureInfo.InvariantCulture))
            : null;
    }

    private static bool IsPlain(Value value) => value.Kind is ValueKind.Text or ValueKind.Number or ValueKind.Boolean or ValueKind.Empty;

    private static bool Knows(RepeatedQuestion question, string name) =>
        question.Template.SelectMany(Survey.Top).OfType<Question>().Any(q => q.Name == name || q.CommentName == name);

    private static bool IsFile(Value file) =>
        file.Kind == ValueKind.Map && file.Map["name"].Kind == ValueKind.Text && file.Map.All(part => part.Key is "name" or "type" or "content" && part.Value.Kind == ValueKind.Text);

    private static bool IsPlace(Value place) =>
        place.Kind == ValueKind.Map && Within(place.Map["lat"], 90) && Within(place.Map["lon"], 180)
        && place.Map.All(part => part.Key is "lat" or "lon" || (part.Key == "accuracy" && part.Value is { Kind: ValueKind.Number, Number: >= 0 }));

    private static bool Within(Value degrees, double bound) => degrees.Kind == ValueKind.Number && Math.Abs(degrees.Number) <= bound;
}

internal static class Choices
{
    public static IEnumerable<AnswerError> Wrong(ChoiceQuestion question, Value value, Value comment)
    {
        var chosen = question.IsSeveral ? value.List : [value];
        var isNone = question.HasNone && chosen.Any(v => Loosely.Equal(v, Value.Of(ChoiceQuestion.None)));
        if (chosen.Any(v => !IsKnown(question, v)) || chosen.Select((v, i) => (v, i)).Any(one => chosen.Take(one.i).Any(before => Loosely.Equal(before, one.v))))
        {
            yield return new("unknown-choice");
        }

        if (question.HasOther && chosen.Any(v => Loosely.Equal(v, Value.Of(ChoiceQuestion.Other))) && comment.IsEmpty)
        {
            yield return new("other-empty");
        }

        if (!question.IsSeveral)
        {
            yield break;
        }

        if (isNone && chosen.Length > 1)
        {
            yield return new("none-with-others");
        }
        else if (chosen.Length < question.LeastChosen && !isNone)
        {
            yield return new("too-few", question.LeastChosen.Value.ToString(CultureInfo.InvariantCulture));
        }
        else if (chosen.Length > question.MostChosen)
        {
            yield return new("too-many-chosen", question.MostChosen.Value.ToString(CultureInfo.InvariantCulture));
        }

        if (question.IsRanking && chosen.Length < question.Choices.Length)
        {
            yield return new("ranking-incomplete");
        }
    }

    public static bool Known(IEnumerable<Choice> choices, Value value) => choices.Any(c => Loosely.Equal(c.Value, value));

    private static bool IsKnown(ChoiceQuestion question, Value value) => Known(question.Choices, value)
        || (question.HasOther && Loosely.Equal(value, Value.Of(ChoiceQuestion.Other)))
        || (question.HasNone && Loosely.Equal(value, Value.Of(ChoiceQuestion.None)));
}

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

internal static class Groups
{
    /// <summary>How many groups there are. That keys differ is said where they stand.</summary>
    public static IEnumerable<AnswerError> Wrong(RepeatedQuestion question, ElementState state)
    {
        var answered = state.Value.Kind == ValueKind.List ? state.Value.List : [];
        if (question.IsTable && state.IsRequired && answered.Count(g => !g.IsEmpty) < question.Least)
        {
            yield return new("too-few-rows", question.Least.ToString(CultureInfo.InvariantCulture));
        }

        if (state.Groups.Length < question.Least)
        {
            yield return new("too-few-groups", question.Least.ToString(CultureInfo.InvariantCulture));
        }

        if (answered.Length > question.Most)
        {
            yield return new("too-many-groups", question.Most.ToString(CultureInfo.InvariantCulture));
        }
    }
}
