using Granary.Surveys.Expressions;

namespace Granary.Surveys.Evaluation;

/// <summary>Names as they are known anywhere in a questionnaire: answers first, then what was calculated, then variables.</summary>
internal sealed class AnswerScope(Evaluator evaluator) : IScope
{
    public bool TryFind(string name, out Value value) =>
        Names.TryFind(evaluator.Answers, name, out value)
        || Names.TryFind(evaluator.Calculated, name, out value)
        || (evaluator.Context.Variables is { } variables && Names.TryFind(variables, name, out value));

    public bool IsReady(string container) => evaluator.IsReady(container);

    public string Display(string question) => evaluator.Piping.Display(question, this) ?? "";
}

/// <summary>Names inside a group of a repeated question: {panel.age}, {panelIndex}; in a table {row.age}, {rowIndex}.</summary>
internal sealed class GroupScope(RepeatedQuestion question, ValueMap group, int index, IScope outside) : IScope
{
    private const string Parent = "parentPanel.";

    private readonly string _prefix = question.IsTable ? "row." : "panel.";

    public RepeatedQuestion Question => question;

    public IScope Outside => outside;

    public int Index => index;

    public bool TryFind(string name, out Value value)
    {
        if (name.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase))
        {
            return Names.TryFind(group, name[_prefix.Length..], out value);
        }

        if (name.Equals(question.IsTable ? "rowIndex" : "panelIndex", StringComparison.OrdinalIgnoreCase))
        {
            value = Value.Of(index);
            return true;
        }

        return name.StartsWith(Parent, StringComparison.OrdinalIgnoreCase) && outside is GroupScope parent
            ? parent.TryFind("panel." + name[Parent.Length..], out value)
            : outside.TryFind(name, out value);
    }

    public bool IsReady(string container) => outside.IsReady(container);

    public string Display(string name) => outside.Display(name);
}
