using Granary.Surveys;

namespace Granary.Ocrm.Asking.Rendering;

/// <summary>What stands on a page: questions with their fields, panels, texts. Each block has its label, its hint and what is wrong tied to its field.</summary>
internal sealed class QuestionMarkup(Markup markup, AnswerView view)
{
    public void Elements(IEnumerable<ElementState> elements)
    {
        foreach (var element in elements.Where(e => e.IsVisible))
        {
            One(element);
        }
    }

    private void One(ElementState state)
    {
        switch (state.Element)
        {
            case Html:
                markup.Add($"<div class=text id=\"{FieldId.Block(state)}\">");
                RichText.Add(markup, state.Description);
                markup.Add($"</div>");
                break;
            case Panel:
                Section(state);
                break;
            case RepeatedQuestion repeated:
                Whole(state, () => new GroupMarkup(markup, view, this).Fields(repeated, state));
                break;
            case MultipleTextQuestion:
                Whole(state, () => Elements(state.Elements));
                break;
            case CalculatedQuestion:
                markup.Add($"<div class=q id=\"{FieldId.Block(state)}\"><p class=t>{state.Title}</p>");
                Hint(state);
                markup.Add($"<output>{AnswerText.Of(state.Value)}</output></div>");
                break;
            case Question question:
                Asked(question, state);
                break;
        }
    }

    private void Section(ElementState state)
    {
        markup.Add($"<section class=panel id=\"{FieldId.Block(state)}\">");
        if (state.Title.Length > 0)
        {
            markup.Add($"<h3>{state.Title}</h3>");
        }

        Hint(state);
        Errors(state);
        Elements(state.Elements);
        markup.Add($"</section>");
    }

    /// <summary>A question that is one field, or several that belong together.</summary>
    private void Asked(Question question, ElementState state)
    {
        if (question is not (TextQuestion or ChoiceQuestion { Type: "dropdown" }))
        {
            Whole(state, () => new FieldMarkup(markup, view).Fields(question, state));
            return;
        }

        markup.Add($"<div class=q id=\"{FieldId.Block(state)}\"><label class=t for=\"{FieldId.Field(state.Path)}\">{state.Title}");
        Required(state);
        markup.Add($"</label>");
        Shown(state);
        Hint(state);
        Errors(state);
        new FieldMarkup(markup, view).Fields(question, state);
        Comment(question, state);
        markup.Add($"</div>");
    }

    /// <summary>Fields that share one title.</summary>
    private void Whole(ElementState state, Action fields)
    {
        markup.Add($"<fieldset class=q id=\"{FieldId.Block(state)}\"");
        Described(markup, view, state);
        markup.Add($"><legend class=t>{state.Title}");
        Required(state);
        markup.Add($"</legend>");
        Shown(state);
        Hint(state);
        Errors(state);
        fields();
        Comment((Question)state.Element, state);
        markup.Add($"</fieldset>");
    }

    /// <summary>Tells the server that this was asked: what is not in the form then was left out, and not hidden.</summary>
    private void Shown(ElementState state)
    {
        if (state.IsEnabled)
        {
            markup.Add($"<input type=hidden name=\"{{q}}\" value=\"{state.Path}\">");
        }
    }

    private void Required(ElementState state)
    {
        if (state is { IsRequired: true, IsEnabled: true })
        {
            markup.Add($" <span class=req>{view.Words.Required}</span>");
        }
    }

    private void Hint(ElementState state)
    {
        if (state.Description.Length > 0)
        {
            markup.Add($"<p class=hint id=\"{FieldId.Block(state)}-h\">{state.Description}</p>");
        }
    }

    private void Errors(ElementState state)
    {
        var refused = view.Refused.GetValueOrDefault(state.Path);
        if ((state.Errors.IsEmpty || !AnswerPage.IsJudged(view, state)) && refused is null)
        {
            return;
        }

        var said = state.Errors.Select(view.Words.Of).Prepend(refused ?? "").Where(t => t.Length > 0).Distinct();
        markup.Add($"<p class=error id=\"{FieldId.Block(state)}-e\">{string.Join(" ", refused is null ? said : said.Take(1))}</p>");
    }

    private void Comment(Question question, ElementState state)
    {
        var isOther = question is ChoiceQuestion { HasOther: true };
        if (!question.HasComment && !isOther)
        {
            return;
        }

        var (name, label) = (state.Path + "-Comment", isOther ? view.Words.OtherText : view.Words.Comment);
        markup.Add($"<label class=c for=\"{FieldId.Field(name)}\">{label}</label><input class=i id=\"{FieldId.Field(name)}\" name=\"{name}\" value=\"{AnswerText.Of(view.Answer(name))}\" maxlength=2000");
        Off(markup, state);
        markup.Add($">");
    }

    /// <summary>Ties the hint and what is wrong to a field.</summary>
    public static void Described(Markup markup, AnswerView view, ElementState state)
    {
        var wrong = (!state.Errors.IsEmpty && AnswerPage.IsJudged(view, state)) || view.Refused.ContainsKey(state.Path);
        if (wrong || state.Description.Length > 0)
        {
            var (hint, error) = (state.Description.Length > 0 ? FieldId.Block(state) + "-h" : "", wrong ? FieldId.Block(state) + "-e" : "");
            markup.Add($" aria-describedby=\"{$"{hint} {error}".Trim()}\"");
        }

        if (wrong)
        {
            markup.Add($" aria-invalid=true");
        }
    }

    public static void Off(Markup markup, ElementState state)
    {
        if (!state.IsEnabled)
        {
            markup.Add($" disabled");
        }
    }
}
