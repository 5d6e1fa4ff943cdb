using System.Collections.Immutable;

namespace Granary.Surveys;

/// <summary>What is asked.</summary>
public abstract record Question : Element
{
    /// <summary>SurveyJS's name of the type: text, radiogroup, paneldynamic …</summary>
    public required string Type { get; init; }

    public ImmutableArray<Validator> Validators { get; init; } = [];

    /// <summary>What is answered before anybody answered.</summary>
    public Value DefaultValue { get; init; }

    /// <summary>What is right, in a quiz.</summary>
    public Value CorrectAnswer { get; init; }

    /// <summary>A remark beside the answer, kept under the name with "-Comment" behind it.</summary>
    public bool HasComment { get; init; }

    /// <summary>Every choice must say what it counts (our own property "scored").</summary>
    public bool IsScored { get; init; }

    /// <summary>The customer's attribute that an answer speaks of, such as mobile (our own property "customerAttribute"); "" for none.</summary>
    public string CustomerAttribute { get; init; } = "";

    /// <summary>Questions that are answered as parts of this one: of each group of a repeated one, of each row of a table.</summary>
    public virtual ImmutableArray<Element> Parts => [];

    public string CommentName => Name + "-Comment";
}

/// <summary>What a text field takes.</summary>
public enum TextInput
{
    Text,
    Number,
    Date,
    DateTime,
    Time,
    Month,
    Email,
    Telephone,
    Address,
}

/// <summary>One line or, as comment, several.</summary>
public sealed record TextQuestion : Question
{
    public TextInput Input { get; init; }

    public LocalText? Placeholder { get; init; }

    /// <summary>Of numbers, days and times; what may be an expression in SurveyJS is an expression here always.</summary>
    public Expression? Least { get; init; }

    public Expression? Most { get; init; }

    /// <summary>Characters (UTF-16); null for no other bound than that of all texts.</summary>
    public int? MaxLength { get; init; }
}

/// <summary>radiogroup and dropdown (one), checkbox and tagbox (several), ranking (all, in order).</summary>
public sealed record ChoiceQuestion : Question
{
    public const string Other = "other";

    public const string None = "none";

    public required ImmutableArray<Choice> Choices { get; init; }

    /// <summary>Something else, told in the comment.</summary>
    public bool HasOther { get; init; }

    public LocalText? OtherText { get; init; }

    /// <summary>None of these, which excludes the others.</summary>
    public bool HasNone { get; init; }

    public LocalText? NoneText { get; init; }

    public int? LeastChosen { get; init; }

    public int? MostChosen { get; init; }

    public bool IsSeveral => Type is "checkbox" or "tagbox" or "ranking";

    public bool IsRanking => Type == "ranking";
}

/// <summary>A number of points; 0 to 10 is the net promoter score.</summary>
public sealed record RatingQuestion : Question
{
    public required ImmutableArray<Choice> Choices { get; init; }

    /// <summary>Beside the lowest and the highest.</summary>
    public LocalText? LeastText { get; init; }

    public LocalText? MostText { get; init; }
}

public sealed record BooleanQuestion : Question
{
    public Value WhenTrue { get; init; } = Value.True;

    public Value WhenFalse { get; init; } = Value.False;

    public LocalText? TrueText { get; init; }

    public LocalText? FalseText { get; init; }
}

/// <summary>One choice of the columns in each row; the answer is a map of rows.</summary>
public sealed record MatrixQuestion : Question
{
    public required ImmutableArray<Choice> Rows { get; init; }

    public required ImmutableArray<Choice> Columns { get; init; }

    public bool EachRowRequired { get; init; }

    public bool EachRowUnique { get; init; }
}

/// <summary>Several short texts; the answer is a map of them.</summary>
public sealed record MultipleTextQuestion : Question
{
    public required ImmutableArray<Element> Items { get; init; }

    public override ImmutableArray<Element> Parts => Items;
}

/// <summary>A group that is answered once for each (paneldynamic), or a row of a table (matrixdynamic); the answer is a list of maps.</summary>
public sealed record RepeatedQuestion : Question
{
    public required ImmutableArray<Element> Template { get; init; }

    /// <summary>Above each group: {panelIndex} and {panel.name} work in it.</summary>
    public LocalText? GroupTitle { get; init; }

    /// <summary>How many there are before anybody answered.</summary>
    public int Count { get; init; }

    public int Least { get; init; }

    public int Most { get; init; }

    /// <summary>Questions of which no two groups may have the same answer.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    public bool IsTable => Type == "matrixdynamic";

    /// <summary>With what each group begins: the default values of its questions. Groups within groups begin empty.</summary>
    public ValueMap Beginning => SurveyEvaluation.Beginning(Template.SelectMany(Survey.Top).OfType<Question>(), q => q.DefaultValue);

    public override ImmutableArray<Element> Parts => Template;
}

/// <summary>Not asked: worked out, shown, kept with the answers.</summary>
public sealed record CalculatedQuestion : Question
{
    public required Expression? Expression { get; init; }
}

/// <summary>
/// Files: a list of {name, type, content}, in which content may be the address of what was sent before. "photo" is SurveyJS's file for one
/// picture, and a type of its own here.
/// </summary>
public sealed record FileQuestion : Question
{
    public bool IsSeveral { get; init; }

    /// <summary>As HTML's accept has it: "image/*"; "" for any.</summary>
    public string Accepts { get; init; } = "";

    /// <summary>Of all files of the answer; null for no other bound than that of files.</summary>
    public int? MostFiles { get; init; }
}

/// <summary>Where somebody is: {lat, lon} in degrees of WGS 84, with accuracy in metres where it is known. A type of our own.</summary>
public sealed record PlaceQuestion : Question;
