namespace Granary.Wire;

/// <summary>The control file of a pair: how many records, and their hash.</summary>
public sealed record ControlFile(int Count, string Sha256)
{
    public static ControlFile? Parse(string text) => throw new NotImplementedException();

    /// <summary>count= and sha256= lines, LF.</summary>
    public string Format() => throw new NotImplementedException();
}

/// <param name="Line">From 1.</param>
public sealed record ResponseLine(int Line, string Code, string Field, string Text);

/// <summary>The answer to a file pair: totals, and a line for each record that is refused.</summary>
public sealed record ResponseFile(int Total, int Done, int Refused, IReadOnlyList<ResponseLine> Lines)
{
    public static ResponseFile? Parse(string text) => throw new NotImplementedException();

    public string Format() => throw new NotImplementedException();
}
