using System.Text.Json.Nodes;

namespace Granary.Surveys.Tests;

public sealed class XlsFormWriterTests(ITestOutputHelper output)
{
    [Fact, Trait("Case", "QUES-20")]
    public void What_a_form_can_say_comes_back_and_is_worked_out_the_same_over_random_answers()
    {
        var random = Seeds.New(output);
        for (var i = 0; i < 150; i++)
        {
            var json = new RandomForm(random).Document().ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            var survey = Make.Read(json);
            var (file, findings) = XlsFormWriter.Write(survey);
            Assert.True(findings.Count == 0, $"{string.Join("\n", findings)}\n{json}");
            var (import, back) = XlsFormReader.Read(file);
            Assert.True(import.Survey is not null, $"{string.Join("\n", import.Findings)}\n{json}");
            Assert.Equal(survey.AllElements.Select(Line), import.Survey!.AllElements.Select(Line));
            for (var j = 0; j < 20; j++)
            {
                var answers = RandomAnswers.To(survey, random).ToJsonString();
                Assert.True(Worked(survey, answers) == Worked(import.Survey, answers), $"{answers}\n{json}\n{back}\n{Worked(survey, answers)}\n{Worked(import.Survey, answers)}");
            }
        }
    }

    [Theory, Trait("Case", "QUES-21")]
    [InlineData("""{"type":"radiogroup","name":"q","choices":[{"value":"a","score":2}]}""", "scored")]
    [InlineData("""{"type":"text","name":"q","visibleIf":"age({b}) > 3"},{"type":"text","name":"b"}""", "visibleIf")]
    [InlineData("""{"type":"matrix","name":"q","rows":["r"],"columns":["c"]}""", "type")]
    [InlineData("""{"type":"rating","name":"q"}""", "type")]
    [InlineData("""{"type":"text","name":"q","customerAttribute":"mobile"}""", "customerAttribute")]
    [InlineData("""{"type":"text","name":"q","bank":"3@1"}""", "bank")]
    [InlineData("""{"type":"text","name":"two words"}""", "name")]
    public void What_a_form_cannot_say_is_named_by_its_place(string elements, string property)
    {
        var findings = XlsFormWriter.Write(Make.Survey(elements)).Findings;
        Assert.Contains(findings, f => f.Level == FindingLevel.Outside && f.Path == $"elements[0].{property}");
    }

    [Fact, Trait("Case", "QUES-21")]
    public void Rows_of_a_matrix_are_questions_of_their_own_and_conditions_follow()
    {
        var survey = Make.Survey("""{"type":"matrix","name":"m","rows":["r1","r2"],"columns":["good","bad"]},{"type":"comment","name":"why","visibleIf":"{m.r1} = 'bad'"}""");
        var back = XlsFormReader.Read(XlsFormWriter.Write(survey).File).Import.Survey!;
        Assert.True(Make.Evaluate(back, """{"m_r1":"bad"}""").Elements.Single(e => e.Path == "why").IsVisible);
        Assert.False(Make.Evaluate(back, """{"m_r1":"good"}""").Elements.Single(e => e.Path == "why").IsVisible);
    }

    [Theory, Trait("Case", "QUES-22")]
    [MemberData(nameof(XlsFormTests.Samples), MemberType = typeof(XlsFormTests))]
    public void Forms_that_others_wrote_are_written_again_with_the_same_questions(string name)
    {
        var survey = XlsFormReader.Read(File.ReadAllBytes(Granary.Tests.Shared.File("surveys", "xlsform", name + ".xlsx"))).Import.Survey!;
        var (file, findings) = XlsFormWriter.Write(survey);
        output.WriteLine(string.Join("\n", findings));
        var back = XlsFormReader.Read(file).Import.Survey!;
        Assert.Equal(survey.AllElements.OfType<Question>().Select(q => q.Name).Where(n => n.Length > 0), back.AllElements.OfType<Question>().Select(q => q.Name).Where(n => n.Length > 0));
    }

    private static string Line(Element element) => $"{element.GetType().Name} {(element as Question)?.Type} {element.Name} {element.Title?.In("default")} {element.Title?.In("en")} {element.IsRequired} {element.VisibleIf is not null}";

    /// <summary>What one sees, what is asked and wrong, and what is kept.</summary>
    private static string Worked(Survey survey, string answers)
    {
        var worked = Make.Evaluate(survey, answers);
        var seen = worked.Elements.Where(e => e.Path.Length > 0).Select(e => $"{e.Path} {e.IsVisible} {e.IsRequired} {e.Title} {string.Join(' ', e.Errors.Select(x => x.Code))}");
        return $"{string.Join("\n", seen)}\n{worked.IsComplete} {JsonNode.Parse(ValueJson.Write(Value.Of(worked.Result)))}";
    }
}
