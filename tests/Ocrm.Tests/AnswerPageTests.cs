using System.Text;
using System.Text.RegularExpressions;
using Granary.Ocrm.Asking.Rendering;
using Granary.Surveys;
using Granary.Tests;

namespace Granary.Ocrm.Tests;

/// <summary>The answer page as HTML, and what comes of it when it comes back (docs/cases.md, ASK).</summary>
public sealed class AnswerPageTests
{
    /// <summary>From all sides: an element, the end of an attribute, of a text field and of a script, an address that runs.</summary>
    private const string Payload = "\"'></textarea></option></script><script>alert(1)</script><img src=x onerror=alert(2)>";

    private static readonly DateTime Now = new(2026, 6, 1, 9, 0, 0);

    [Fact, Trait("Case", "ASK-01")]
    public void What_designers_and_answerers_write_is_text_in_every_type_of_question()
    {
        var document = File.ReadAllText(Path.Combine(Shared.RepositoryRoot, "tests", "Ocrm.Tests", "Files", "every-type.json"));
        var survey = Read(document.Replace("TEXT", JsonText(Payload), StringComparison.Ordinal));
        var answers = ValueJson.ReadAnswers(File.ReadAllText(Path.Combine(Shared.RepositoryRoot, "tests", "Ocrm.Tests", "Files", "every-answer.json")).Replace("TEXT", JsonText(Payload), StringComparison.Ordinal));
        foreach (var page in survey.Pages)
        {
            var evaluation = SurveyEvaluation.Of(survey, answers, new(Now, "en"));
            var html = AnswerPage.Render(new(survey, evaluation, page.Name, "en") { Judged = evaluation.Elements.Select(e => e.Path).ToHashSet() });
            Assert.Equal(1, Regex.Count(html, "<script"));
            Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
            Assert.DoesNotMatch("<[a-z][^<>]*\\s(on[a-z]+|style)=", Regex.Replace(html, "\"[^\"]*\"", "\"\""));
        }
    }

    [Theory, Trait("Case", "ASK-02")]
    [InlineData("<p>One <b>two</p>three", "<p>One <b>two</b></p>three")]
    [InlineData("<p onclick=\"x()\">a</p><iframe src=x>b</iframe>", "<p>a</p>b")]
    [InlineData("<script>alert(1)</script>a<style>p{}</style>b", "ab")]
    [InlineData("&lt;b&gt; <B>x</B> 1 < 2", "&lt;b&gt; <b>x</b> 1 &lt; 2")]
    [InlineData("<h1>a</h1><a href=\"javascript:x\">b</a></div></ul>", "<h3>a</h3>b")]
    [InlineData("<img src=x onerror='a>b'>c<scr<script>ipt>d</script>e", "c&lt;scre")]
    public void A_text_keeps_paragraphs_and_emphasis_and_nothing_else(string text, string expected)
    {
        var markup = new Markup();
        RichText.Add(markup, text);
        Assert.Equal(expected, markup.ToString());
        Assert.DoesNotMatch("<(script|img|a|iframe)|onerror=|<[a-z]+ ", markup.ToString());
    }

    [Fact, Trait("Case", "ASK-03")]
    public void What_a_page_was_drawn_with_comes_back_from_its_form()
    {
        var survey = Read(File.ReadAllText(Path.Combine(Shared.RepositoryRoot, "tests", "Ocrm.Tests", "Files", "every-type.json")));
        var answers = ValueJson.ReadAnswers(File.ReadAllText(Path.Combine(Shared.RepositoryRoot, "tests", "Ocrm.Tests", "Files", "every-answer.json")));
        var taken = answers;
        foreach (var page in survey.Pages)
        {
            var html = AnswerPage.Render(new(survey, SurveyEvaluation.Of(survey, answers, new(Now, "zh-cn")), page.Name, "zh-cn"));
            // Files come by another way, and stay.
            var turn = AnswerTurn.Take(survey, taken.With("none", Value.Empty), new(HtmlForm.Of(html, "next")), new(Now, "zh-cn"), new());
            Assert.Equal((page.Name, ""), (page.Name, string.Join(' ', turn.View.Current!.All.Where(e => turn.View.Judged.Contains(e.Path)).SelectMany(e => e.Errors.Select(x => $"{e.Path} {x.Code}")))));
            taken = turn.Answers;
        }

        Assert.Equal(answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}: {ValueJson.Write(a.Value)}"), taken.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}: {ValueJson.Write(a.Value)}"));
    }

    [Fact, Trait("Case", "ASK-04")]
    public void A_question_that_an_answer_brings_up_on_the_same_page_is_asked_before_one_goes_on()
    {
        var survey = Read("""{"pages":[{"name":"a","elements":[{"type":"boolean","name":"loan"},{"type":"text","name":"bank","isRequired":true,"visibleIf":"{loan} = true"}]},{"name":"b","elements":[{"type":"text","name":"end"}]}]}""");
        var first = Turn(survey, ValueMap.Nothing, "a", "next", ("{q}", "loan"), ("loan", "t"));
        Assert.Equal(("a", true), (first.Page, first.View.HasNewQuestions));
        Assert.DoesNotContain("class=error", AnswerPage.Render(first.View), StringComparison.Ordinal); // nobody has had the chance to answer it
        var second = Turn(survey, first.Answers, "a", "next", ("{q}", "loan"), ("{q}", "bank"), ("loan", "t"), ("bank", ""));
        Assert.Contains("class=error", AnswerPage.Render(second.View), StringComparison.Ordinal);
        Assert.Equal("b", Turn(survey, second.Answers, "a", "next", ("{q}", "loan"), ("{q}", "bank"), ("loan", "t"), ("bank", "CCB")).Page);
        Assert.True(Turn(survey, Turn(survey, second.Answers, "a", "next", ("{q}", "loan"), ("loan", "f")).Answers, "b", "next", ("{q}", "end"), ("end", "")).IsEnd);
    }

    [Fact, Trait("Case", "ASK-05")]
    public void Groups_are_added_and_taken_away_and_a_form_cannot_ask_for_more_than_there_may_be()
    {
        var survey = Read("""{"elements":[{"type":"paneldynamic","name":"home","panelCount":1,"maxPanelCount":3,"templateElements":[{"type":"text","name":"who"}]}]}""");
        var two = Turn(survey, ValueMap.Nothing, "page1", "add:home", ("{q}", "home"), ("home{#}", "1"), ("{q}", "home[0].who"), ("home[0].who", "A"));
        Assert.Equal("""{"home":[{"who":"A"},{}]}""", ValueJson.Write(Value.Of(two.Answers)));
        var one = Turn(survey, two.Answers, "page1", "remove:home[0]", ("{q}", "home"), ("home{#}", "2"), ("{q}", "home[0].who"), ("home[0].who", "A"), ("{q}", "home[1].who"), ("home[1].who", "B"));
        Assert.Equal("""{"home":[{"who":"B"}]}""", ValueJson.Write(Value.Of(one.Answers)));
        var many = Turn(survey, ValueMap.Nothing, "page1", "next", ("{q}", "home"), ("home{#}", "2000000000"));
        Assert.Equal((100, false), (many.Answers["home"].List.Length, many.IsEnd));
        var begun = Turn(Read("""{"elements":[{"type":"paneldynamic","name":"home","templateElements":[{"type":"text","name":"who","defaultValue":"son"}]}]}"""), ValueMap.Nothing, "page1", "add:home", ("{q}", "home"), ("home{#}", "0"));
        Assert.Equal("""{"home":[{"who":"son"}]}""", ValueJson.Write(Value.Of(begun.Answers)));
    }

    [Theory, Trait("Case", "ASK-06")]
    [InlineData("angular-example")]
    [InlineData("children-branching")]
    [InlineData("matrix-dynamic")]
    [InlineData("product-feedback")]
    [InlineData("validators")]
    public void No_page_of_surveys_of_others_takes_more_than_60_KB_with_its_style_and_script(string name) =>
        Assert.InRange(Heaviest(Read(File.ReadAllText(Shared.File("surveys", "surveyjs", name + ".json")))), 1, 60_000);

    [Fact, Trait("Case", "ASK-06")]
    public void No_page_of_a_shipped_template_takes_more_than_60_KB_with_its_style_and_script()
    {
        var templates = Directory.GetFiles(Path.Combine(Shared.RepositoryRoot, "src", "Ocrm", "Questionnaires", "Templates"), "*.json");
        Assert.NotEmpty(templates);
        Assert.All(templates, file => Assert.InRange(Heaviest(Read(File.ReadAllText(file))), 1, 60_000));
    }

    /// <summary>HTML, style sheet and script of the heaviest page, uncompressed, in bytes.</summary>
    private static int Heaviest(Survey survey) => PageFiles.StyleBytes.Length + PageFiles.ScriptBytes.Length + survey.Pages.Max(page =>
        Encoding.UTF8.GetByteCount(AnswerPage.Preview(survey, ValueMap.Nothing, page.Name, "zh-cn", Now)));

    private static Survey Read(string json)
    {
        var read = SurveyReader.Read(json);
        Assert.True(read.Survey is not null, string.Join('\n', read.Findings));
        return read.Survey;
    }

    private static AnswerTurn Turn(Survey survey, ValueMap answers, string page, string button, params (string Name, string Value)[] fields) => AnswerTurn.Take(
        survey, answers, new(fields.Append(("{page}", page)).Append(("{do}", button)).GroupBy(f => f.Item1).ToDictionary(f => f.Key, f => f.Select(v => v.Item2).ToArray())), new(Now, "en"), new());

    private static string JsonText(string text) => System.Text.Json.JsonSerializer.Serialize(text)[1..^1];
}
