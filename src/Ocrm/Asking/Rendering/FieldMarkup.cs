using Granary.Surveys;

namespace Granary.Ocrm.Asking.Rendering;

/// <summary>The fields of one question. A choice is sent as its place in the list, so that a form carries no values and no scores.</summary>
internal sealed class FieldMarkup(Markup markup, AnswerView view)
{
    /// <summary>From so many points or columns on, they stand below each other on a phone.</summary>
    private const int Short = 12;

    private AnswerWords Words => view.Words;

    public void Fields(Question question, ElementState state)
    {
        switch (question)
        {
            case TextQuestion { Type: "comment" } text:
                markup.Add($"<textarea class=i rows=4 id=\"{FieldId.Field(state.Path)}\" name=\"{state.Path}\"");
                Bounds(text, state);
                markup.Add($">\n{AnswerText.Of(state.Value)}</textarea>");
                break;
            case TextQuestion text:
                markup.Add($"<input class=i id=\"{FieldId.Field(state.Path)}\" name=\"{state.Path}\" value=\"{AnswerText.Of(state.Value)}\"");
                Kind(text.Input);
                Bounds(text, state);
                markup.Add($">");
                break;
            case ChoiceQuestion { IsRanking: true } ranking:
                Ranking(ranking, state);
                break;
            case ChoiceQuestion { Type: "dropdown" } dropdown:
                Dropdown(dropdown, state);
                break;
            case ChoiceQuestion choice:
                Choices(choice, state);
                break;
            case RatingQuestion rating:
                Rating(rating, state);
                break;
            case BooleanQuestion truth:
                markup.Add($"<div class=row>");
                Option("radio", state.Path, "t", truth.TrueText?.In(view.Language) ?? Words.Yes, AnswerText.Same(state.Value, truth.WhenTrue), state, "b");
                Option("radio", state.Path, "f", truth.FalseText?.In(view.Language) ?? Words.No, AnswerText.Same(state.Value, truth.WhenFalse), state, "b");
                markup.Add($"</div>");
                break;
            case MatrixQuestion matrix:
                Matrix(matrix, state);
                break;
            case FileQuestion files:
                Files(files, state);
                break;
            case PlaceQuestion:
                Place(state);
                break;
        }
    }

    private void Kind(TextInput input)
    {
        switch (input)
        {
            case TextInput.Number:
                markup.Add($" inputmode=decimal"); // type=number forgets what it does not understand
                break;
            case TextInput.Date:
                markup.Add($" type=date");
                break;
            case TextInput.DateTime:
                markup.Add($" type=datetime-local");
                break;
            case TextInput.Time:
                markup.Add($" type=time");
                break;
            case TextInput.Month:
                markup.Add($" type=month");
                break;
            case TextInput.Email:
                markup.Add($" type=email");
                break;
            case TextInput.Telephone:
                markup.Add($" type=tel");
                break;
            case TextInput.Address:
                markup.Add($" type=url");
                break;
        }
    }

    private void Bounds(TextQuestion text, ElementState state)
    {
        if (text.Placeholder is { } placeholder)
        {
            markup.Add($" placeholder=\"{placeholder.In(view.Language)}\"");
        }

        if (text.MaxLength is { } most)
        {
            markup.Add($" maxlength={most}");
        }

        QuestionMarkup.Described(markup, view, state);
        QuestionMarkup.Off(markup, state);
    }

    private void Dropdown(ChoiceQuestion question, ElementState state)
    {
        markup.Add($"<select class=i id=\"{FieldId.Field(state.Path)}\" name=\"{state.Path}\"");
        QuestionMarkup.Described(markup, view, state);
        QuestionMarkup.Off(markup, state);
        markup.Add($"><option value=\"\">{Words.Choose}</option>");
        foreach (var (value, text, isChosen) in Offered(question, state))
        {
            markup.Add($"<option value={value}");
            Mark(isChosen, "selected");
            markup.Add($">{text}</option>");
        }

        markup.Add($"</select>");
    }

    private void Choices(ChoiceQuestion question, ElementState state)
    {
        foreach (var (value, text, isChosen) in Offered(question, state))
        {
            Option(question.IsSeveral ? "checkbox" : "radio", state.Path, value, text, isChosen, state, "o");
        }
    }

    private IEnumerable<(string Value, string Text, bool IsChosen)> Offered(ChoiceQuestion question, ElementState state)
    {
        var chosen = state.Value.Kind == ValueKind.List ? [.. state.Value.List] : new[] { state.Value };
        bool IsChosen(Value value) => chosen.Any(c => !c.IsEmpty && AnswerText.Same(c, value));
        for (var i = 0; i < question.Choices.Length; i++)
        {
            var choice = question.Choices[i];
            yield return ($"{i}", Text(choice), IsChosen(choice.Value));
        }

        if (question.HasNone)
        {
            yield return ("n", question.NoneText?.In(view.Language) ?? Words.None, IsChosen(Value.Of(ChoiceQuestion.None)));
        }

        if (question.HasOther)
        {
            yield return ("o", question.OtherText?.In(view.Language) ?? Words.Other, IsChosen(Value.Of(ChoiceQuestion.Other)));
        }
    }

    private void Rating(RatingQuestion question, ElementState state)
    {
        var isShort = question.Choices.Length <= Short && question.Choices.All(c => Text(c).Length <= 2);
        markup.Add($"<div class={(isShort ? "points" : "column")}>");
        for (var i = 0; i < question.Choices.Length; i++)
        {
            Option("radio", state.Path, $"{i}", Text(question.Choices[i]), AnswerText.Same(state.Value, question.Choices[i].Value), state, isShort ? "p" : "o");
        }

        markup.Add($"</div>");
        if (question.LeastText is not null || question.MostText is not null)
        {
            markup.Add($"<p class=ends><span>{question.LeastText?.In(view.Language)}</span><span>{question.MostText?.In(view.Language)}</span></p>");
        }
    }

    private void Matrix(MatrixQuestion question, ElementState state)
    {
        for (var row = 0; row < question.Rows.Length; row++)
        {
            var answer = state.Value.Kind == ValueKind.Map ? state.Value.Map[AnswerText.Of(question.Rows[row].Value)] : Value.Empty;
            markup.Add($"<fieldset class=line><legend>{Text(question.Rows[row])}</legend><div class=row>");
            for (var column = 0; column < question.Columns.Length; column++)
            {
                Option("radio", $"{state.Path}{{{row}}}", $"{column}", Text(question.Columns[column]), !answer.IsEmpty && AnswerText.Same(answer, question.Columns[column].Value), state, "b");
            }

            markup.Add($"</div></fieldset>");
        }
    }

    private void Ranking(ChoiceQuestion question, ElementState state)
    {
        var ranked = state.Value.Kind == ValueKind.List ? state.Value.List.ToList() : [];
        markup.Add($"<p class=hint>{Words.RankHint}</p><ol class=ranking data-rank>");
        var order = question.Choices.Select((choice, i) => (Choice: choice, At: i, Rank: ranked.FindIndex(r => AnswerText.Same(r, choice.Value)) + 1)).OrderBy(c => c.Rank == 0 ? int.MaxValue : c.Rank);
        foreach (var (choice, at, rank) in order)
        {
            markup.Add($"<li><select name=\"{state.Path}{{{at}}}\" aria-label=\"{Words.Rank(Text(choice))}\"");
            QuestionMarkup.Off(markup, state);
            markup.Add($"><option value=\"\"></option>");
            for (var place = 1; place <= question.Choices.Length; place++)
            {
                markup.Add($"<option");
                Mark(place == rank, "selected");
                markup.Add($">{place}</option>");
            }

            markup.Add($"</select> <span>{Text(choice)}</span></li>");
        }

        markup.Add($"</ol>");
    }

    private void Files(FileQuestion question, ElementState state)
    {
        var kept = state.Value.Kind == ValueKind.List ? state.Value.List.Where(f => f.Kind == ValueKind.Map).ToList() : [];
        for (var i = 0; i < kept.Count; i++)
        {
            var name = AnswerText.Of(kept[i].Map["name"]);
            markup.Add($"<p class=file>{name} <button class=text name=\"{{do}}\" value=\"remove:{state.Path}[{i}]\">{Words.RemoveFile(name)}</button></p>");
        }

        if (kept.Count >= (question.IsSeveral ? question.MostFiles ?? int.MaxValue : 1))
        {
            return;
        }

        markup.Add($"<input class=i type=file id=\"{FieldId.Field(state.Path)}\" name=\"{state.Path}\" aria-label=\"{state.Title}\"");
        if (question.Accepts.Length > 0)
        {
            markup.Add($" accept=\"{question.Accepts}\"");
        }

        Mark(question.IsSeveral, "multiple");
        QuestionMarkup.Off(markup, state);
        markup.Add($">");
    }

    private void Place(ElementState state)
    {
        var map = state.Value.Kind == ValueKind.Map ? state.Value.Map : ValueMap.Nothing;
        markup.Add($"<div class=place data-place>");
        foreach (var (part, label) in new[] { ("lat", Words.Latitude), ("lon", Words.Longitude) })
        {
            markup.Add($"<label for=\"{FieldId.Field(state.Path)}-{part}\">{label}</label><input class=i inputmode=decimal id=\"{FieldId.Field(state.Path)}-{part}\" name=\"{state.Path}{{{part}}}\" value=\"{AnswerText.Of(map[part])}\"");
            QuestionMarkup.Off(markup, state);
            markup.Add($">");
        }

        markup.Add($"<input type=hidden name=\"{state.Path}{{accuracy}}\" value=\"{AnswerText.Of(map["accuracy"])}\"></div>");
    }

    private void Option(string type, string name, string value, string text, bool isChosen, ElementState state, string look)
    {
        markup.Add($"<label class={look}><input type={type} name=\"{name}\" value={value}");
        Mark(isChosen, "checked");
        QuestionMarkup.Off(markup, state);
        markup.Add($"><span>{text}</span></label>");
    }

    private void Mark(bool holds, string attribute)
    {
        if (holds)
        {
            markup.Add($" {attribute}");
        }
    }

    private string Text(Choice choice) => choice.Text?.In(view.Language) ?? AnswerText.Of(choice.Value);
}
