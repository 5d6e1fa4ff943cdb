using Granary.Surveys.Xlsform;
using Granary.Tests;

namespace Granary.Surveys.Tests;

public sealed class XlsFormTests(ITestOutputHelper output)
{
    public static TheoryData<string> Samples => new("UCL_Biomass_Plot_Form", "choice_filter_test", "field-list", "flat_xlsform_test", "group", "loop", "or_other", "specify_other", "text_and_integer", "xlsform_spec_test", "yes_or_no_question");

    [Theory, Trait("Case", "SURV-50")]
    [MemberData(nameof(Samples))]
    public void Forms_that_others_wrote_become_questionnaires(string name)
    {
        var (import, json) = Read(name);
        output.WriteLine(string.Join("\n", import.Findings));
        Assert.True(import.Survey is not null, json);
        Assert.DoesNotContain(SurveyCheck.Of(import.Survey!, new(Make.Now, "en")), f => f.Code is "cycle" or "never-valid");
        Make.Evaluate(import.Survey!, "{}");
    }

    [Fact, Trait("Case", "SURV-51")]
    public void Conditions_constraints_and_choices_of_a_form_work()
    {
        var survey = Read("xlsform_spec_test").Import.Survey!;
        var hidden = Make.Evaluate(survey, """{"skip_to_end":"yes","my_name":"Li"}""");
        Assert.False(hidden.Pages.Single(p => p.Element.Name == "everything").IsVisible);
        var shown = Make.Evaluate(survey, """{"skip_to_end":"no","my_name":"Li","a_integer":5,"a_decimal":6,"repeat_test":[{"select_multiple_test":["yes","no"]},{"required_text":"x","select_multiple_test":["no"]}]}""");
        Assert.Equal("condition", shown.Elements.Single(e => e.Path == "a_decimal").Errors.Single().Code);
        Assert.Equal("Your name is Li", shown.Elements.Single(e => e.Element.Name == "invalid_variable").Description);
        Assert.Equal(new AnswerError("required", null, "Custom required message."), shown.Elements.Single(e => e.Path == "repeat_test[0].required_text").Errors.Single());
        Assert.Equal("Sorry Li, you can't select yes and no.", shown.Elements.Single(e => e.Path == "repeat_test[0].select_multiple_test").Errors.Single().Text);
        Assert.Empty(shown.Elements.Single(e => e.Path == "repeat_test[1].select_multiple_test").Errors);
        Assert.Equal(4, shown.Calculated["calculate_test"].Number);
    }

    [Fact, Trait("Case", "SURV-51")]
    public void A_form_from_the_field_branches_in_two_languages_and_in_repeats()
    {
        var survey = Read("UCL_Biomass_Plot_Form").Import.Survey!;
        const string Answers = """{"leader_name":"other","any_trees":"yes","trees":[{"tag":"7","stem_count":1,"stems":[{"cbh":300,"health_id":"dead"},{"cbh":3,"health_id":"alive"}]}]}""";
        var english = Make.Evaluate(survey, Answers).Elements.Where(e => e.Path.Length > 0).ToDictionary(e => e.Path);
        Assert.True(english["leader_name_other"].IsVisible);
        Assert.Equal("Your Name", english["leader_name"].Title);
        Assert.Equal("Jina Lako", Make.Evaluate(survey, Answers, "sw").Elements.Single(e => e.Path == "leader_name").Title);
        Assert.True(english["trees"].IsVisible);
        Assert.False(english["stumps"].IsVisible);
        Assert.True(english["trees[0].stems[0].tree_photo"].IsVisible);
        Assert.False(english["trees[0].stems[1].tree_photo"].IsVisible);
        Assert.True(english["trees[0].stems[0].decay_class"].IsVisible);
    }

    [Theory, Trait("Case", "SURV-52")]
    [InlineData("xlsform_spec_test", "survey, line 35", "outside-type")] // a bar code
    [InlineData("UCL_Biomass_Plot_Form", "survey, line 26", "outside-value")] // atan()
    [InlineData("choice_filter_test", "survey, line 3", "outside-property")] // choice_filter
    [InlineData("loop", "survey, line 3", "outside-type")]
    public void What_a_form_asks_that_is_not_known_is_named_by_its_line(string name, string where, string code) =>
        Assert.Contains(Read(name).Import.Findings, f => f.Level == FindingLevel.Outside && f.Path == where && f.Code == code);

    [Fact, Trait("Case", "SURV-52")]
    public void What_is_asked_of_something_unknown_is_asked_as_text() =>
        Assert.Contains(Read("xlsform_spec_test").Import.Survey!.Questions, q => q is { Name: "barcode_test", Type: "comment" });

    [Theory, Trait("Case", "SURV-53")]
    [InlineData("${a} = 'x'", "{a} = 'x'")]
    [InlineData("${a} = ‘x’", "{a} = 'x'")]
    [InlineData("${a}!=''", "{a} notempty")]
    [InlineData(". >= 18 and . < 100", "{me} >= 18 and {me} < 100")]
    [InlineData("not(selected(., 'yes') and selected (., 'no'))", "!(({me} contains 'yes') and ({me} contains 'no'))")]
    [InlineData("if(${a} > ${b}, 15, 6) div 2", "iif({a} > {b}, 15, 6) / 2")]
    [InlineData("count-selected(${a}) mod 2 = -1", "{a.length} % 2 = -1")]
    [InlineData("concat(${a}, ' ', ${b})", "('' + {a} + ' ' + {b})")]
    public void Expressions_of_forms_become_ours(string theirs, string ours)
    {
        Assert.Equal(ours, new XPath(theirs, name => name, "me", new()).Turned());
        Assert.NotNull(Expression.Read(ours, new(), out _));
    }

    [Theory, Trait("Case", "SURV-53")]
    [InlineData("pulldata('x', 'y')")]
    [InlineData("../a = 1")]
    [InlineData("${a")]
    [InlineData("'x")]
    [InlineData("(1")]
    [InlineData("")]
    public void What_has_no_counterpart_is_said(string theirs) => Assert.Throws<XPathException>(() => new XPath(theirs, name => name, null, new()).Turned());

    [Fact, Trait("Case", "SURV-54")]
    public void Damaged_files_are_refused_and_nothing_else()
    {
        var random = Seeds.New(output);
        var whole = File.ReadAllBytes(Shared.File("surveys", "xlsform", "or_other.xlsx"));
        Assert.Contains(XlsFormReader.Read([], new()).Import.Findings, f => f.Code == "not-xlsx");
        for (var i = 0; i < 300; i++)
        {
            var damaged = whole.ToArray();
            for (var bytes = random.Next(1, 20); bytes > 0; bytes--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            XlsFormReader.Read(random.Chance(0.2) ? damaged[..random.Next(damaged.Length)] : damaged);
        }
    }

    private static (SurveyImport Import, string Json) Read(string name) => XlsFormReader.Read(File.ReadAllBytes(Shared.File("surveys", "xlsform", name + ".xlsx")));
}
