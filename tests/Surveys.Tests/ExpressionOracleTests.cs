using System.Text.Json.Nodes;
using Granary.Surveys.Expressions;

namespace Granary.Surveys.Tests;

/// <summary>The expression language beside survey-core's own.</summary>
public sealed class ExpressionOracleTests(Oracle oracle, ITestOutputHelper output)
{
    private const int Rounds = 4000;

    [Fact, Trait("Case", "SURV-10")]
    public void Random_expressions_over_random_values_come_to_the_same_in_both_engines()
    {
        var random = Seeds.New(output);
        var differences = new List<string>();
        for (var i = 0; i < Rounds; i++)
        {
            var (text, values) = (RandomExpression.Of(random), RandomExpression.Values(random));
            var (theirs, ours) = (Theirs(text, values), Ours(text, values));
            if (theirs != ours)
            {
                differences.Add($"{text} over {values.ToJsonString()}: survey-core {theirs}, here {ours}");
            }
        }

        output.WriteLine($"{Rounds - differences.Count} of {Rounds} the same");
        Assert.True(differences.Count == 0, string.Join("\n", differences.Take(20)));
    }

    private string Theirs(string text, JsonObject values)
    {
        var answer = oracle.Ask(new JsonObject { ["expression"] = text, ["values"] = values.DeepClone() });
        return answer["parsed"]!.GetValue<bool>() ? answer["value"] is { } value ? Written(value) : "null" : "unreadable";
    }

    private static string Written(JsonNode value) => value is JsonObject o && (o["date"] ?? o["number"]) is { } special
        ? special.ToString() is "NaN" or "Infinity" or "-Infinity" ? "null" : $"\"{special}\""
        : value.ToJsonString();

    private static string Ours(string text, JsonObject values)
    {
        if (Expression.Read(text, new(), out _) is not { } expression)
        {
            return "unreadable";
        }

        var value = expression.Work(new Run(Oracle.Now.DateTime, new()), new MapScope(ValueJson.ReadAnswers(values.ToJsonString())));
        var written = value.Kind == ValueKind.Moment ? $"\"{value.Moment:yyyy-MM-dd'T'HH:mm:ss}\"" : JsonNode.Parse(ValueJson.Write(value))?.ToJsonString();
        return written ?? "null";
    }
}
