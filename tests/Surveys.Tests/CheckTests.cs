using Granary.Tests;

namespace Granary.Surveys.Tests;

public sealed class CheckTests
{
    private const string Colour = """{"type":"radiogroup","name":"colour","choices":["red","blue"]}""";
    private const string Text = """{"type":"text","name":"t"}""";

    public static TheoryData<string, string, string> Ends => new()
    {
        { $$"""{"type":"text","name":"t","visibleIf":"{nobody} = 1"}""", "elements[0].visibleIf", "unknown-name" },
        { """{"type":"text","name":"t","title":"Dear {nobody}"}""", "elements[0].title", "unknown-name" },
        { """{"type":"paneldynamic","name":"p","templateElements":[{"type":"text","name":"a"},{"type":"text","name":"b","visibleIf":"{panel.c} = 1"}]}""", "elements[0].templateElements[1].visibleIf", "unknown-name" },
        { """{"type":"matrix","name":"m","rows":["r"],"columns":[1]},{"type":"text","name":"t","visibleIf":"{m.s} = 1"}""", "elements[1].visibleIf", "unknown-name" },
        { $$"""{{Colour}},{"type":"text","name":"t","visibleIf":"{colour} = 'green'"}""", "elements[1].visibleIf", "never-seen" },
        { $$"""{{Colour}},{"type":"text","name":"t","visibleIf":"{colour} = 'red' and {colour} = 'blue'"}""", "elements[1].visibleIf", "never-seen" },
        { $$"""{{Colour}},{"type":"text","name":"u"},{"type":"text","name":"t","visibleIf":"{colour} = 'green' and {u} notempty"}""", "elements[2].visibleIf", "never-seen" },
        { $$"""{{Colour}},{"type":"panel","name":"p","visibleIf":"{colour} = 'red'","elements":[{"type":"text","name":"t","visibleIf":"{colour} = 'blue'"}]}""", "elements[1].elements[0].visibleIf", "never-seen" },
        { """{"type":"rating","name":"r"},{"type":"text","name":"t","visibleIf":"{r} > 5"}""", "elements[1].visibleIf", "never-seen" },
        { """{"type":"checkbox","name":"c","choices":[1,2,3]},{"type":"text","name":"t","visibleIf":"{c.length} > 3 and {c} contains 4"}""", "elements[1].visibleIf", "never-seen" },
        { $$"""{{Colour}},{"type":"text","name":"t","requiredIf":"{colour} = 'green'"}""", "elements[1].requiredIf", "never-true" },
        { """{"type":"radiogroup","name":"q","choices":[1,2],"validators":[{"type":"expression","expression":"{q} > 2"}]}""", "elements[0].validators[0].expression", "never-valid" },
        { """{"type":"radiogroup","name":"q","choices":[{"value":1,"score":1},2]}""", "elements[0].choices[1]", "no-score" },
        { """{"type":"dropdown","name":"q","scored":true,"choices":[1]}""", "elements[0].choices[0]", "no-score" },
        { """{"type":"checkbox","name":"q","choices":[]}""", "elements[0].choices", "no-choices" },
        { """{"type":"checkbox","name":"q","choices":[1,2],"minSelectedChoices":3}""", "elements[0]", "impossible-bounds" },
        { """{"type":"text","name":"q","inputType":"number","min":5,"max":4}""", "elements[0]", "impossible-bounds" },
        { """{"type":"text","name":"q"},{"type":"text","name":"q"}""", "elements[1].name", "same-name" },
        { """{"type":"expression","name":"a","expression":"{b} + 1"},{"type":"expression","name":"b","expression":"{a} + 1"}""", "elements[0].expression", "cycle" },
        { """{"type":"paneldynamic","name":"p","templateElements":[{"type":"expression","name":"x","expression":"{total} * 2"}]},{"type":"expression","name":"total","expression":"sumInArray({p}, 'x')"}""", "elements[0].templateElements[0].expression", "cycle" },
    };

    [Theory, Trait("Case", "SURV-40")]
    [MemberData(nameof(Ends))]
    public void A_dead_end_is_found_with_its_place(string elements, string path, string code) =>
        Assert.Equal((path, code), Check(Make.Survey(elements)).Select(f => (f.Path, f.Code)).Single());

    [Fact, Trait("Case", "SURV-40")]
    public void What_waits_for_a_question_that_is_never_asked_is_never_seen_either() =>
        Assert.Equal(["elements[2].visibleIf", "elements[1].visibleIf"], Check(Make.Survey($$"""
            {{Colour}},{"type":"text","name":"t","visibleIf":"{b} = true"},{"type":"boolean","name":"b","visibleIf":"{colour} = 'green'"}
            """)).Select(f => f.Path).OrderDescending());

    [Fact, Trait("Case", "SURV-40")]
    public void Pages_that_nothing_leads_to_are_found()
    {
        var survey = Make.Read($$"""
            {"pages":[
              {"name":"early","visibleIf":"{t} notempty","elements":[{"type":"text","name":"u"}]},
              {"name":"first","elements":[{{Colour}},{{Text}}]},
              {"name":"closed","visibleIf":"{colour} = 'green'","elements":[{"type":"text","name":"v"}]},
              {"name":"bare","elements":[{"type":"text","name":"w","visibleIf":"{colour} = 'black'"}]}]}
            """);
        Assert.Equal(
            [("pages[0].visibleIf", "later-page"), ("pages[2].visibleIf", "unreachable-page"), ("pages[3]", "unreachable-page"), ("pages[3].elements[0].visibleIf", "never-seen")],
            Check(survey).Select(f => (f.Path, f.Code)).Order());
    }

    [Fact, Trait("Case", "SURV-41")]
    public void What_cannot_be_decided_and_what_can_hold_is_let_be()
    {
        Assert.Empty(Check(Make.Survey($$"""
            {{Colour}},{{Text}},
            {"type":"text","name":"a","visibleIf":"{colour} = 'red' or {colour} empty"},
            {"type":"text","name":"b","visibleIf":"{t} = 1 and {t} = 2"},
            {"type":"text","name":"c","visibleIf":"{colour} = 'blue' and {t} > 5","title":"{colour} {t}"},
            {"type":"paneldynamic","name":"p","templateElements":[{"type":"boolean","name":"x"},{"type":"text","name":"y","visibleIf":"{panel.x} = true and {panelIndex} > 0"},{"type":"expression","name":"e","expression":"{sum}"},{"type":"text","name":"n"}]},
            {"type":"expression","name":"sum","expression":"sumInArray({p}, 'n', {x} = true)"}
            """)));
    }

    [Fact, Trait("Case", "SURV-40")]
    public void A_quota_that_nobody_counts_to_is_found() =>
        Assert.Equal([("quotas[0].expression", "never-true"), ("quotas[1].expression", "unknown-name")], Check(Make.Survey(Colour, """
            ,"quotas":[{"name":"green","limit":9,"expression":"{colour} = 'green'"},{"name":"lost","limit":9,"expression":"{nobody} = 1"},{"name":"red","limit":9,"expression":"{colour} = 'red'"}]
            """)).Select(f => (f.Path, f.Code)).Order());

    [Theory, Trait("Case", "SURV-42")]
    [MemberData(nameof(SurveyOracleTests.Own), MemberType = typeof(SurveyOracleTests))]
    public void Our_questionnaires_have_no_dead_ends(string name) =>
        Assert.DoesNotContain(Check(Make.Read(File.ReadAllText(Path.Combine(Shared.RepositoryRoot, "tests", "Surveys.Tests", "Questionnaires", name + ".json")))), f => f.Level == FindingLevel.Error);

    private static IReadOnlyList<Finding> Check(Survey survey) => SurveyCheck.Of(survey, new(Make.Now, "en"));
}
