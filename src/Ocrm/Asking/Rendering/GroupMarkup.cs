using Granary.Surveys;

namespace Granary.Ocrm.Asking.Rendering;

/// <summary>A question that is answered once for each, such as each member of a household, with buttons to add and to take away.</summary>
internal sealed class GroupMarkup(Markup markup, AnswerView view, QuestionMarkup questions)
{
    public void Fields(RepeatedQuestion question, ElementState state)
    {
        markup.Add($"<input type=hidden name=\"{state.Path}{{#}}\" value={state.Groups.Length}>");
        for (var i = 0; i < state.Groups.Length; i++)
        {
            var group = state.Groups[i];
            markup.Add($"<div class=\"group {(question.IsTable ? "row" : "")}\" role=group id=\"{FieldId.Block(state)}-{i}\" aria-labelledby=\"{FieldId.Block(state)}-{i}-t\"><p class=gt id=\"{FieldId.Block(state)}-{i}-t\">{(group.Title.Length > 0 ? group.Title : view.Words.Group(i + 1))}</p>");
            questions.Elements(group.Elements);
            if (state.IsEnabled && state.Groups.Length > Floor(question))
            {
                markup.Add($"<button class=text name=\"{{do}}\" value=\"remove:{state.Path}[{i}]\">{view.Words.Remove(i + 1)}</button>");
            }

            markup.Add($"</div>");
        }

        if (state.IsEnabled && state.Groups.Length < question.Most)
        {
            markup.Add($"<button class=add name=\"{{do}}\" value=\"add:{state.Path}\">{view.Words.Add}</button>");
        }
    }

    /// <summary>With none left, a question that begins with some would begin anew.</summary>
    private static int Floor(RepeatedQuestion question) => Math.Max(question.Least, question.Count > 0 ? 1 : 0);
}
