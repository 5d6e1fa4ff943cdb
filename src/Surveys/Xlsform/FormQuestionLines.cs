using Granary.Surveys.Expressions;

namespace Granary.Surveys.Xlsform;

/// <content>Lines of questions.</content>
internal sealed partial class FormLines
{
    private void Ask(Question question)
    {
        switch (question)
        {
            case MatrixQuestion matrix:
                Parts(matrix, matrix.Rows.Select(r => (Loosely.AsText(r.Value), r.Text, Chosen("select_one", $"{matrix.Name}_{Loosely.AsText(r.Value)}", matrix.Columns, matrix.Path), matrix.EachRowRequired)));
                return;
            case MultipleTextQuestion texts:
                Parts(texts, texts.Items.OfType<TextQuestion>().Select(i => (i.Name, i.Title, TypeOf(i), i.IsRequired)));
                return;
            case RepeatedQuestion repeated:
                Repeat(repeated);
                return;
        }

        var line = Begun(TypeOf(question), question.Name, question.Path);
        Common(line, question);
        Own(question);
        if (question is CalculatedQuestion { Expression: { } expression })
        {
            line.Remove("relevant");
            Unless(question.VisibleIf is null, $"{question.Path}.visibleIf", "what is calculated is always calculated");
            Condition(line, "calculation", expression, $"{question.Path}.expression");
        }

        if (question is TextQuestion { Type: "comment" } or ChoiceQuestion { Type: "dropdown" or "tagbox" })
        {
            line["appearance"] = question is TextQuestion ? "multiline" : "minimal";
        }

        Default(line, question);
        Constraint(line, question);
    }

    private string TypeOf(Question question) => question switch
    {
        TextQuestion text => text.Input switch
        {
            TextInput.Number => "decimal",
            TextInput.Date => "date",
            TextInput.DateTime => "dateTime",
            TextInput.Time => "time",
            TextInput.Telephone => "phone number",
            TextInput.Text => "text",
            _ => Asked(question, "text"),
        },
        ChoiceQuestion choice => Chosen(choice.IsRanking ? "rank" : choice.IsSeveral ? "select_multiple" : "select_one", choice.Name,
            choice.HasNone ? [.. choice.Choices, new(Value.Of(ChoiceQuestion.None), choice.NoneText, null)] : choice.Choices, choice.Path) + (choice.HasOther ? " or_other" : ""),
        RatingQuestion rating => Asked(question, Chosen("select_one", rating.Name, rating.Choices, rating.Path)),
        BooleanQuestion truth => Asked(question, Chosen("select_one", truth.Name, [new(truth.WhenTrue, truth.TrueText, null), new(truth.WhenFalse, truth.FalseText, null)], truth.Path)),
        CalculatedQuestion => "calculate",
        PlaceQuestion => "geopoint",
        FileQuestion { Type: "photo" } => "image",
        FileQuestion { Accepts: "audio/*" } => "audio",
        FileQuestion { Accepts: "video/*" } => "video",
        _ => "file",
    };

    private string Asked(Question question, string type)
    {
        Named(question.Path, "type", $"'{question.Type}' of this kind is asked as {type.Split(' ')[0]}");
        return type;
    }

    /// <summary>Writes the choices as a list of their own, and gives the type that names it.</summary>
    private string Chosen(string type, string list, IEnumerable<Choice> choices, string path)
    {
        list = list.Replace(' ', '_');
        foreach (var choice in choices)
        {
            var value = Loosely.AsText(choice.Value);
            var line = new FormLine("", value) { ["list_name"] = list };
            line.Remove("type");
            line.Say("label", choice.Text ?? new(value));
            _choices.Add(line);
            if (type != "select_one" && value.Any(char.IsWhiteSpace))
            {
                Named(path, "choices", $"'{value}' has a blank, which XLSForm puts between choices");
            }
        }

        return $"{type} {list}";
    }

    /// <summary>Rows of a matrix, texts of several: questions of their own in a group.</summary>
    private void Parts(Question question, IEnumerable<(string Name, LocalText? Text, string Type, bool IsRequired)> parts)
    {
        Named(question.Path, "type", $"'{question.Type}' becomes a group of questions");
        var group = Begun("begin_group", question.Name, question.Path);
        Common(group, question);
        group.Remove("required");
        Own(question);
        foreach (var (name, text, type, isRequired) in parts)
        {
            var line = Begun(type, $"{question.Name}_{name}", question.Path);
            line.Say("label", text ?? new(name));
            if (isRequired)
            {
                line["required"] = "yes";
            }
        }

        _lines.Add(new FormLine("end_group", question.Name));
    }

    private void Repeat(RepeatedQuestion repeated)
    {
        var line = Begun("begin_repeat", repeated.Name, repeated.Path);
        Common(line, repeated);
        Own(repeated);
        var isFixed = repeated.Count == repeated.Least && repeated.Least == repeated.Most;
        if (isFixed)
        {
            line["repeat_count"] = NumberText.Write(repeated.Count);
        }

        Unless(isFixed || (repeated.Count == 0 && repeated.Least == 0 && repeated.Most >= _findings.Limits.Repeats), $"{repeated.Path}.panelCount", "how often it repeats is fixed or free");
        Unless(repeated.GroupTitle is null, $"{repeated.Path}.templateTitle", "groups have no titles of their own");
        Unless(repeated.Keys.IsEmpty, $"{repeated.Path}.keyName", "nothing keeps groups apart");
        Several(repeated.Template);
        _lines.Add(new FormLine("end_repeat", repeated.Name));
    }

    /// <summary>What only SurveyJS and we know.</summary>
    private void Own(Question question)
    {
        var choices = question switch { ChoiceQuestion choice => choice.Choices, RatingQuestion rating => rating.Choices, MatrixQuestion matrix => matrix.Columns, _ => [] };
        Unless(choices.All(c => c.Score is null), $"{question.Path}.scored", "there are no scores");
        Unless(question.CustomerAttribute.Length == 0, $"{question.Path}.customerAttribute", "there is no customer");
        Unless(!question.HasComment, $"{question.Path}.showCommentArea", "there is no remark beside an answer");
        Unless(question.CorrectAnswer.IsEmpty, $"{question.Path}.correctAnswer", "there is no right answer");
        Unless(question is not ChoiceQuestion { HasNone: true, IsSeveral: true }, $"{question.Path}.showNoneItem", "it is a choice as the others");
        Unless(question is not ChoiceQuestion { HasOther: true, OtherText: not null }, $"{question.Path}.otherText", "something else has its own words");
        Unless(question is not RatingQuestion { LeastText: not null } and not RatingQuestion { MostText: not null }, $"{question.Path}.minRateDescription", "there are no words at the ends");
        Unless(question is not FileQuestion { IsSeveral: true } and not FileQuestion { MostFiles: not null }, $"{question.Path}.allowMultiple", "it takes one file");
        Unless(question is not MatrixQuestion { EachRowUnique: true }, $"{question.Path}.eachRowUnique", "rows do not know of each other");
    }

    private void Default(FormLine line, Question question)
    {
        var given = question.DefaultValue;
        var text = given.Kind == ValueKind.List ? string.Join(' ', given.List.Select(Loosely.AsText)) : given.Kind == ValueKind.Map ? null : Loosely.AsText(given);
        if (given.IsEmpty)
        {
            return;
        }

        if (text is null || text.EndsWith(')') || text.Contains("${", StringComparison.Ordinal))
        {
            Named(question.Path, "defaultValue", "it would be taken for a calculation");
        }
        else
        {
            line["default"] = text;
        }
    }

    /// <summary>All that an answer must satisfy as one constraint, which is asked of an answer and not of none.</summary>
    private void Constraint(FormLine line, Question question)
    {
        var wanted = Bounds(question).Concat(question.Validators.SelectMany(v => Wanted(question, v))).OfType<string>().ToList();
        if (wanted.Count > 1 && wanted.Find(w => w.StartsWith("regex(", StringComparison.Ordinal)) is { } pattern)
        {
            wanted.Remove(pattern);
            Named(question.Path, "validators", "a pattern stands alone in XLSForm, and is left out beside others");
        }

        if (wanted.Count > 0)
        {
            line["constraint"] = string.Join(" and ", wanted);
            line.Say("constraint_message", question.Validators.Select(v => v.Text).FirstOrDefault(t => t is not null), Piped);
        }
    }

    private IEnumerable<string?> Bounds(Question question)
    {
        if (question is TextQuestion text)
        {
            yield return text.Least is { } least && Turned(least.Root, $"{question.Path}.min") is { } from ? $". >= {from}" : null;
            yield return text.Most is { } most && Turned(most.Root, $"{question.Path}.max") is { } to ? $". <= {to}" : null;
            yield return text.MaxLength is { } length ? $"string-length(.) <= {NumberText.Write(length)}" : null;
        }

        if (question is ChoiceQuestion choice)
        {
            yield return choice.LeastChosen is { } least ? $"count-selected(.) >= {NumberText.Write(least)}" : null;
            yield return choice.MostChosen is { } most ? $"count-selected(.) <= {NumberText.Write(most)}" : null;
        }
    }

    private IEnumerable<string?> Wanted(Question question, Validator validator)
    {
        var path = $"{question.Path}.validators";
        switch (validator)
        {
            case NumericValidator numeric:
                yield return numeric.Least is { } least ? $". >= {NumberText.Write(least)}" : null;
                yield return numeric.Most is { } most ? $". <= {NumberText.Write(most)}" : null;
                break;
            case TextValidator text:
                yield return text.Least > 0 ? $"string-length(.) >= {NumberText.Write(text.Least)}" : null;
                yield return text.Most > 0 ? $"string-length(.) <= {NumberText.Write(text.Most)}" : null;
                Unless(text.AllowDigits, path, "digits are not looked for");
                break;
            case CountValidator count:
                yield return count.Least is { } from ? $"count-selected(.) >= {NumberText.Write(from)}" : null;
                yield return count.Most is { } to ? $"count-selected(.) <= {NumberText.Write(to)}" : null;
                break;
            case RegexValidator pattern when !pattern.Pattern.ToString().Contains('\'', StringComparison.Ordinal):
                yield return $"regex(., '{pattern.Pattern}')";
                break;
            case ExpressionValidator { Condition.Root: var root }:
                yield return Turned(Answered(root, question, path), path, question.Name);
                break;
            default:
                Unless(false, path, "there is no such check");
                break;
        }
    }

    /// <summary>"nothing, or …" is how a constraint is written with us.</summary>
    private Node Answered(Node root, Question question, string path)
    {
        if (root is Binary { Operator: Operator.Or, Left: IsEmpty { Wanted: true, Of: Name name }, Right: var wanted } && Bare(name.Text) == question.Name)
        {
            return wanted;
        }

        Named(question.Path, path[(path.LastIndexOf('.') + 1)..], "a condition is asked only where there is an answer");
        return root;
    }
}
