using System.Text.Json.Nodes;
using Granary.Tests;

namespace Granary.Surveys.Tests;

public sealed class EvaluationTests(ITestOutputHelper output)
{
    private const string Choices = "\"choices\":[\"a\",\"b\",\"c\"]";

    [Theory, Trait("Case", "SURV-30")]
    [InlineData($$"""{"type":"radiogroup","name":"q",{{Choices}}}""", "\"z\"", "unknown-choice")]
    [InlineData($$"""{"type":"checkbox","name":"q",{{Choices}}}""", "[\"a\",\"a\"]", "unknown-choice")]
    [InlineData($$"""{"type":"checkbox","name":"q",{{Choices}}}""", "\"a\"", "shape")]
    [InlineData($$"""{"type":"checkbox","name":"q",{{Choices}},"maxSelectedChoices":1}""", "[\"a\",\"b\"]", "too-many-chosen")]
    [InlineData($$"""{"type":"checkbox","name":"q",{{Choices}},"showNoneItem":true}""", "[\"none\",\"b\"]", "none-with-others")]
    [InlineData($$"""{"type":"ranking","name":"q",{{Choices}}}""", "[\"c\",\"b\"]", "ranking-incomplete")]
    [InlineData("""{"type":"rating","name":"q","rateMin":0,"rateMax":10}""", "11", "unknown-choice")]
    [InlineData("""{"type":"boolean","name":"q"}""", "\"perhaps\"", "unknown-choice")]
    [InlineData("""{"type":"matrix","name":"q","rows":["r"],"columns":[1]}""", "{\"r\":2}", "unknown-choice")]
    [InlineData("""{"type":"matrix","name":"q","rows":["r"],"columns":[1]}""", "{\"s\":1}", "unknown-choice")]
    [InlineData("""{"type":"text","name":"q","inputType":"number"}""", "\"many\"", "not-a-number")]
    [InlineData("""{"type":"text","name":"q","inputType":"date"}""", "\"2026-02-30\"", "not-a-day")]
    [InlineData("""{"type":"text","name":"q","maxLength":3}""", "\"four\"", "too-long")]
    [InlineData("""{"type":"text","name":"q"}""", "{\"a\":1}", "shape")]
    [InlineData("""{"type":"paneldynamic","name":"q","minPanelCount":2,"templateElements":[{"type":"text","name":"x"}]}""", "[{\"x\":1}]", "too-few-groups")]
    [InlineData("""{"type":"paneldynamic","name":"q","maxPanelCount":1,"templateElements":[{"type":"text","name":"x"}]}""", "[{\"x\":1},{\"x\":2}]", "too-many-groups")]
    [InlineData("""{"type":"paneldynamic","name":"q","templateElements":[{"type":"text","name":"x"}]}""", "[{\"y\":1}]", "shape")]
    [InlineData("""{"type":"multipletext","name":"q","items":[{"name":"x"}]}""", "{\"y\":1}", "shape")]
    [InlineData("""{"type":"place","name":"q"}""", "{\"lat\":91,\"lon\":0}", "place")]
    [InlineData("""{"type":"photo","name":"q"}""", "\"data:\"", "file")]
    [InlineData("""{"type":"photo","name":"q"}""", "[{\"name\":\"a\"},{\"name\":\"b\"}]", "too-many")]
    public void What_a_browser_would_not_send_is_refused(string element, string answer, string code) => Assert.Equal([code], Make.Errors(element, answer));

    [Fact, Trait("Case", "SURV-31")]
    public void An_answer_that_nobody_asked_for_is_named_and_not_kept()
    {
        var evaluation = Make.Evaluate(Make.Survey("""{"type":"text","name":"q"}"""), """{"q":1,"planted":"x"}""");
        Assert.Equal(("unknown-name", "planted"), evaluation.Errors.Select(e => (e.Code, e.Bound)).Single());
        Assert.Equal("""{"q":1}""", ValueJson.Write(Value.Of(evaluation.Result)));
    }

    [Fact, Trait("Case", "SURV-32")]
    public void What_is_hidden_at_the_end_is_not_kept_in_groups_and_tables_either()
    {
        var survey = Make.Survey("""
            {"type":"text","name":"a"},
            {"type":"text","name":"b","visibleIf":"{a} = 1"},
            {"type":"matrixdynamic","name":"t","columns":[{"name":"x","cellType":"text"},{"name":"y","cellType":"text","visibleIf":"{row.x} = 1"}]}
            """);
        var evaluation = Make.Evaluate(survey, """{"a":2,"b":"gone","t":[{"x":1,"y":"stays"},{"x":2,"y":"gone"}]}""");
        Assert.Equal("""{"a":2,"t":[{"x":1,"y":"stays"},{"x":2}]}""", ValueJson.Write(Value.Of(evaluation.Result)));
    }

    [Theory, Trait("Case", "SURV-33")]
    [InlineData("{\"q\":\"a\",\"m\":{\"r\":1}}", 1, null)]
    [InlineData("{\"q\":\"b\",\"m\":{\"r\":1}}", 5, "low")]
    [InlineData("{\"q\":\"b\",\"m\":{\"r\":2}}", 15, "high")]
    [InlineData("{\"q\":\"b\",\"hide\":true,\"m\":{\"r\":2}}", 5, "low")]
    public void What_is_seen_counts_and_the_sum_is_in_its_band(string answers, double score, string? band)
    {
        var survey = Make.Survey("""
            {"type":"boolean","name":"hide"},
            {"type":"radiogroup","name":"q","choices":[{"value":"a","score":1},{"value":"b","score":5}]},
            {"type":"matrix","name":"m","rows":["r"],"columns":[{"value":1,"score":0},{"value":2,"score":10}],"visibleIf":"{hide} <> true"}
            """, ""","scoring":{"bands":[{"name":"low","from":5},{"name":"high","from":10}]}""");
        var evaluation = Make.Evaluate(survey, answers);
        Assert.Equal((score, band), (evaluation.Score, evaluation.Band?.Name));
    }

    [Theory, Trait("Case", "SURV-39")]
    [InlineData("{}", "all")]
    [InlineData("{\"age\":30,\"sex\":\"f\"}", "all")]
    [InlineData("{\"age\":60,\"sex\":\"f\"}", "all,older women")]
    public void Whoever_satisfies_a_quota_counts_to_it(string answers, string counted)
    {
        var survey = Make.Survey("""
            {"type":"text","name":"age","inputType":"number"},{"type":"radiogroup","name":"sex","choices":["f","m"]}
            """, ""","quotas":[{"name":"all","limit":500},{"name":"older women","limit":50,"then":"screen","expression":"{age} >= 60 and {sex} = 'f'","text":"Enough, thank you"}]""");
        Assert.Equal(counted, string.Join(",", Make.Evaluate(survey, answers).Quotas.Select(q => q.Name)));
    }

    [Fact, Trait("Case", "SURV-34")]
    public void Who_is_let_out_early_need_not_answer_what_comes_later()
    {
        var survey = Make.Read("""
            {"pages":[{"name":"one","elements":[{"type":"boolean","name":"agree"}]},{"name":"two","elements":[{"type":"text","name":"must","isRequired":true}]}],
             "triggers":[{"type":"complete","expression":"{agree} = false"}]}
            """);
        Assert.True(Make.Evaluate(survey, """{"agree":false}""").IsComplete);
        Assert.Equal("one", Make.Evaluate(survey, """{"agree":false}""").LastPage);
        Assert.False(Make.Evaluate(survey, """{"agree":true}""").IsComplete);
        Assert.True(Make.Evaluate(survey, """{"agree":true,"must":"x"}""").IsComplete);
    }

    [Fact, Trait("Case", "SURV-35")]
    public void Authors_words_and_bounds_come_with_what_is_wrong()
    {
        var survey = Make.Survey("""{"type":"text","name":"q","isRequired":true,"requiredErrorText":"Say {other}","validators":[{"type":"numeric","minValue":5,"text":{"default":"more","zh-cn":"多于 {other}"}}]},{"type":"text","name":"other"}""");
        Assert.Equal(new AnswerError("required", null, "Say yes"), Make.Evaluate(survey, """{"other":"yes"}""").Elements.Single(e => e.Path == "q").Errors.Single());
        Assert.Equal(new AnswerError("too-low", "5", "多于 五"), Make.Evaluate(survey, """{"q":1,"other":"五"}""", "zh-cn").Elements.Single(e => e.Path == "q").Errors.Single());
    }

    [Fact, Trait("Case", "SURV-36")]
    public void Variables_are_known_to_conditions_and_texts_and_are_no_answers()
    {
        var survey = Make.Survey("""{"type":"text","name":"q","title":"Dear {customer.name}","visibleIf":"{customer.tier} = 'gold'"}""");
        var variables = ValueJson.ReadAnswers("""{"customer":{"name":"李华","tier":"gold"}}""");
        var evaluation = SurveyEvaluation.Of(survey, ValueMap.Nothing, new(Make.Now, "zh-cn", variables));
        var question = evaluation.Elements.Single(e => e.Path == "q");
        Assert.Equal(("Dear 李华", true), (question.Title, question.IsVisible));
        Assert.Empty(evaluation.Result);
    }

    [Fact, Trait("Case", "SURV-38")]
    public void More_groups_than_anybody_has_end_named()
    {
        var survey = Make.Survey("""
            {"type":"paneldynamic","name":"a","templateElements":[{"type":"paneldynamic","name":"b","templateElements":[{"type":"paneldynamic","name":"c","templateElements":[{"type":"text","name":"d"},{"type":"text","name":"e"}]}]}]},
            {"type":"text","name":"f","visibleIf":"isContainerReady('a') and isContainerReady('page1')"}
            """);
        static string Groups(string name, string inner) => $"\"{name}\":[{string.Join(',', Enumerable.Repeat($"{{{inner}}}", 100))}]";
        var answers = $"{{{Groups("a", Groups("b", "\"c\":[" + string.Join(',', Enumerable.Repeat("{}", 20)) + "]"))}}}";
        var evaluation = Make.Evaluate(survey, answers);
        Assert.Contains(evaluation.Errors, e => e.Code == "too-much-work");
        Assert.False(evaluation.IsComplete);
    }

    [Fact, Trait("Case", "SURV-37")]
    public void No_answers_of_whatever_shape_make_it_fail()
    {
        var random = Seeds.New(output);
        var surveys = Directory.EnumerateFiles(Path.Combine(Shared.RepositoryRoot, "tests", "Surveys.Tests", "Questionnaires"), "*.json").Select(f => Make.Read(File.ReadAllText(f))).ToList();
        for (var i = 0; i < 2000; i++)
        {
            var survey = surveys[random.Next(surveys.Count)];
            var answers = new JsonObject(survey.Questions.DistinctBy(q => q.Name).Where(_ => random.Chance(0.8)).Select(q => KeyValuePair.Create(q.Name, Junk(random, 3))));
            Make.Evaluate(survey, answers.ToJsonString(), random.Pick("en", "zh-cn"));
        }
    }

    private static JsonNode? Junk(Random random, int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => null,
        1 => random.Pick(0, -1, 1e300, 0.1, 5),
        2 => random.Chance(0.5),
        3 => random.Pick("", " ", "x", "2026-13-45", "0x", "-", "{q}", "none", "other", "\ud800", "9999-12-31"),
        4 => new JsonArray(),
        5 => new JsonObject(),
        6 or 7 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Junk(random, depth - 1))]),
        _ => new JsonObject(new[] { "name", "age", "lat", "counter", "from", "x" }.Where(_ => random.Chance(0.5)).Select(n => KeyValuePair.Create(n, Junk(random, depth - 1)))),
    };
}
