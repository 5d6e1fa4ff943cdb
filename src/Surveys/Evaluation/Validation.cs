using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Granary.Surveys.Expressions;

namespace Granary.Surveys.Evaluation;

/// <summary>What is wrong with an answer: first what survey-core finds too, then what a browser would not let through and a server must look at itself.</summary>
internal sealed class Validation(Evaluator evaluator)
{
    public ImmutableArray<AnswerError> Of(ElementState state, Place place)
    {
        if (state.Element is Panel)
        {
            return state.IsRequired && !Answered(state) ? [Required("one-required", state, place)] : [];
        }

        return state.Element is Question question ? [.. Errors(question, state, place)] : [];
    }

    private static bool Answered(ElementState panel) => panel.Elements.SelectMany(e => e.All).Any(e => e.IsVisible && e.Element is Question && !e.Value.IsBlank);

    private IEnumerable<AnswerError> Errors(Question question, ElementState state, Place place)
    {
        var value = state.Value;
        if (Shapes.Wrong(question, value, evaluator.Limits) is { } shape)
        {
            return [shape];
        }

        // A group in which something was begun is a group, also where what was begun came to nothing.
        var isBlank = value.IsBlank || (question is RepeatedQuestion { IsTable: var isTable } && value.List.All(g => isTable ? g.IsEmpty : g.Map.Count == 0));
        var errors = new List<AnswerError>();
        if (question is RepeatedQuestion repeated)
        {
            errors.AddRange(Groups.Wrong(repeated, state));
        }

        if (state.IsRequired && isBlank && errors.Count == 0)
        {
            errors.Add(Required("required", state, place));
        }

        if (question is MatrixQuestion matrix)
        {
            errors.AddRange(Rows(matrix, value));
        }

        if (isBlank && question is ChoiceQuestion { LeastChosen: { } least })
        {
            errors.Add(new("too-few", least.ToString(CultureInfo.InvariantCulture))); // also where it need not be answered, as in survey-core
        }

        if (errors.Count == 0 && !isBlank)
        {
            errors.AddRange(Own(question, state, place));
        }

        // A bound, or "other" without saying what, is said alone; the author's own checks come after.
        return errors.Count > 0 ? errors : [.. question.Validators.Select(v => Checked(v, value, isBlank, place)).OfType<AnswerError>()];
    }

    private IEnumerable<AnswerError> Own(Question question, ElementState state, Place place) => question switch
    {
        TextQuestion text => Bounds(text, state.Value, place).Concat(Forms.Wrong(text, state.Value)),
        ChoiceQuestion choice => Choices.Wrong(choice, state.Value, place.Answers[choice.CommentName]),
        RatingQuestion rating => Choices.Known(rating.Choices, state.Value) ? [] : [new("unknown-choice")],
        BooleanQuestion truth => Loosely.Equal(state.Value, truth.WhenTrue) || Loosely.Equal(state.Value, truth.WhenFalse) ? [] : [new("unknown-choice")],
        _ => [],
    };

    private static IEnumerable<AnswerError> Rows(MatrixQuestion matrix, Value value)
    {
        var rows = value.Kind == ValueKind.Map ? value.Map : ValueMap.Nothing;
        if (matrix.EachRowRequired && matrix.Rows.Any(r => rows[Loosely.AsText(r.Value)].IsEmpty))
        {
            yield return new("row-required");
        }

        if (matrix.EachRowUnique && rows.Select((row, i) => (row.Value, i)).Any(one => rows.Take(one.i).Any(before => Loosely.Equal(before.Value, one.Value))))
        {
            yield return new("row-unique");
        }

        if (rows.Any(r => !matrix.Rows.Any(known => Loosely.AsText(known.Value) == r.Key) || !(r.Value.IsEmpty || Choices.Known(matrix.Columns, r.Value))))
        {
            yield return new("unknown-choice");
        }
    }

    private IEnumerable<AnswerError> Bounds(TextQuestion question, Value value, Place place)
    {
        if (question.Input is TextInput.Text or TextInput.Email or TextInput.Telephone or TextInput.Address)
        {
            yield break;
        }

        foreach (var (bound, code) in new[] { (question.Least, "too-low"), (question.Most, "too-high") })
        {
            var limit = bound?.Work(evaluator.Run, place.Scope) ?? Value.Empty;
            if (!limit.IsEmpty && (code == "too-low" ? Loosely.Less(value, limit) : Loosely.Less(limit, value)))
            {
                yield return new(code, Loosely.AsText(limit));
                yield break;
            }
        }
    }

    /// <summary>Of nothing, only a condition can be asked.</summary>
    private AnswerError? Checked(Validator validator, Value value, bool isBlank, Place place)
    {
        var error = validator switch
        {
            ExpressionValidator expression => expression.Condition.Holds(evaluator.Run, place.Scope) ? null : new AnswerError("condition"),
            _ when isBlank => null,
            NumericValidator numeric => Numeric(numeric, value),
            TextValidator text => Text(text, value),
            EmailValidator => Forms.IsEmail(Loosely.AsText(value)) ? null : new("email"),
            CountValidator count => Count(count, value),
            RegexValidator pattern => Matches(pattern.Pattern, Loosely.AsText(value)),
            _ => throw new InvalidOperationException(validator.GetType().Name),
        };
        return error is null ? null : error with { Text = Said(validator.Text, place) };
    }

    private static AnswerError? Numeric(NumericValidator validator, Value value)
    {
        // A comma for a decimal point is what many keyboards have.
        if (value.Kind == ValueKind.Boolean || Loosely.AsNumber(value.Kind == ValueKind.Text ? Value.Of(value.Text.Replace(',', '.')) : value) is not { } number || double.IsNaN(number))
        {
            return new("numeric");
        }

        return number < validator.Least ? new("too-low", NumberText.Write(validator.Least.Value))
            : number > validator.Most ? new("too-high", NumberText.Write(validator.Most.Value))
            : null;
    }

    private static AnswerError? Text(TextValidator validator, Value value)
    {
        if (value.Kind != ValueKind.Text)
        {
            return null;
        }

        return validator.Least > 0 && value.Text.Length < validator.Least ? new("too-short", validator.Least.ToString(CultureInfo.InvariantCulture))
            : validator.Most > 0 && value.Text.Length > validator.Most ? new("too-long", validator.Most.ToString(CultureInfo.InvariantCulture))
            : !validator.AllowDigits && value.Text.Any(char.IsAsciiDigit) ? new("digits")
            : null;
    }

    private static AnswerError? Count(CountValidator validator, Value value)
    {
        if (value.Kind != ValueKind.List)
        {
            return null;
        }

        return value.List.Length < validator.Least ? new("too-few", validator.Least.Value.ToString(CultureInfo.InvariantCulture))
            : value.List.Length > validator.Most ? new("too-many", validator.Most.Value.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    private static AnswerError? Matches(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text) ? null : new("pattern");
        }
        catch (RegexMatchTimeoutException)
        {
            return new("pattern-too-slow");
        }
    }

    private AnswerError Required(string code, ElementState state, Place place) => new(code, Text: Said(state.Element.RequiredText, place));

    private string? Said(LocalText? text, Place place) => text is null ? null : evaluator.Piping.Text(text, place.Scope);
}
