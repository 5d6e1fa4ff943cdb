using System.Text.RegularExpressions;
using Granary.Tests;

namespace Granary.Surveys.Tests;

public sealed partial class ReadingTests(ITestOutputHelper output)
{
    [Theory, Trait("Case", "SURV-20")]
    [InlineData("""{"elements":[{"type":"text"}]}""", "elements[0]", "missing-name")]
    [InlineData("""{"elements":[{"type":"text","name":"a{b}"}]}""", "elements[0].name", "bad-value")]
    [InlineData("""{"elements":[{"type":"text","name":"a","visibleIf":"{b} ="}]}""", "elements[0].visibleIf", "bad-expression")]
    [InlineData("""{"elements":[{"type":"text","name":"a","visibleIf":"nofunction({b})"}]}""", "elements[0].visibleIf", "bad-expression")]
    [InlineData("""{"elements":[{"type":"text","name":"a","isRequired":"yes"}]}""", "elements[0].isRequired", "wrong-type")]
    [InlineData("""{"elements":[{"type":"text","name":"a","title":{"en":1}}]}""", "elements[0].title", "wrong-type")]
    [InlineData("""{"elements":[{"type":"radiogroup","name":"a","choices":[1,"1"]}]}""", "elements[0].choices[1]", "same-value")]
    [InlineData("""{"elements":[{"type":"radiogroup","name":"a","choices":[{"text":"x"}]}]}""", "elements[0].choices[0].value", "wrong-type")]
    [InlineData("""{"elements":[{"type":"matrix","name":"a","columns":[1]}]}""", "elements[0]", "no-choices")]
    [InlineData("""{"elements":[{"type":"rating","name":"a","rateMin":5,"rateMax":1}]}""", "elements[0].rateMax", "bad-value")]
    [InlineData("""{"elements":[{"type":"text","name":"a","validators":[{"type":"regex","regex":"("}]}]}""", "elements[0].validators[0].regex", "bad-pattern")]
    [InlineData("""{"pages":[{"name":"p","elements":[{"type":"panel","elements":[5]}]}]}""", "pages[0].elements[0].elements[0]", "wrong-type")]
    [InlineData("""{"pages":[{"name":"p"}]}""", "", "nothing-asked")]
    [InlineData("""{"elements":{}}""", "elements", "wrong-type")]
    [InlineData("""{"elements":[{"type":"text","name":"a"}],"calculatedValues":[{"expression":"1"}]}""", "calculatedValues[0]", "missing-name")]
    [InlineData("""{"elements":[{"type":"text","name":"a"}],"scoring":{"bands":[{"from":5},{"from":5}]}}""", "scoring.bands[1]", "bad-value")]
    [InlineData("""{"elements":[{"type":"text","name":"a"}],"quotas":[{"name":"q"}]}""", "quotas[0].limit", "bad-value")]
    [InlineData("""{"elements":[{"type":"text","name":"a"}],"quotas":[{"name":"q","limit":1},{"name":"Q","limit":1}]}""", "quotas[1].name", "same-value")]
    [InlineData("""{"elements":[{"type":"text","name":"a","name":"b"}]}""", "", "not-json")]
    [InlineData("[]", "", "wrong-type")]
    [InlineData("{", "", "not-json")]
    public void What_cannot_be_asked_is_refused_with_its_place(string json, string path, string code)
    {
        var import = SurveyReader.Read(json);
        Assert.Null(import.Survey);
        Assert.Contains(import.Findings, f => f.Level == FindingLevel.Error && f.Code == code && (f.Path == path || code == "not-json"));
    }

    [Theory, Trait("Case", "SURV-21")]
    [InlineData("""{"type":"signaturepad","name":"a"}""", "elements[0]", "outside-type")]
    [InlineData("""{"type":"text","name":"a","setValueIf":"{b} = 1"}""", "elements[0].setValueIf", "outside-property")]
    [InlineData("""{"type":"text","name":"a","nobodyKnows":1}""", "elements[0].nobodyKnows", "outside-property")]
    [InlineData("""{"type":"text","name":"a","inputType":"color"}""", "elements[0].inputType", "outside-value")]
    [InlineData("""{"type":"checkbox","name":"a","choices":[{"value":1,"visibleIf":"{b}=1"}]}""", "elements[0].choices[0].visibleIf", "outside-property")]
    [InlineData("""{"type":"text","name":"a","validators":[{"type":"mine"}]}""", "elements[0].validators[0]", "outside-type")]
    public void What_lies_outside_the_subset_is_named_and_the_rest_is_read(string element, string path, string code)
    {
        var import = SurveyReader.Read($$"""{"elements":[{{element}}]}""");
        Assert.Equal("a", import.Survey!.Questions.Single().Name);
        Assert.Equal((FindingLevel.Outside, path, code), import.Findings.Select(f => (f.Level, f.Path, f.Code)).Single());
    }

    [Fact, Trait("Case", "SURV-21")]
    public void Every_property_of_a_document_is_read_or_named()
    {
        var import = SurveyReader.Read("""{"elements":[{"type":"text","name":"a","colCount":2}],"showProgressBar":true,"strange":{},"triggers":[{"type":"setvalue","expression":"{a}=1","setToName":"b","setValue":2}]}""");
        Assert.Equal(["elements[0].colCount", "showProgressBar", "strange", "triggers[0]"], import.Findings.Select(f => f.Path).Order(StringComparer.Ordinal));
        Assert.Equal([FindingLevel.Looks, FindingLevel.Looks, FindingLevel.Outside, FindingLevel.Outside], import.Findings.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => f.Level));
    }

    [Theory, Trait("Case", "SURV-22")]
    [InlineData("angular-example", "timeLimit")]
    [InlineData("children-branching")]
    [InlineData("matrix-dynamic")]
    [InlineData("product-feedback")]
    [InlineData("validators")]
    public void What_others_wrote_is_read_and_little_of_it_lies_outside(string name, params string[] outside)
    {
        var import = SurveyReader.Read(File.ReadAllText(Shared.File("surveys", "surveyjs", name + ".json")));
        Assert.NotNull(import.Survey);
        Assert.Equal(outside, import.Findings.Where(f => f.Level == FindingLevel.Outside).Select(f => f.Path));
    }

    [Fact, Trait("Case", "SURV-23")]
    public void What_is_larger_or_deeper_than_the_limits_is_refused()
    {
        var limits = new SurveyLimits();
        var deep = string.Concat(Enumerable.Repeat("""{"type":"panel","elements":[""", limits.ElementDepth)) + """{"type":"text","name":"a"}""" + string.Concat(Enumerable.Repeat("]}", limits.ElementDepth));
        Assert.Contains(SurveyReader.Read($$"""{"elements":[{{deep}}]}""").Findings, f => f.Code == "too-deep");
        Assert.Contains(SurveyReader.Read(new string('[', 100_000)).Findings, f => f.Code == "not-json");
        Assert.Contains(SurveyReader.Read(new string(' ', limits.DocumentCharacters + 1)).Findings, f => f.Code == "too-large");
        var many = string.Join(',', Enumerable.Range(0, limits.Elements + 1).Select(i => $$"""{"type":"text","name":"q{{i}}"}"""));
        Assert.Contains(SurveyReader.Read($$"""{"elements":[{{many}}]}""").Findings, f => f.Code == "too-many");
        var begun = Enumerable.Range(0, 6).Aggregate("""{"type":"text","name":"a"}""", (inner, i) => $$"""{"type":"paneldynamic","name":"g{{i}}","panelCount":100,"templateElements":[{{inner}}]}""");
        Assert.Contains(SurveyReader.Read($$"""{"elements":[{{begun}}]}""").Findings, f => f.Code == "too-many");
        var strange = string.Join(',', Enumerable.Range(0, limits.Findings + 5).Select(i => $"\"p{i}\":1"));
        Assert.Equal(limits.Findings + 1, SurveyReader.Read($$"""{"elements":[{"type":"text","name":"a"}],{{strange}}}""").Findings.Count);
    }

    [Fact, Trait("Case", "SURV-25")]
    public void Damaged_documents_are_read_or_refused_and_nothing_else()
    {
        var random = Seeds.New(output);
        var documents = Directory.EnumerateFiles(Path.Combine(Shared.RepositoryRoot, "tests", "Surveys.Tests", "Questionnaires"), "*.json").Select(File.ReadAllText).ToList();
        string[] parts = ["null", "0", "-1", "1e999", "\"\"", "[]", "{}", "true", "\"{\"", "\"{a} = \"", "[[]]", "{\"type\":\"paneldynamic\"}", "\"matrix\""];
        var read = 0;
        for (var i = 0; i < 3000; i++)
        {
            var json = documents[random.Next(documents.Count)];
            var values = ValuePattern().Matches(json);
            var damaged = values[random.Next(values.Count)];
            json = json[..damaged.Index] + parts[random.Next(parts.Length)] + json[(damaged.Index + damaged.Length)..];
            if (SurveyReader.Read(json).Survey is { } survey)
            {
                read++;
                SurveyCheck.Of(survey, new(Make.Now, "en"));
                Make.Evaluate(survey, "{}");
            }
        }

        output.WriteLine($"{read} of 3000 could be asked all the same");
    }

    [Theory, Trait("Case", "SURV-24")]
    [InlineData("zh-cn", "中")]
    [InlineData("zh", "默")]
    [InlineData("en-gb", "E")]
    [InlineData("fr", "默")]
    public void A_text_is_taken_in_the_nearest_language(string language, string expected) =>
        Assert.Equal(expected, new LocalText([new("default", "默"), new("en", "E"), new("zh-cn", "中")]).In(language));

    // A value behind its name, or in a list.
    [GeneratedRegex("(?<=[:,\\[] )(\"[^\"]*\"|-?[0-9.]+|true|false|\\[[^\\[\\]{}]*\\])")]
    private static partial Regex ValuePattern();
}
