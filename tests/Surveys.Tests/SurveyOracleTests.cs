using System.Text.Json.Nodes;
using Granary.Tests;

namespace Granary.Surveys.Tests;

/// <summary>Questionnaires under random answers, beside survey-core.</summary>
public sealed class SurveyOracleTests(Oracle oracle, ITestOutputHelper output)
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("GRANARY_LONG") is null ? 60 : 1000;

    private static readonly string Ours = Path.Combine(Shared.RepositoryRoot, "tests", "Surveys.Tests", "Questionnaires");

    public static TheoryData<string> Own => new(Directory.EnumerateFiles(Ours, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal));

    [Theory, Trait("Case", "SURV-01")]
    [MemberData(nameof(Own))]
    public void Our_questionnaires_branch_validate_and_count_as_in_survey_core(string name) =>
        Compare(File.ReadAllText(Path.Combine(Ours, name + ".json")));

    [Theory, Trait("Case", "SURV-02")]
    [InlineData("angular-example")]
    [InlineData("children-branching")]
    [InlineData("matrix-dynamic")]
    [InlineData("product-feedback")]
    [InlineData("validators")]
    public void Questionnaires_that_others_wrote_do_too(string name) =>
        Compare(File.ReadAllText(Shared.File("surveys", "surveyjs", name + ".json")));

    [Theory, Trait("Case", "SURV-03")]
    [MemberData(nameof(Own))]
    public void What_is_answered_before_anybody_answers_is_the_same(string name)
    {
        var json = File.ReadAllText(Path.Combine(Ours, name + ".json"));
        var theirs = oracle.Ask(new JsonObject { ["initial"] = JsonNode.Parse(json) })["data"]!.AsObject();
        var ours = SurveyEvaluation.InitialAnswers(SurveyReader.Read(json).Survey!);
        Assert.All(ours, answer => Assert.Equal(theirs[answer.Key]?.ToJsonString(), ValueJson.Write(answer.Value)));
        Assert.True(name != "defaults" || ours.Count == theirs.Count, theirs.ToJsonString()); // what is worked out, and groups without anything in them, are no default values
    }

    [Fact, Trait("Case", "SURV-03")]
    public void What_groups_and_rows_begin_with_is_the_same()
    {
        const string json = """
            { "elements": [
                { "type": "multipletext", "name": "names", "items": [{ "name": "first", "defaultValue": "王" }, { "name": "second" }] },
                { "type": "paneldynamic", "name": "given", "templateElements": [{ "type": "text", "name": "who" }, { "type": "boolean", "name": "lives", "defaultValue": true }], "defaultValue": [{ "who": "son", "lives": false }, { "who": "daughter", "lives": true }] },
                { "type": "paneldynamic", "name": "members", "panelCount": 2, "templateElements": [{ "type": "text", "name": "who" }, { "type": "panel", "name": "more", "elements": [{ "type": "radiogroup", "name": "kin", "choices": ["child", "parent"], "defaultValue": "child" }] }] },
                { "type": "paneldynamic", "name": "least", "minPanelCount": 1, "templateElements": [{ "type": "checkbox", "name": "ways", "choices": ["a", "b"], "defaultValue": ["b"] }] },
                { "type": "paneldynamic", "name": "later", "templateElements": [{ "type": "text", "name": "who", "defaultValue": "one" }] },
                { "type": "matrixdynamic", "name": "plots", "columns": [{ "name": "crop", "cellType": "dropdown", "choices": ["rice", "corn"], "defaultValue": "rice" }, { "name": "size", "cellType": "text", "inputType": "number" }] },
                { "type": "matrixdynamic", "name": "loans", "columns": [{ "name": "bank", "cellType": "text" }], "defaultValue": [{ "bank": "A" }] }
            ] }
            """;
        var theirs = oracle.Ask(new JsonObject { ["initial"] = JsonNode.Parse(json) })["data"]!.AsObject();
        var ours = JsonNode.Parse(ValueJson.Write(Value.Of(SurveyEvaluation.InitialAnswers(SurveyReader.Read(json).Survey!))));
        Assert.True(JsonNode.DeepEquals(theirs, ours), $"survey-core {theirs.ToJsonString()}, here {ours!.ToJsonString()}");
    }

    private void Compare(string json)
    {
        var import = SurveyReader.Read(json);
        var survey = import.Survey ?? throw new InvalidOperationException(string.Join("\n", import.Findings));
        var random = Seeds.New(output);
        var differences = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            var answers = RandomAnswers.To(survey, random);
            var language = random.Pick("en", "zh-cn");
            var theirs = Comparison.Of(oracle.Ask(new JsonObject { ["survey"] = JsonNode.Parse(json), ["answers"] = answers.DeepClone(), ["language"] = language }));
            var ours = Comparison.Of(SurveyEvaluation.Of(survey, ValueJson.ReadAnswers(answers.ToJsonString()), new(Oracle.Now.DateTime, language)));
            differences.AddRange(theirs.Keys.Union(ours.Keys).Where(k => theirs.GetValueOrDefault(k) != ours.GetValueOrDefault(k))
                .Select(k => $"{k}: survey-core {theirs.GetValueOrDefault(k)}, here {ours.GetValueOrDefault(k)} ({language}, {answers.ToJsonString()})"));
        }

        output.WriteLine($"{Rounds} sets of answers, {differences.Count} differences");
        Assert.True(differences.Count == 0, string.Join("\n", differences.Take(8)));
    }
}
