using System.Text;
using Granary.Surveys.Expressions;

namespace Granary.Surveys.Evaluation;

/// <summary>Puts answers in place of their names in texts, as one reads them: the text of a choice, not its value. What is no name stays as it is written.</summary>
internal sealed class Piping(Evaluator evaluator)
{
    private readonly Dictionary<string, Question> _questions = ByName(evaluator.Survey.Questions);

    private string Language => evaluator.Context.Language;

    public string Text(LocalText? text, IScope scope, Func<string, string?>? more = null) => text is null ? "" : Filled(text.In(Language), scope, more);

    /// <returns>Null where nothing has the name. "" where it has no answer.</returns>
    public string? Display(string name, IScope scope)
    {
        for (var group = scope as GroupScope; group is not null; group = group.Outside as GroupScope)
        {
            if (name.Equals(group.Question.IsTable ? "rowIndex" : "panelIndex", StringComparison.OrdinalIgnoreCase))
            {
                return NumberText.Write(group.Index + 1); // people count from 1, conditions from 0
            }
        }

        var (prefix, questions) = Inside(name, scope);
        if (prefix is null)
        {
            return name.Equals("locale", StringComparison.OrdinalIgnoreCase) ? Language : Of(_questions, name, name, scope);
        }

        return questions is null ? null : Of(questions, name[prefix.Length..], name, scope);
    }

    public string Display(Question question, Value value, string comment) => question switch
    {
        _ when value.IsBlank => "",
        ChoiceQuestion { IsSeveral: true } choice when value.Kind == ValueKind.List => string.Join(", ", value.List.Select(v => Chosen(choice, v, comment))),
        ChoiceQuestion choice => Chosen(choice, value, comment),
        RatingQuestion rating => Named(rating.Choices, value),
        BooleanQuestion truth => Loosely.Equal(value, truth.WhenTrue) ? truth.TrueText?.In(Language) ?? Words.Yes(Language)
            : Loosely.Equal(value, truth.WhenFalse) ? truth.FalseText?.In(Language) ?? Words.No(Language) : Loosely.AsText(value),
        MatrixQuestion matrix when value.Kind == ValueKind.Map => string.Join(", ", value.Map.Select(row => $"{Named(matrix.Rows, Value.Of(row.Key))}: {Named(matrix.Columns, row.Value)}")),
        _ => Loosely.AsText(value),
    };

    private static Dictionary<string, Question> ByName(IEnumerable<Question> questions)
    {
        var found = new Dictionary<string, Question>(StringComparer.OrdinalIgnoreCase);
        foreach (var question in questions)
        {
            found.TryAdd(question.Name, question);
        }

        return found;
    }

    private static (string? Prefix, Dictionary<string, Question>? Questions) Inside(string name, IScope scope)
    {
        foreach (var prefix in new[] { "panel.", "row.", "parentPanel." })
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                var group = prefix == "parentPanel." ? (scope as GroupScope)?.Outside as GroupScope : scope as GroupScope;
                return (prefix, group is null ? null : ByName(group.Question.Template.SelectMany(Survey.Top).OfType<Question>()));
            }
        }

        return (null, null);
    }

    private string Filled(string text, IScope scope, Func<string, string?>? more)
    {
        if (!text.Contains('{'))
        {
            return text;
        }

        var filled = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var close = text[at] == '{' ? text.IndexOf('}', at) : -1;
            if (close < 0)
            {
                filled.Append(text[at++]);
                continue;
            }

            var name = text[(at + 1)..close].Trim();
            filled.Append(more?.Invoke(name) ?? Display(name, scope) ?? text[at..(close + 1)]);
            at = close + 1;
        }

        return filled.ToString();
    }

    /// <param name="name">Among the questions.</param>
    /// <param name="whole">In the scope.</param>
    private string? Of(Dictionary<string, Question> questions, string name, string whole, IScope scope)
    {
        var found = scope.TryFind(whole, out var value);
        if (questions.TryGetValue(name, out var question))
        {
            return Display(question, value, Comment(whole, scope));
        }

        for (var end = name.LastIndexOfAny(['.', '[']); end > 0; end = name.LastIndexOfAny(['.', '['], end - 1))
        {
            if (questions.TryGetValue(name[..end], out var asked))
            {
                return Part(asked, name[end..], found, value, Comment(whole, scope));
            }
        }

        return found ? value.IsBlank ? "" : Loosely.AsText(value) : evaluator.Survey.CalculatedValues.Any(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ? "" : null;
    }

    private static string Comment(string question, IScope scope) => scope.TryFind(question + "-Comment", out var comment) ? Loosely.AsText(comment) : "";

    private string? Part(Question question, string part, bool found, Value value, string comment)
    {
        var name = part[(part.IndexOfAny([']', '.']) + 1)..].TrimStart('.');
        return question switch
        {
            MatrixQuestion matrix when matrix.Rows.Any(r => Loosely.Equal(r.Value, Value.Of(name))) => found ? Named(matrix.Columns, value) : "",
            RepeatedQuestion repeated when ByName(repeated.Template.SelectMany(Survey.Top).OfType<Question>()).TryGetValue(name, out var inside) => found ? Display(inside, value, comment) : "",
            MultipleTextQuestion texts when ByName(texts.Items.OfType<Question>()).TryGetValue(name, out var inside) => Display(inside, value, comment),
            ChoiceQuestion choice when part[0] == '[' => found ? Chosen(choice, value, comment) : "",
            _ => found ? Loosely.AsText(value) : part == ".length" ? "0" : null,
        };
    }

    private string Chosen(ChoiceQuestion question, Value value, string comment)
    {
        if (question.HasOther && Loosely.Equal(value, Value.Of(ChoiceQuestion.Other)))
        {
            return comment.Length > 0 ? comment : question.OtherText?.In(Language) ?? Words.Other(Language);
        }

        return question.HasNone && Loosely.Equal(value, Value.Of(ChoiceQuestion.None)) ? question.NoneText?.In(Language) ?? Words.None(Language) : Named(question.Choices, value);
    }

    private string Named(IEnumerable<Choice> choices, Value value) => choices.FirstOrDefault(c => Loosely.Equal(c.Value, value))?.Text?.In(Language) ?? Loosely.AsText(value);
}
