using System.Text.RegularExpressions;

namespace Granary.Surveys;

/// <summary>What an answer must satisfy besides being one.</summary>
public abstract record Validator
{
    /// <summary>Said in place of our own words.</summary>
    public LocalText? Text { get; init; }
}

public sealed record NumericValidator(double? Least, double? Most) : Validator;

/// <summary>Lengths in characters (UTF-16); 0 for no bound.</summary>
public sealed record TextValidator(int Least, int Most, bool AllowDigits) : Validator;

/// <summary>A pattern that must be found in the text, with a bound on its time.</summary>
public sealed record RegexValidator(Regex Pattern) : Validator;

public sealed record EmailValidator : Validator;

/// <summary>How many are chosen.</summary>
public sealed record CountValidator(int? Least, int? Most) : Validator;

public sealed record ExpressionValidator(Expression Condition) : Validator;
