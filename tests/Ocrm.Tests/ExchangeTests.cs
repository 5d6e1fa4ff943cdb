using System.Text;
using System.Text.Json;
using Granary.Ocrm.Questionnaires;
using Granary.Ocrm.Questionnaires.Exchange;
using Granary.Surveys;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>Templates that ship, and questionnaires as files (docs/cases.md, QUES).</summary>
public sealed class ExchangeTests
{
    private static readonly DateTime Now = new(2026, 3, 15, 10, 0, 0);

    public static TheoryData<string> Templates => new(Template.All.Select(t => t.Name).ToArray());

    public static TheoryData<string, string> Samples => new(new[] { "angular-example", "children-branching", "matrix-dynamic", "product-feedback", "validators" }.Select(n => ("surveyjs", n + ".json")).Concat(
        new[] { "UCL_Biomass_Plot_Form", "choice_filter_test", "field-list", "flat_xlsform_test", "group", "loop", "or_other", "specify_other", "text_and_integer", "xlsform_spec_test", "yes_or_no_question" }.Select(n => ("xlsform", n + ".xlsx"))).ToArray());

    [Theory, Trait("Case", "QUES-06")]
    [MemberData(nameof(Templates))]
    public void A_template_has_nothing_to_be_said_about_and_is_in_both_languages(string name)
    {
        var template = Template.Find(name)!;
        Assert.Empty(FindingView.Check(template.Document, Now));
        var survey = SurveyReader.Read(template.Document).Survey!;
        Assert.All(survey.AllElements.Where(e => e is not Page { Title: null }), e => Assert.Equal(["default", "en"], (e.Title?.Languages ?? []).Order(StringComparer.Ordinal)));
        Assert.All(survey.AllElements.OfType<ChoiceQuestion>().SelectMany(q => q.Choices), c => Assert.True(c.Text!.In("zh-cn") != c.Text.In("en")));
    }

    [Fact, Trait("Case", "QUES-06")]
    public void The_risk_assessment_reaches_each_band_and_the_farm_s_totals_add_up()
    {
        var risk = SurveyReader.Read(Template.Find("risk")!.Document).Survey!;
        var questions = risk.Questions.OfType<ChoiceQuestion>().ToList();
        Assert.Equal(10, questions.Count);
        var bands = Enumerable.Range(0, 11).Select(bold => SurveyEvaluation.Of(risk, new ValueMap(questions.Select((q, i) => KeyValuePair.Create(q.Name, (i < bold ? q.Choices.MaxBy(c => c.Score) : q.Choices.MinBy(c => c.Score))!.Value))), new(Now, "zh-cn")));
        Assert.Equal(["C1", "C2", "C3", "C4", "C5"], bands.Select(b => b.Band!.Name).Distinct());
        var farm = SurveyReader.Read(Template.Find("investigation")!.Document).Survey!;
        var worked = SurveyEvaluation.Of(farm, ValueJson.ReadAnswers("""
            {"members":[{"name":"a","age":40,"work":"town","income":30000},{"name":"b","age":9}],"ownLand":20,"rentedLand":100,"cropIncome":90000,"stock":[{"kind":"pigs","heads":9}],"stockIncome":5000,
             "otherIncome":1000,"yearCost":60000,"owes":true,"debts":[{"lender":"us","left":20000},{"lender":"kin","left":5000}]}
            """), new(Now, "zh-cn"));
        Assert.Equal((126000, 120, 25000, 66000), (worked.Calculated["yearIncome"].Number, worked.Calculated["land"].Number, worked.Calculated["debt"].Number, worked.Calculated["surplus"].Number));
    }

    [Theory, Trait("Case", "QUES-23")]
    [MemberData(nameof(Samples))]
    public void Files_that_others_made_are_read_and_what_lies_outside_is_named(string format, string name)
    {
        var (read, document, findings) = ImportDocument.Read(File.ReadAllBytes(Shared.File("surveys", format, name)), new());
        Assert.Equal(format, read);
        Assert.DoesNotContain(findings, f => f.Severity == "error");
        Assert.NotNull(SurveyReader.Read(document!).Survey);
        AssertSame(document!);
    }

    [Theory, Trait("Case", "QUES-24")]
    [MemberData(nameof(Templates))]
    public void A_table_says_all_of_a_questionnaire(string name) => AssertSame(Template.Find(name)!.Document);

    [Fact, Trait("Case", "QUES-24")]
    public void Nothing_of_a_table_is_calculated_and_texts_come_back_as_they_were()
    {
        string[] texts = ["=1+1", "+86", "-5", "@sum", "'quoted", "''twice", "＝全角", "a,\"b\"\nc"];
        var document = JsonSerializer.Serialize(new { title = "=cmd|' /C calc'!A0", elements = texts.Select((t, i) => new { type = "text", name = $"q{i}", title = t }) });
        var file = CsvWriter.Write(JsonElement.Parse(document));
        Assert.DoesNotMatch("(^|,|\n)\"?[=+@-]", Encoding.UTF8.GetString(file));
        AssertSame(document);
    }

    [Theory, Trait("Case", "QUES-25")]
    [InlineData("line,name,type\nchoice,a,text\n", "line 2", "wrong-type")]
    [InlineData("line,name,type\nquestion,a,text\nsomething,b,\n", "line 3", "bad-value")]
    [InlineData("line,name,type,more\nquestion,a,text,{\n", "line 2", "not-json")]
    [InlineData("line,name,colour\nquestion,a,red\n", "line 1", "outside-property")]
    [InlineData("name,type\na,text\n", "", "not-csv")]
    public void What_is_wrong_in_a_table_is_named_by_its_line(string table, string path, string code) =>
        Assert.Contains(ImportDocument.Read(Encoding.UTF8.GetBytes(table), new()).Findings, f => f.Path == path && f.Code == code);

    /// <summary>As a table and back it reads the same, findings and all.</summary>
    private static void AssertSame(string document)
    {
        var (format, back, findings) = ImportDocument.Read(CsvWriter.Write(JsonElement.Parse(document)), new());
        Assert.Equal("csv", format);
        Assert.Empty(findings);
        var (one, other) = (SurveyReader.Read(document), SurveyReader.Read(back!));
        Assert.Equal(one.Survey!.AllElements.Select(Line), other.Survey!.AllElements.Select(Line));
        Assert.Equal(one.Findings.Select(f => f.Code).Order(StringComparer.Ordinal), other.Findings.Select(f => f.Code).Order(StringComparer.Ordinal));
        Assert.Equal(one.Survey.Bands.Length + one.Survey.CalculatedValues.Length + one.Survey.CompletedTexts.Length, other.Survey.Bands.Length + other.Survey.CalculatedValues.Length + other.Survey.CompletedTexts.Length);
    }

    private static string Line(Element e) => string.Join('|', e.GetType().Name, e.Name, e.Title?.In("default").Trim(), e.Title?.In("en").Trim(), e.IsRequired, e.VisibleIf?.Text, e.RequiredIf?.Text,
        (e as Question)?.Type, (e as Question)?.Validators.Length, string.Join(';', e switch { ChoiceQuestion q => q.Choices.Select(Line), RatingQuestion q => q.Choices.Select(Line), MatrixQuestion q => q.Rows.Concat(q.Columns).Select(Line), _ => [] }));

    private static string Line(Choice c) => $"{ValueJson.Write(c.Value).Trim('"')} {c.Text?.In("default").Trim()} {c.Text?.In("en").Trim()} {c.Score}";
}
