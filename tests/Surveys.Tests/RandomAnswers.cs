using System.Globalization;
using System.Text.Json.Nodes;
using Granary.Surveys.Expressions;

namespace Granary.Surveys.Tests;

/// <summary>
/// Answers as somebody could give them to a questionnaire: many left out, many that do not satisfy, none that its form has no place for. What
/// no form sends is looked at by tests of its own, since survey-core does not look at it.
/// </summary>
internal static class RandomAnswers
{
    public static JsonObject To(Survey survey, Random random)
    {
        var answers = new JsonObject();
        foreach (var question in survey.Questions.DistinctBy(q => q.Name))
        {
            Add(answers, question, random);
        }

        return answers;
    }

    private static void Add(JsonObject answers, Question question, Random random)
    {
        if (question is CalculatedQuestion || random.Chance(0.25) || Answer(question, random) is not { } answer)
        {
            return;
        }

        answers[question.Name] = answer;
        var saysOther = question is ChoiceQuestion { HasOther: true } && answer.ToJsonString().Contains("\"other\"", StringComparison.Ordinal);
        if ((saysOther && random.Chance(0.7)) || (question.HasComment && random.Chance(0.5)))
        {
            answers[question.CommentName] = "said otherwise";
        }
    }

    private static JsonNode? Answer(Question question, Random random) => question switch
    {
        TextQuestion text => Text(text, random),
        ChoiceQuestion { IsRanking: true } ranking => Ranking(ranking, random),
        ChoiceQuestion choice => Chosen(choice, random),
        RatingQuestion rating => Node(Pick(rating.Choices, random).Value),
        BooleanQuestion truth => Node(random.Chance(0.5) ? truth.WhenTrue : truth.WhenFalse),
        MatrixQuestion matrix => Rows(matrix, random),
        MultipleTextQuestion texts => Map(texts.Items, random),
        RepeatedQuestion repeated => Groups(repeated, random),
        FileQuestion => new JsonArray(new JsonObject { ["name"] = "a.png", ["type"] = "image/png", ["content"] = "kept/1" }),
        PlaceQuestion => new JsonObject { ["lat"] = 47.5, ["lon"] = 130.25 },
        _ => null,
    };

    private static JsonValue Text(TextQuestion question, Random random) => question.Input switch
    {
        TextInput.Number => random.Chance(0.5) ? JsonValue.Create(Quantity(random)) : JsonValue.Create(NumberText.Write(Quantity(random))),
        TextInput.Date => JsonValue.Create(Day(random).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        TextInput.DateTime => JsonValue.Create(Day(random).AddMinutes(random.Next(1440)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)),
        TextInput.Time => JsonValue.Create($"{random.Next(24):00}:{random.Next(60):00}"),
        TextInput.Month => JsonValue.Create($"{random.Next(2018, 2024)}-{random.Next(1, 13):00}"),
        TextInput.Email => JsonValue.Create(random.Pick("a@b.co", "a@b", "no", "li.hua@bank.example", "a b@c.de", "李@bank.example")),
        _ => JsonValue.Create(random.Pick("a", "aaaa", "ab", "abcdef", "AB", "ABCD", "王小明", "12", "15", "20", "24", "30", "-1", "7.5", "a@b.co", "no mail", "a1b2", "13904510001", " ", "x".PadLeft(25, 'y'))),
    };

    private static double Quantity(Random random) => random.Next(4) switch
    {
        0 => random.Next(-2, 12),
        1 => Math.Round(random.NextDouble() * 20, 1),
        2 => random.Next(100) * 100,
        _ => random.Next(130),
    };

    private static DateTime Day(Random random) => new DateTime(2026, 3, 15).AddDays(random.Chance(0.5) ? random.Next(-500, 60) : random.Next(-15000, 0));

    private static JsonNode Chosen(ChoiceQuestion question, Random random)
    {
        if (!question.IsSeveral)
        {
            return question.HasNone && random.Chance(0.2) ? "none" : question.HasOther && random.Chance(0.3) ? "other" : Node(Pick(question.Choices, random).Value)!;
        }

        if (question.HasNone && random.Chance(0.2))
        {
            return new JsonArray("none");
        }

        var chosen = question.Choices.Where(_ => random.Chance(0.5)).Select(c => Node(c.Value));
        return new JsonArray([.. question.HasOther && random.Chance(0.3) ? chosen.Append("other") : chosen]);
    }

    private static JsonArray Ranking(ChoiceQuestion question, Random random)
    {
        var order = question.Choices.ToArray();
        random.Shuffle(order);
        return new([.. order.Select(c => Node(c.Value))]);
    }

    private static JsonObject Rows(MatrixQuestion question, Random random) =>
        new(question.Rows.Where(_ => random.Chance(0.7)).Select(r => KeyValuePair.Create(Loosely.AsText(r.Value), Node(Pick(question.Columns, random).Value))));

    private static JsonArray Groups(RepeatedQuestion question, Random random) =>
        new([.. Enumerable.Range(0, random.Next(Math.Max(question.Least, 1), Math.Min(question.Most, 3) + 1)).Select(_ => (JsonNode)Map(question.Template, random))]);

    private static JsonObject Map(IEnumerable<Element> elements, Random random)
    {
        var map = new JsonObject();
        foreach (var question in elements.SelectMany(Survey.Top).OfType<Question>())
        {
            Add(map, question, random);
        }

        return map;
    }

    private static Choice Pick(IReadOnlyList<Choice> choices, Random random) => choices[random.Next(choices.Count)];

    private static JsonNode? Node(Value value) => JsonNode.Parse(ValueJson.Write(value));
}
