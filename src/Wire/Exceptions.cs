namespace Granary.Wire;

/// <param name="Line">From 1; 0 where the file as a whole is meant.</param>
public sealed record InterfaceProblem(string File, int Line, string Reason)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Reason}" : $"{File}: {Reason}";
}

/// <summary>An interface file that cannot be used. The message lists every problem, one a line.</summary>
public sealed class InterfaceException(IReadOnlyList<InterfaceProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<InterfaceProblem> Problems { get; } = problems;

    public string File => Problems[0].File;

    public int Line => Problems[0].Line;

    public string Reason => Problems[0].Reason;
}

/// <summary>A message that cannot be encoded: a bug of the caller, who fits values first. Never carries a value, only the field's name.</summary>
public sealed class WireException(string field, string reason)
    : Exception(field.Length == 0 ? reason : $"{field}: {reason}")
{
    public string Field { get; } = field;
}
