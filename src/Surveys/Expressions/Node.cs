using System.Collections.Immutable;

namespace Granary.Surveys.Expressions;

internal enum Operator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Power,
    Contains,
    NotContains,
    AnyOf,
    AllOf,
    NoneOf,
}

/// <summary>One part of an expression that was read.</summary>
internal abstract record Node
{
    public virtual IEnumerable<Node> Parts => [];

    /// <summary>This part and all inside it.</summary>
    public IEnumerable<Node> All => Parts.SelectMany(p => p.All).Prepend(this);
}

internal sealed record Constant(Value Value) : Node;

/// <summary>What stands between braces: a question, a calculated value, a part of one of them.</summary>
internal sealed record Name(string Text) : Node;

internal sealed record Items(ImmutableArray<Node> Of) : Node
{
    public override IEnumerable<Node> Parts => Of;
}

internal sealed record Not(Node Of) : Node
{
    public override IEnumerable<Node> Parts => [Of];
}

/// <summary>"empty" and, with <paramref name="Wanted"/> false, "notempty".</summary>
internal sealed record IsEmpty(Node Of, bool Wanted) : Node
{
    public override IEnumerable<Node> Parts => [Of];
}

internal sealed record Binary(Operator Operator, Node Left, Node Right) : Node
{
    public override IEnumerable<Node> Parts => [Left, Right];
}

internal sealed record Call(Function Function, ImmutableArray<Node> Arguments) : Node
{
    public override IEnumerable<Node> Parts => Arguments;
}
