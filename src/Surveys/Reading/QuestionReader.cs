using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Granary.Surveys.Reading;

/// <summary>Reads what is particular to each type of question.</summary>
internal sealed class QuestionReader
{
    public Question Of(string type, string name, Properties q, ElementReader elements) => type switch
    {
        "text" or "comment" => Text(type, name, q),
        "radiogroup" or "dropdown" or "checkbox" or "tagbox" or "ranking" => Choice(type, name, q, elements.Choices(q, "choices")),
        "rating" => Rating(name, q, elements),
        "boolean" => new BooleanQuestion
        {
            Type = type, Name = name, Path = q.Path,
            WhenTrue = q.Value("valueTrue") is { IsEmpty: false } yes ? yes : Value.True,
            WhenFalse = q.Value("valueFalse") is { IsEmpty: false } no ? no : Value.False,
            TrueText = q.Local("labelTrue"), FalseText = q.Local("labelFalse"),
        },
        "matrix" => Matrix(name, q, elements),
        "multipletext" => new MultipleTextQuestion { Type = type, Name = name, Path = q.Path, Items = [.. q.Objects("items").Select(item => Item(item, elements))] },
        "paneldynamic" => Repeated(name, q, elements),
        "matrixdynamic" => Table(name, q, elements),
        "expression" => Calculated(name, q),
        "file" or "photo" => new FileQuestion { Type = type, Name = name, Path = q.Path, IsSeveral = q.Flag(false, "allowMultiple"), MostFiles = q.Count("maxFiles"), Accepts = q.Text("acceptedTypes", type == "photo" ? "image/*" : "") },
        "place" => new PlaceQuestion { Type = type, Name = name, Path = q.Path },
        _ => Unknown(type, name, q),
    };

    private static TextQuestion Text(string type, string name, Properties q)
    {
        q.Outside("minValueExpression", "Use a validator of type expression");
        q.Outside("maxValueExpression", "Use a validator of type expression");
        q.Outside("maskType", "What is typed is not shaped while one types");
        q.Outside("minErrorText", "Errors have our own words");
        q.Any("maskSettings", "step", "inputFormat");
        return new() { Type = type, Name = name, Path = q.Path, Input = type == "text" ? Input(q) : TextInput.Text, Least = Bound(q, "min"), Most = Bound(q, "max"), MaxLength = Length(q), Placeholder = q.Local("placeholder") ?? q.Local("placeHolder") };
    }

    /// <summary>-1 is SurveyJS's word for "as the questionnaire has it", which is no bound.</summary>
    private static int? Length(Properties q) => q.Number("maxLength") is { } length and not (-1 or 0) ? (int)Math.Clamp(length, 1, int.MaxValue) : null;

    private static TextInput Input(Properties q)
    {
        var input = q.Text("inputType", "text");
        TextInput? known = input switch
        {
            "text" => TextInput.Text,
            "number" or "range" => TextInput.Number,
            "date" => TextInput.Date,
            "datetime-local" => TextInput.DateTime,
            "time" => TextInput.Time,
            "month" => TextInput.Month,
            "email" => TextInput.Email,
            "tel" => TextInput.Telephone,
            "url" => TextInput.Address,
            _ => null,
        };
        if (known is null)
        {
            q.Findings.Add(FindingLevel.Outside, q.At("inputType"), "outside-value", $"'{input}' is taken as text");
        }

        return known ?? TextInput.Text;
    }

    /// <summary>A number, a day, or "=" and an expression.</summary>
    private static Expression? Bound(Properties q, string name) => q.Any(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number => q.Expression(number.GetDouble().ToString("F99", CultureInfo.InvariantCulture).TrimEnd('0').TrimEnd('.'), q.At(name)),
        { ValueKind: JsonValueKind.String } text when text.GetString()!.StartsWith('=') => q.Expression(text.GetString()![1..], q.At(name)),
        { ValueKind: JsonValueKind.String } text => q.Expression($"'{text.GetString()!.Replace("'", "\\'", StringComparison.Ordinal)}'", q.At(name)),
        _ => q.Findings.Wrong<Expression?>(q.At(name), "a number or a day", null),
    };

    private static ChoiceQuestion Choice(string type, string name, Properties q, ImmutableArray<Choice> choices)
    {
        q.Outside("choicesByUrl", "Choices are in the questionnaire");
        q.Outside("choicesFromQuestion", "Choices are in the questionnaire");
        q.Outside("choicesVisibleIf", "Choices are always shown");
        q.Outside("choicesEnableIf", "Choices can always be chosen");
        q.Outside("choicesMin", "Choices are listed one by one");
        q.Outside("choicesMax", "Choices are listed one by one");
        q.Outside("selectToRankEnabled", "All are ranked");
        q.Outside("showRefuseItem", "Add a choice of your own");
        q.Outside("showDontKnowItem", "Add a choice of your own");
        q.Any("choicesStep", "choiceTextsFromQuestion", "choiceValuesFromQuestion", "choicesFromQuestionMode", "refuseText", "dontKnowText");
        var hasNone = q.Flag(false, "showNoneItem", "hasNone");
        var hasOther = q.Flag(false, "showOtherItem", "hasOther");
        return new()
        {
            Type = type, Name = name, Path = q.Path, Choices = choices, HasOther = hasOther, HasNone = hasNone,
            OtherText = q.Local("otherText"), NoneText = q.Local("noneText"),
            LeastChosen = Bounded(q, "minSelectedChoices"), MostChosen = Bounded(q, "maxSelectedChoices"),
        };
    }

    /// <summary>0 is SurveyJS's word for no bound.</summary>
    private static int? Bounded(Properties q, string name) => q.Count(name) is { } count and > 0 ? count : null;

    private static RatingQuestion Rating(string name, Properties q, ElementReader elements)
    {
        var values = elements.Choices(q, "rateValues");
        var (least, most, step) = (q.Number("rateMin") ?? 1, q.Number("rateMax") ?? (q.Number("rateCount") is { } count ? (q.Number("rateMin") ?? 1) + count - 1 : 5), q.Number("rateStep") ?? 1);
        q.Any("autoGenerate", "rateCount");
        var scored = q.Flag(false, "scored");
        if (values.IsEmpty)
        {
            if (!(step > 0) || !(most > least) || (most - least) / step > q.Findings.Limits.Items)
            {
                q.Findings.Add(FindingLevel.Error, q.At("rateMax"), "bad-value", $"From {least} to {most} by {step} is no scale of 2 to {q.Findings.Limits.Items} points");
            }
            else
            {
                // Points count themselves where they are to be counted.
                values = [.. Enumerable.Range(0, (int)Math.Floor((most - least) / step) + 1).Select(i => least + (i * step)).Select(v => new Choice(Value.Of(v), null, scored ? v : null))];
            }
        }

        return new()
        {
            Type = "rating", Name = name, Path = q.Path, Choices = values,
            LeastText = q.Local("minRateDescription") ?? q.Local("minimumRateDescription") ?? q.Local("mininumRateDescription"), // the last is how it was once misspelt
            MostText = q.Local("maxRateDescription") ?? q.Local("maximumRateDescription"),
        };
    }

    private static MatrixQuestion Matrix(string name, Properties q, ElementReader elements)
    {
        q.Outside("rowsVisibleIf", "Rows are always shown");
        q.Outside("columnsVisibleIf", "Columns are always shown");
        q.Outside("cells", "Cells have no texts of their own");
        if (q.Text("cellType", "radio") is not "radio" and var cell)
        {
            q.Findings.Add(FindingLevel.Outside, q.At("cellType"), "outside-value", $"'{cell}' is read as one choice a row");
        }

        var (rows, columns) = (elements.Choices(q, "rows"), elements.Choices(q, "columns"));
        if (rows.IsEmpty || columns.IsEmpty)
        {
            q.Findings.Add(FindingLevel.Error, q.Path, "no-choices", "A matrix needs rows and columns");
        }

        return new() { Type = "matrix", Name = name, Path = q.Path, Rows = rows, Columns = columns, EachRowRequired = q.Flag(false, "eachRowRequired", "isAllRowRequired"), EachRowUnique = q.Flag(false, "eachRowUnique") };
    }

    private static Question Item(Properties item, ElementReader elements)
    {
        foreach (var unknown in new[] { "min", "max", "visibleIf", "enableIf", "requiredIf" })
        {
            item.Outside(unknown, "SurveyJS knows this for a question and not for one of several texts");
        }

        var read = (TextQuestion)elements.Question(item, Text("text", Named(item), item)) with { Least = null, Most = null, VisibleIf = null, EnableIf = null, RequiredIf = null };
        item.Finish();
        return read;
    }

    private static RepeatedQuestion Repeated(string name, Properties q, ElementReader elements)
    {
        q.Outside("templateVisibleIf", "Groups are always shown");
        q.Outside("panelCountExpression", "How many groups there are is what somebody answers");
        q.Outside("defaultPanelValue", "A group begins empty");
        q.Outside("defaultValueFromLastPanel", "A group begins empty");
        q.Outside("sourcePanelDynamic", "A group belongs to one question");
        return new()
        {
            Type = "paneldynamic", Name = name, Path = q.Path, Template = elements.Several(q.Objects("templateElements")), GroupTitle = q.Local("templateTitle"),
            Count = Repeats(q, "panelCount", 0), Least = Repeats(q, "minPanelCount", 0), Most = Repeats(q, "maxPanelCount", q.Findings.Limits.Repeats),
            Keys = q.Text("keyName") is { Length: > 0 } key ? [key] : [],
        };
    }

    private RepeatedQuestion Table(string name, Properties q, ElementReader elements)
    {
        q.Outside("rowCountExpression", "How many rows there are is what somebody answers");
        q.Outside("defaultRowValue", "A row begins empty");
        q.Outside("defaultValueFromLastRow", "A row begins empty");
        q.Outside("copyDefaultValueFromLastEntry", "A row begins empty");
        q.Outside("detailElements", "Rows have no panel beneath them");
        q.Outside("detailPanelMode", "Rows have no panel beneath them");
        q.Outside("allowRowsVisibleIf", "Rows are always shown");
        var (cell, choices) = (q.Text("cellType", "dropdown"), q.Items("choices").Length > 0 ? elements.Choices(q, "choices") : []);
        var keys = ImmutableArray.CreateBuilder<string>();
        var columns = ImmutableArray.CreateBuilder<Element>();
        foreach (var column in q.Objects("columns"))
        {
            columns.Add(Column(column, elements, cell, choices));
            if (column.Flag(false, "isUnique"))
            {
                keys.Add(columns[^1].Name);
            }

            column.Outside("totalType", "Totals are expressions: sumInArray");
            column.Outside("totalExpression", "Totals are expressions: sumInArray");
            column.Finish();
        }

        if (q.Text("keyName") is { Length: > 0 } key && !keys.Contains(key))
        {
            keys.Add(key);
        }

        return new()
        {
            Type = "matrixdynamic", Name = name, Path = q.Path, Template = columns.ToImmutable(), Keys = keys.ToImmutable(),
            Count = Repeats(q, "rowCount", 2), Least = Repeats(q, "minRowCount", 0), Most = Repeats(q, "maxRowCount", q.Findings.Limits.Repeats),
        };
    }

    private Question Column(Properties column, ElementReader elements, string cellOfAll, ImmutableArray<Choice> choicesOfAll)
    {
        var name = Named(column);
        var type = column.Text("cellType", "default");
        type = type == "default" ? cellOfAll : type;
        var read = Of(type is "radiogroup" or "dropdown" or "checkbox" or "tagbox" or "text" or "comment" or "boolean" or "rating" or "expression" ? type : "", name, column, elements);
        return elements.Question(column, read is ChoiceQuestion { Choices.IsEmpty: true } choice ? choice with { Choices = choicesOfAll } : read);
    }

    private static CalculatedQuestion Calculated(string name, Properties q)
    {
        q.Outside("displayStyle", "The number is shown as it is");
        q.Outside("format", "The value is shown as it is");
        q.Any("currency", "minimumFractionDigits", "maximumFractionDigits", "precision", "useGrouping");
        return new() { Type = "expression", Name = name, Path = q.Path, Expression = q.Expression("expression") };
    }

    /// <summary>Kept as something that can be answered in words.</summary>
    private static TextQuestion Unknown(string type, string name, Properties q)
    {
        q.Findings.Add(FindingLevel.Outside, q.Path, "outside-type", $"There is no question of type '{type}' here; it is asked as text");
        return new() { Type = "comment", Name = name, Path = q.Path };
    }

    private static string Named(Properties part)
    {
        var name = part.Text("name");
        if (name.Length == 0)
        {
            part.Findings.Add(FindingLevel.Error, part.Path, "missing-name", "Its answer is kept under its name");
        }

        return name;
    }

    private static int Repeats(Properties q, string name, int otherwise) => q.Count(name) switch
    {
        null => otherwise,
        { } count when count <= q.Findings.Limits.Repeats => count,
        { } count when name.StartsWith("max", StringComparison.Ordinal) && count > 0 => q.Findings.Limits.Repeats, // SurveyJS's own bound is 1000
        _ => q.Findings.Wrong(q.At(name), $"at most {q.Findings.Limits.Repeats}", otherwise),
    };
}
