namespace Granary.Surveys.Expressions;

/// <summary>Works expressions out: what time it is, and how many steps are left.</summary>
/// <param name="now">The bank's local time.</param>
internal sealed class Run(DateTime now, SurveyLimits limits)
{
    private int _steps = limits.EvaluationSteps;

    public DateTime Now => now;

    /// <summary>The steps are used up: everything since then came to nothing, and nothing of it is to be relied on.</summary>
    public bool IsExhausted => _steps <= 0;

    public Value Work(Node node, IScope scope) => --_steps <= 0 ? Value.Empty : node switch
    {
        Constant constant => constant.Value,
        Name name => scope.TryFind(name.Text, out var value) ? value
            : name.Text.EndsWith(".length", StringComparison.Ordinal) ? Value.Of(0) // of what is not there
            : Value.Empty,
        Items items => Value.Of([.. items.Of.Select(i => Work(i, scope))]),
        Not not => Value.Of(!Loosely.IsTrue(Work(not.Of, scope))),
        IsEmpty test => Value.Of(Work(test.Of, scope).IsEmpty == test.Wanted),
        Binary binary => Combine(binary, scope),
        Call call => call.Function.Work(new(call, scope, this)),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    /// <summary>Going through a list takes steps too.</summary>
    public bool Step() => --_steps > 0;

    private Value Combine(Binary binary, IScope scope)
    {
        var left = Work(binary.Left, scope);

        // Both give one of their sides, as && and || do.
        if (binary.Operator is Operator.And or Operator.Or)
        {
            return Loosely.IsTrue(left) == (binary.Operator == Operator.And) ? Work(binary.Right, scope) : left;
        }

        var right = Work(binary.Right, scope);
        return binary.Operator switch
        {
            Operator.Equal => Value.Of(Loosely.Equal(left, right)),
            Operator.NotEqual => Value.Of(!Loosely.Equal(left, right)),
            Operator.Less => Value.Of(Loosely.Less(left, right)),
            Operator.LessOrEqual => Value.Of(Loosely.LessOrEqual(left, right)),
            Operator.Greater => Value.Of(Loosely.Less(right, left)),
            Operator.GreaterOrEqual => Value.Of(Loosely.LessOrEqual(right, left)),
            Operator.Contains => Value.Of(Loosely.Contains(left, right)),
            Operator.NotContains => Value.Of(Loosely.ContainsNot(left, right)),
            Operator.AnyOf => Value.Of(Loosely.AnyOf(left, right)),
            Operator.NoneOf => Value.Of(!Loosely.AnyOf(left, right)),
            Operator.AllOf => Value.Of(Loosely.AllOf(left, right)),
            Operator.Add => Arithmetic.Add(left, right),
            Operator.Subtract => Arithmetic.Subtract(left, right),
            Operator.Multiply => Arithmetic.Multiply(left, right),
            Operator.Divide => Arithmetic.Divide(left, right),
            Operator.Remainder => Arithmetic.Remainder(left, right),
            Operator.Power => Arithmetic.Power(left, right),
            _ => throw new InvalidOperationException(binary.Operator.ToString()),
        };
    }
}
