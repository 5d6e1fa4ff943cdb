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
