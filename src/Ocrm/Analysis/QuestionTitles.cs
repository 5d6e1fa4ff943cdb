using System.Text.RegularExpressions;
using Granary.Surveys;

namespace Granary.Ocrm.Analysis;

/// <summary>How questions, rows and values are called in a language; "" where the document says nothing and the page has its own word.</summary>
internal static partial class QuestionTitles
{
    /// <summary>An answer that the title repeats is another for everybody, so it stands as "…".</summary>
    public static string Of(Question question, string language) => question.Title?.In(language) is { } title ? Piped().Replace(title, "…") : question.Name;

    public static string OfRow(Dimension dimension, string language) => dimension.Row.Length == 0 ? "" : dimension.Question switch
    {
        MatrixQuestion matrix => Text(matrix.Rows, dimension.Row, language),
        ChoiceQuestion ranking => Text(ranking.Choices, dimension.Row, language),
        _ => dimension.Row,
    };

    public static string OfValue(Dimension dimension, string value, string language) => dimension.Question switch
    {
        ChoiceQuestion { IsRanking: false } choice when value == ChoiceQuestion.Other && choice.HasOther => choice.OtherText?.In(language) ?? "",
        ChoiceQuestion { IsRanking: false } choice when value == ChoiceQuestion.None && choice.HasNone => choice.NoneText?.In(language) ?? "",
        ChoiceQuestion { IsRanking: false } choice => Text(choice.Choices, value, language),
        RatingQuestion rating => Text(rating.Choices, value, language),
        MatrixQuestion matrix => Text(matrix.Columns, value, language),
        BooleanQuestion boolean => (Is(boolean.WhenTrue, value) ? boolean.TrueText : Is(boolean.WhenFalse, value) ? boolean.FalseText : null)?.In(language) ?? "",
        TextQuestion or CalculatedQuestion => dimension.Packing == Packing.Number ? value : "",
        RepeatedQuestion => value,
        ChoiceQuestion => value,
        _ => "",
    };

    /// <summary>choice, several, rating, nps (0 to 10), boolean, matrix, ranking, groups, number, day, text or file: by what it is drawn.</summary>
    public static string Shape(Dimension dimension) => dimension.Question switch
    {
        ChoiceQuestion { IsRanking: true } => "ranking",
        ChoiceQuestion { IsSeveral: true } => "several",
        ChoiceQuestion => "choice",
        RatingQuestion => dimension.Values.SequenceEqual(Nps) ? "nps" : "rating",
        BooleanQuestion => "boolean",
        MatrixQuestion => "matrix",
        RepeatedQuestion => "groups",
        FileQuestion or PlaceQuestion => "file",
        _ => dimension.IsDay ? "day" : dimension.Packing == Packing.Number ? "number" : "text",
    };

    private static readonly string[] Nps = [.. Enumerable.Range(0, 11).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Piped();

    private static bool Is(Value value, string text) => Dimension.TextOf(value).Equals(text, StringComparison.OrdinalIgnoreCase);

    private static string Text(IEnumerable<Choice> choices, string value, string language) =>
        choices.FirstOrDefault(c => Is(c.Value, value))?.Text?.In(language) ?? value;
}
