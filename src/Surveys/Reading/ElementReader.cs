using System.Collections.Immutable;
using System.Text.Json;

namespace Granary.Surveys.Reading;

/// <summary>Reads pages, panels and what is common to all questions.</summary>
internal sealed class ElementReader(Findings findings)
{
    private readonly QuestionReader _questions = new();
    private int _count;
    private int _depth;

    public Page Page(Properties page)
    {
        var read = (Page)Common(page, new Page { Name = page.Text("name"), Path = page.Path, Content = Several(page.Objects("elements", "questions")) });
        page.Finish();
        return read;
    }

    public ImmutableArray<Element> Several(IEnumerable<Properties> elements)
    {
        if (_depth == findings.Limits.ElementDepth)
        {
            findings.Add(FindingLevel.Error, elements.FirstOrDefault()?.Path ?? "", "too-deep", $"More than {findings.Limits.ElementDepth} panels inside each other");
            return [];
        }

        _depth++;
        var read = elements.Select(Element).ToImmutableArray();
        _depth--;
        return read;
    }

    private Element Element(Properties element)
    {
        if (++_count == findings.Limits.Elements + 1)
        {
            findings.Add(FindingLevel.Error, element.Path, "too-many", $"More than {findings.Limits.Elements} pages, panels and questions");
        }

        var read = _count > findings.Limits.Elements
            ? new Html { Name = "", Path = element.Path, Content = new("") } // the error is said, the rest is not looked at
            : Of(element);
        element.Finish();
        return read;
    }

    private Element Of(Properties element)
    {
        var (type, name) = (element.Text("type", "text"), element.Text("name"));
        switch (type)
        {
            case "panel":
                return Common(element, new Panel { Name = name, Path = element.Path, Content = Several(element.Objects("elements", "questions")) });
            case "html":
                return Common(element, new Html { Name = name, Path = element.Path, Content = element.Local("html") ?? new("") });
            case "image":
                findings.Add(FindingLevel.Outside, element.Path, "outside-type", "Pictures are not shown; their text is");
                element.Any("imageLink", "contentMode", "imageFit", "altText");
                return Common(element, new Html { Name = name, Path = element.Path, Content = element.Local("text") ?? new("") });
        }

        if (name.Length == 0)
        {
            findings.Add(FindingLevel.Error, element.Path, "missing-name", "A question needs a name: its answer is kept under it");
        }
        else if (name.AsSpan().IndexOfAny("{}[]") >= 0 || name != name.Trim())
        {
            findings.Add(FindingLevel.Error, element.At("name"), "bad-value", "A name has no braces, no brackets and no blanks at its ends: conditions could not speak of it");
        }

        return Question(element, _questions.Of(type, name, element, this));
    }

    /// <summary>A question with what all of them may have.</summary>
    public Question Question(Properties element, Question question)
    {
        element.Outside("valueName", "An answer is kept under the question's own name");
        element.Outside("defaultValueExpression", "A value worked out before anybody answers; use calculatedValues");
        element.Outside("setValueIf", "A value that is set at a moment; use calculatedValues");
        element.Outside("setValueExpression", "A value that is set at a moment; use calculatedValues");
        element.Outside("resetValueIf", "A value that is reset at a moment");
        element.Outside("clearIfInvisible", "What is hidden is cleared as the questionnaire says, for all questions alike");
        element.Outside("useDisplayValuesInTitle", "Texts have an answer as it is read");
        return (Question)Common(element, question) with
        {
            Validators = Validators(element),
            DefaultValue = element.Value("defaultValue"),
            CorrectAnswer = element.Value("correctAnswer"),
            HasComment = element.Flag(false, "showCommentArea", "hasComment"),
            IsScored = element.Flag(false, "scored"),
            CustomerAttribute = element.Text("customerAttribute"),
        };
    }

    private static Element Common(Properties element, Element read) => read with
    {
        Bank = Bank(element),
        Title = element.Local("title"),
        Description = element.Local("description"),
        IsVisible = element.Flag(true, "visible"),
        IsReadOnly = element.Flag(false, "readOnly"),
        IsRequired = element.Flag(false, "isRequired"),
        RequiredText = element.Local("requiredErrorText"),
        VisibleIf = element.Expression("visibleIf"),
        EnableIf = element.Expression("enableIf"),
        RequiredIf = element.Expression("requiredIf"),
    };

    /// <summary>"12@3", and nothing else.</summary>
    private static string Bank(Properties element)
    {
        var said = element.Text("bank");
        var isReference = said.Split('@') is [var id, var version] && id.Length is > 0 and < 19 && version.Length is > 0 and < 19 && (id + version).All(char.IsAsciiDigit);
        if (said.Length > 0 && !isReference)
        {
            element.Findings.Add(FindingLevel.Outside, element.At("bank"), "outside-value", "A question of the bank is named by its number and version: 12@3");
        }

        return isReference ? said : "";
    }

    private ImmutableArray<Validator> Validators(Properties element)
    {
        var read = ImmutableArray.CreateBuilder<Validator>();
        foreach (var validator in element.Objects("validators"))
        {
            var text = validator.Local("text");
            validator.Outside("notificationType", "What does not satisfy is an error");
            if (ValidatorReader.Of(validator) is { } one)
            {
                read.Add(one with { Text = text });
            }

            validator.Finish();
        }

        return read.ToImmutable();
    }

    /// <summary>Choices, rows, columns: a value alone, "value|text", or an object.</summary>
    public ImmutableArray<Choice> Choices(Properties question, string name)
    {
        var items = question.Items(name);
        if (items.Length > findings.Limits.Items)
        {
            findings.Add(FindingLevel.Error, question.At(name), "too-many", $"More than {findings.Limits.Items} of them");
            return [];
        }

        var read = items.Select(item => Choice(item.Item, item.Path)).OfType<Choice>().ToImmutableArray();
        foreach (var (_, at) in read.Select((c, i) => (c, i)).Where(c => read.Take(c.i).Any(before => Expressions.Loosely.Equal(before.Value, c.c.Value))))
        {
            findings.Add(FindingLevel.Error, $"{question.At(name)}[{at}]", "same-value", "Two of them have the same value, and an answer would not say which");
        }

        return read;
    }

    private Choice? Choice(JsonElement item, string path)
    {
        switch (item.ValueKind)
        {
            case JsonValueKind.String when item.GetString()!.Split('|', 2) is [var value, var text]:
                return new(Value.Of(value), new(text), null);
            case JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return new(ValueJson.Read(item), null, null);
            case JsonValueKind.Object:
                break;
            default:
                return findings.Wrong<Choice?>(path, "a value, or an object with a value", null);
        }

        var choice = new Properties(item, path, findings);
        choice.Outside("visibleIf", "A choice is always shown");
        choice.Outside("enableIf", "A choice can always be chosen");
        choice.Any("icon", "imageLink", "customProperty");
        var read = new Choice(choice.Value("value"), choice.Local("text"), choice.Number("score"));
        choice.Finish();
        return read.Value.Kind is ValueKind.Text or ValueKind.Number or ValueKind.Boolean && !read.Value.IsEmpty
            ? read
            : findings.Wrong<Choice?>(choice.At("value"), "a text, a number or a truth", null);
    }
}
