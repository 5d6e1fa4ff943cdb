using System.Globalization;
using Granary.Surveys;

namespace Granary.Ocrm.Analysis;

/// <summary>How a dimension is packed.</summary>
internal enum Packing
{
    /// <summary>One code a row: 0 for no answer, 1 to n for its values, n + 1 for what is none of them.</summary>
    Code,

    /// <summary>One bit a row and value, the first for whether there is an answer, the last for what is none of the values.</summary>
    Bits,

    /// <summary>One double a row, NaN for no answer.</summary>
    Number,
}

/// <summary>
/// One thing that is counted of a question. Most questions are one; a matrix is one for each row, a ranking one for each choice (its place),
/// what somebody writes or sends is one that says whether they did.
/// </summary>
/// <param name="Key">The question's name; of a matrix and a ranking with the row or choice in brackets.</param>
/// <param name="Row">The row or choice; empty for the question as a whole.</param>
/// <param name="Values">Of codes and bits: texts of the values, in the questionnaire's order. The same document gives the same.</param>
internal sealed record Dimension(string Key, Question Question, string Row, Packing Packing, IReadOnlyList<string> Values)
{
    /// <summary>Days are packed as numbers too: days since 1970.</summary>
    public bool IsDay => Question is TextQuestion { Input: TextInput.Date or TextInput.DateTime or TextInput.Month };

    /// <summary>More values than a byte has codes for.</summary>
    public bool IsWide => Values.Count > byte.MaxValue - 1;

    private const string Answered = "answered";

    /// <summary>All of a questionnaire that can be counted, in its order.</summary>
    public static IReadOnlyList<Dimension> Of(Survey survey) =>
        [.. survey.Questions.DistinctBy(q => q.Name).SelectMany(Of).DistinctBy(d => d.Key)];

    /// <summary>A value as a text under which it is found again: capitals and blanks at the ends do not matter in answers.</summary>
    public static string TextOf(Value value) => value.Kind switch
    {
        ValueKind.Text => value.Text.Trim(),
        ValueKind.Number => value.Number.ToString("R", CultureInfo.InvariantCulture),
        ValueKind.Boolean => value.IsTrue ? "true" : "false",
        _ => "",
    };

    private static IEnumerable<Dimension> Of(Question question) => question switch
    {
        ChoiceQuestion { IsRanking: true } ranking => ranking.Choices.Select(c => TextOf(c.Value)).Select(c => new Dimension($"{question.Name}[{c}]", question, c, Packing.Code, Numbers(1, ranking.Choices.Length))),
        ChoiceQuestion choice => [new(question.Name, question, "", choice.IsSeveral ? Packing.Bits : Packing.Code, Choices(choice))],
        RatingQuestion rating => [new(question.Name, question, "", Packing.Code, Texts(rating.Choices))],
        BooleanQuestion boolean => [new(question.Name, question, "", Packing.Code, [TextOf(boolean.WhenTrue), TextOf(boolean.WhenFalse)])],
        MatrixQuestion matrix => matrix.Rows.Select(r => TextOf(r.Value)).Select(r => new Dimension($"{question.Name}[{r}]", question, r, Packing.Code, Texts(matrix.Columns))),
        RepeatedQuestion repeated => [new(question.Name, question, "", Packing.Code, Numbers(0, Math.Min(repeated.Most, MostGroups)))],
        TextQuestion { Input: TextInput.Number or TextInput.Date or TextInput.DateTime or TextInput.Month } or CalculatedQuestion => [new(question.Name, question, "", Packing.Number, [])],
        _ => [new(question.Name, question, "", Packing.Code, [Answered])],
    };

    private const int MostGroups = 100;

    private static string[] Numbers(int from, int to) => [.. Enumerable.Range(from, Math.Max(0, to - from + 1)).Select(n => n.ToString(CultureInfo.InvariantCulture))];

    private static string[] Texts(IEnumerable<Choice> choices) => [.. choices.Select(c => TextOf(c.Value)).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string[] Choices(ChoiceQuestion question) =>
        [.. Texts(question.Choices).Concat(question.HasOther ? [ChoiceQuestion.Other] : []).Concat(question.HasNone ? [ChoiceQuestion.None] : []).Distinct(StringComparer.OrdinalIgnoreCase)];
}
