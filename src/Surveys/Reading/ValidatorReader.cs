using System.Text.RegularExpressions;

namespace Granary.Surveys.Reading;

internal static class ValidatorReader
{
    /// <returns>Null where it is none that is known, which is named.</returns>
    public static Validator? Of(Properties validator)
    {
        var type = validator.Text("type");
        switch (type.EndsWith("validator", StringComparison.Ordinal) ? type[..^9] : type)
        {
            case "numeric":
                return new NumericValidator(validator.Number("minValue"), validator.Number("maxValue"));
            case "text":
                return new TextValidator(validator.Count("minLength") ?? 0, validator.Count("maxLength") ?? 0, validator.Flag(true, "allowDigits"));
            case "email":
                return new EmailValidator();
            case "answercount":
                return new CountValidator(validator.Count("minCount"), validator.Count("maxCount"));
            case "expression":
                return validator.Expression("expression") is { } condition ? new ExpressionValidator(condition) : null;
            case "regex":
                return Pattern(validator.Text("regex"), validator.Flag(false, "caseInsensitive"), validator) is { } pattern ? new RegexValidator(pattern) : null;
            default:
                validator.Findings.Add(FindingLevel.Outside, validator.Path, "outside-type", $"There is no validator '{type}' here; answers are not checked by it");
                return null;
        }
    }

    /// <summary>ECMAScript's pattern. What its older form lacks (look-behind, \p) .NET's own form has.</summary>
    private static Regex? Pattern(string pattern, bool ignoreCase, Properties validator)
    {
        var limits = validator.Findings.Limits;
        if (pattern.Length is 0 || pattern.Length > limits.PatternCharacters)
        {
            return validator.Findings.Wrong<Regex?>(validator.At("regex"), $"a pattern of 1 to {limits.PatternCharacters} characters", null);
        }

        var options = ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None;
        foreach (var form in new[] { options | RegexOptions.ECMAScript, options | RegexOptions.CultureInvariant })
        {
            try
            {
                return new(pattern, form, limits.PatternTime);
            }
            catch (ArgumentException e)
            {
                if (!form.HasFlag(RegexOptions.ECMAScript))
                {
                    validator.Findings.Add(FindingLevel.Error, validator.At("regex"), "bad-pattern", e.Message);
                }
            }
        }

        return null;
    }
}
