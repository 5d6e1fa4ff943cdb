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
