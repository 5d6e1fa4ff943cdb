using Granary.Ocrm.Analysis;
using Granary.Surveys;

namespace Granary.Ocrm.Tests;

public sealed class QuestionTitlesTests
{
    [Fact, Trait("Case", "ANLZ-14")]
    public void An_answer_that_a_title_repeats_is_no_part_of_how_the_question_is_called()
    {
        var survey = SurveyReader.Read("""{"elements":[{"type":"rating","name":"nps"},{"type":"comment","name":"why","title":{"default":"You gave {nps}. Why?","zh-cn":"您打了{nps}分，原因是？"}}]}""").Survey!;
        var why = survey.Questions.Single(q => q.Name == "why");
        Assert.Equal("You gave …. Why?", QuestionTitles.Of(why, "en"));
        Assert.Equal("您打了…分，原因是？", QuestionTitles.Of(why, "zh-cn"));
        Assert.Equal("nps", QuestionTitles.Of(survey.Questions.Single(q => q.Name == "nps"), "en"));
    }
}
