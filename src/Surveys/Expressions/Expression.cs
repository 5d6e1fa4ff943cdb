using Granary.Surveys.Expressions;

namespace Granary.Surveys;

/// <summary>A condition or a calculation in SurveyJS's language, read and ready to be worked out.</summary>
public sealed class Expression
{
    private Expression(string text, Node root) => (Text, Root) = (text, root);

    public string Text { get; }

    /// <summary>What stands between braces, each once, as it is written.</summary>
    public IReadOnlyList<string> Names => [.. Root.All.OfType<Name>().Select(n => n.Text).Distinct(StringComparer.Ordinal)];

    internal Node Root { get; }

    /// <param name="problem">What is wrong and after how many characters; "" where the text is an expression.</param>
    /// <returns>Null where it is none.</returns>
    public static Expression? Read(string text, SurveyLimits limits, out string problem)
    {
        if (text.Length > limits.ExpressionCharacters)
        {
            problem = $"longer than {limits.ExpressionCharacters} characters";
            return null;
        }

        try
        {
            problem = "";
            return new(text, new Parser(text, limits).Read());
        }
        catch (ParserException e)
        {
            problem = e.Message;
            return null;
        }
    }

    /// <summary>Whether it holds over names and their values, after the answers were given.</summary>
    /// <param name="now">The bank's local time.</param>
    public bool Holds(ValueMap names, DateTime now, SurveyLimits? limits = null) => Holds(new Run(now, limits ?? new()), new MapScope(names));

    internal Value Work(Run run, IScope scope) => run.Work(Root, scope);

    internal bool Holds(Run run, IScope scope) => Loosely.IsTrue(run.Work(Root, scope));

    public override string ToString() => Text;
}
